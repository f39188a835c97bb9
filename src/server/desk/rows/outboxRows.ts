/** What goes into «Исходящие»: letters, events that are to be freed, operations on tasks. */

import { freedBy, type LeftBooking } from '../../../domain/calendar/sync/leftBooking'
import { addMinutes, type LocalDateTime } from '../../../domain/time/localTime'
import type { Changes, Letter } from '../../../usecases/changes'
import { type Task, type TaskOp, taskOps } from '../../../usecases/control/taskLife'
import type { Loaded } from '../load'

type Values = Readonly<Record<string, string | number | null>>

/** What «Исходящие» carries: a letter, an event that is to be freed, an operation on a task. */
export type OutboxKind = 'письмо' | 'календарь' | 'задача'

export interface FreedEvent extends LeftBooking {
  /** Its free title, '' = the event goes. */
  readonly summary: string
}

/** A command that has booked another event writes no second time in the calendar: the page's next call frees the old one. */
export function freesLater({ calendar, freed }: Pick<Changes, 'calendar' | 'freed'>): boolean {
  return calendar?.kind === 'book' && freed.length > 0
}

/** Any other run frees the event itself; only where it died the outbox does it. */
const ownTryMinutes = 5

/** Rows for what a change sends and frees. */
export function outboxOf(changes: Pick<Changes, 'letters' | 'calendar' | 'freed' | 'deals'>, now: LocalDateTime): Values[] {
  return [
    ...outboxRows(changes.letters, now),
    ...freedEvents(changes).map((freed) => ({
      ...freshRow(now),
      key: `free:${freed.eventId}:${freedBy(freed)}`,
      kind: 'календарь' satisfies OutboxKind,
      to: '',
      payload: JSON.stringify(freed),
      nextTry: freesLater(changes) ? now : addMinutes(now, ownTryMinutes),
    })),
  ]
}

/** Operations on tasks (A4, K4): «Задачи» and the tool for tasks follow after the command. */
export function taskRows({ desk, moment }: Loaded, parts: readonly Pick<Changes, 'kind' | 'deals'>[]): Values[] {
  const known = { lines: desk.control, office: desk.office, now: moment.now }
  return parts.flatMap((part) => {
    const versions = new Map(part.deals.map(({ after }) => [after.id, after.version]))
    return taskOps(part, known).map((op) => taskOutboxRow(op, `v${versions.get(op.dealId) ?? 0}`))
  })
}

/** What opens a task is known again by its due time (dueTasks.ts); `mark` tells the other operations of one task apart. */
export function taskOutboxRow(op: TaskOp, mark: string): Values {
  return {
    key: op.op === 'open' ? openingKey(op) : `task:${op.op}:${op.key}:${mark}`,
    kind: 'задача' satisfies OutboxKind,
    to: '',
    payload: JSON.stringify(op),
    created: op.at,
    attempts: 0,
    nextTry: op.at,
    done: null,
    error: '',
  }
}

export function openingKey({ key, due }: Task): string {
  return `task:open:${key}:${due}`
}

/** Letters as rows. */
export function outboxRows(letters: readonly Letter[], now: LocalDateTime): Values[] {
  return letters.map(({ key, to, priority = 1, ...content }) => ({
    ...freshRow(now),
    key,
    kind: 'письмо' satisfies OutboxKind,
    to,
    payload: JSON.stringify(contentOf(content)),
    nextTry: now,
    priority,
  }))
}

function freshRow(now: LocalDateTime): Values {
  return { created: now, attempts: 0, done: null, error: '' }
}

/** In the order of the words, without what is absent. */
function contentOf({ subject, body, html, links }: Omit<Letter, 'key' | 'to' | 'priority'>): object {
  return { subject, body, ...(html === undefined ? {} : { html }), ...(links === undefined ? {} : { links }) }
}

/** The events whose time the first deal of the changes lets go. */
export function freedEvents({ calendar, freed, deals }: Pick<Changes, 'calendar' | 'freed' | 'deals'>): FreedEvent[] {
  const deal = deals[0]?.after
  if (deal === undefined) return []
  const { id, version, organisation } = deal
  const slots = [...(calendar?.kind === 'free' ? [calendar] : []), ...freed]
  return slots.map(({ eventId, summary }) => ({ eventId, summary, deal: id, version, organisation }))
}
