/** A4, C8, K4: one's own consultations, what is to be filled first. */
import { mine } from '../../../src/usecases/booking/ownConsultations'
import type { ControlLine } from '../../../src/usecases/desk'
import { assignedDeal } from '../../fixtures/builders'
import { type Given, knownTo, shownBy, whoMay } from '../../fixtures/known'
import { callers, everyReader } from '../../fixtures/staff'

const now = '2026-11-25T12:00'
const deal = (id: number, start: string, part: object = {}) => ({ ...assignedDeal(), id, start, end: `${start.slice(0, 14)}45`, ...part })
const line = (key: string, dealId: number, due: string, part: Partial<ControlLine> = {}): ControlLine => ({
  ...{ key, clause: '', subject: '', detail: '', who: 'ММ', opensAt: '2026-11-20T09:00', due, dealId, row: null, clientId: null },
  ...{ remindAt: null, overdueTo: 'nobody', reminded: null, escalated: null, breached: null, ...part },
})

const deals = [
  deal(1, '2026-12-02T10:00'),
  deal(2, '2026-11-27T10:00'),
  deal(3, '2026-11-25T11:30', { end: '2026-11-25T12:30' }),
  deal(4, '2026-11-24T10:00'),
  deal(5, '2026-11-20T10:00'),
  deal(6, '2026-11-20T12:00', { stage: 'held' }),
  deal(7, '2026-11-26T10:00', { consultant: 'СБ' }),
  deal(8, '2026-11-19T10:00'),
]
const control = [
  ...[1, 2, 3].map((id) => line('A4.hold', id, '2026-11-25T11:30')),
  line('C8.fill', 4, '2026-11-25T11:00'),
  line('C8.fill', 5, '2026-11-23T11:00'),
  line('K4.complete', 6, '2026-11-27T18:00'),
  line('A4.hold', 7, '2026-11-26T10:00', { who: 'СБ' }),
  line('C8.fill', 8, '2026-11-20T11:00', { overdueTo: 'history' }),
]
const given: Given = { now, who: callers.own, deals, control }

test('to be filled, the longest overdue first; then today, what is going on too; this week; later', () => {
  expect(shownBy(mine, {}, given).items.map(({ id, group, due }) => [id, group, due])).toEqual([
    [5, 'fill', '2026-11-23T11:00'],
    [4, 'fill', '2026-11-25T11:00'],
    [6, 'fill', '2026-11-27T18:00'],
    [3, 'today', null],
    [2, 'week', null],
    [1, 'later', null],
  ])
})

test('nobody else’s rows are read, nor those of the past', () => {
  expect([...knownTo(mine, {}, given).desk.deals.keys()].sort()).toEqual([1, 2, 3, 4, 5, 6])
  expect(shownBy(mine, {}, { ...given, who: callers.officeManager }).items).toEqual([])
})

test('a card that was filled a moment ago is gone, whatever «Контроль» says', () => {
  const filled = deals.map((one) => (one.id === 3 ? { ...one, stage: 'held' as const } : one))
  expect(shownBy(mine, {}, { ...given, deals: filled }).items.map(({ id }) => id)).not.toContain(3)
})

test('everybody who sees the register', () => {
  expect(whoMay(mine, {}, given)).toEqual(everyReader)
})
