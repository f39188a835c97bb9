/** K1–K3, K6: the list for closing the week. */
import { list, listWeek } from '../../../src/usecases/week/listWeek'
import { acceptedDeal, client, heldDeal, workingCalendar } from '../../fixtures/builders'
import { deskOf, type Given, shownBy, whoMay } from '../../fixtures/known'
import { everyReader } from '../../fixtures/staff'

const ready = heldDeal({ id: 41700, start: '2026-11-24T10:00' })
const incomplete = heldDeal({ id: 41701, content: '', start: '2026-11-23T10:00' })
const awaiting = heldDeal({ id: 41702, stage: 'feedback' })
const given: Given = { deals: [ready, incomplete, awaiting, acceptedDeal(), heldDeal({ id: 41703, stage: 'won' })] }
test('ready, not ready with what is missing, waiting for feedback; others are not there', () => {
  const week = shownBy(list, {}, given)
  const ids = (cards: typeof week.ready) => cards.map(({ deal }) => deal.id)
  expect([ids(week.ready), ids(week.incomplete), ids(week.awaiting)]).toEqual([[41700], [41701], [41702]])
  expect(week.incomplete[0]?.missing.map(({ field }) => field)).toEqual(['content'])
  expect(week.ready[0]?.ref).toEqual({ id: 41700, row: 2, version: 1, clientId: 7 })
})

test('by time, then by number', () => {
  const twice = [heldDeal({ id: 41705 }), heldDeal({ id: 41704 }), heldDeal({ id: 41706, start: '2026-11-20T10:00' })]
  const week = listWeek(deskOf({ deals: twice }), [], { now: '2026-11-27T15:00', closesAt: '2026-11-27T18:00' })
  expect(week.ready.map(({ deal }) => deal.id)).toEqual([41706, 41704, 41705])
})

test('what an import brought stands behind this week’s, until somebody works on it', () => {
  const old = { content: '', start: '2026-08-10T10:00', importedAt: '2026-11-23T09:00' }
  const deals = [heldDeal({ id: 1, ...old }), heldDeal({ id: 2, ...old, countedFrom: '2026-11-24T10:00' }), incomplete]
  const week = listWeek(deskOf({ deals }), [], { now: '2026-11-27T15:00', closesAt: '2026-11-27T18:00' })
  expect(week.incomplete.map(({ deal }) => deal.id)).toEqual([2, 41701, 1])
})

test('K6: closes on Friday at 18:00; where Friday is a day off, on the last working day', () => {
  expect(shownBy(list, {}, given).closesAt).toBe('2026-11-27T18:00')
  const dayOff = { calendar: workingCalendar({ '2026-11-27': 'off' }) }
  expect(shownBy(list, {}, { ...given, office: dayOff }).closesAt).toBe('2026-11-26T18:00')
})

test('K3: a client whose consultations stand in the archive is not new', () => {
  const because = (archivedHeld: number | null) =>
    shownBy(list, {}, { ...given, clients: [client({ archivedHeld })], deals: [ready] }).ready[0]?.feedbackWhy
  expect(because(2)).toBe('у ММ в ноябре 2026 года ещё не спрашивали')
  expect(because(null)).toBe('новый клиент')
})
test('whoever reads may look', () => {
  expect(whoMay(list, {}, given)).toEqual(everyReader)
})
