/** What people do to the office's sheets: each fault is named with its sheet, row and column and what to do, and nothing is lost. */
import type { World } from '../../emulator/world/types'
import { issueText } from '../../src/domain/text/text.ru'
import {
  bookInput,
  calendarId,
  createInput,
  deskWorld,
  done,
  nextTick,
  office,
  phoned,
  refusal,
  run,
  sheet,
  slotOf,
  slotsOf,
} from '../fixtures/desk'
import { columnOf, registerEqualsJournal, registerOf, rowById, rowsOf } from '../fixtures/register'

function type(world: World, title: string, place: { row: number; heading: string }, value: string): void {
  world.hand.type({ sheet: title, row: place.row, column: columnOf(sheet(world, title), place.heading), value, user: office })
}

function rowWith(world: World, title: string, heading: string, value: string): number {
  const found = rowsOf(world, title).find(({ cells }) => cells[heading] === value)
  if (found === undefined) throw new Error(`«${value}» does not stand in «${title}»`)
  return found.row
}

function notes(world: World): string[] {
  return done(world, 'desk/today', {}).notes.map(issueText)
}

test('an office in order has nothing to note: the years known at release came with it', () => {
  expect(notes(deskWorld())).toEqual([])
})

describe('a sheet or a heading that is gone', () => {
  test.each([
    [
      'Настройки',
      'deleteSheet',
      'В таблице нет листа «Настройки»: его удалили или переименовали. Верните название или восстановите лист через «Файл → История версий».',
    ],
    [
      'Журнал',
      'deleteSheet',
      'В таблице нет листа «Журнал»: его удалили или переименовали. Верните название или восстановите лист через «Файл → История версий».',
    ],
    [
      'Сделки',
      'renameSheet',
      'В таблице нет листа «Сделки»: его удалили или переименовали. Верните название или восстановите лист через «Файл → История версий».',
    ],
  ] as const)('«%s», %s', (title, act, sentence) => {
    const world = deskWorld()
    if (act === 'deleteSheet') world.hand.deleteSheet({ sheet: title, user: office })
    else world.hand.renameSheet({ sheet: title, title: `${title} (старые)`, user: office })
    const cells = sheet(world, 'Клиенты').cells
    expect(refusal(world, 'deal/create', createInput())).toBe(sentence)
    expect(sheet(world, 'Клиенты').cells).toBe(cells)
  })

  test('a renamed heading is named; given back, work goes on', () => {
    const world = deskWorld()
    const card = phoned(world, 'АНО «Маяк»')
    const before = registerOf(world)
    const column = columnOf(sheet(world, 'Сделки'), 'Этап')
    world.hand.type({ sheet: 'Сделки', row: 1, column, value: 'Стадия', user: office })
    expect(refusal(world, 'deal/note', { deal: card.ref, outcome: 'reached', text: '' })).toBe(
      'На листе «Сделки» нет столбца «Этап». Верните заголовок в первую строку; порядок столбцов не важен.',
    )
    world.hand.type({ sheet: 'Сделки', row: 1, column, value: 'Этап', user: office })
    expect(registerOf(world)).toEqual(before)
    expect(done(world, 'deal/note', { deal: card.ref, outcome: 'reached', text: '' }).deal.version).toBe(2)
  })
})

test('a column of the office in «Сделки» is left alone by every command', () => {
  const world = deskWorld()
  const card = phoned(world, 'АНО «Маяк»')
  const column = (sheet(world, 'Сделки').cells[0] ?? []).length + 1
  world.hand.type({ sheet: 'Сделки', row: 1, column, value: 'Пометки Оксаны', user: office })
  world.hand.type({ sheet: 'Сделки', row: card.ref.row ?? 0, column, value: 'перезвонить маме', user: office })
  world.hand.moveColumn({ sheet: 'Сделки', from: column, to: 4, user: office })
  const booked = done(world, 'deal/book', bookInput(card, slotOf(world))).card
  done(world, 'deal/fill', { deal: booked.ref, fields: { content: 'Разобрали отчёт' } })
  const next = phoned(world, 'Фонд «Север»')
  expect(rowById(world, 'Сделки', card.deal.id)).toMatchObject({ 'Пометки Оксаны': 'перезвонить маме', Содержание: 'Разобрали отчёт' })
  expect(rowById(world, 'Сделки', next.deal.id)).toMatchObject({ 'Пометки Оксаны': null, Организация: 'Фонд «Север»' })
  registerEqualsJournal(world)
})

describe('rows typed by hand', () => {
  test('a deal without a number is named by «Сегодня», with its row, until it is gone', () => {
    const world = deskWorld()
    const row = rowsOf(world, 'Сделки').length + 2
    type(world, 'Сделки', { row, heading: 'Организация' }, 'Фонд «От руки»')
    nextTick(world)
    const sentence = `«Сделки», строка ${row}, «№»: строка без номера, программа её не учитывает: заведите заявку через панель, а эту строку удалите`
    expect(notes(world)).toContain(sentence)
    const card = phoned(world, 'АНО «Маяк»')
    expect(rowsOf(world, 'Сделки').find(({ cells }) => cells['Организация'] === 'Фонд «От руки»')).toBeDefined()
    expect(card.deal.organisation).toBe('АНО «Маяк»')
    registerEqualsJournal(world)
    world.hand.deleteRows({ sheet: 'Сделки', from: row, count: 1, user: office })
    nextTick(world)
    expect(notes(world)).not.toContain(sentence)
  })

  test('a cell of a deal that cannot be read is named by the card and by every command, and is not written over', () => {
    const world = deskWorld()
    const card = phoned(world, 'АНО «Маяк»')
    const cells = sheet(world, 'Сделки').cells
    const row = [...(cells[(card.ref.row ?? 0) - 1] ?? [])]
    row[columnOf(sheet(world, 'Сделки'), 'Этап') - 1] = 'В работе у Оксаны'
    cells[(card.ref.row ?? 0) - 1] = row
    const before = registerOf(world)
    const sentence = `«Сделки», строка ${card.ref.row}, «Этап»: неизвестное значение «В работе у Оксаны»`
    const { id, row: seen, clientId } = card.ref
    expect(refusal(world, 'deal/open', { id, row: seen, clientId })).toBe(sentence)
    expect(refusal(world, 'deal/fill', { deal: card.ref, fields: { topic: 5 } })).toBe(sentence)
    expect(registerOf(world)).toEqual(before)
  })
})

describe('«Сотрудники», «Настройки», «Рабочий календарь»', () => {
  test.each([
    ['a consultant without initials', 'Инициалы', '', '«Инициалы»: у консультанта нет инициалов, в календаре его не узнать'],
    ["another's initials, in Latin letters", 'Инициалы', 'MM', '«Инициалы»: «MM» уже есть у другого сотрудника'],
    ['a role that does not exist', 'Роли', 'волшебник', '«Роли»: неизвестная роль «волшебник»'],
    ['an address without @', 'E-mail', 'oksana', '«E-mail»: «oksana» не похоже на адрес'],
    ['topics that Sheets took for a number', 'Темы', '8,10', '«Темы»: темы записаны числом 8,1: запишите их через точку с запятой'],
  ])('%s is named by «Сегодня»; the others work on', (_, heading, value, told) => {
    const world = deskWorld()
    const row = rowWith(world, 'Сотрудники', 'Инициалы', 'ОП')
    type(world, 'Сотрудники', { row, heading }, value)
    expect(notes(world).some((note) => note.startsWith(`«Сотрудники», строка ${row}, ${told}`))).toBe(true)
    expect(slotsOf(world, 'ММ').length).toBeGreaterThan(0)
    expect(phoned(world, 'АНО «Маяк»').deal.stage).toBe('accepted')
  })

  test.each([
    ['Попыток дозвона, не меньше', 'много', 'действует 3'],
    ['Рабочий день с', '25:00', 'действует 09:00'],
    ['Письма клиентам', 'иногда', 'действует да'],
    ['Кто закрывает неделю', 'кто-нибудь', 'действует офис-менеджер'],
    ['Показывать слоты вперёд, дней', '-3', 'действует 14'],
  ])('the setting «%s» = «%s» is named, and the default holds', (title, value, told) => {
    const world = deskWorld()
    const row = rowWith(world, 'Настройки', 'Настройка', title)
    const before = slotsOf(world, 'ММ').length
    type(world, 'Настройки', { row, heading: 'Значение' }, value)
    const note = notes(world).find((one) => one.startsWith(`«Настройки», строка ${row}, «Значение»: «${title}»: не удалось прочитать`))
    expect(note).toContain(told)
    expect(slotsOf(world, 'ММ').length).toBe(before)
  })

  test('W.calendar: a year half filled is named as such', () => {
    const world = deskWorld()
    const cells = rowsOf(world, 'Рабочий календарь')
    const row = (cells.at(-1)?.row ?? 0) + 1
    world.hand.paste({ sheet: 'Рабочий календарь', row, column: 1, values: [['01.01.2028', 'выходной']], user: office })
    expect(notes(world)).toContain(
      '«Рабочий календарь», «Дата»: 2028 год заполнен не весь: нет выходных 03.01, 04.01, 05.01, 06.01, 07.01, 23.02, 08.03, 01.05, 09.05, 12.06',
    )
  })
})

describe('a calendar that cannot be reached', () => {
  const sentence =
    'Календарь «Консультации» не открывается: его нет или к нему нет доступа. Проверьте адрес календаря на листе «Настройки» и права доступа.'

  function lost(): { world: World; row: number } {
    const world = deskWorld()
    const row = rowWith(world, 'Настройки', 'Настройка', 'Календарь «Консультации» (адрес)')
    return { world, row }
  }

  test('slots are not listed, with a sentence; requests are still taken and letters still go', () => {
    const { world, row } = lost()
    const card = phoned(world, 'АНО «Маяк»')
    done(world, 'deal/book', bookInput(card, slotOf(world)))
    type(world, 'Настройки', { row, heading: 'Значение' }, 'no@group.calendar.google.com')
    expect(refusal(world, 'slot/list', { topic: null, consultant: null, agreedWith: null, part: null, from: null })).toBe(sentence)
    expect(phoned(world, 'Фонд «Север»').deal.stage).toBe('accepted')
    const letters = world.state.letters.length
    nextTick(world)
    expect(world.state.letters.length).toBe(letters + 2)
  })

  test('with the right address the booking goes on', () => {
    const { world, row } = lost()
    type(world, 'Настройки', { row, heading: 'Значение' }, 'no@group.calendar.google.com')
    type(world, 'Настройки', { row, heading: 'Значение' }, calendarId)
    const card = phoned(world, 'АНО «Маяк»')
    expect(run(world, 'deal/book', bookInput(card, slotOf(world))).value).toMatchObject({ ok: true })
  })
})

test.each(['{', '{"slot": 5}', '[]', ''])(
  'a booking in a private property that cannot be read (%j) frees the hour, and stops nothing',
  (booking) => {
    const world = deskWorld()
    const card = phoned(world, 'АНО «Маяк»')
    const slot = slotOf(world)
    const input = bookInput(card, slot)
    const patch = run(world.fork(), 'deal/book', input).calls.find(({ name }) => name === 'Calendar.Events.patch')?.n ?? 0
    world.invoke({ fn: 'rpc', entry: 'rpc', user: office, args: [{ method: 'deal/book', input }] }, [{ at: patch, kind: 'killAfter' }])
    const event = world.state.calendars[calendarId]?.events.find(({ id }) => id === slot.eventId)
    if (event?.extendedProperties?.private === undefined) throw new Error('the booking left no mark')
    event.extendedProperties.private['booking'] = booking
    nextTick(world)
    expect(slotsOf(world, 'ММ').map(({ start }) => start)).toContain(slot.start)
    expect(rowById(world, 'Сделки', card.deal.id)['Событие']).toBeNull()
    registerEqualsJournal(world)
  },
)

test('a booked event duplicated by a consultant, marks and all, is neither freed nor taken for the booking', () => {
  const world = deskWorld()
  const { deal } = done(world, 'deal/book', bookInput(phoned(world, 'АНО «Маяк»'), slotOf(world))).card
  const copy = world.calendarHand.duplicate({
    calendarId,
    id: deal.eventId,
    start: '2026-12-01T10:00',
    withPrivate: true,
    user: 'gg0@example.org',
  })
  nextTick(world)
  expect(world.state.calendars[calendarId]?.events.find(({ id }) => id === copy.id)?.summary).toBe('ММ_АНО «Маяк»')
  expect(rowById(world, 'Сделки', deal.id)['Событие']).toBe(deal.eventId)
  registerEqualsJournal(world)
})
