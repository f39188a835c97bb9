/** Rows that a hand wrote into the product's own sheets — journal, «Служебное», «Расхождения» — are nobody's facts: named, and nothing follows from them. */
import type { World } from '../../emulator/world/types'
import { dealTitles } from '../../src/domain/deal/fieldTitles'
import {
  booked,
  bookInput,
  call,
  deskWorld,
  director,
  done,
  inDomain,
  morozova,
  nextTick,
  office,
  phoned,
  sheet,
  sleepUntil,
  slotOf,
} from '../fixtures/desk'
import { columnOf, rowById, rowsOf, valuesOf } from '../fixtures/register'
import { serviceOf, typeOver, typeOverService } from '../fixtures/typedOver'

const story = (() => {
  const world = inDomain(deskWorld())
  nextTick(world)
  const { ref } = booked(world, 'АНО «Маяк»')
  done(world, 'outbox/send', {})
  done(world, 'deal/fill', { deal: { ...ref, version: 2 }, fields: { content: 'Разобрали отчёт' } })
  return { world, id: ref.id }
})()

const register = (world: World) => [valuesOf(world, 'Сделки'), valuesOf(world, 'Клиенты')]

/** A line below the last one, as somebody who has read the sheet would write it; the seal is copied from above. */
function addLine(world: World, line: Readonly<Record<string, string | number>>): void {
  const journal = sheet(world, 'Журнал')
  const rows = rowsOf(world, 'Журнал')
  const last = rows[rows.length - 1]
  const row = (last?.row ?? 1) + 1
  const cells = { ...last?.cells, ...line }
  for (const [heading, value] of Object.entries(cells)) typeOver(world, 'Журнал', { row, heading }, value ?? null)
  expect(journal.cells.length).toBeGreaterThanOrEqual(row)
}

function changeLine(world: World, version: number, heading: string, value: string | number): void {
  const line = rowsOf(world, 'Журнал').find(
    ({ cells }) => cells['Лист'] === 'Сделки' && cells['№ строки'] === story.id && cells['Версия'] === version,
  )
  typeOver(world, 'Журнал', { row: line?.row ?? 0, heading }, value)
}

const decision = JSON.stringify({
  externalBy: [null, 'Орлова'],
  externalAt: [null, '2026-11-20T10:00'],
  externalProject: [null, 'Ресурсный центр НКО'],
})
const forgeries: Readonly<Record<string, (world: World) => void>> = {
  'a decision added as a new line': (world) =>
    addLine(world, { Лист: 'Сделки', '№ строки': story.id, Версия: 4, 'Было → стало': decision }),
  'a decision added under a version that stands': (world) =>
    addLine(world, { Лист: 'Сделки', '№ строки': story.id, Версия: 3, 'Было → стало': decision }),
  'a decision written into the first line': (world) => changeLine(world, 1, 'Было → стало', decision),
  'the last line with another change': (world) => changeLine(world, 3, 'Было → стало', '{"content":["","Другое"]}'),
  'a line given to another row': (world) => changeLine(world, 3, '№ строки', 41003),
  'a line given to another sheet': (world) => changeLine(world, 3, 'Лист', 'Клиенты'),
  'a client who was never there': (world) =>
    addLine(world, { Лист: 'Клиенты', '№ строки': 7, Версия: 9, 'Было → стало': '{"email":["","evil@example.org"]}' }),
  'an archived row': (world) =>
    addLine(world, { Лист: 'Сделки', '№ строки': story.id, Версия: 4, 'Было → стало': '{"archive":[null,"2026"]}' }),
  'a mark of the client': (world) =>
    addLine(world, { Лист: 'Сделки', '№ строки': story.id, Версия: 4, 'Было → стало': '{"feedbackScore":[null,5]}' }),
  'a closing': (world) =>
    addLine(world, { Лист: 'Сделки', '№ строки': story.id, Версия: 4, 'Было → стало': '{"stage":["assigned","won"]}' }),
}

test.each(Object.keys(forgeries))('%s: both sheets stand as they stood, and the line is named', (name) => {
  const world = story.world.fork()
  const before = register(world)
  forgeries[name]?.(world)
  sleepUntil(world, '2026-11-24T10:00')
  nextTick(world)
  expect(register(world)).toEqual(before)
  const told = [...done(world, 'desk/today', {}).notes].filter(({ where }) => where === 'Журнал')
  expect(told).toContainEqual(expect.objectContaining({ message: expect.stringContaining('написала или изменила не программа') }))
})

const cellsOf = (world: World) => rowById(world, 'Сделки', story.id)

test.each(Object.keys(forgeries))('%s, and then the cell itself: it goes back', (name) => {
  const world = story.world.fork()
  forgeries[name]?.(world)
  const before = cellsOf(world)
  for (const [heading, value] of [
    ['Внешний: кто решил', 'Орлова'],
    ['Оценка', '5'],
    [dealTitles.stage, 'Успешно завершённые'],
  ] as const) {
    const row = rowsOf(world, 'Сделки').find(({ cells }) => cells['№'] === story.id)?.row ?? 0
    world.hand.type({ sheet: 'Сделки', row, column: columnOf(sheet(world, 'Сделки'), heading), value, user: morozova })
    expect(cellsOf(world)[heading]).toEqual(before[heading])
  }
  nextTick(world)
  expect([cellsOf(world)['Внешний: кто решил'], cellsOf(world)['Оценка'], cellsOf(world)[dealTitles.stage]]).toEqual([
    before['Внешний: кто решил'],
    before['Оценка'],
    before[dealTitles.stage],
  ])
})

test('lines are missing, and a block with a later version is pasted: what may not be typed goes back all the same', () => {
  const world = story.world.fork()
  const deals = sheet(world, 'Сделки')
  const { row = 0 } = rowsOf(world, 'Сделки').find(({ cells }) => cells['№'] === story.id) ?? {}
  const line = rowsOf(world, 'Журнал').find(({ cells }) => cells['№ строки'] === 41003)?.row ?? 0
  world.hand.deleteRows({ sheet: 'Журнал', from: line, count: 1, user: morozova })
  const before = cellsOf(world)
  const [from, until] = [columnOf(deals, 'Внешний: кто решил'), columnOf(deals, 'Внешний: когда решено')]
  const values = Array.from({ length: Math.abs(until - from) + 1 }, () => '20.11.2026 10:00')
  world.hand.paste({ sheet: 'Сделки', row, column: columnOf(deals, 'Версия'), values: [['99']], user: morozova })
  world.hand.paste({ sheet: 'Сделки', row, column: Math.min(from, until), values: [values], user: morozova })
  expect(cellsOf(world)['Внешний: кто решил']).toEqual(before['Внешний: кто решил'])
  expect(cellsOf(world)['Внешний: когда решено']).toEqual(before['Внешний: когда решено'])
})

describe('a request that the journal is said to have done', () => {
  test('is done all the same', () => {
    const world = story.world.fork()
    addLine(world, { Лист: 'Сделки', '№ строки': story.id, Версия: 4, Запрос: 'forged-key', 'Было → стало': '{"comments":["","x"]}' })
    const { ref } = done(world, 'deal/open', { id: story.id, row: null, clientId: null }, director)
    const answer = call(world, 'deal/undo', { deal: ref })
    expect(answer).toMatchObject({ ok: true })
    expect(cellsOf(world)['Содержание']).toBeNull()
  })
})

describe('«Служебное»', () => {
  const held = (eventId: string, start: string) =>
    JSON.stringify([{ eventId, start, who: morozova, name: 'Морозова', until: '2026-11-23T23:00' }])

  test('a hold that somebody typed keeps nobody from booking', () => {
    const world = story.world.fork()
    const slot = slotOf(world, 'ММ', '2026-11-25')
    typeOverService(world, 'holds', held(slot.eventId, slot.start))
    const card = phoned(world, 'АНО «Второй»')
    expect(call(world, 'deal/book', bookInput(card, slot))).toMatchObject({ ok: true })
  })

  test.each([
    ['lastDealId', '999999'],
    ['syncToken', 'stolen'],
    ['journalLines', '1'],
    ['checkedDay', '2026-12-31'],
    ['heartbeat', '2026-12-31T00:00'],
    ['importRun', '{"at":"2026-11-20T09:00","fileName":"x","total":5,"done":5,"written":5}'],
    ['projects', '[{"name":"x","manager":"evil@example.org","former":["Ресурсный центр НКО"]}]'],
    ['archives', '2024'],
    ['mailWaits', '5'],
    ['revision', '77'],
  ] as const)('«%s» typed as something that reads well: not believed, named, and written anew', (key, value) => {
    const world = story.world.fork()
    typeOverService(world, key, value)
    const before = register(world)
    const { checks } = done(world, 'settings/open', {}, director)
    expect(checks.map(({ text }) => text).join('\n')).toContain(`«${key}» не читается или вписано не программой`)
    nextTick(world)
    nextTick(world)
    expect(serviceOf(world)[key]).not.toBe(value)
    expect(register(world)).toEqual(before)
  })

  test('lines are deleted, and their number is typed to fit: the row is still left alone', () => {
    const world = story.world.fork()
    const lines = rowsOf(world, 'Журнал')
    const last = lines.find(({ cells }) => cells['№ строки'] === story.id && cells['Версия'] === 3)?.row ?? 0
    const before = register(world)
    world.hand.deleteRows({ sheet: 'Журнал', from: last, count: 1, user: office })
    typeOverService(world, 'journalLines', String(lines.length - 1))
    sleepUntil(world, '2026-11-24T10:00')
    nextTick(world)
    expect(register(world)).toEqual(before)
  })
})

describe('«Расхождения»', () => {
  const typed = (world: World, line: Readonly<Record<string, string | number>>) => {
    const row = rowsOf(world, 'Расхождения').length + 2
    for (const [heading, value] of Object.entries(line)) typeOver(world, 'Расхождения', { row, heading }, value)
  }

  test.each(['accept', 'putBack', 'release', 'ignore', 'repair'])(
    'a line that somebody typed is on nobody’s list, and cannot be settled (%s)',
    (outcome) => {
      const world = story.world.fork()
      const { eventId } = done(world, 'deal/open', { id: story.id, row: null, clientId: null }).deal
      const key = `limit:${eventId}`
      typed(world, { Ключ: key, Когда: 46_349, Событие: 'x', Что: 'x', Консультант: 'ММ', '№ сделки': story.id, Предложено: 'x' })
      const before = register(world)
      expect(done(world, 'discrepancy/list', {}).items.map((one) => one.key)).not.toContain(key)
      expect(call(world, 'discrepancy/resolve', { key, outcome, reason: 'так надо', deal: null } as never)).toMatchObject({ ok: false })
      nextTick(world)
      expect(register(world)).toEqual(before)
    },
  )
})
