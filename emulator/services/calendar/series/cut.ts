/** «This and following»: the series ends before an instance, another one begins there. */
import type { EventState } from '../../../world/types'
import { settleCopies } from '../events/copies'
import { type EventResource, patched } from '../events/fields'
import { rulesOf } from '../rules'
import { cancelEvent, putEvent, putSeries } from '../store'
import { compactInstant, instantOf, inZone } from '../time'
import type { WriteContext } from '../writeContext'
import { linesBefore, linesFrom, onDayOf } from './cutRule'
import { cutSeriesId, instanceId } from './instanceIds'
import { exceptionsOf, horizonMs, isMaster, originalOf } from './instances'
import { occurrences } from './recurrence'

interface Cut {
  readonly master: EventState
  /** Original start of the first instance that goes. */
  readonly start: EventState['start']
}

/** Answers the new series. Where nothing stands before the instance, the series itself is changed. */
export const cutSeries = (context: WriteContext, instance: EventState, change: EventResource): EventState => {
  const cut = cutAt(context, instance)
  if (isFirst(context, cut)) return changeWhole(context, cut.master, change)
  const carried = behind(context, cut)
  const begun = newSeries(context, cut, change)
  endBefore(context, cut)
  const stored = putEvent(context.calendar, begun, context.nowMs)
  if (rulesOf(context.calendar).cutExceptions === 'carried') carry(context, carried, { from: cut.start, to: stored })
  dropReplaced(context, cut.master.id, stored)
  settleCopies(context, undefined, stored)
  return stored
}

/** All instances from this one on are deleted. */
export const endSeries = (context: WriteContext, instance: EventState): void => {
  const cut = cutAt(context, instance)
  if (isFirst(context, cut)) settleCopies(context, cut.master, cancelEvent(context.calendar, cut.master, context.nowMs))
  else endBefore(context, cut)
}

const cutAt = ({ calendar }: WriteContext, instance: EventState): Cut => {
  const master = calendar.events.find((event) => event.id === instance.recurringEventId && isMaster(event))
  if (!master || !instance.originalStartTime) throw new Error(`${instance.id} is no instance of a series`)
  return { master, start: instance.originalStartTime }
}

const isFirst = ({ calendar }: WriteContext, { master, start }: Cut): boolean =>
  occurrences(master, calendar.timeZone, { from: Number.NEGATIVE_INFINITY, to: instantOf(start, calendar.timeZone) }).length === 0

const changeWhole = (context: WriteContext, master: EventState, change: EventResource): EventState => {
  const after = patched(master, change, context.calendar)
  const stored = putSeries(context.calendar, master, after, context.nowMs)
  settleCopies(context, master, stored)
  return stored
}

const endBefore = (context: WriteContext, { master, start }: Cut): void => {
  const { calendar, nowMs } = context
  const ended = { ...master, recurrence: linesBefore(master, start, calendar.timeZone) }
  const stored = putSeries(calendar, master, ended, nowMs)
  // Deleted instances behind the cut belong to no living series any more.
  calendar.events = calendar.events.map((event) =>
    event.recurringEventId === master.id && event.status === 'cancelled' && isBehind(event, start) ? { ...event, orphan: true } : event,
  )
  settleCopies(context, master, stored)
}

const behind = ({ calendar }: WriteContext, { master, start }: Cut): EventState[] =>
  exceptionsOf(calendar, master.id).filter((event) => !event.orphan && isBehind(event, start))

const isBehind = (event: EventState, start: EventState['start']): boolean => originalOf(event) >= compactInstant(start)

/** The series' own title and properties, the change on top; assumed: not those of the instance that was taken hold of. */
const newSeries = ({ calendar, nowMs }: WriteContext, { master, start }: Cut, change: EventResource): EventState => {
  const id = cutSeriesId(master.id, start)
  const zone = calendar.timeZone
  const times = { start, end: shifted(master.end, instantOf(start, zone) - instantOf(master.start, zone), zone) }
  const created = new Date(nowMs).toISOString()
  const base = { ...master, id, iCalUID: `${id}@google.com`, created, updated: '', ...times, recurrence: linesFrom(master, start, zone) }
  const changed = patched(base, change, calendar)
  return change.recurrence ? changed : { ...changed, recurrence: onDayOf(changed.recurrence ?? [], changed.start, zone) }
}

const dayMs = 86_400_000

const shifted = (time: EventState['start'], ms: number, zone: string): EventState['start'] =>
  time.date !== undefined
    ? { date: new Date(Date.parse(`${time.date}T00:00Z`) + Math.round(ms / dayMs) * dayMs).toISOString().slice(0, 10) }
    : { ...time, dateTime: inZone(zone, Date.parse(time.dateTime ?? '') + ms) }

/** Exceptions become those of the new series, as far from its instances as they were from the old one's. */
const carry = (
  { calendar, nowMs }: WriteContext,
  exceptions: readonly EventState[],
  { from, to }: { from: EventState['start']; to: EventState },
): void => {
  const zone = calendar.timeZone
  const moved = instantOf(to.start, zone) - instantOf(from, zone)
  for (const { orphan: _, ...exception } of exceptions) {
    const originalStartTime = shifted(exception.originalStartTime ?? exception.start, moved, zone)
    const id = instanceId(to.id, originalStartTime, rulesOf(calendar).instanceIds)
    const times = { start: shifted(exception.start, moved, zone), end: shifted(exception.end, moved, zone) }
    putEvent(calendar, { ...exception, id, recurringEventId: to.id, originalStartTime, ...times }, nowMs)
  }
}

/** An instance of the new series may have the very name of one that the old series lost: it is not gone. */
const dropReplaced = ({ calendar, nowMs }: WriteContext, oldId: string, begun: EventState): void => {
  const window = { from: Number.NEGATIVE_INFINITY, to: nowMs + horizonMs }
  const form = rulesOf(calendar).instanceIds
  const living = new Set(occurrences(begun, calendar.timeZone, window).map(({ start }) => instanceId(begun.id, start, form)))
  calendar.events = calendar.events.filter((event) => !(event.orphan && event.recurringEventId === oldId && living.has(event.id)))
}
