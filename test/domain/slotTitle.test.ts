import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { type AskWhy, bookedTitle, freeTitle, readTitle, type SlotTitle } from '../../src/domain/calendar/slotTitle'
import { organisationKey } from '../../src/domain/client/organisation'
import { initialsKey } from '../../src/domain/text/fold'

const sample = (name: string) => readFileSync(`${__dirname}/../../emulator/sample/${name}`, 'utf8')
const initialsOfOffice = ['ММ', 'ОП', 'ИС', 'ЕК', 'НВ', 'АК', 'АКт', 'ТЛ', 'ДЗ', 'СБ', 'ЮР', 'ВГ', 'ПН', 'ЛФ', 'КЩ']
const nameless = (initials: readonly string[]) => initials.map((one) => ({ initials: one, name: '' }))
const office = nameless(initialsOfOffice)

const free = (initials: string, note = ''): SlotTitle => ({ kind: 'free', initials, note })
const booked = (initials: string, organisation: string): SlotTitle => ({ kind: 'booked', initials, organisation })
const question = (why: AskWhy, initials: string, suggestion: string, organisation = ''): SlotTitle => ({
  kind: 'ask',
  why,
  people: initials === '' ? [] : [initials],
  initials,
  suggestion,
  organisation,
})
const unreadable = (initials: string, suggestion: string, organisation = '') => question('unreadable', initials, suggestion, organisation)
const unknown = (suggestion = '') => question('unknownInitials', '', suggestion)
const withoutName = (initials: string) => question('noOrganisation', initials, '')
const unrelated: SlotTitle = { kind: 'unrelated' }

describe('G1: a free slot is initials and «консультация», however they are typed', () => {
  test.each<[string, SlotTitle]>([
    ['ММ консультация', free('ММ')],
    ['мм консультация', free('ММ')],
    ['ММ  Консультация', free('ММ')],
    ['ВГ консультация ', free('ВГ')],
    ['ММ\u00a0консультация', free('ММ')],
    ['ТЛ_консультация', free('ТЛ')],
    ['ЕК - консультация', free('ЕК')],
    ['ЕК – консультация', free('ЕК')],
    ['ЕК-консультация', free('ЕК')],
    ['ММконсультация', free('ММ')],
    ['М. М. консультация', free('ММ')],
    ['(ММ) консультация', free('ММ')],
    ['ДЗ консультации', free('ДЗ')],
    ['ЛФ конс.', free('ЛФ')],
    ['ЛФ конс', free('ЛФ')],
    ['ЛФ консульт.', free('ЛФ')],
    ['ММ консультация!', free('ММ')],
    ['ИС консультация (онлайн)', free('ИС', 'онлайн')],
    ['ИС консультация (кабинет 5, вход со двора)', free('ИС', 'кабинет 5, вход со двора')],
    ['ИС консультация онлайн', free('ИС', 'онлайн')],
    ['ИС консультация - zoom', free('ИС', 'zoom')],
    ['ИС консультация (онлайн', free('ИС', 'онлайн')],
  ])('«%s»', (title, expected) => expect(readTitle(title, office)).toEqual(expected))

  test('Latin look-alikes count as Cyrillic', () => {
    expect(readTitle('MM консультация', office)).toEqual(free('ММ'))
    expect(readTitle('EK консультация', office)).toEqual(free('ЕК'))
    expect(readTitle('mm кoнcультaция', office)).toEqual(free('ММ'))
  })

  test('the longest initials win: «АКт» is not «АК»', () => {
    expect(readTitle('АКт консультация', office)).toEqual(free('АКт'))
    expect(readTitle('акт консультация', office)).toEqual(free('АКт'))
    expect(readTitle('АК консультация', office)).toEqual(free('АК'))
    expect(readTitle('АКт_ТОС «Круг друзей»', office)).toEqual(booked('АКт', 'ТОС «Круг друзей»'))
    expect(readTitle('АК_ТОС «Круг друзей»', office)).toEqual(booked('АК', 'ТОС «Круг друзей»'))
  })
})

describe('G3: a booking is initials, `_` and the organisation', () => {
  test.each<[string, SlotTitle]>([
    ['АК_РОО «Дорога к храму»', booked('АК', 'РОО «Дорога к храму»')],
    ['нв_ТОС Семейный очаг', booked('НВ', 'ТОС Семейный очаг')],
    ['НВ_АРМОО_«Круг_друзей»', booked('НВ', 'АРМОО_«Круг_друзей»')],
    ['НВ _ АНО "Маяк", Онега', booked('НВ', 'АНО "Маяк", Онега')],
    ['ММ_Маяк', booked('ММ', 'Маяк')],
    ['ММ_Консультационный центр «Правда»', booked('ММ', 'Консультационный центр «Правда»')],
    ['ММ_Консультант плюс', booked('ММ', 'Консультант плюс')],
    ['ММ_Отпуск без границ', booked('ММ', 'Отпуск без границ')],
    ['ММ - АНО «Маяк»', booked('ММ', 'АНО «Маяк»')],
    ['ММ АНО «Маяк»', booked('ММ', 'АНО «Маяк»')],
    ['MM_АНО «Маяк»', booked('ММ', 'АНО «Маяк»')],
  ])('«%s»', (title, expected) => expect(readTitle(title, office)).toEqual(expected))
})

describe('what cannot be read is listed with a suggestion, never dropped', () => {
  test.each<[string, SlotTitle]>([
    ['ЖЖ консультация', unknown()],
    ['жж конс.', unknown()],
    ['ЖЖ_АНО «Маяк»', unknown()],
    ['ТАК консультация', unknown('АКт консультация')],
    ['ММ консультацыя', unreadable('ММ', 'ММ консультация')],
    ['ММ_консультацыя', unreadable('ММ', 'ММ консультация')],
    ['ММ косультация (онлайн)', unreadable('ММ', 'ММ консультация (онлайн)')],
    ['ЖЖ консультацыя', unknown()],
    ['ММ_', withoutName('ММ')],
    ['ММ_ «»', withoutName('ММ')],
    ['ММ', unreadable('ММ', 'ММ консультация')],
    ['ММ Маяк', unreadable('ММ', '', 'Маяк')],
    ['ММ-Маяк', unreadable('ММ', '', 'Маяк')],
    ['10:00 ММ консультация', unreadable('ММ', 'ММ консультация')],
    ['Консультация ММ', unreadable('ММ', 'ММ консультация')],
    ['Консультация', unreadable('', '')],
    ['Перенос ММ_АНО «Маяк»', question('calledOff', 'ММ', '')],
  ])('«%s»', (title, expected) => expect(readTitle(title, office)).toEqual(expected))

  test.each<[string, string, string]>([
    ['ММ консультация АНО «Маяк»', 'АНО «Маяк»', 'ММ_АНО «Маяк»'],
    ['ММ консультация Маяк', 'Маяк', ''],
    ['ММ консультация (АНО «Маяк»)', 'АНО «Маяк»', 'ММ_АНО «Маяк»'],
    ['ММ_консультация по уставу', 'по уставу', ''],
  ])('«%s» may already be promised to somebody and is not offered as free', (title, organisation, suggestion) => {
    expect(readTitle(title, office)).toEqual(unreadable('ММ', suggestion, organisation))
  })
})

describe('the calendar holds other things too', () => {
  test.each([
    'Планёрка',
    'Семинар для ТОС',
    'День рождения центра',
    'Технический перерыв',
    'День консультаций',
    'Для консультаций',
    'Групповая консультация',
    'Телеконсультация',
    'Отпускные консультанты',
    'Сбор волонтёров',
    'Иск в суд',
    '',
    ' ',
    '«»',
    '🎂',
  ])('«%s»', (title) => expect(readTitle(title, office)).toEqual(unrelated))
})

describe('an absence', () => {
  const absence = (why: string, ...people: string[]): SlotTitle => ({ kind: 'away', people, why })
  test.each<[string, SlotTitle]>([
    ['Отпуск ММ', absence('отпуск', 'ММ')],
    ['ОТПУСК ММ до 30 ноября', absence('отпуск', 'ММ')],
    ['ММ отпуск', absence('отпуск', 'ММ')],
    ['ММ - больничный', absence('больничный', 'ММ')],
    ['Планёрка ММ', absence('совещание', 'ММ')],
    ['ММ - обед', absence('обед', 'ММ')],
    ['Больничный: М. М.', absence('больничный', 'ММ')],
    ['Командировка MM в Вельск', absence('командировка', 'ММ')],
    ['ММ_Отпуск без границ', booked('ММ', 'Отпуск без границ')],
  ])('«%s»', (title, expected) => expect(readTitle(title, office)).toEqual(expected))

  test('of two people', () =>
    expect(readTitle('Командировка ММ и НВ', nameless(['ММ', 'НВ', 'ЕК']))).toEqual(absence('командировка', 'ММ', 'НВ')))
})

describe('the sample calendar of the office', () => {
  const initials = sample('staff.csv')
    .split('\n')
    .slice(1)
    .map((row) => row.split(';')[0] ?? '')
    .filter(Boolean)
  const events = sample('calendar.ics')
    .split('BEGIN:VEVENT')
    .slice(1)
    .map((event) => ({
      title: /^SUMMARY:(.*)$/m.exec(event)?.[1]?.replace(/\r$/, '') ?? '',
      times: Number(/^RRULE:.*COUNT=(\d+)/m.exec(event)?.[1] ?? 1),
    }))
  const count = (some: (read: SlotTitle, times: number) => boolean) =>
    events.filter((event) => some(readTitle(event.title, nameless(initials)), event.times)).reduce((sum, event) => sum + event.times, 0)

  test('138 events, one of them a series of four: 141 entries', () => {
    expect(events).toHaveLength(138)
    expect(count(() => true)).toBe(141)
  })

  test('120 free, 4 of a free series, 11 booked, 4 unrelated, 1 absence, 1 with unknown initials', () => {
    expect(count((read, times) => read.kind === 'free' && times === 1)).toBe(120)
    expect(count((read, times) => read.kind === 'free' && times === 4)).toBe(4)
    expect(count((read) => read.kind === 'booked')).toBe(11)
    expect(count((read) => read.kind === 'unrelated')).toBe(4)
    expect(count((read) => read.kind === 'away')).toBe(1)
    expect(count((read) => read.kind === 'ask' && read.why === 'unknownInitials')).toBe(1)
  })
})

describe('titles that we write', () => {
  test('are exactly `ММ консультация` and `ММ_организация`', () => {
    expect(freeTitle('ММ')).toBe('ММ консультация')
    expect(freeTitle('ММ', 'онлайн')).toBe('ММ консультация (онлайн)')
    expect(bookedTitle('ММ', ' АНО\r\n«Маяк»\t')).toBe('ММ_АНО «Маяк»')
  })

  test('are never longer than 200 characters and never cut a sign in two', () => {
    expect(bookedTitle('ММ', 'Я'.repeat(500))).toHaveLength(200)
    expect(bookedTitle('ММ', `${'Я'.repeat(196)}🎂🎂`)).toBe(`ММ_${'Я'.repeat(196)}`)
  })

  test('name an organisation even where none is known, and never read as free', () => {
    expect(bookedTitle('ММ', ' ')).toBe('ММ_организация не указана')
    expect(bookedTitle('ММ', 'Консультация')).toBe('ММ_«Консультация»')
    expect(readTitle(bookedTitle('ММ', 'Консультация'), office)).toEqual(booked('ММ', '«Консультация»'))
  })

  const someone = fc.constantFrom(...initialsOfOffice)
  const word = fc.stringMatching(/^[А-ЯЁа-яёA-Za-z0-9«»"№,.()&-]{1,12}$/)
  const organisation = fc
    .tuple(fc.constantFrom('АНО', 'РОО', 'АРМОО', 'ТОС', 'Совет ветеранов', 'Фонд', 'Т'), fc.array(word, { minLength: 1, maxLength: 6 }))
    .map(([form, words]) => `${form} «${words.join(' ')}»`)

  test('law: a booked title gives its initials and organisation back', () => {
    fc.assert(
      fc.property(someone, organisation, (initials, name) => {
        const read = readTitle(bookedTitle(initials, name), office)
        expect(read).toMatchObject({ kind: 'booked', initials })
        expect(read.kind === 'booked' && organisationKey(read.organisation)).toBe(organisationKey(name))
      }),
    )
  })

  test('law: whatever the organisation is called, our title reads as a booking of that consultant', () => {
    fc.assert(
      fc.property(
        someone,
        fc.oneof(fc.string({ unit: 'binary' }), word, fc.constantFrom('конс.', '_', '-консультация')),
        (initials, name) => {
          expect(readTitle(bookedTitle(initials, name), office)).toMatchObject({ kind: 'booked', initials })
        },
      ),
      { numRuns: 1000 },
    )
  })

  test('law: a free title gives its initials and note back', () => {
    fc.assert(
      fc.property(someone, fc.constantFrom('', 'онлайн', 'кабинет 5'), (initials, note) => {
        expect(readTitle(freeTitle(initials, note), office)).toEqual(free(initials, note))
      }),
    )
  })

  test('law: no title whatever breaks the reading', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.tuple(someone, fc.string(), fc.constantFrom('консультация', '_', '(', '«'), fc.string()).map((parts) => parts.join('')),
    )
    fc.assert(fc.property(anything, (title) => expect(readTitle(title, office).kind).toMatch(/^(free|booked|ask|away|unrelated)$/)))
    fc.assert(
      fc.property(
        anything,
        fc.array(fc.record({ initials: fc.string(), name: fc.string() })),
        (title, people) => void readTitle(title, people),
      ),
    )
  })

  test('a title of any length is read at once', () => {
    expect(readTitle(`ММ консультация${'-'.repeat(1_000_000)}я`, office).kind).toBe('free')
  })
})

test('initials are compared without case, look-alikes and ё', () => {
  expect(initialsKey('MM')).toBe(initialsKey('мм'))
  expect(initialsKey('ЁЖ')).toBe(initialsKey('ЕЖ'))
  expect(initialsKey('АКт')).not.toBe(initialsKey('АК'))
})
