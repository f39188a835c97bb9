/** What goes into «Исходящие»: letters, events that are to be freed, operations on tasks. */

import { freedBy, type LeftBooking } from '../../../domain/calendar/sync/leftBooking'
import { theClient } from '../../../domain/letter/telling'
import { cellLimit } from '../../../domain/register/cellLength'
import { addMinutes, type LocalDateTime } from '../../../domain/time/localTime'
import type { Changes, Letter, Telling } from '../../../usecases/changes'
import { amoEntry, amoLinkOf, amoRow, amoWishes } from '../../../usecases/control/amocrm/queue'
import { type Task, type TaskOp, taskOps } from '../../../usecases/control/taskLife'
import type { Loaded } from '../load'

type Values = Readonly<Record<string, string | number | null>>

/** What «Исходящие» carries: a letter, one that is composed when it goes, an event that is to be freed, an operation on a task, a deal whose lead is to follow. */
export type OutboxKind = 'письмо' | 'известие' | 'календарь' | 'задача' | 'amoCRM'

export interface FreedEvent extends LeftBooking {
  /** Its free title, '' = the event goes. */
  readonly summary: string
  /** The deal's new event; absent = it has none. */
  readonly to?: string
}

/** A command that has booked another event writes no second time in the calendar: the page's next call frees the old one. */
export function freesLater({ calendar, freed }: Pick<Changes, 'calendar' | 'freed'>): boolean {
  return calendar?.kind === 'book' && freed.length > 0
}

/** Any other run frees the event itself; only where it died the outbox does it. */
const ownTryMinutes = 5

/** Rows for what a change sends and frees. */
export function outboxOf(changes: Pick<Changes, 'letters' | 'tellings' | 'calendar' | 'freed' | 'deals'>, now: LocalDateTime): Values[] {
  return [
    ...outboxRows(changes.letters, now),
    ...changes.tellings.map((telling) => tellingRow(telling, now)),
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

/** Whose it is stands in it, and nothing of what it will say. */
function tellingRow({ dealId, row, version, clientId, person, at }: Telling, now: LocalDateTime): Values {
  return {
    ...freshRow(now),
    key: `tell:${person}:${dealId}v${version}`,
    kind: 'известие' satisfies OutboxKind,
    to: person === theClient ? 'клиент' : person,
    payload: JSON.stringify({ deal: dealId, row, client: clientId, person }),
    nextTry: at,
    priority: 1,
  }
}

/** Operations on tasks (A4, K4): «Задачи» and the tool for tasks follow after the command. */
export function taskRows({ desk, moment }: Loaded, parts: readonly Pick<Changes, 'kind' | 'deals'>[]): Values[] {
  const known = { lines: desk.control, office: desk.office, now: moment.now }
  return parts.flatMap((part) => {
    const versions = new Map(part.deals.map(({ after }) => [after.id, after.version]))
    return taskOps(part, known).map((op) => taskOutboxRow(op, `v${versions.get(op.dealId) ?? 0}`))
  })
}

/** Deals whose lead in amoCRM is to follow. What came from there is settled where it came. */
export function amoRows({ desk, moment }: Loaded, parts: readonly Pick<Changes, 'kind' | 'deals'>[]): Values[] {
  if (moment.entry === amoEntry) return []
  const link = amoLinkOf(desk.service)
  return parts.flatMap((part) => amoWishes(part, link, (id) => desk.deals.get(id)?.row ?? null)).map((wish) => amoRow(wish, moment.now))
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
  return letters.flatMap(({ key, to, priority = 1, ...content }) =>
    payloadsOf(content).map((payload, part) => ({
      ...freshRow(now),
      key: part === 0 ? key : `${key}#${part + 1}`,
      kind: 'письмо' satisfies OutboxKind,
      to,
      payload,
      nextTry: now,
      priority,
    })),
  )
}

type Content = Omit<Letter, 'key' | 'to' | 'priority'>

/** Room for « (12 из 34)». */
const partMark = ' (0000 из 0000)'

/** One cell takes one letter. A longer one goes without its HTML; one that is longer still goes in several letters, line by line. */
function payloadsOf(content: Content): string[] {
  const whole = jsonOf(content)
  if (whole.length <= cellLimit) return [whole]
  const { html: _, about: _about, ...plain } = content
  const room = cellLimit - jsonOf({ ...plain, body: '' }).length - partMark.length
  const bodies = partsOf(plain.body, room)
  const subjectOf = (part: number) => (bodies.length === 1 ? plain.subject : `${plain.subject} (${part + 1} из ${bodies.length})`)
  return bodies.map((body, part) => jsonOf({ ...plain, subject: subjectOf(part), body }))
}

/** Lines together as long as their JSON has room; a single line that has none is divided. */
function partsOf(body: string, room: number): string[] {
  const parts: string[] = []
  for (const line of body.split('\n').flatMap(shortLines)) {
    const last = parts[parts.length - 1]
    const joined = last === undefined ? line : `${last}\n${line}`
    if (last === undefined || JSON.stringify(joined).length > room) parts.push(line)
    else parts[parts.length - 1] = joined
  }
  return parts
}

/** Pieces of 2,000 characters: even escaped they take less than half a cell. */
function shortLines(line: string): readonly string[] {
  return line.match(/[\s\S]{1,2000}/gu) ?? ['']
}

function freshRow(now: LocalDateTime): Values {
  return { created: now, attempts: 0, done: null, error: '' }
}

/** In the order of the words; what is absent is left out. */
function jsonOf({ subject, body, html, links, sets, stands, about }: Content): string {
  return JSON.stringify({ subject, body, html, links, sets, stands, about })
}

/** The events whose time the first deal of the changes lets go. */
export function freedEvents({ calendar, freed, deals }: Pick<Changes, 'calendar' | 'freed' | 'deals'>): FreedEvent[] {
  const deal = deals[0]?.after
  if (deal === undefined) return []
  const { id, version, organisation } = deal
  const slots = [...(calendar?.kind === 'free' ? [calendar] : []), ...freed]
  const stands = deal.stage === 'assigned' && deal.eventId !== ''
  return slots.map(({ eventId, summary }) => {
    const left = { eventId, summary, deal: id, version, organisation }
    return stands && deal.eventId !== eventId ? { ...left, to: deal.eventId } : left
  })
}
