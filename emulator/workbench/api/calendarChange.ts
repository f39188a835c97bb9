/** A change of one event, of it and all that follow, or of the whole series, as Google asks when a repeated event is saved. */
import { findEvent } from '../../services/calendar/series/instances'
import type { EventChange } from '../../world/calendarHand'
import type { CalendarState, EventState, World } from '../../world/types'
import { wallText } from '../bench/officeTime'
import { changeOf } from './eventBody'
import { refuse } from './problem'

export type Scope = 'one' | 'following' | 'all'

interface Target {
  readonly calendarId: string
  readonly id: string
  readonly user: string
}

type Body = Readonly<Record<string, unknown>>

export const scopeOf = ({ scope }: Body): Scope => (scope === 'following' || scope === 'all' ? scope : 'one')

export const changeEvent = (world: World, target: Target, body: Body): void => {
  const change = changeOf(body)
  const rule = typeof body['rule'] === 'string' ? body['rule'] : undefined
  const scope = scopeOf(body)
  if (rule !== undefined) checkRule(world, target, { scope, rule })
  const recurrence = rule === undefined ? {} : { recurrence: rule === '' ? null : [rule] }
  if (scope === 'one') world.calendarHand.patch({ ...target, ...change, ...recurrence })
  else if (scope === 'following') world.calendarHand.patchFollowing({ ...target, ...change, ...(rule && { recurrence: [rule] }) })
  else changeAll(world, target, { ...change, ...recurrence })
}

const checkRule = (world: World, target: Target, { scope, rule }: { scope: Scope; rule: string }): void => {
  const isInstance = findEvent(calendarOf(world, target), target.id)?.recurringEventId !== undefined
  if (isInstance && scope === 'one') refuse('Повтор есть у серии: выберите «Это и следующие» или «Все события серии».')
  if (rule === '' && scope === 'following') refuse('Чтобы серия здесь кончилась, удалите «Это и следующие».')
}

export const removeEvent = (world: World, target: Target, scope: Scope): void => {
  if (scope === 'following') world.calendarHand.removeFollowing(target)
  else world.calendarHand.remove({ ...target, id: scope === 'all' ? seriesOf(world, target).id : target.id })
}

/** A dragged instance moves the whole series by as much. */
const changeAll = (world: World, target: Target, change: EventChange & { recurrence?: string[] | null }): void => {
  const calendar = calendarOf(world, target)
  const instance = findEvent(calendar, target.id) ?? refuse('Такого события нет.', 404)
  const series = seriesOf(world, target)
  const moved = (name: 'start' | 'end', by: string | undefined): EventChange =>
    by === undefined ? {} : { [name]: shifted(wallAt(calendar, series[name]), wallAt(calendar, instance[name]), by) }
  world.calendarHand.patch({ ...target, ...change, id: series.id, ...moved('start', change.start), ...moved('end', change.end) })
}

const calendarOf = (world: World, { calendarId }: Target): CalendarState =>
  world.state.calendars[calendarId] ?? refuse('Такого календаря нет.', 404)

const seriesOf = (world: World, target: Target): EventState => {
  const calendar = calendarOf(world, target)
  const event = findEvent(calendar, target.id)
  return calendar.events.find(({ id }) => id === (event?.recurringEventId ?? target.id)) ?? refuse('Такого события нет.', 404)
}

const wallAt = ({ timeZone }: CalendarState, time: EventState['start']): string =>
  time.date ?? wallText(timeZone, Date.parse(time.dateTime ?? ''))

/** `base` moved by the way from `from` to `to`. */
const shifted = (base: string, from: string, to: string): string => {
  const ms = (wall: string): number => Date.parse(wall.length === 10 ? `${wall}T00:00Z` : `${wall}Z`)
  return new Date(ms(base) + ms(to) - ms(from)).toISOString().slice(0, to.length)
}
