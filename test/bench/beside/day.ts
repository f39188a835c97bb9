/** A day of an office of twelve with twenty deals a day, and what it takes of Google's daily quotas. */
import { dailyLimits } from '../../../emulator/world/limits'
import { names, type Who } from './contenders'
import type { DeedName } from './deeds'
import type { Size, Use } from './measure'

/** Each of the twelve opens twenty cards and looks one deal up; a deal is changed eight times; ten cards are closed at once, twice. */
export const officeDay: Readonly<Record<DeedName, number>> = {
  find: 12 * 20,
  'find by number': 12,
  update: 20 * 8,
  'update 10': 2,
  'insert 1': 20,
  'insert 50': 0,
}
/** Every ten minutes, day and night. */
const ticks = 144
/** What a trigger's run takes beside its calls, seconds: `scriptTimeMs` of the emulator's platform (assumed). */
const ownSeconds = 1
/** Reads and writes of properties in a day, consumer account (documented). */
const propertyLimit = 50_000

export interface Day {
  readonly who: Who
  readonly name: string
  /** Null: a deed of the day is broken off at the six minutes. */
  readonly scriptMinutes: number | null
  /** Share of the 90 minutes of triggers: the ticks. */
  readonly triggers: number
  /** The same if triggers did the deeds too, as automations do. */
  readonly triggersWithDeeds: number | null
  readonly letters: number
  readonly events: number
  readonly fetches: number
  readonly properties: number
}

export function dayOf(size: Size, who: Who): Day {
  const own = size.measured.filter((one) => one.who === who)
  const isWhole = own.every(({ brokenOff, deed }) => !brokenOff || officeDay[deed] === 0)
  const ticking = who === 'product' ? ticks : 0
  const sum = (amount: (use: Use) => number): number =>
    own.reduce((all, { use, deed }) => all + officeDay[deed] * amount(use), 0) + ticking * amount(size.tick)
  const limits = dailyLimits.consumer
  const tickSeconds = ticking * (size.tick.seconds + ownSeconds)
  const all = sum(({ seconds }) => seconds + ownSeconds)
  return {
    ...{ who, name: names[who], scriptMinutes: isWhole ? sum(({ seconds }) => seconds) / 60 : null },
    triggers: tickSeconds / limits.triggerSeconds,
    triggersWithDeeds: isWhole ? all / limits.triggerSeconds : null,
    letters: sum(({ mailRecipients }) => mailRecipients) / limits.mailRecipients,
    events: sum(({ eventsCreated }) => eventsCreated) / limits.eventsCreated,
    fetches: sum(({ urlFetch }) => urlFetch) / limits.urlFetch,
    properties: sum(({ propertyCalls }) => propertyCalls) / propertyLimit,
  }
}
