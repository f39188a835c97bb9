/** When a clock trigger runs next: every so many minutes, or on days at an hour of its zone. */
import type { DailySchedule } from '../state/stateParts'
import type { TriggerState } from '../types'
import { wallClock } from '../zone'

const dayMs = 86_400_000

/** Instant of a wall clock in the zone, `days` after the day of `epochMs`. */
function instantOn(epochMs: number, days: number, { hour, minute, zone }: DailySchedule): number {
  const { year, month, day } = wallClock(zone, epochMs)
  const asUtc = Date.UTC(year, month - 1, day + days, hour, minute)
  const guess = asUtc - wallClock(zone, asUtc).offsetMinutes * 60_000
  return asUtc - wallClock(zone, guess).offsetMinutes * 60_000
}

const weekDayOf = (epochMs: number, zone: string): number => {
  const { year, month, day } = wallClock(zone, epochMs)
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7
}

/** The first time after `now` that fits. */
export function firstDaily(schedule: DailySchedule, now: number): number {
  for (let days = 0; days < 9; days++) {
    const at = instantOn(now, days, schedule)
    if (at > now && (schedule.weekDay === undefined || weekDayOf(at, schedule.zone) === schedule.weekDay)) return at
  }
  return now + dayMs
}

/** The run after the one at `last`; undefined where there is none: the trigger ran once. */
export function nextRun(trigger: TriggerState, last: number): number | undefined {
  if (trigger.everyMinutes !== undefined) return last + trigger.everyMinutes * 60_000
  return trigger.daily && instantOn(last, trigger.daily.days, trigger.daily)
}
