/** G5, G6, R1: a booked consultation moved or given to another consultant, on its card. */

import type { Card, SlotList, Step } from '../../src/rpc/contract'
import { accepted, type Handlers, refused } from '../../src/sidebar/transports/memoryTransport'
import { cardOf, deskWith, pageData, settled, slotList } from './pageBuilder'

const step = (kind: Step['kind'], value = '', more: Partial<Step> = {}): Step => ({
  kind,
  value,
  title: '',
  primary: false,
  blockedBy: '',
  needsReason: false,
  ...more,
})
const start = '2026-11-26T10:00'
const assigned = cardOf({ stage: 'assigned', version: 3, consultant: 'ММ', start, end: '2026-11-26T11:00', eventId: 'old', topic: 8 })
const other = { ...slotList.consultants[0]!, initials: 'АС', name: 'Соколова Анна Сергеевна' }
const others: SlotList = { ...slotList, consultants: [other] }
const data = {
  ...pageData,
  lists: {
    ...pageData.lists,
    consultants: [...pageData.lists.consultants, { initials: 'АС', name: other.name, topics: [8], external: false }],
  },
}
const moved = cardOf({ ...assigned.deal, version: 4, consultant: 'АС', start: '2026-11-27T10:00' })
const office: Handlers = {
  'slot/forReassign': ({ same }) => accepted(same ? slotList : others),
  'slot/hold': () => accepted({ holds: [] }),
  'slot/release': () => accepted({ holds: [] }),
  'deal/reassign': () => accepted({ card: moved, lettersWaiting: 3 }),
  'deal/reschedule': () => accepted({ card: cardOf({ ...moved.deal, consultant: 'ММ' }), lettersWaiting: 2 }),
  'outbox/send': () => accepted({ sent: 3, failed: 0, waiting: 0 }),
}

async function opened(kind: 'reassign' | 'reschedule', handlers: Handlers = {}, card: Card = assigned) {
  const bench = deskWith({ 'deal/open': () => accepted(card), ...office, ...handlers }, data)
  bench.desk.card.open({ id: card.deal.id, row: 2, clientId: 7 })
  await settled()
  bench.desk.card.steps.take(step(kind))
  await settled()
  return { ...bench, card: bench.desk.card, move: bench.desk.card.move }
}

it('G6: another consultant is chosen with a reason; the card comes fresh, the letters go out', async () => {
  const { card, move, server, desk } = await opened('reassign')
  move.pick(other, other.slots[0]!)
  await move.confirm()
  expect(server.calls.map(({ method }) => method)).not.toContain('deal/reassign')
  move.reason.value = 'заболела'
  await move.confirm()
  await settled()
  const asked = server.calls.find(({ method }) => method === 'deal/reassign')
  expect(asked?.input).toMatchObject({ deal: { id: 41217, version: 3 }, consultant: 'АС', slot: { eventId: 'e1' }, reason: 'заболела' })
  expect(card.done.value).toBe('Передано: Соколова А. С., пт 27 ноября, 10:00')
  expect(card.card.value?.deal.version).toBe(4)
  expect(move.kind.value).toBeNull()
  expect(desk.letters.told.value).toBe('Письма отправлены: 3')
  expect(server.calls.map(({ method }) => method)).not.toContain('slot/release')
})

it('G6: the reason told with «не сможет провести» is there already', async () => {
  const { move } = await opened('reassign', {}, cardOf({ ...assigned.deal, cannotHold: '23.11.2026 09:12: больничный до пятницы' }))
  expect(move.reason.value).toBe('больничный до пятницы')
})

it('R1: to a free slot of the same consultant', async () => {
  const { card, move, server } = await opened('reschedule')
  expect(server.calls.find(({ method }) => method === 'slot/forReassign')?.input).toMatchObject({ same: true })
  move.pick(slotList.consultants[0]!, slotList.consultants[0]!.slots[0]!)
  move.reason.value = 'клиент попросил'
  await move.confirm()
  expect(server.calls.find(({ method }) => method === 'deal/reschedule')?.input).toMatchObject({ slot: { eventId: 'e1' }, at: null })
  expect(card.done.value).toBe('Перенесено: пт 27 ноября, 10:00')
})

it('R1: to a time of one’s own: the date stands, an hour is proposed', async () => {
  const { move, server } = await opened('reschedule')
  move.typeOwn({})
  expect(move.times.value).toBeNull()
  move.typeOwn({ from: '14:30' })
  expect(move.times.value).toEqual({ start: '2026-11-26T14:30', end: '2026-11-26T15:30' })
  move.typeOwn({ to: '16:00' })
  move.reason.value = 'клиент попросил'
  await move.confirm()
  const at = { start: '2026-11-26T14:30', end: '2026-11-26T16:00', etag: null }
  expect(server.calls.find(({ method }) => method === 'deal/reschedule')?.input).toMatchObject({
    slot: null,
    at,
    reason: 'клиент попросил',
  })
})

it('G5: beyond two working days is refused in words; what was typed stays, and another consultant is the way on', async () => {
  const far = refused<never>({ message: 'Дальше 2 рабочих дней', problem: { code: 'moveLimit', firstStart: start, days: 2 } })
  const { card, move } = await opened('reschedule', { 'deal/reschedule': () => far })
  move.typeOwn({ date: '2026-12-04', from: '10:00' })
  move.reason.value = 'клиент в отъезде'
  await move.confirm()
  expect(move.caller.trouble.value?.message).toBe('Дальше 2 рабочих дней')
  expect(move.own.value).toEqual({ date: '2026-12-04', from: '10:00', to: '11:00' })
  card.steps.take(step('reassign'))
  expect(move.kind.value).toBe('reassign')
})

it('a slot taken meanwhile: the sentence, fresh slots, the reason stays', async () => {
  const taken = refused<never>({ message: 'Это время заняли', problem: { code: 'slotTaken', start, consultant: 'АС' } })
  const { move, server } = await opened('reassign', { 'deal/reassign': () => taken })
  move.pick(other, other.slots[0]!)
  move.reason.value = 'заболела'
  await move.confirm()
  await settled()
  expect(move.lost.value).toBe('Это время заняли')
  expect(move.picked.value).toBeNull()
  expect(move.reason.value).toBe('заболела')
  expect(server.calls.filter(({ method }) => method === 'slot/forReassign')).toHaveLength(2)
})

it('a picked slot is held, and let go when the panel is closed', async () => {
  const { move, server } = await opened('reassign')
  move.pick(other, other.slots[0]!)
  await settled()
  move.back()
  await settled()
  expect(server.calls.slice(-2).map(({ method }) => method)).toEqual(['slot/hold', 'slot/release'])
  expect(move.kind.value).toBe('reassign')
  move.back()
  expect(move.kind.value).toBeNull()
})

it('G5.limit: «Принять перенос» settles the line with its reason and shows the fresh card', async () => {
  let version = 3
  const handlers: Handlers = {
    'deal/open': () => accepted(cardOf({ ...assigned.deal, version: version++ })),
    'discrepancy/resolve': () => accepted({ solved: 'принять с причиной', lettersWaiting: 0 }),
  }
  const { card, server } = await opened('reassign', handlers)
  card.steps.take(step('limit', 'accept', { needsReason: true }))
  card.steps.reason.value = 'клиент в отъезде'
  card.steps.confirm()
  await settled()
  const asked = server.calls.find(({ method }) => method === 'discrepancy/resolve')
  expect(asked?.input).toEqual({ key: 'limit:old', outcome: 'accept', reason: 'клиент в отъезде', deal: null })
  expect(card.card.value?.deal.version).toBe(4)
  expect(card.done.value).toBe('Решено, карточка обновлена')
})
