/** «Доска слотов»: whose rows, who is short of the norm, last week repeated. */

import type { BoardRow, BoardWeek } from '../../src/domain/calendar/slotBoard'
import type { SlotBoard } from '../../src/rpc/calendarContract'
import type { PageData } from '../../src/rpc/contract'
import { createBoardModel, shortWeeks } from '../../src/sidebar/models/slots/slotBoard'
import { board as text } from '../../src/sidebar/text/board.ru'
import { accepted, type Handlers, refused } from '../../src/sidebar/transports/memoryTransport'
import { benchWith, held, pageData, settled } from './pageBuilder'

function weekOf(monday: string, more: Partial<BoardWeek> = {}): BoardWeek {
  return { monday, offered: 3, norm: 3, booked: 1, held: 1, quota: 2, hasMorning: true, hasEvening: true, days: [], ...more }
}

function rowOf(initials: string, more: Partial<BoardRow> = {}): BoardRow {
  return {
    initials,
    name: 'Морозова Мария Игоревна',
    external: false,
    mine: false,
    weeks: [weekOf('2026-11-23'), weekOf('2026-11-30')],
    ...more,
  }
}

const office: SlotBoard = { from: '2026-11-23', rows: [rowOf('ММ'), rowOf('ЕК', { weeks: [weekOf('2026-11-23', { offered: 1 })] })] }
const withMine: SlotBoard = { ...office, rows: [rowOf('ММ', { mine: true }), rowOf('ЕК')] }
const consultant: PageData = { ...pageData, me: { ...pageData.me, initials: 'ММ', roles: ['consultant'] } }
const slot = { start: '2026-12-01T10:00', end: '2026-12-01T12:00', why: '' }
const taken = { start: '2026-12-02T10:00', end: '2026-12-02T11:00', why: 'выходной день' }
const proposal = { monday: '2026-11-30', slots: [slot, taken], written: 0 }

function boardWith(handlers: Handlers, start: SlotBoard | null = office, data: PageData = pageData) {
  const bench = benchWith(handlers, data)
  return { ...bench, model: createBoardModel(bench.page, start) }
}

it('what came inside the page is shown without a call', () => {
  const { model, server } = boardWith({})
  expect(model.rows.value.map(({ initials }) => initials)).toEqual(['ММ', 'ЕК'])
  expect(server.calls).toEqual([])
})

it('G1: weeks short of the norm are counted by consultant', () => {
  const { model } = boardWith({})
  expect(model.shortOnes.value).toBe(1)
  expect(model.rows.value.map((row) => shortWeeks(row).length)).toEqual([0, 1])
})

it('a consultant sees the own row first, and all of them when asked', () => {
  const { model } = boardWith({}, withMine, consultant)
  expect(model.rows.value.map(({ initials }) => initials)).toEqual(['ММ'])
  model.choose('all')
  expect(model.rows.value).toHaveLength(2)
})

it('the office sees everybody, also who consults beside', () => {
  const { model } = boardWith({}, withMine, { ...consultant, me: { ...consultant.me, roles: ['consultant', 'director'] } })
  expect(model.scope.value).toBe('all')
  expect(model.hasMine.value).toBe(true)
})

it("a consultant repeats the own week only, the office anybody's", () => {
  const own = boardWith({}, withMine, consultant).model
  expect(withMine.rows.map(own.mayRepeat)).toEqual([true, false])
  const manager = boardWith({}).model
  expect(office.rows.map(manager.mayRepeat)).toEqual([true, true])
})

it('a calendar that did not answer is asked again; the board stays while it is', async () => {
  const { model, server } = boardWith({}, null)
  await model.load()
  expect(model.finder.trouble.value).toMatchObject({ retry: expect.any(Function) })
  server.answer({ 'slot/board': () => accepted(office) })
  await model.load()
  expect(model.board.value).toEqual(office)
  server.answer({ 'slot/board': () => refused({ message: 'Календарь не отвечает.' }) })
  await model.load()
  expect(model.board.value).toEqual(office)
})

describe('«Повторить прошлую неделю»', () => {
  it('next week is proposed and looked at before anything is written', async () => {
    const { model, server } = boardWith({ 'slot/repeatWeek': () => accepted(proposal) })
    model.repeat.open(rowOf('ММ'), null, 'repeat-ММ')
    await settled()
    expect(server.calls).toEqual([{ method: 'slot/repeatWeek', input: { consultant: 'ММ', monday: '2026-11-30', apply: false } }])
    expect(model.repeat.count.value).toBe(1)
    expect(model.repeat.result.value).toBeNull()
  })

  it('it is written once, said, and the board is read anew', async () => {
    const written = { ...proposal, written: 1 }
    const { model, server, page } = boardWith({
      'slot/repeatWeek': ({ apply }) => accepted(apply ? written : proposal),
      'slot/board': () => accepted(withMine),
    })
    model.repeat.open(rowOf('ММ'), '2026-11-30', 'repeat-ММ')
    await settled()
    await model.repeat.write()
    await model.repeat.write()
    await settled()
    expect(server.calls.filter(({ input }) => (input as { apply?: boolean }).apply)).toHaveLength(1)
    expect(page.live.value).toMatch(/^Записан 1 слот/)
    expect(model.board.value).toEqual(withMine)
  })

  it('a refusal leaves the proposal where it was', async () => {
    const { model } = boardWith({
      'slot/repeatWeek': ({ apply }) => (apply ? refused({ message: 'Ваша роль этого не позволяет.' }) : accepted(proposal)),
    })
    model.repeat.open(rowOf('ММ'), null, 'repeat-ММ')
    await settled()
    await model.repeat.write()
    expect(model.repeat.caller.trouble.value?.message).toContain('не позволяет')
    expect(model.repeat.proposal.value).toEqual(proposal)
  })

  it('another week chosen meanwhile wins; nothing is written where nothing can be', async () => {
    const late = held<'slot/repeatWeek'>()
    const none = { ...proposal, monday: '2026-12-07', slots: [taken] }
    const { model, server } = boardWith({
      'slot/repeatWeek': ({ monday }) => (monday === '2026-11-30' ? late.promise : accepted(none)),
    })
    model.repeat.open(rowOf('ММ'), null, 'repeat-ММ')
    model.repeat.choose('2026-12-07')
    await settled()
    late.come(accepted(proposal))
    await settled()
    expect(model.repeat.proposal.value).toEqual(none)
    await model.repeat.write()
    expect(server.calls).toHaveLength(2)
  })

  it('Esc leads back to the board, then out of the dialog; not while it is written', async () => {
    const slow = held<'slot/repeatWeek'>()
    const { model, server, page } = boardWith({ 'slot/repeatWeek': ({ apply }) => (apply ? slow.promise : accepted(proposal)) })
    const close = jest.spyOn(server, 'close')
    model.repeat.open(rowOf('ММ'), null, 'repeat-ММ')
    await settled()
    void model.repeat.write()
    model.leave()
    expect(model.repeat.person.value).not.toBeNull()
    slow.come(refused({ message: 'Не вышло.' }))
    await settled()
    model.leave()
    expect([model.repeat.person.value, page.focus.value.id]).toEqual([null, 'repeat-ММ'])
    expect(close).not.toHaveBeenCalled()
    model.leave()
    expect(close).toHaveBeenCalledTimes(1)
  })
})

describe('a week in words', () => {
  it.each<[Partial<BoardWeek>, string, string]>([
    [{ offered: 0 }, '0 слотов, норма 3', 'не хватает 3 слотов'],
    [{ offered: 2 }, '2 слота, норма 3', 'не хватает 1 слота'],
    [{ offered: 1 }, '1 слот, норма 3', 'не хватает 2 слотов'],
  ])('G1: %o', (more, offered, lacks) => {
    const week = weekOf('2026-11-23', more)
    expect([text.offered(week).replace('\u00a0', ' '), text.lacks(week)]).toEqual([offered, lacks])
  })

  it('an external consultant owes no norm', () => {
    const week = weekOf('2026-11-23', { offered: 1, norm: 0, quota: 0, held: 2 })
    expect([text.offered(week), text.held(week)]).toEqual(['1 слот', 'консультаций: 2'])
  })

  it.each<[Partial<BoardWeek>, string]>([
    [{}, ''],
    [{ hasMorning: false }, 'нет утра'],
    [{ hasEvening: false }, 'нет вечера'],
    [{ hasMorning: false, hasEvening: false }, 'нет утра и вечера'],
    [{ offered: 0, hasMorning: false, hasEvening: false }, ''],
  ])('G2: %o', (more, advice) => {
    expect(text.advice(weekOf('2026-11-23', more))).toBe(advice)
  })

  it.each([
    [1, 'консультаций: 1, до нормы ещё 1'],
    [2, 'консультаций: 2, норма 2'],
  ])('G7: %i held', (n, words) => {
    expect(text.held(weekOf('2026-11-23', { held: n }))).toBe(words)
  })

  it('a week is named by its days', () => {
    expect(['2026-11-23', '2026-11-30'].map(text.span)).toEqual(['23–29 ноября', '30 ноября – 6 декабря'])
  })
})
