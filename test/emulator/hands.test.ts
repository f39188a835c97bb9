import { createCalendarHand } from '../../emulator/person/calendar'
import { createSpreadsheetHand } from '../../emulator/person/spreadsheet'
import type { FireInput } from '../../emulator/run/triggers'
import { displayed } from '../../emulator/services/sheets/display'
import { parseTyped } from '../../emulator/services/sheets/typing'
import { calendarId, sheetId, sheetOf, worldOf } from '../fixtures/testHost'

const user = 'mm@example.org'
const typed = { locale: 'ru_RU', year: 2026 }

describe('what Sheets makes of typed text', () => {
  test.each([
    ['привет', { v: 'привет' }],
    ["'007", { v: '007' }],
    ["'=1+1", { v: '=1+1' }],
    ['', { v: null }],
    ['01234', { v: 1234 }],
    ['-5', { v: -5 }],
    ['1,5', { v: 1.5 }],
    ['1 234,50', { v: 1234.5 }],
    ['1e5', { v: 100000 }],
    ['15%', { v: 0.15, nf: '0%' }],
    ['ИСТИНА', { v: true }],
    ['false', { v: false }],
    ['=СУММ(A1)', { v: null, f: '=СУММ(A1)' }],
    ['+79991234567', { v: 79991234567 }],
    ['+7 999 123-45-67', { v: '#ERROR!', f: '=+7 999 123-45-67' }],
    ['-нет', { v: '#ERROR!', f: '=-нет' }],
    ['-', { v: '-' }],
    ['23.11.2026', { v: 46349, nf: 'dd.mm.yyyy' }],
    ['23.11.26', { v: 46349, nf: 'dd.mm.yyyy' }],
    ['23.11', { v: 46349, nf: 'dd.mm.yyyy' }],
    ['1-2', { v: 46054, nf: 'dd.mm.yyyy' }],
    ['2026-11-23', { v: 46349, nf: 'dd.mm.yyyy' }],
    ['23.11.2026 14:30', { v: 46349 + 14.5 / 24, nf: 'dd.mm.yyyy hh:mm:ss' }],
    ['14:30', { v: 14.5 / 24, nf: 'hh:mm:ss' }],
    ['23 ноября 2026', { v: 46349, nf: 'd mmmm yyyy' }],
    ['23 ноя 2026 г.', { v: 46349, nf: 'd mmmm yyyy' }],
    ['1 мая', { v: 46143, nf: 'd mmmm yyyy' }],
    ['31 февраля 2026', { v: '31 февраля 2026' }],
    ['23 человека', { v: '23 человека' }],
    ['100 ₽', { v: 100, nf: '#,##0 [$₽]' }],
    ['1 000,50 руб.', { v: 1000.5, nf: '#,##0.00 [$₽]' }],
    ['31.02.2026', { v: '31.02.2026' }],
    ['25:00', { v: '25:00' }],
    ['8 (999) 123-45-67', { v: '8 (999) 123-45-67' }],
    ['12.05 и 13.05', { v: '12.05 и 13.05' }],
  ])('%s', (text, cell) => {
    expect(parseTyped(text, typed)).toEqual(cell)
  })

  test('days in the order of the locale', () => {
    expect(parseTyped('11/23/2026', { locale: 'en_US', year: 2026 }).v).toBe(46349)
    expect(parseTyped('1,234.5', { locale: 'en_US', year: 2026 }).v).toBe(1234.5)
    expect(parseTyped('$20.50', { locale: 'en_US', year: 2026 })).toEqual({ v: 20.5, nf: '[$$]#,##0.00' })
    expect(parseTyped('November 23, 2026', { locale: 'en_US', year: 2026 }).v).toBe(46349)
  })

  test('words and money are shown as they were typed', () => {
    const shown = (text: string): string => displayed(parseTyped(text, typed), 'ru_RU').replace(/\u00a0/g, ' ')
    expect(['23 ноября 2026', '1500 ₽', '7,5'].map(shown)).toEqual(['23 ноября 2026', '1 500 ₽', '7,5'])
    expect(displayed(parseTyped('$20.50', { locale: 'en_US', year: 2026 }), 'en_US')).toBe('$20.50')
  })
})

const office = () => {
  const deals = sheetOf(
    'Сделки',
    [
      ['№', 'Клиент', 'Начало'],
      [2, 'Фонд «Лад»', { v: 46349, nf: 'dd.mm.yyyy' }],
      [1, 'АНО «Надежда»'],
    ],
    { frozenRowCount: 1 },
  )
  const state = worldOf([deals, sheetOf('Темы', [], { sheetId: 2, index: 1 })])
  const fired: FireInput[] = []
  const fire = (input: FireInput) => {
    fired.push(input)
    return []
  }
  const book = state.spreadsheets[sheetId]!
  const column = (index: number) => book.sheets[0]!.cells.map((row) => row?.[index] ?? null)
  return {
    state,
    fired,
    book,
    column,
    hand: createSpreadsheetHand(() => state, fire),
    calendarHand: createCalendarHand(() => state, fire),
    events: () => fired.filter(({ kind }) => kind === 'edit').map(({ event }) => event),
    changes: () => fired.filter(({ kind }) => kind === 'change').map(({ event }) => event['changeType']),
  }
}

describe('columns that come and go by hand', () => {
  test.each([0, 1])('on sheet %i: values, widths, protections and the grid go with them; onChange is told which', (index) => {
    const { hand, book, changes } = office()
    const title = book.sheets[index]!.title
    book.sheets[index]!.columnWidths = { 2: 300 }
    book.sheets[index]!.protectedRanges = [{ id: 1, range: { startColumnIndex: 2, endColumnIndex: 3 }, warningOnly: true, description: '' }]
    hand.insertColumns({ sheet: title, before: 2, count: 2, user })
    hand.deleteColumns({ sheet: title, from: 1, count: 1, user })
    const sheet = book.sheets[index]!
    expect([sheet.columnCount, sheet.columnWidths, sheet.protectedRanges[0]?.range]).toEqual([
      27,
      { 3: 300 },
      { startColumnIndex: 3, endColumnIndex: 4 },
    ])
    expect(changes()).toEqual(['INSERT_COLUMN', 'REMOVE_COLUMN'])
  })

  test('the values of the other columns stay theirs', () => {
    const { hand, column } = office()
    hand.insertColumns({ sheet: 'Сделки', before: 2, count: 1, user })
    hand.deleteColumns({ sheet: 'Сделки', from: 1, count: 1, user })
    expect([column(0), column(1)]).toEqual([
      [null, null, null],
      ['Клиент', 'Фонд «Лад»', 'АНО «Надежда»'],
    ])
  })

  test('documented: not all of them, and not those that are not there', () => {
    const { hand } = office()
    expect(() => hand.deleteColumns({ sheet: 'Сделки', from: 1, count: 26, user })).toThrow(
      "You can't delete all the columns on the sheet.",
    )
    expect(() => hand.deleteColumns({ sheet: 'Сделки', from: 26, count: 2, user })).toThrow('there are only 26 columns')
    expect(() => hand.deleteRows({ sheet: 'Сделки', from: 1, count: 1000, user })).toThrow("You can't delete all the rows on the sheet.")
  })
})

describe('a person in the spreadsheet', () => {
  test('typing over a date tells the new value and the old serial number', () => {
    const { hand, events, changes, book } = office()
    hand.type({ sheet: 'Сделки', row: 2, column: 3, value: '24.11.2026', user })
    expect(book.sheets[0]!.cells[1]![2]).toEqual({ v: 46350, nf: 'dd.mm.yyyy' })
    expect(events()).toEqual([
      {
        user: { email: user, nickname: 'mm' },
        range: { sheetId: 1, sheetName: 'Сделки', sheet: 'Сделки', rowStart: 2, rowEnd: 2, columnStart: 3, columnEnd: 3 },
        value: 46350,
        oldValue: 46349,
      },
    ])
    expect(changes()).toEqual(['EDIT'])
  })

  test('an empty cell has no value and no old value', () => {
    const { hand, events } = office()
    hand.type({ sheet: 'Сделки', row: 2, column: 2, value: '', user })
    hand.type({ sheet: 'Сделки', row: 2, column: 2, value: 'х', user })
    expect(events().map((event) => [event['value'], event['oldValue']])).toEqual([
      [undefined, 'Фонд «Лад»'],
      ['х', undefined],
    ])
  })

  test('a paste is one event without values, and grows the grid', () => {
    const { hand, events, book } = office()
    hand.paste({
      sheet: 'Темы',
      row: 1000,
      column: 26,
      values: [
        ['а', 'б'],
        ['в', '1'],
      ],
      user,
    })
    expect(events()).toHaveLength(1)
    expect(events()[0]).not.toHaveProperty('value')
    expect(events()[0]).toMatchObject({ range: { rowStart: 1000, rowEnd: 1001, columnStart: 26, columnEnd: 27 } })
    expect([book.sheets[1]!.rowCount, book.sheets[1]!.columnCount]).toEqual([1001, 27])
  })

  test('sorting keeps frozen rows on top', () => {
    const { hand, column, changes } = office()
    hand.sort({ sheet: 'Сделки', column: 1, ascending: true, user })
    expect(column(0)).toEqual(['№', 1, 2])
    expect(changes()).toEqual(['OTHER'])
  })

  test('rows come and go', () => {
    const { hand, column, changes } = office()
    hand.insertRows({ sheet: 'Сделки', before: 2, count: 2, user })
    expect(column(0)).toEqual(['№', null, null, 2, 1])
    hand.deleteRows({ sheet: 'Сделки', from: 2, count: 3, user })
    expect(column(0)).toEqual(['№', 1])
    expect(changes()).toEqual(['INSERT_ROW', 'REMOVE_ROW'])
  })

  test('a column is dragged', () => {
    const { hand, column } = office()
    hand.moveColumn({ sheet: 'Сделки', from: 1, to: 3, user })
    expect([0, 1, 2].map((index) => column(index)[0])).toEqual(['Клиент', 'Начало', '№'])
    hand.moveColumn({ sheet: 'Сделки', from: 3, to: 1, user })
    expect(column(0)).toEqual(['№', 2, 1])
  })

  test('sheets are renamed and deleted', () => {
    const { hand, book, changes } = office()
    hand.renameSheet({ sheet: 'Темы', title: 'Темы 2026', user })
    expect(() => hand.renameSheet({ sheet: 'Темы 2026', title: 'Сделки', user })).toThrow('exists')
    hand.deleteSheet({ sheet: 'Сделки', user })
    expect(book.sheets.map(({ title, index }) => [title, index])).toEqual([['Темы 2026', 0]])
    expect(changes()).toEqual(['OTHER', 'REMOVE_GRID'])
  })

  test('rows that a fork shares are left alone', () => {
    const { hand, book } = office()
    const shared = book.sheets[0]!.cells[1]!
    const before = [...shared]
    hand.type({ sheet: 'Сделки', row: 2, column: 1, value: '99', user })
    expect(shared).toEqual(before)
  })
})

describe('a person in the calendar', () => {
  const withSlot = () => {
    const one = office()
    const slot = one.calendarHand.insert({
      calendarId,
      summary: 'ММ консультация',
      start: '2026-11-26T10:00',
      end: '2026-11-26T11:00',
      user,
    })
    const day = (date: string) =>
      one.calendarHand.between({ calendarId, from: `${date}T00:00`, to: `${date}T23:59` }).map(({ summary }) => summary)
    return { ...one, slot, day }
  }

  test('inserting fires the calendar trigger, which says nothing of what changed', () => {
    const { slot, fired } = withSlot()
    expect(slot.start).toEqual({ dateTime: '2026-11-26T10:00:00+03:00', timeZone: 'Europe/Moscow' })
    expect(fired).toEqual([{ kind: 'calendar', user, calendarId, event: { calendarId } }])
  })

  test('a drag keeps the length', () => {
    const { calendarHand, slot } = withSlot()
    const moved = calendarHand.patch({ calendarId, id: slot.id, start: '2026-11-27T15:30', user })
    expect(moved.end.dateTime).toBe('2026-11-27T16:30:00+03:00')
  })

  test('a timed event becomes a day and back', () => {
    const { calendarHand, slot } = withSlot()
    expect(calendarHand.patch({ calendarId, id: slot.id, start: '2026-11-27', user })).toMatchObject({
      start: { date: '2026-11-27' },
      end: { date: '2026-11-28' },
    })
    expect(calendarHand.patch({ calendarId, id: slot.id, start: '2026-11-27T10:00', end: '2026-11-27T11:00', user }).start.dateTime).toBe(
      '2026-11-27T10:00:00+03:00',
    )
  })

  test('removing and restoring', () => {
    const { calendarHand, slot, day } = withSlot()
    calendarHand.remove({ calendarId, id: slot.id, user })
    expect(day('2026-11-26')).toEqual([])
    calendarHand.restore({ calendarId, id: slot.id, user })
    expect(day('2026-11-26')).toEqual(['ММ консультация'])
  })

  test('an instance of a series is renamed as an exception', () => {
    const { calendarHand, day } = withSlot()
    const series = calendarHand.insert({
      calendarId,
      summary: 'ТЛ консультация',
      start: '2026-12-03T13:00',
      end: '2026-12-03T14:00',
      recurrence: ['RRULE:FREQ=WEEKLY'],
      user,
    })
    calendarHand.patch({ calendarId, id: `${series.id}_20261210T100000Z`, summary: 'ТЛ_Фонд', user })
    calendarHand.remove({ calendarId, id: `${series.id}_20261217T100000Z`, user })
    expect(['03', '10', '17', '24'].map((date) => day(`2026-12-${date}`))).toEqual([
      ['ТЛ консультация'],
      ['ТЛ_Фонд'],
      [],
      ['ТЛ консультация'],
    ])
  })

  test('a duplicate has a new id, its private properties only when copied', () => {
    const { calendarHand, slot, state } = withSlot()
    state.calendars[calendarId]!.events[0] = { ...slot, extendedProperties: { private: { deal: '17' } } }
    const copy = (withPrivate: boolean) => calendarHand.duplicate({ calendarId, id: slot.id, start: '2026-11-30T10:00', withPrivate, user })
    expect([copy(true).extendedProperties, copy(false).extendedProperties]).toEqual([{ private: { deal: '17' } }, undefined])
    expect(copy(true).id).not.toBe(slot.id)
    expect(copy(true).end.dateTime).toBe('2026-11-30T11:00:00+03:00')
  })
})
