/** B4: what an answer says is booked is what was asked for, and stands in the calendar when it comes (docs/invariants.md). */
import type { ExecutionRecord, Invocation, World } from '../../../emulator/world/types'
import { calendarIn, wall } from './cells'

const booking = ['deal/book', 'deal/bookOwn', 'deal/reschedule', 'deal/reassign']

interface Booked {
  readonly id: number
  readonly stage: string
  readonly eventId: string
  readonly start: string
  readonly end: string
  readonly consultant: string
}

interface Asked {
  readonly consultant?: string
  readonly slot?: { readonly start: string } | null
  readonly at?: { readonly start: string } | null
}

/** What is otherwise, in words; null = all is as it was said. */
export function otherwise(world: World, { args }: Invocation, { value }: ExecutionRecord): string | null {
  const { method = '', input = {} } = (args?.[0] ?? {}) as { method?: string; input?: Asked }
  const answer = value as { ok?: boolean; value?: { card?: { deal?: Booked }; deal?: Booked } } | null
  const deal = answer?.ok === true && booking.includes(method) ? (answer.value?.card?.deal ?? answer.value?.deal) : undefined
  if (deal?.stage !== 'assigned') return null
  const asked = { consultant: input.consultant ?? deal.consultant, start: input.slot?.start ?? input.at?.start ?? deal.start }
  if (asked.consultant !== deal.consultant || asked.start !== deal.start)
    return `B4 № ${deal.id}: ${asked.consultant} ${asked.start} was asked for, ${deal.consultant} ${deal.start} was told as booked`
  return standsOtherwise(world, deal)
}

function standsOtherwise(world: World, deal: Booked): string | null {
  const event = world.state.calendars[calendarIn(world)]?.events.find(({ id }) => id === deal.eventId)
  if (event === undefined || event.status === 'cancelled')
    return `B4 № ${deal.id} was told as booked, and there is no event ${deal.eventId}`
  const [stands, told] = [`${wall(event.start)} – ${wall(event.end)}`, `${deal.start} – ${deal.end}`]
  const isMarked = Object.values(event.extendedProperties?.private ?? {})
    .join(' ')
    .includes(String(deal.id))
  const isSo = stands === told && event.summary?.startsWith(`${deal.consultant}_`) === true && isMarked
  return isSo ? null : `B4 № ${deal.id} ${told} of ${deal.consultant} was told as booked; there stands ${event.summary} ${stands}`
}
