/** Where a site's form sends its requests; whoever has the address may make deals, so only those who set the desk up see it. */

import { accept, refuse } from '../../domain/problem'
import { webTexts } from '../../domain/text/intakeText.ru'
import { method } from '../method/method'

export const address = method('intake/address', {
  may: 'import',
  reads: [() => ({}), () => ({ facts: ['intakeUrl'] })],
  look: (_input, { facts: { intakeUrl = '' } }) =>
    intakeUrl === '' ? refuse({ code: 'badValue', title: 'Адрес приёма заявок', why: webTexts.notSetUp }) : accept({ url: intakeUrl }),
})
