/** What a known client told anew is taken over into his card, or left, field by field. */

import type { Client } from '../../domain/client/client'
import { keptConsent } from '../../domain/client/consent'
import { type News, type NewsField, newsIn, newsText } from '../../domain/client/news'
import { phoneKey } from '../../domain/client/phone'
import type { Deal } from '../../domain/deal/deal'
import { checkLengths, checkValues } from '../../domain/register/fieldValue'
import { readDate } from '../../domain/text/russian'
import type { Input } from '../../rpc/contract'
import { cardAfter } from '../card/answers'
import { changes, type Decision, type Moment } from '../changes'
import type { Desk } from '../desk'
import { dealReads, findDeal, nextVersion } from '../located'
import { method } from '../method/method'
import { forbidden } from '../permissions'

/** @returns nothingToDo where it was decided already */
function decideNews({ deal: ref, field, take }: Input<'deal/takeNews'>, desk: Desk, moment: Moment): Decision {
  const found = findDeal(desk, ref)
  if (!found.ok) return found
  const { deal, client } = found.value
  if (client === null) return { ok: false, problem: { code: 'clientNotFound', id: deal.clientId ?? 0 } }
  const news = newsIn(deal.news)
  const told = news[field]
  const bounds = { office: desk.office, now: moment.now }
  const problem =
    forbidden(moment.who, 'fill', deal) ??
    (told === undefined
      ? { code: 'nothingToDo' as const }
      : (checkLengths({ [field]: told, ...consentBeside(field, news) }) ?? checkValues({ [field]: told }, bounds)))
  if (problem !== null || told === undefined) return { ok: false, problem: problem ?? { code: 'nothingToDo' } }
  const after = take ? nextVersion(client, withTold(field, news, client)) : client
  return {
    ok: true,
    changes: changes({
      kind: 'client/fill',
      deals: [
        { before: deal, after: nextVersion(deal, { ...(take ? copiesOf(field, told) : {}), news: newsText(newsWithout(field, news)) }) },
      ],
      clients: take ? [{ before: client, after }] : [],
    }),
  }
}

function consentBeside(field: NewsField, { consentText = '', consentSource = '' }: News): Partial<Client> {
  return field === 'consentDate' ? { consentText, consentSource } : {}
}

function newsWithout(field: NewsField, news: News): News {
  const gone = [field, ...Object.keys(consentBeside(field, news))]
  return Object.fromEntries(Object.entries(news).filter(([one]) => !gone.includes(one)))
}

function withTold(field: NewsField, news: News, { consentWithdrawn }: Client): Partial<Client> {
  const { [field]: told = '', consentText: text = '', consentSource: source = '' } = news
  const date = field === 'consentDate' ? readDate(told) : null
  if (date !== null) return keptConsent({ date, text, source }, consentWithdrawn)
  return field === 'phone' ? { phone: told, phoneKey: phoneKey(told) } : { [field]: told }
}

/** What a deal copies of its client. */
function copiesOf(field: NewsField, told: string): Partial<Deal> {
  return field === 'organisation' || field === 'contact' || field === 'phone' ? { [field]: told } : {}
}

export const takeNews = method('deal/takeNews', {
  may: 'fill',
  reads: ({ deal }) => dealReads(deal),
  decide: (input, { desk, moment }) => decideNews(input, desk, moment),
  answer: cardAfter,
})
