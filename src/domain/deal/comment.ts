/** Notes on a deal: one a line in «Комментарии», newest last. */

import type { LocalDateTime } from '../time/localTime'
import type { Deal } from './deal'

/** Longest comments, characters: older notes go first, the journal keeps them. */
const commentsLimit = 9_000

/** A comment added below those that stand there. */
export function withComment(deal: Pick<Deal, 'comments'>, line: string): string {
  const lines = deal.comments === '' ? [line] : [...deal.comments.split('\n'), line]
  while (lines.length > 1 && lines.join('\n').length > commentsLimit) lines.shift()
  return lines.join('\n')
}

/** Date and time as a comment carries them: '23.11.2026 09:05' («сегодня» means nothing tomorrow). */
export function stamp(at: LocalDateTime): string {
  return `${at.slice(8, 10)}.${at.slice(5, 7)}.${at.slice(0, 4)} ${at.slice(11)}`
}

/** Whether a note that begins so was made at that moment or later. */
export function isNotedSince({ comments }: Pick<Deal, 'comments'>, note: string, from: LocalDateTime): boolean {
  const noted = comments.split('\n').filter((line) => line.slice(stampLength).startsWith(`: ${note}`))
  return noted.some((line) => momentOf(line) >= from)
}

const stampLength = 'dd.mm.yyyy hh:mm'.length

/** '23.11.2026 09:05: …' → '2026-11-23T09:05' */
function momentOf(line: string): LocalDateTime {
  return `${line.slice(6, 10)}-${line.slice(3, 5)}-${line.slice(0, 2)}T${line.slice(11, stampLength)}`
}
