/** The sheet of the calendar's mirror: its rows as events, and the requests that bring it from one state to the next. */

import * as v from 'valibot'
import type { MirrorEvent } from '../../../domain/calendar/mirror'
import { askReasons, type SlotTitle } from '../../../domain/calendar/slotTitle'
import { type Extra, extraTitles } from '../../../domain/calendar/sync/decision'
import { awayText } from '../../../domain/calendar/title/awayWords'
import { decoded } from '../../../domain/register/stored'
import { layoutIn } from '../../google/register/layout'
import type { Snapshot } from '../../google/register/reader'
import { readRecord } from '../../google/register/records'
import { appendRequest, type Replaced, rowRequest } from '../../google/register/writer'

type Values = Readonly<Record<string, string | number | null>>
type Request = GoogleAppsScript.Sheets.Schema.Request

export interface MirrorRead {
  readonly events: readonly MirrorEvent[]
  /** False: somebody has typed there, or sorted halves of rows: everything is listed anew. */
  readonly isWhole: boolean
}

/** Where the query read the sheet as a whole. */
export function readMirror(snapshot: Snapshot): MirrorRead {
  const rows = rowsOf(snapshot)
  const filled = rows.filter((values) => values !== null)
  const events = filled.flatMap((values) => eventOf(values) ?? [])
  const ids = new Set(events.map(({ id }) => id))
  return { events, isWhole: ids.size === filled.length }
}

/** By place, row 2 first; null = an empty row. */
function rowsOf({ whole, layouts }: Snapshot): (Values | null)[] {
  return (whole.mirror ?? []).map((cells, index) => {
    const { fields, issues } = readRecord('mirror', index + 2, cells, layouts.mirror ?? {})
    if (issues.length > 0) return { id: '' }
    return Object.values(fields).every((value) => value === '' || value === null) ? null : fields
  })
}

const properties = v.record(v.string(), v.string())
const between = ', '

function eventOf(values: Values): MirrorEvent | null {
  const text = (key: string) => String(values[key] ?? '')
  const marked = decoded(v.nullable(properties), text('private') || '{}', null)
  if (text('id') === '' || marked === null) return null
  const list = (key: string) =>
    text(key)
      .split(between)
      .filter((one) => one !== '')
  return {
    id: text('id'),
    etag: text('etag'),
    title: text('title'),
    start: text('start'),
    end: text('end'),
    allDay: text('allDay') !== '',
    recurringEventId: text('recurringEventId'),
    originalStart: text('originalStart'),
    private: marked,
    eventType: text('eventType') || 'default',
    creator: text('creator'),
    declined: list('declined'),
    updated: text('updated'),
    extras: list('extras').flatMap((title) => (Object.keys(extraTitles) as Extra[]).filter((key) => extraTitles[key] === title)),
    cancelled: false,
    refusal: text('error') === '' ? null : { error: text('error'), tries: Number(values['tries'] ?? 1), nextTry: text('nextTry') },
  }
}

/** What a row says beside the event itself: how its title was read, and whose booking it is. */
export interface Told {
  readonly title: SlotTitle
  readonly dealId: number | null
}

/** More of the sheet than this, and it is written as a whole. */
const single = 40

export interface MirrorWrites {
  readonly replaced?: readonly Replaced[]
  readonly requests: readonly Request[]
}

/** Rows stay where they are; those of events that went are taken by new ones. */
export function mirrorWrites(snapshot: Snapshot, next: readonly MirrorEvent[], tell: (event: MirrorEvent) => Told): MirrorWrites {
  const standing = rowsOf(snapshot)
  const wanted = new Map(next.map((event) => [event.id, valuesOf(event, tell(event))]))
  const plan = placed(standing, wanted)
  const before = standing.length
  if (plan.changed.length > single) return { requests: [], replaced: [{ rows: [...wanted.values()], before }] }
  const layout = layoutIn(snapshot.layouts, 'mirror')
  return {
    requests: [
      ...plan.changed.map(({ row, values }) => rowRequest('mirror', { row, values }, layout)),
      ...(plan.added.length === 0 ? [] : [appendRequest('mirror', plan.added, { layout })]),
    ],
  }
}

interface Placed {
  readonly changed: readonly { readonly row: number; readonly values: Values }[]
  readonly added: readonly Values[]
}

function placed(standing: readonly (Values | null)[], wanted: ReadonlyMap<string, Values>): Placed {
  const left = new Map(wanted)
  const changed: { row: number; values: Values }[] = []
  const holes: number[] = []
  standing.forEach((values, index) => {
    const id = String(values?.['id'] ?? '')
    const meant = left.get(id)
    left.delete(id)
    if (meant === undefined) holes.push(index)
    else if (!isSame(values ?? {}, meant)) changed.push({ row: index + 2, values: meant })
  })
  const fresh = [...left.values()]
  holes.forEach((index, at) => {
    const values = fresh[at] ?? {}
    if (standing[index] !== null || at < fresh.length) changed.push({ row: index + 2, values })
  })
  return { changed, added: fresh.slice(holes.length) }
}

function isSame(a: Values, b: Values): boolean {
  return Object.keys(b).every((key) => (a[key] ?? '') === (b[key] ?? ''))
}

function valuesOf(event: MirrorEvent, { title, dealId }: Told): Values {
  const { cancelled: _, refusal, private: marked, declined, extras = [], allDay, start, end, ...plain } = event
  const time = (at: string | undefined) => (at === undefined || at === '' ? null : at)
  return {
    ...plain,
    title: shown(event.title),
    start: time(start),
    end: time(end),
    originalStart: time(event.originalStart),
    updated: time(event.updated),
    allDay: allDay ? 'да' : '',
    reading: readingOf(title),
    dealId,
    extras: extras.map((key) => extraTitles[key]).join(between),
    declined: declined.join(between),
    private: Object.keys(marked).length === 0 ? '' : JSON.stringify(marked),
    error: refusal?.error ?? '',
    tries: refusal?.tries ?? null,
    nextTry: refusal?.nextTry ?? null,
  }
}

/** A title of a page or more is no slot and no booking; the calendar has it whole. */
const room = 5_000

function shown(title: string): string {
  return title.length > room ? `${title.slice(0, room).replace(/[\ud800-\udbff]$/, '')}…` : title
}

function readingOf(title: SlotTitle): string {
  switch (title.kind) {
    case 'free':
      return `свободно: ${title.initials}`
    case 'booked':
      return `запись: ${title.initials}`
    case 'away':
      return `${title.people === 'everybody' ? 'все' : title.people.join(between)}: ${awayText(title.why, '')}`
    case 'ask':
      return `вопрос: ${askReasons[title.why]}`
    case 'unrelated':
      return 'не наше'
  }
}
