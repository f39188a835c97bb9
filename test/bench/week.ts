/** The bench's longer deeds: a change by hand in the calendar, a new deal, Friday's closing. */
import type { ExecutionRecord, World } from '../../emulator/world/types'
import type { Deal } from '../../src/domain/deal/deal'
import type { Output } from '../../src/rpc/contract'
import { dealIn, rpc, tick, user } from './asking'
import { clientOf } from './deals'
import type { BenchOffice } from './office'

const friday = Date.parse('2026-11-27T15:05:00+03:00')

/** A consultant retypes the title of a free slot; the next tick hears of it. */
export function changeByHand({ world }: BenchOffice): ExecutionRecord {
  const calendar = Object.values(world.state.calendars)[0]
  const free = calendar?.events.find(
    ({ summary, recurrence, status }) => summary === 'НВ консультация' && !recurrence && status === 'confirmed',
  )
  if (calendar === undefined || free === undefined) throw new Error('The calendar has no free slot of НВ')
  world.calendarHand.patch({ calendarId: calendar.id, id: free.id, summary: 'НВ  Консультация', user })
  return tick(world)
}

/** All rows are compared with their journal, and «Указатель» is made anew. */
export function nextMorning({ world }: BenchOffice): ExecutionRecord {
  world.state.now += 24 * 3_600_000
  return tick(world)
}

/** Assigned, its time has come, and not of topic 8: it can be marked as held. */
export function dealWithPastStart(desk: BenchOffice): Deal {
  return dealIn(desk, ({ stage, start }) => stage === 'assigned' && (start ?? '') < '2026-11-23')
}

/** A known client asks again. */
export function createFor({ world }: BenchOffice, id = 1): ExecutionRecord {
  const { organisation, kind, contact, phone, email, messenger, municipality, consentDate } = clientOf(id)
  const client = { organisation, kind, contact, phone, email, messenger, municipality, consentDate }
  const more = { clientId: id, client, topic: 10, request: 'Проверить отчёт', agreedWith: '' }
  return rpc(world, 'deal/create', { channel: 'phoneOffice', stage: 'new', ...more }).record
}

/** All cards of the list's first fifty, on Friday after 15:00. */
export const closeFifty = ({ world }: BenchOffice): ExecutionRecord => closeReady(world, 50)

/** The first cards that Friday's list offers, on Friday after 15:00. */
export function readyCards(world: World, count: number): Output<'week/list'>['ready'] {
  world.state.now = Math.max(world.state.now, friday)
  return rpc(world, 'week/list', {}).value.ready.slice(0, count)
}

/** @param asked so many of them are asked for feedback, and stay open */
export function closeReady(world: World, count: number, asked = 0): ExecutionRecord {
  const deals = readyCards(world, count).map(({ ref, undistributed }, index) => ({
    ...(index < asked ? { ref, to: 'feedback' as const } : { ref, to: 'won' as const, reason: 'отвечал недавно' }),
    ...(undistributed ? { project: 'не распределено' } : {}),
  }))
  const { record, value } = rpc(world, 'week/close', { deals })
  if (value.closed + value.asked !== count) throw new Error(`Closed ${value.closed} cards instead of ${count}`)
  return record
}
