/** What an import brings is history: a calm first day, a clock that starts with the first touch, and the whole taken back while nobody has touched it. */
import type { World } from '../../emulator/world/types'
import { deskWorld, director, done, minute, nextTick, office, refusal, request, run, sheet, sleepUntil } from '../fixtures/desk'
import { arrangements } from '../fixtures/imports/arrangements'
import { beforeImport } from '../fixtures/imports/beforeImport'
import { registerEqualsJournal, registerOf, rowsOf, valuesOf } from '../fixtures/register'

const [headings = [], ...rows] = arrangements['the export as it is']?.rows.map((row) => [...row]) ?? []
const table = { fileName: 'amocrm_export_leads_2026-10-03.csv', headings, rows }
const whole = { kind: 'deals', table } as const

function imported(): World {
  const world = beforeImport()
  done(world, 'import/apply', whole, director)
  return world
}

const lettersOf = (world: World) => world.state.letters.map(({ to, subject }) => [to, subject])
const lineOf = (world: World, id: number) => rowsOf(world, 'Контроль').filter(({ cells }) => cells['№ сделки'] === id)

describe('F19: the first days after the import', () => {
  const world = imported()
  world.state.letters = []
  const morning = world.fork()
  nextTick(morning)
  const nextDay = morning.fork()
  for (const time of ['2026-11-23T13:00', '2026-11-23T18:30', '2026-11-24T09:40', '2026-11-24T17:50']) sleepUntil(nextDay, time)

  test('all 314 deals came, one day is set from which the office counts', () => {
    expect(rowsOf(world, 'Сделки')).toHaveLength(314)
    expect(rowsOf(world, 'Настройки').find(({ cells }) => cells['Настройка'] === 'Начать учёт с')?.cells['Значение']).toBe('2026-11-23')
    registerEqualsJournal(world)
  })

  test('the desk was at work meanwhile', () => {
    expect(lettersOf(nextDay).length).toBeGreaterThan(2)
    expect(done(nextDay, 'desk/today', {}, office).now).toBe('2026-11-24T17:50')
  })

  test('no breach, neither that morning nor on the next day', () => {
    expect(rowsOf(morning, 'Нарушения')).toEqual([])
    expect(rowsOf(nextDay, 'Нарушения')).toEqual([])
  })

  test('F19b: no letter about the past: nobody is reminded, and the director’s digest has nothing of it', () => {
    const told = lettersOf(nextDay).filter(([, subject]) => /росроч|нарушен/.test(subject ?? ''))
    expect(told).toEqual([])
    const ids = new Set(rowsOf(world, 'Сделки').map(({ cells }) => cells['№']))
    const past = rowsOf(nextDay, 'Контроль').filter(({ cells }) => cells['О просрочке узнаёт'] === 'history')
    expect(past.length).toBeGreaterThan(50)
    expect(past.filter(({ cells }) => cells['Напомнено'] !== null || cells['Сообщено о просрочке'] !== null)).toEqual([])
    expect(past.every(({ cells }) => cells['№ сделки'] === null || ids.has(cells['№ сделки'] ?? null))).toBe(true)
  })

  test.each([office, director, 'gg0@example.org'])('«Сегодня» of %s is without red, the past stands apart', (user) => {
    const { items, past } = done(morning, 'desk/today', {}, user)
    expect(items.filter(({ state }) => state === 'overdue')).toEqual([])
    expect(past.count).toBeGreaterThan(50)
    expect(past.items.length).toBe(50)
    expect(new Set(past.items.map(({ state }) => state))).toEqual(new Set(['past']))
  })

  test('K5: closed cards that lack something came as held, and are among the past', () => {
    const held = rowsOf(world, 'Сделки').filter(({ cells }) => cells['Этап'] === 'Консультация проведена')
    expect(held.length).toBeGreaterThan(60)
    const past = new Set(
      rowsOf(morning, 'Контроль').flatMap(({ cells }) => (cells['О просрочке узнаёт'] === 'history' ? [cells['№ сделки']] : [])),
    )
    expect(held.filter(({ cells }) => !past.has(cells['№'] ?? null))).toEqual([])
  })

  test('the week is closed without them turning red: on Friday evening too no breach is theirs', () => {
    const friday = morning.fork()
    sleepUntil(friday, '2026-11-27T19:00')
    const past = new Set(
      rowsOf(friday, 'Контроль').flatMap(({ cells }) => (cells['О просрочке узнаёт'] === 'history' ? [cells['№ сделки']] : [])),
    )
    past.delete(null)
    expect(past.size).toBeGreaterThan(50)
    expect(rowsOf(friday, 'Нарушения').filter(({ cells }) => past.has(cells['№ сделки'] ?? null))).toEqual([])
  })
})

describe('the clock of a card starts when somebody touches it', () => {
  const world = imported()
  nextTick(world)
  const card = rowsOf(world, 'Сделки').find(({ cells }) => cells['Этап'] === 'Принято в работу')
  const id = Number(card?.cells['№'])
  const { ref } = done(world, 'deal/open', { id, row: card?.row ?? null, clientId: null })

  test('there is a working day for it then, and it is ordinary work', () => {
    const touched = world.fork()
    expect(lineOf(touched, id).map(({ cells }) => cells['О просрочке узнаёт'])).toEqual(['history'])
    done(touched, 'deal/note', { deal: ref, outcome: 'messenger', text: 'написали' })
    const [line] = lineOf(touched, id)
    expect(line?.cells['О просрочке узнаёт']).toBe('directorDigest')
    expect(done(touched, 'desk/today', {}, office).items.find(({ deal }) => deal?.id === id)?.due).toBe('2026-11-24T09:11')
    nextTick(touched)
    expect(rowsOf(touched, 'Нарушения')).toEqual([])
    registerEqualsJournal(touched)
  })

  test('a touch that is taken back leaves it in the past', () => {
    const back = world.fork()
    const { ref: after } = done(back, 'deal/note', { deal: ref, outcome: 'messenger', text: 'написали' })
    done(back, 'deal/undo', { deal: after })
    expect(lineOf(back, id).map(({ cells }) => cells['О просрочке узнаёт'])).toEqual(['history'])
    registerEqualsJournal(back)
  })
})

describe('«вернуть импорт»', () => {
  const before = beforeImport()
  const sheets = ['Сделки', 'Клиенты', 'Журнал', 'Контроль'] as const
  const standing = (world: World) => sheets.map((title) => valuesOf(world, title).filter((row) => row.some((cell) => cell !== null)))

  test('the register is as before, and the same file comes in again', () => {
    const world = before.fork()
    done(world, 'import/apply', whole, director)
    const first = registerOf(world)
    const { last } = done(world, 'import/start', {}, director)
    expect(last).toMatchObject({ fileName: table.fileName, written: 314, done: 314, total: 314 })
    expect(done(world, 'import/undo', { at: last?.at ?? '' }, director)).toEqual({ left: 0 })
    expect(standing(world)).toEqual(standing(before))
    expect(done(world, 'import/start', {}, director).last).toBeNull()
    nextTick(world)
    expect(rowsOf(world, 'Сделки').filter(({ cells }) => cells['№'] !== null)).toEqual([])
    registerEqualsJournal(world)
    expect(done(world, 'import/apply', whole, director).written).toBe(314)
    expect(Object.keys(registerOf(world))).toEqual(Object.keys(first))
    registerEqualsJournal(world)
  })

  test('deals that stood there before stay', () => {
    const world = deskWorld()
    // Imports of one minute are one import.
    world.state.now += minute
    const known = (['Сделки', 'Клиенты'] as const).map((title) => rowsOf(world, title))
    done(
      world,
      'import/apply',
      { kind: 'deals', table: { ...table, rows: rows.map((row, at) => [String(900_000 + at), ...row.slice(1)]) } },
      director,
    )
    done(world, 'import/undo', { at: done(world, 'import/start', {}, director).last?.at ?? '' }, director)
    expect((['Сделки', 'Клиенты'] as const).map((title) => rowsOf(world, title))).toEqual(known)
    registerEqualsJournal(world)
  })

  test('one card that was touched keeps the whole, and it is named', () => {
    const world = imported()
    const card = rowsOf(world, 'Сделки').find(({ cells }) => cells['Этап'] === 'Принято в работу')
    const { ref } = done(world, 'deal/open', { id: Number(card?.cells['№']), row: card?.row ?? null, clientId: null })
    done(world, 'deal/note', { deal: ref, outcome: 'messenger', text: 'написали' })
    const { last } = done(world, 'import/start', {}, director)
    expect(refusal(world, 'import/undo', { at: last?.at ?? '' }, director)).toContain(`изменено сделок: 1 (№ ${ref.id})`)
    expect(rowsOf(world, 'Сделки')).toHaveLength(314)
  })
})

describe('in portions', () => {
  const at = '2026-11-23T09:00'
  const portions = [0, 120, 240].map((from) => ({
    kind: 'deals' as const,
    table: { ...table, rows: rows.slice(from, from + 120) },
    part: { at, total: rows.length, done: Math.min(from + 120, rows.length) },
  }))

  const portionAt = (at: number) => {
    const portion = portions[at]
    if (portion === undefined) throw new Error('no such portion')
    return portion
  }

  test('as a whole: the same deals, one import that can be taken back', () => {
    const world = beforeImport()
    for (const portion of portions) done(world, 'import/apply', portion, director)
    const once = imported()
    const deals = (of: World) => rowsOf(of, 'Сделки').map(({ cells }) => ({ ...cells, Загружена: null }))
    expect(deals(world)).toEqual(deals(once))
    expect(rowsOf(world, 'Клиенты')).toHaveLength(rowsOf(once, 'Клиенты').length)
    expect(done(world, 'import/start', {}, director).last).toEqual({ at, fileName: table.fileName, total: 314, done: 314, written: 314 })
    expect(done(world, 'import/undo', { at }, director)).toEqual({ left: 0 })
    expect(rowsOf(world, 'Клиенты').filter(({ cells }) => cells['№'] !== null)).toEqual([])
  })

  test('killed at any call of a portion, and gone on with: every deal once', () => {
    const base = beforeImport()
    done(base, 'import/apply', portionAt(0), director)
    const living = base.fork()
    const record = run(living, 'import/apply', portionAt(1), director)
    // What leaves the script can leave something behind.
    const calls = record.calls.filter(({ leaves }) => leaves)
    expect(calls.length).toBeLessThan(12)
    for (const { n } of calls) {
      const world = base.fork()
      world.invoke(request('import/apply', portionAt(1), director), [{ at: n, kind: 'killAfter' }])
      for (const portion of portions.slice(1)) done(world, 'import/apply', portion, director)
      expect(rowsOf(world, 'Сделки').map(({ cells }) => cells['№'])).toEqual(rows.map(([id]) => Number(id)))
    }
  })

  test('one that was left half-way is told to whoever opens the dialog', () => {
    const world = beforeImport()
    done(world, 'import/apply', portionAt(0), director)
    expect(done(world, 'import/start', {}, director).last).toMatchObject({ done: 120, total: 314, written: 120 })
    expect(sheet(world, 'Служебное').cells.some((row) => row?.[0] === 'importRun')).toBe(true)
  })
})
