/** Where the centre's own form stands, and where a site's form sends its requests: with that address anybody may make deals, so few see it. */

import { mayTake } from '../../domain/intake/ruFirst/doors'
import { ruFirstTexts } from '../../domain/intake/ruFirst/ruFirstText.ru'
import { ruleIn } from '../../domain/intake/ruFirst/rule'
import { accept, refuse } from '../../domain/problem'
import { webTexts } from '../../domain/text/intakeText.ru'
import { method } from '../method/method'

export const address = method('intake/address', {
  may: 'import',
  reads: [() => ({}), () => ({ facts: ['intakeUrl'] })],
  look: (_input, { desk, facts: { intakeUrl = '' } }) => {
    const rule = ruleIn(desk.service.requestRule)
    if (!mayTake('form', rule)) return refuse({ code: 'badValue', title: 'Адрес приёма заявок', why: ruFirstTexts.address(rule.address) })
    return intakeUrl === ''
      ? refuse({ code: 'badValue', title: 'Адрес приёма заявок', why: webTexts.notSetUp })
      : accept({ url: intakeUrl, form: `${intakeUrl.split('?', 1).join('')}?form` })
  },
})
