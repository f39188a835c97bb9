/** What a Friday of an office of twelve with twenty deals a day takes of Google's daily quotas. */
import { dailyLimits } from '../../../emulator/world/limits'
import { names, type Who } from './contenders'
import type { DeedName } from './deeds'
import { fridayDeeds as friday, type LivedDay, plus } from './friday'
import type { Size } from './measure'
import type { Use } from './use'

/** The part of it that the others can do: nobody reminds, looks at the calendar or writes a journal. */
export const othersDay: Readonly<Record<DeedName, number>> = {
  find: friday.cards,
  'find by number': friday.looks,
  update: friday.calls + friday.held + friday.fills,
  'update 10': 0,
  'update 50': friday.closing,
  book: friday.bookings + friday.moves,
  'insert 1': friday.requests,
  'insert 50': 0,
}
/** What a trigger's run takes beside its calls, seconds: `scriptTimeMs` of the emulator's platform (assumed). */
const ownSeconds = 1
/** Reads and writes of properties in a day, consumer account (documented). */
const propertyLimit = 50_000
const none: Use = { runs: 0, seconds: 0, propertyCalls: 0, mailRecipients: 0, eventsCreated: 0, urlFetch: 0 }

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
  /** Letters that are left for another day. */
  readonly waiting: number
  readonly events: number
  readonly fetches: number
  readonly properties: number
}

/** @param lived what the product lived; the others' day is counted from their deeds */
export function dayOf(size: Size, lived: LivedDay, who: Who): Day {
  const own = size.measured.filter((one) => one.who === who)
  const isWhole = who === 'product' || own.every(({ brokenOff, deed }) => !brokenOff || othersDay[deed] === 0)
  const ticks = who === 'product' ? lived.ticks : none
  const all = plus(ticks, who === 'product' ? lived.deeds : countedDay(own))
  const limits = dailyLimits.consumer
  const ofTriggers = ({ seconds, runs }: Use): number => (seconds + runs * ownSeconds) / limits.triggerSeconds
  return {
    ...{ who, name: names[who], scriptMinutes: isWhole ? all.seconds / 60 : null },
    triggers: ofTriggers(ticks),
    triggersWithDeeds: isWhole ? ofTriggers(all) : null,
    letters: all.mailRecipients / limits.mailRecipients,
    waiting: who === 'product' ? lived.waiting : 0,
    events: all.eventsCreated / limits.eventsCreated,
    fetches: all.urlFetch / limits.urlFetch,
    properties: all.propertyCalls / propertyLimit,
  }
}

const countedDay = (own: Size['measured']): Use =>
  own.reduce((sum, { deed, use }) => Array.from({ length: othersDay[deed] }, () => use).reduce(plus, sum), none)
