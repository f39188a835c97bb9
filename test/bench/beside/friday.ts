/** A Friday of an office of twelve with twenty deals a day, as the product lives it: every tick from midnight to midnight, and what people do between. */
import type { ExecutionRecord } from '../../../emulator/world/types'
import { refOf, rpc, tick } from '../asking'
import { book, isLonger, isOneHour } from '../booking'
import { takePosted } from '../intake'
import { moveWithEvent } from '../moving'
import type { BenchOffice } from '../office'
import { cardTexts } from '../operations'
import { closeReady, createFor } from '../week'
import { type Use, useOf } from './use'

export interface LivedDay {
  readonly ticks: Use
  readonly deeds: Use
  /** Letters that wait for another day. */
  readonly waiting: number
}

/** How often each of its deeds is done. */
export const fridayDeeds = {
  cards: 240,
  looks: 12,
  requests: 20,
  calls: 20,
  moves: 2,
  bookings: 16,
  held: 15,
  fills: 15,
  closing: 1,
} as const
type FridayDeed = keyof typeof fridayDeeds

const tickMs = 600_000
/** Ticks of the day: the first of the office's hours, how many these are, and the one at which the week is closed. */
const [opens, hours, closes] = [54, 48, 92]
/** Fifty cards: ten clients are asked for feedback. */
const [closed, asked] = [50, 10]

const deedsOf = (desk: BenchOffice): Record<FridayDeed, (order: number) => ExecutionRecord> => {
  const { world, deals } = desk
  const among = (fits: (deal: BenchOffice['deals'][number]) => boolean) => deals.filter(fits)
  const fresh = among(({ stage }) => stage === 'unsorted' || stage === 'unreached')
  const past = among(({ stage, start }) => stage === 'assigned' && (start ?? '') < '2026-11-23')
  const unfilled = among(({ stage, minutes }) => stage === 'held' && minutes === null)
  const ref = (list: readonly BenchOffice['deals'][number][], order: number) => refOf(list[order % list.length] as never)
  return {
    cards: (order) => rpc(world, 'deal/open', ref(deals, order * 37)).record,
    looks: (order) => rpc(world, 'deal/search', { text: `Северный маяк — ${order + 1}` }).record,
    requests: (order) => (order % 2 === 0 ? takePosted(desk, order) : createFor(desk, order + 1)),
    calls: (order) => rpc(world, 'deal/note', { deal: ref(fresh, order), outcome: 'reached', text: 'поговорили' }).record,
    bookings: (order) => book(desk, order, order % 4 === 3 ? isLonger : isOneHour).record,
    moves: (order) => moveWithEvent(desk, fridayDeeds.bookings + order, 19 + order),
    held: (order) => rpc(world, 'deal/move', { deal: ref(past, order), to: 'held', reason: '', fields: cardTexts }).record,
    fills: (order) => rpc(world, 'deal/fill', { deal: ref(unfilled, order), fields: cardTexts }).record,
    closing: () => closeReady(world, closed, asked),
  }
}

/** Each ten minutes: the tick, then what falls to these minutes; the page that changed something sends the letters that wait. */
export function liveFriday(desk: BenchOffice): LivedDay {
  const { world } = desk
  const midnight = Date.parse('2026-11-27T00:00:00+03:00')
  world.state.now = midnight - tickMs
  tick(world)
  Object.assign(world.state.quotas, { accounts: {} })
  const deeds = deedsOf(desk)
  const lived = Array.from({ length: 144 }, (_, at) => {
    world.state.now = Math.max(world.state.now, midnight + at * tickMs)
    const ticking = useOf(world, () => [tick(world)])
    return { ticking, done: fallingTo(at).map(({ name, order }) => useOf(world, () => [deeds[name](order), ...sent(desk, name)])) }
  })
  const { waiting } = rpc(world, 'outbox/send', {}).value
  return { ticks: lived.map(({ ticking }) => ticking).reduce(plus), deeds: lived.flatMap(({ done }) => done).reduce(plus), waiting }
}

/** Spread over the office's hours; the week is closed after 15:00. */
function fallingTo(at: number): { readonly name: FridayDeed; readonly order: number }[] {
  const all = (Object.entries(fridayDeeds) as [FridayDeed, number][]).flatMap(([name, count]) =>
    Array.from({ length: count }, (_, order) => ({
      name,
      order,
      when: name === 'closing' ? closes : opens + Math.floor((order * hours) / count),
    })),
  )
  return all.filter(({ when }) => when === at)
}

const sent = ({ world }: BenchOffice, name: FridayDeed): ExecutionRecord[] =>
  ['bookings', 'moves', 'closing'].includes(name) ? [rpc(world, 'outbox/send', {}).record] : []

/** Of both. */
export function plus(one: Use, other: Use): Use {
  const names = Object.keys(one) as (keyof Use)[]
  return Object.fromEntries(names.map((name) => [name, one[name] + other[name]])) as unknown as Use
}
