/** A4: the letter to the client the day before: a new office begins with it; once, and only for the booking that stands when the letter goes. */
import type { World } from '../../emulator/world/types'
import type { Card } from '../../src/rpc/contract'
import { cardNow, quietStart, tickAt } from '../fixtures/controlDesk'
import { done, setSetting, sheet } from '../fixtures/desk'
import { columnOf, rowsOf } from '../fixtures/register'
import { bookedAt, setClock } from '../fixtures/stages'

const title = 'Напоминать клиентам накануне'
const organisation = 'АНО «Светлячок»'
/** Monday 30 November, 16:00; the working day before is Friday the 27th. */
const start = () => {
  const world = quietStart()
  return { world, card: bookedAt(world, organisation, '2026-11-30') }
}
const base = start()
const remindersIn = ({ state }: World) =>
  state.letters.filter(({ subject }) => subject.startsWith('Напоминание о консультации')).map(({ subject }) => subject.split(': ')[1])
const clientCell = (world: World, { deal }: Card, heading: string, value: string): void => {
  const clients = sheet(world, 'Клиенты')
  const row = rowsOf(world, 'Клиенты').find(({ cells }) => cells['№'] === deal.clientId)?.row ?? 0
  const column = columnOf(clients, heading) - 1
  clients.cells = clients.cells.map((cells, at) => (at === row - 1 && cells ? Object.assign([...cells], { [column]: value }) : cells))
}
const moveTo = (world: World, at: string) =>
  done(world, 'deal/reschedule', {
    ...{ deal: cardNow(world, base.card.deal.id).ref, slot: null, reason: 'просил клиент' },
    at: { start: at, end: at.replace(/T(\d\d)/, (_, hour) => `T${Number(hour) + 1}`), etag: null },
  })

test('a new office has it switched on; one that stands without the row, or has chosen «нет», reminds nobody', () => {
  const row = () => rowsOf(base.world, 'Настройки').find(({ cells }) => cells['Настройка'] === title)
  expect(row()?.cells['Значение']).toBe('да')
  const without = base.world.fork()
  const settings = sheet(without, 'Настройки')
  settings.cells = settings.cells.filter((_, at) => at !== (row()?.row ?? 0) - 1)
  const refused = base.world.fork()
  setSetting(refused, title, 'нет')
  const sent = [base.world.fork(), without, refused].map((world) => {
    for (const minute of ['09:00', '09:10', '10:20', '17:50']) tickAt(world, `2026-11-27T${minute}`)
    return remindersIn(world)
  })
  expect(sent).toEqual([['пн 30 ноября, 16:00'], [], []])
})

const withdrawn = (world: World) =>
  void done(world, 'client/withdrawConsent', { deal: cardNow(world, base.card.deal.id).ref, date: '2026-11-27', reason: 'по телефону' })

/** What happens between the queue and the post; the day's mail is used up on Friday. */
const meanwhile: readonly (readonly [string, (world: World) => void, readonly string[]])[] = [
  ['nothing', () => undefined, ['пн 30 ноября, 16:00']],
  ['moved to a later hour', (world) => moveTo(world, '2026-12-01T12:00'), ['вт 1 декабря, 12:00']],
  ['moved to an earlier hour', (world) => moveTo(world, '2026-11-30T12:00'), []],
  [
    'called off',
    (world) =>
      done(world, 'deal/move', { deal: cardNow(world, base.card.deal.id).ref, to: 'accepted', reason: 'клиент заболел', fields: {} }),
    [],
  ],
  ['another address', (world) => clientCell(world, base.card, 'E-mail', 'other@example.org'), []],
  ['consent withdrawn, the booking stands', withdrawn, ['пн 30 ноября, 16:00']],
  ['no letters wanted', (world) => clientCell(world, base.card, 'Без писем', 'да'), []],
  ['the service was down until it had begun', (world) => setClock(world, '2026-11-30T16:00'), []],
]

test.each(meanwhile)('a reminder that waited in the queue: %s', (_, happens, sent) => {
  const world = base.world.fork()
  setClock(world, '2026-11-27T08:50')
  world.state.quotas = { day: '2026-11-27', used: { mailRecipients: 100 } }
  tickAt(world, '2026-11-27T09:00')
  const queued = () => rowsOf(world, 'Исходящие').filter(({ cells }) => String(cells['Ключ']).startsWith('coming:'))
  expect(queued().map(({ cells }) => cells['Отправлено'])).toEqual([null])
  expect(remindersIn(world)).toEqual([])
  setClock(world, '2026-11-27T12:00')
  happens(world)
  const from = world.state.now
  for (const at of ['2026-11-28T09:00', '2026-11-28T09:10', '2026-11-30T16:10']) {
    setClock(world, at)
    if (world.state.now > from) tickAt(world, at)
  }
  expect(remindersIn(world)).toEqual(sent)
  expect(queued().filter(({ cells }) => cells['Отправлено'] === null)).toEqual([])
})
