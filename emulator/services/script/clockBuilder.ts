/** ClockTriggerBuilder: every so many minutes or hours, on days at an hour, once. */
import type { CoreHost } from '../../run/host'
import { strict } from '../../run/strict'
import { texts, triggerLimits } from '../../world/limits'
import { firstDaily } from '../../world/platform/clockSchedule'
import { seededRandom } from '../../world/seeded'
import type { DailySchedule } from '../../world/state/stateParts'
import { ServiceError, type TriggerState } from '../../world/types'
import { notEmulated } from '../knownMembers'

export type ClockPart = Pick<TriggerState, 'everyMinutes' | 'daily' | 'nextAt'>

interface Wanted {
  everyMinutes?: number
  days?: number
  weekDay?: number
  hour?: number
  nearMinute?: number
  zone?: string
  at?: number
}

export const weekDays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const

const whole = (member: string, value: number, from: number, to: number): number => {
  if (Number.isInteger(value) && value >= from && value <= to) return value
  throw new ServiceError(`Invalid argument: ${member}`)
}

function minutes(value: number): number {
  if (triggerLimits.everyMinutes.some((allowed) => allowed === value)) return value
  throw new ServiceError(texts.everyMinutes)
}

/** Google runs `atHour` at a minute of that hour that it chooses, `nearMinute` up to a quarter of an hour off (documented). */
function minuteOf(host: CoreHost, { nearMinute, hour }: Wanted): number {
  const chance = seededRandom(`${host.state.seed}/${hour}/${nearMinute}/${host.state.triggers.length}`)()
  if (nearMinute === undefined) return Math.floor(chance * 60)
  return Math.min(59, Math.max(0, nearMinute - 15 + Math.floor(chance * 31)))
}

function daily(host: CoreHost, wanted: Wanted): DailySchedule {
  const hour = wanted.hour ?? Math.floor(seededRandom(`${host.state.seed}/hour`)() * 24)
  const week = wanted.weekDay === undefined ? {} : { weekDay: wanted.weekDay }
  const days = wanted.days ?? (wanted.weekDay === undefined ? 1 : 7)
  return { days, hour, minute: minuteOf(host, wanted), zone: wanted.zone ?? host.state.scriptTimeZone, ...week }
}

/** What the trigger keeps of its clock. */
function clockPart(host: CoreHost, wanted: Wanted): ClockPart {
  if (wanted.at !== undefined) return { nextAt: wanted.at }
  if (wanted.everyMinutes !== undefined) return { everyMinutes: wanted.everyMinutes, nextAt: host.now() + wanted.everyMinutes * 60_000 }
  if (wanted.days === undefined && wanted.weekDay === undefined) throw notEmulated('A clock trigger without a period')
  const schedule = daily(host, wanted)
  return { daily: schedule, nextAt: firstDaily(schedule, host.now()) }
}

export function clockBuilder<T>(host: CoreHost, create: (clock: ClockPart) => T) {
  const wanted: Wanted = {}
  const with_ = (part: Wanted) => {
    Object.assign(wanted, part)
    return builder
  }
  const builder = strict('ClockTriggerBuilder', {
    everyMinutes: (count: number): object => with_({ everyMinutes: minutes(count) }),
    everyHours: (count: number): object => with_({ everyMinutes: whole('everyHours', count, 1, 8760) * 60 }),
    everyDays: (count: number): object => with_({ days: whole('everyDays', count, 1, 365) }),
    everyWeeks: (count: number): object => with_({ days: whole('everyWeeks', count, 1, 52) * 7 }),
    onWeekDay: (day: (typeof weekDays)[number]): object => with_({ weekDay: whole('onWeekDay', weekDays.indexOf(day) + 1, 1, 7) }),
    atHour: (hour: number): object => with_({ hour: whole('atHour', hour, 0, 23) }),
    nearMinute: (minute: number): object => with_({ nearMinute: whole('nearMinute', minute, 0, 59) }),
    inTimezone: (zone: string): object => with_({ zone: String(zone) }),
    after: (ms: number): object => with_({ at: host.now() + whole('after', ms, 0, Number.MAX_SAFE_INTEGER) }),
    at: (date: Date): object => with_({ at: date.getTime() }),
    create: () => create(clockPart(host, wanted)),
  })
  return builder
}
