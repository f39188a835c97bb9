/** What people know of a booking, and what they are owed: over many made-up lives of a deal (A2, R2). */
import { seededRandom } from '../../emulator/world/seeded'
import type { Deal } from '../../src/domain/deal/deal'
import {
  bookingForClient,
  bookingOf,
  clientKnows,
  clientOwed,
  consultantOwed,
  consultantsKnow,
  consultantsOf,
  withClientTold,
  withConsultantTold,
  withKnowledge,
} from '../../src/domain/deal/telling'
import { acceptedDeal, assignedDeal } from '../fixtures/builders'

const now = '2026-11-24T12:00'
const starts = ['2026-11-23T10:00', '2026-11-24T11:00', '2026-11-25T10:00', '2026-11-26T10:00']

/** One step of a life: another state of the booking, whatever brought it about. */
function lived(deal: Deal, pick: (below: number) => number): Deal {
  const booked = { stage: 'assigned', consultant: ['ММ', 'СБ'][pick(2)] ?? '', start: starts[pick(4)] ?? null } as const
  const states: readonly Partial<Deal>[] = [
    { ...booked, format: (['inPerson', 'phone', 'online'] as const)[pick(3)] ?? null, place: ['', 'каб. 3', 'каб. 5'][pick(3)] ?? '' },
    { stage: 'accepted', consultant: '', start: null, place: '' },
    { stage: 'lost' },
    { content: 'x' },
    deal.stage === 'assigned' ? { start: starts[pick(4)] ?? null } : {},
    deal.stage === 'assigned' && (deal.start ?? '') <= now ? { stage: 'held' } : {},
  ]
  return withKnowledge(deal, { ...deal, ...states[pick(states.length)] }, now)
}

/** Everybody who is owed something is told it. */
function told(deal: Deal): Deal {
  const informed = clientOwed(deal, now) === null ? deal : withClientTold(deal, bookingForClient(deal), now, 'a@example.org')
  return consultantsOf(informed).reduce((known, initials) => {
    const booking = bookingOf(known)
    const said = booking?.consultant === initials ? booking : null
    return consultantOwed(known, initials, now) === null ? known : withConsultantTold(known, initials, said, now)
  }, informed)
}

test('300 lives: told, nobody is owed anything; who is owed something differs from what is so; what is over is nobody’s news', () => {
  const random = seededRandom('telling')
  const pick = (below: number) => Math.floor(random() * below)
  let owed = 0
  for (let life = 0; life < 300; life++) {
    let deal = acceptedDeal()
    for (let step = 0; step < 8; step++) {
      deal = lived(deal, pick)
      const news = [clientOwed(deal, now), ...consultantsOf(deal).map((initials) => consultantOwed(deal, initials, now))]
      for (const one of news.flatMap((it) => it ?? [])) {
        owed++
        const isOff = one.kind === 'off' || one.kind === 'left'
        expect([one.known === null || one.known.start > now, isOff ? one.known !== null : (deal.start ?? '') > now]).toEqual([true, true])
      }
      if (pick(2) === 0) {
        deal = told(deal)
        expect(
          [clientOwed(deal, now), ...consultantsOf(deal).map((initials) => consultantOwed(deal, initials, now))].filter(Boolean),
        ).toEqual([])
        expect(deal.toldAt !== null).toBe(clientKnows(deal) !== null && bookingOf(deal) !== null && deal.tellFrom === null && knowsSo(deal))
      }
    }
  }
  expect(owed).toBeGreaterThan(200)
})

function knowsSo(deal: Deal): boolean {
  const known = clientKnows(deal)
  return known?.start === deal.start && known?.consultant === deal.consultant
}

test('there and back owes nothing, wherever it went between', () => {
  const known = told(withKnowledge(acceptedDeal(), assignedDeal({ toldAt: null }), now))
  for (const part of [
    { start: '2026-11-26T10:00' },
    { consultant: 'СБ' },
    { place: 'каб. 9' },
    { stage: 'accepted', start: null, consultant: '' } as const,
  ]) {
    const away = withKnowledge(known, { ...known, ...part }, now)
    expect(clientOwed(away, now)).not.toBeNull()
    const back = withKnowledge(
      away,
      { ...known, clientKnows: away.clientKnows, consultantKnows: away.consultantKnows, toldAt: away.toldAt },
      now,
    )
    expect([clientOwed(back, now), consultantOwed(back, 'ММ', now), consultantOwed(back, 'СБ', now), back.toldAt]).toEqual([
      null,
      null,
      null,
      known.toldAt,
    ])
  }
})

test('what somebody typed into the product’s cells is nothing that anybody knows', () => {
  const typed = assignedDeal({ toldAt: null, clientKnows: '{"start":7}', consultantKnows: 'вчера' })
  expect([clientKnows(typed), consultantsKnow(typed)]).toEqual([null, []])
})
