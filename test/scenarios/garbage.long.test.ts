/** Somebody has typed into the product's own memory: every screen opens, work goes on, and the next tick mends it. */
import type { World } from '../../emulator/world/types'
import { keyInSheet, readableService, type ServiceKey, type ServiceState, serviceKeys } from '../../src/usecases/register/service'
import {
  booked,
  calendarId,
  calendarLines,
  call,
  deskWorld,
  director,
  done,
  eventOf,
  nextTick,
  office,
  phoned,
  refusal,
  run,
  sleepUntil,
} from '../fixtures/desk'
import { registerEqualsJournal, rowById, rowsOf, valuesOf } from '../fixtures/register'
import { shareOf } from '../fixtures/share'
import { closedScreens, garbage, serviceOf, serviceRow, troubles, typeOver, typeOverService } from '../fixtures/typedOver'

/** A desk at work: a booking, a report that was written, a calendar that was read. */
function atWork() {
  const world = deskWorld()
  nextTick(world)
  const { deal, ref } = booked(world, 'АНО «Маяк»')
  done(world, 'month/report', { month: '2026-10' }, director)
  nextTick(world)
  done(world, 'desk/today', {})
  return { world, deal, ref }
}

const shared = atWork()
const numbers = (world: World, title: string) => rowsOf(world, title).map(({ cells }) => Number(cells['№']))

function fork(): World {
  const world = shared.world.fork()
  world.state.executions = []
  return world
}

/** Keys of «Служебное» whose cell cannot be read. */
function garbledIn(world: World): readonly ServiceKey[] {
  const read = serviceOf(world)
  const state = Object.fromEntries(serviceKeys.map((key) => [key, read[keyInSheet(key)] ?? ''])) as unknown as ServiceState
  return readableService(state).garbled
}

function checkOf(world: World) {
  return done(world, 'settings/open', {}, director).checks.find(({ key }) => key === 'service')
}

/** A new deal of a new client gets numbers that nobody had. */
function createAnew(world: World, known: World): void {
  const { deal } = phoned(world, 'Фонд «Новый»')
  expect(numbers(known, 'Журнал')).not.toContain(deal.id)
  expect(deal.id).toBeGreaterThan(Math.max(...numbers(known, 'Сделки')))
  expect(deal.clientId).toBeGreaterThan(Math.max(...numbers(known, 'Клиенты')))
}

/** Every second key, so that each world holds several faults at once and each key meets each value. */
const groups = [0, 1].map((rest) => serviceKeys.filter((_, index) => index % 2 === rest))
const cases = Object.entries(garbage).flatMap(([name, value]) => groups.map((keys) => ({ name, keys, value })))

test.each(shareOf(cases, 6))('«Служебное»: $name in $keys', ({ keys, value }) => {
  const world = fork()
  for (const key of keys) typeOverService(world, keyInSheet(key), value)
  const garbled = garbledIn(world)
  const named = checkOf(world)
  for (const key of garbled) expect(named?.text).toContain(`«${keyInSheet(key)}» не читается`)
  expect(closedScreens(world)).toEqual([])
  createAnew(world, shared.world)
  nextTick(world)
  expect(troubles(world)).toEqual([])
  expect(garbledIn(world)).toEqual(garbled.filter((key) => key === 'schemaVersion'))
  expect(checkOf(world)?.state).toBe(garbled.includes('schemaVersion') ? 'warning' : 'good')
  registerEqualsJournal(world)
})

test.each(shareOf(serviceKeys.map(keyInSheet), 6))('«Служебное»: the key %s itself is typed over, and written again below', (key) => {
  const world = fork()
  typeOver(world, 'Служебное', { row: serviceRow(world, key), heading: 'Ключ' }, 'ЫЫЫ')
  const others = serviceOf(world)
  createAnew(world, shared.world)
  nextTick(world)
  expect(troubles(world)).toEqual([])
  for (const one of ['reports', 'archives', 'schemaVersion'].filter((one) => one !== key)) expect(serviceOf(world)[one]).toBe(others[one])
  expect(garbledIn(world).filter((one) => one !== 'schemaVersion')).toEqual([])
})

test('a command alone mends what it read, before any tick', () => {
  const world = fork()
  for (const key of ['holds', 'revision', 'lastDealId', 'scanned']) typeOverService(world, key, '{')
  phoned(world, 'Фонд «Новый»')
  expect(garbledIn(world)).toEqual([])
})

test('a number that is lower than one given out brings no number a second time', () => {
  const world = fork()
  typeOverService(world, 'lastDealId', 5)
  typeOverService(world, 'lastClientId', '5')
  createAnew(world, shared.world)
})

test('the number of a deal that is gone from the sheet is known from the journal', () => {
  const world = fork()
  const last = phoned(world, 'Фонд «Последний»').deal
  const { row } = rowsOf(world, 'Сделки').find(({ cells }) => cells['№'] === last.id) ?? { row: 0 }
  typeOver(world, 'Сделки', { row, heading: '№' }, null)
  typeOverService(world, 'lastDealId', 'ЫЫЫ')
  expect(phoned(world, 'Фонд «Следующий»').deal.id).toBe(last.id + 1)
})

test('a version that cannot be read is set right by «Установить и проверить», and keeps nobody out until then', () => {
  const world = fork()
  const before = serviceOf(world)['schemaVersion']
  typeOverService(world, 'schemaVersion', 'ЫЫЫ')
  expect(checkOf(world)).toMatchObject({ state: 'warning', remedy: expect.stringContaining('Установить и проверить') })
  world.invoke({ fn: 'setUp', entry: 'menu', user: office })
  expect(serviceOf(world)['schemaVersion']).toBe(before)
  expect(checkOf(world)?.state).toBe('good')
})

const notLetters = Object.entries(garbage).filter(([name]) => name !== 'nothing')

test('«Исходящие»: rows whose content was typed over are named and given up; the others go', () => {
  const world = fork()
  phoned(world, 'Фонд «Новый»')
  const { deal } = booked(world, 'АНО «Причал»')
  const waiting = rowsOf(world, 'Исходящие').filter(({ cells }) => cells['Отправлено'] === null)
  const [first, ...others] = waiting
  expect(others.length).toBeGreaterThan(0)
  for (const [index, { row }] of others.entries())
    typeOver(world, 'Исходящие', { row, heading: 'Содержание' }, notLetters[index % notLetters.length]?.[1] ?? null)
  done(world, 'outbox/send', {})
  done(world, 'outbox/send', {})
  const after = new Map(rowsOf(world, 'Исходящие').map(({ row, cells }) => [row, cells]))
  expect(after.get(first?.row ?? 0)?.['Отправлено']).not.toBeNull()
  expect(others.map(({ row }) => after.get(row)?.['Ошибка'])).toEqual(
    others.map(() => expect.stringContaining('написала или изменила не программа')),
  )
  expect(closedScreens(world, 'first')).toEqual([])
  expect(done(world, 'deal/open', { id: deal.id, row: null, clientId: null }).deal.stage).toBe('assigned')
  for (let hour = 0; hour < 2; hour++) sleepUntil(world, `2026-11-2${3 + hour}T20:00`)
  expect(troubles(world).filter((line) => line.startsWith('tick'))).toEqual([])
})

describe('«Журнал»: a line whose change was typed over', () => {
  const changeHeading = 'Было → стало'

  function withBadLine(value: string) {
    const world = fork()
    const { id } = shared.deal
    const line = rowsOf(world, 'Журнал').find(
      ({ cells }) => cells['Лист'] === 'Сделки' && cells['№ строки'] === id && cells['Версия'] === 2,
    )
    typeOver(world, 'Журнал', { row: line?.row ?? 0, heading: changeHeading }, value)
    return { world, id }
  }

  test.each(['{', 'null', '[]', '"x"', '{"__proto__":1}', '{"stage":"won"}', 'ЫЫЫ'])(
    '%s: its row stands as it is, and it is named',
    (value) => {
      const { world, id } = withBadLine(value)
      const before = rowById(world, 'Сделки', id)
      const all = valuesOf(world, 'Сделки')
      sleepUntil(world, '2026-11-24T10:00')
      expect(troubles(world)).toEqual([])
      expect(rowById(world, 'Сделки', id)).toEqual(before)
      expect(valuesOf(world, 'Сделки')).toEqual(all)
      const named = expect.objectContaining({ where: 'Журнал', message: expect.stringContaining(`№ ${id}`) })
      expect(done(world, 'desk/today', {}).notes).toEqual(expect.arrayContaining([named]))
      expect(closedScreens(world, 'first')).toEqual([])
    },
  )

  test('the history tells the other lines, and an undo is refused', () => {
    const { world, id } = withBadLine('{')
    const { lines } = done(world, 'deal/history', { id })
    expect(lines.map(({ text }) => text)).toEqual(expect.arrayContaining([expect.stringContaining('создана')]))
    const { ref } = done(world, 'deal/open', { id, row: null, clientId: null })
    expect(refusal(world, 'deal/undo', { deal: ref }, office)).toContain('не читается')
  })

  test('another row that was edited by hand is judged all the same', () => {
    const { world } = withBadLine('{')
    const other = rowsOf(world, 'Сделки').find(({ cells }) => cells['№'] === 41003)
    typeOver(world, 'Сделки', { row: other?.row ?? 0, heading: 'Этап' }, 'Абракадабра')
    sleepUntil(world, '2026-11-24T10:00')
    expect(rowById(world, 'Сделки', 41003)['Этап']).toBe(other?.cells['Этап'])
  })
})

test.each(Object.entries(garbage))('«Месяцы»: %s for the approved numbers', (_, value) => {
  const world = approved.fork()
  typeOver(world, 'Месяцы', { row: 2, heading: 'Утверждённые числа' }, value)
  expect(closedScreens(world, 'first')).toEqual([])
  expect(done(world, 'month/preview', { period: { kind: 'month', month: '2026-10' } }, director).done).not.toBeNull()
  const named = expect.objectContaining({ where: 'Месяцы', row: 2, column: 'Утверждённые числа' })
  expect(done(world, 'desk/today', {}).notes).toEqual(expect.arrayContaining([named]))
  done(world, 'month/approve', { month: '2026-10', again: true }, director)
  expect(done(world, 'desk/today', {}).notes).not.toEqual(expect.arrayContaining([named]))
})

const approved = (() => {
  const world = deskWorld()
  sleepUntil(world, '2026-12-02T10:00')
  done(world, 'month/approve', { month: '2026-10', again: false }, director)
  world.state.executions = []
  return world
})()

test.each(['{', 'null', '[]', '"x"', '{"start":5}', '{"__proto__":1}', 'ЫЫЫ', ''])(
  'an event whose mark says %s: nothing else stops',
  (value) => {
    const world = fork()
    const event = eventOf(world, shared.deal.eventId)
    const mark = event.extendedProperties?.private
    if (mark === undefined) throw new Error('the booking left no mark')
    Object.assign(mark, { booking: value, was: value, version: '9' })
    world.calendarHand.patch({ calendarId, id: event.id, summary: `${event.summary} `, user: office })
    nextTick(world)
    expect(troubles(world)).toEqual([])
    expect(closedScreens(world, 'first')).toEqual([])
    expect(calendarLines(world).length).toBeGreaterThan(0)
    expect(call(world, 'desk/today', {}).ok).toBe(true)
    expect(run(world, 'slot/board', { weeks: 2 }).error).toBeNull()
  },
)
