/** K2, K3: a card that comes to «Запрошена обратная связь» asks its client by one letter, or says on the card why it does not; the answer; no more letters. */

import type { Client } from '../../domain/client/client'
import { isAskedLately } from '../../domain/deal/closing'
import type { Deal } from '../../domain/deal/deal'
import { letterHtml } from '../../domain/letter/letterHtml'
import { feedbackLetter, lowScoreLetter } from '../../domain/letter/pageLetters.ru'
import { plainText } from '../../domain/letter/plainLine'
import { silenceOf } from '../../domain/letter/unasked'
import { pageNotes, unaskedNote, unaskedTexts } from '../../domain/text/pageText.ru'
import type { PageInput } from '../../rpc/pageContract'
import { type Changes, changes, type Letter, type Moment, type RowChange } from '../changes'
import type { Desk } from '../desk'
import { letterFacts, linkUntil, pageLink, setsOf } from '../externals/pageLinks'
import { clientOf, nextVersion, stamp, withComment } from '../located'
import { feedbackKey } from '../register/waitingLetter'
import { feedbackReasons, type PastDeal } from './past'

/** The same changes with a letter, or a comment that says why there is none, for each card that is asked about. */
export function withFeedbackLetters(made: Changes, past: readonly PastDeal[], desk: Desk, moment: Moment): Changes {
  const asked = made.deals.filter(({ before, after }) => after.stage === 'feedback' && before?.stage !== 'feedback')
  if (asked.length === 0) return made
  const demanded = feedbackReasons(
    asked.map(({ before, after }) => before ?? after),
    past,
    { now: moment.now, office: desk.office },
  )
  const letters: Letter[] = []
  const written = new Map<number, number>()
  const deals = made.deals.map((change) => {
    if (!asked.includes(change)) return change
    const { before, after } = change
    const client = clientOf(desk, after)
    // A letter about this very card went already: it was taken back, or opened again.
    if (before !== null && isAskedLately(before, askingOf(desk, moment))) return change
    const why = whyNot(after, client, { past, written, isDemanded: demanded.has(after.id) }, desk, moment)
    if (why !== '') return unasked(change, unaskedNote(why), moment)
    written.set(client?.id ?? 0, after.id)
    const asking = { ...after, feedbackAskedAt: null }
    letters.push(feedbackMail(asking, client?.email ?? '', desk, moment))
    return { ...change, after: asking }
  })
  return { ...made, deals, letters: [...made.letters, ...letters] }
}

function askingOf({ office: { settings } }: Desk, { now }: Moment) {
  return { now, settings }
}

interface Before {
  readonly past: readonly PastDeal[]
  /** Client → deal whose letter goes now. */
  readonly written: ReadonlyMap<number, number>
  /** K3: a new client, or the consultant's first this month. */
  readonly isDemanded: boolean
}

/** '' = the letter goes. */
function whyNot(deal: Deal, client: Client | null, { past, written, isDemanded }: Before, desk: Desk, moment: Moment): string {
  if (!desk.office.settings.feedbackLetters) return unaskedTexts.off
  const silence = silenceOf('feedback', client)
  if (client === null || silence !== null) return unaskedTexts[silence ?? 'noAddress']
  const other = written.get(client.id)
  if (other !== undefined) return unaskedTexts.twice(other)
  const earlier = past.find((one) => one.id !== deal.id && one.clientId === client.id && isAskedLately(one, askingOf(desk, moment)))
  return earlier === undefined || isDemanded ? '' : unaskedTexts.asked(earlier.feedbackAskedAt ?? '', earlier.id)
}

/** Nobody will be written to: the question is settled here. */
function unasked({ before, after }: RowChange<Deal>, note: string, { now }: Moment): RowChange<Deal> {
  return { before, after: { ...after, feedbackAskedAt: now, comments: withComment(after, `${stamp(now)}: ${note}`) } }
}

function feedbackMail(deal: Deal, to: string, desk: Desk, moment: Moment): Letter {
  const until = linkUntil(deal, desk, moment)
  const consultantName = desk.office.people.find(({ initials }) => initials === deal.consultant)?.name ?? ''
  const mail = feedbackLetter({ ...letterFacts(deal, desk, moment), consultantName, start: deal.start })
  const links = [...['1', '2', '3', '4', '5'].map((mark) => pageLink('feedback', deal, until, mark)), pageLink('stop', deal, until)]
  return {
    key: feedbackKey(deal),
    to,
    ...mail,
    html: letterHtml(mail.body, links.length),
    links,
    sets: setsOf(deal, desk, 'feedbackAskedAt'),
    priority: 3,
  }
}

/** Marks at or under which the director is told at once. */
const lowScore = 3

export function receiveFeedback(deal: Deal, input: PageInput<'feedback/send'>, desk: Desk, moment: Moment): Changes {
  const { score, quotable } = input
  const text = plainText(input.text)
  const given = { feedbackScore: score, feedbackText: text, feedbackAt: moment.now, quotable: quotable ? 'да' : '' }
  const after = nextVersion(deal, given)
  const { organisation, consultant, start } = deal
  const mail = lowScoreLetter({ ...letterFacts(deal, desk, moment), score, text, organisation, consultant, start })
  const directors = desk.office.people.filter(({ roles, email }) => roles.includes('director') && email !== '')
  const letters = directors.map(
    ({ email }, at): Letter => ({ key: `lowScore:${deal.id}v${after.version}:${at}`, to: email, ...mail, priority: 2 }),
  )
  return changes({ kind: 'page/feedback', deals: [{ before: deal, after }], letters: score <= lowScore ? letters : [] })
}

/** The client wants no letters but those about a time. */
export function stopLetters(deal: Deal, client: Client, { now }: Moment): Changes {
  const comments = withComment(deal, `${stamp(now)}: ${pageNotes.stopped}`)
  return changes({
    kind: 'page/stop',
    clients: [{ before: client, after: nextVersion(client, { noLetters: 'да' }) }],
    deals: [{ before: deal, after: nextVersion(deal, { comments }) }],
  })
}
