/** A Google form's answer that its sender edited: it changes its own deal, and what is told otherwise is said. */

import type { Client } from '../../domain/client/client'
import { newsIn, newsOf, newsText } from '../../domain/client/news'
import { type Deal, openStages } from '../../domain/deal/deal'
import { rawLimit } from '../../domain/deal/fields'
import type { ReadRequest, RequestFields } from '../../domain/intake/request'
import { outsideIdOf } from '../../domain/intake/requestKey'
import { cutLine, oneLine } from '../../domain/letter/plainLine'
import { intakeNotes } from '../../domain/text/intakeText.ru'
import { changes, type Decision, type Moment } from '../changes'
import { nextVersion, stamp, withComment } from '../located'
import { toldBy } from './takeRequest'

/** Longest list of new answers in the note; they stand in the text as it came. */
const noteLength = 1000

/**
 * Google sends only the answers that were changed. Whoever tells two things about himself otherwise is another person, in whose row of the
 * form's sheet somebody else stood before.
 */
export function isEditOf(request: ReadRequest, deal: Deal, client: Client | null): boolean {
  const [told, known] = [namesIn(request.raw), namesIn(deal.raw)]
  const isPart = told.length > 0 && told.length < known.length && told.every((name) => known.includes(name))
  return isPart && openStages.includes(deal.stage) && othersTold(request.fields, deal, client) < 2
}

/** Questions of the lines «Вопрос: ответ». */
function namesIn(raw: string): string[] {
  return [...new Set(raw.split('\n').flatMap((line) => (line.includes(': ') ? [line.slice(0, line.indexOf(': '))] : [])))]
}

function othersTold({ organisation, contact, phone, email }: RequestFields, deal: Deal, client: Client | null): number {
  const pairs = [
    [organisation, deal.organisation],
    [contact, deal.contact],
    [phone, deal.phone],
    [email, client?.email ?? ''],
  ]
  return pairs.filter(([told, known]) => told !== '' && told !== known).length
}

/** What was told is kept with the deal, and beside the client's card; question and topic change while nobody has worked on them. */
export function editedAnswer(request: ReadRequest, deal: Deal, client: Client | null, moment: Moment): Decision {
  const { fields } = request
  const isFresh = deal.stage === 'unsorted'
  const news = client === null ? {} : newsOf(toldBy(fields, request, moment), client)
  const after = nextVersion(deal, {
    ...(isFresh && fields.text !== '' ? { request: cutLine(fields.text, noteLength * 10) } : {}),
    ...(isFresh && fields.topic !== null ? { topic: fields.topic } : {}),
    news: newsText({ ...newsIn(deal.news), ...news }),
    raw: withEdit(deal.raw, request.raw, moment),
    comments: withComment(
      deal,
      `${stamp(moment.now)}: ${intakeNotes.edited(cutLine(oneLine(request.raw.replace(/\n/g, '; ')), noteLength))}`,
    ),
    outsideIds: `${deal.outsideIds} ${outsideIdOf(request)}`.trim(),
  })
  return { ok: true, changes: changes({ kind: 'request/edit', deals: [{ before: deal, after }] }) }
}

/** Where both have no room the first stands: the new answers are in the note, and in the form's own sheet. */
function withEdit(raw: string, added: string, { now }: Moment): string {
  const both = `${raw}\n\n${intakeNotes.editedAt(stamp(now))}\n${added}`
  return both.length > rawLimit ? raw : both
}
