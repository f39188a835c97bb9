/** What holds for every title, whoever writes it: laws of the reading, and titles that we write ourselves. */

import fc from 'fast-check'
import { bookedTitle, freeTitle, type SlotTitle, titleReader } from '../../../src/domain/calendar/slotTitle'
import { isSameOrganisation } from '../../../src/domain/calendar/sync/sameOrganisation'
import { growthOf, isTooFast } from '../../fixtures/growth'

const staff = [
  { initials: 'ММ', name: 'Морозова Мария Игоревна' },
  { initials: 'СБ', name: 'Белова Светлана Ильинична' },
  { initials: 'АК', name: 'Котова Анна Сергеевна' },
  { initials: 'АКт', name: 'Катаев Алексей Романович' },
  { initials: '', name: 'Титова Оксана Дмитриевна' },
]
const read = titleReader(staff)
const who = fc.constantFrom('ММ', 'СБ', 'АК', 'АКт')
const note = fc.constantFrom('', '(онлайн)', '(каб. 3)', '2 часа', 'очно', ', zoom', '- вечер', '(с 10 до 12)', 'по записи')
const taking = fc.constantFrom(
  ...'занято,(занято),отмена,(отменена),(перенос на четверг),❌,не состоится,резерв за Маяком,возможна,под вопросом,?,больничный,отпуск,нет,(бронь),перенесена'.split(
    ',',
  ),
)
const separator = fc.constantFrom(
  ' ',
  '  ',
  '_',
  '-',
  ' – ',
  '\u2011',
  '\u2010',
  ', ',
  '/',
  '+',
  ': ',
  '\u00a0',
  '\uff3f',
  '&nbsp;',
  '<br>',
)
const latin: Readonly<Record<string, string>> = { М: 'M', А: 'A', К: 'K', С: 'C', Т: 'T', О: 'O', Н: 'H', а: 'a', о: 'o', с: 'c', к: 'k' }

test('any text whatever is one of five kinds', () => {
  const pieces = fc.constantFrom(
    'ММ',
    'СБ',
    'консультация',
    '_',
    '(',
    ')',
    '«',
    '»',
    '"',
    'отмена',
    'Морозова',
    'М. И.',
    ' ',
    '❌',
    'отпуск',
    'https://',
  )
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(fc.oneof(pieces, fc.string({ maxLength: 5 }))).map((all) => all.join('')),
  )
  fc.assert(
    fc.property(anything, (title) => expect(['free', 'booked', 'away', 'ask', 'unrelated']).toContain(read(title).kind)),
    { numRuns: 3000 },
  )
})

describe('a free title', () => {
  const free = fc
    .tuple(who, separator, note)
    .map(([initials, between, said]) => ({ initials, title: `${initials}${between}консультация ${said}` }))

  test('stays free with any harmless note and any separator', () => {
    fc.assert(fc.property(free, ({ initials, title }) => expect(read(title)).toMatchObject({ kind: 'free', initials })))
  })

  test('is no longer free once a word takes it away or calls it off, wherever it stands', () => {
    fc.assert(
      fc.property(free, taking, fc.boolean(), ({ title }, word, isBefore) => {
        expect(read(isBefore ? `${word} ${title}` : `${title} ${word}`).kind).toMatch(/^(ask|away)$/)
      }),
    )
  })

  test('is read the same in any case, with any spaces, with look-alikes', () => {
    fc.assert(
      fc.property(free, fc.constantFrom('upper', 'lower', 'spaces', 'latin'), ({ initials, title }, how) => {
        expect(read(written(title, how))).toMatchObject({ kind: 'free', initials })
      }),
    )
  })
})

test('a booking is read the same in any case, with any spaces, with look-alikes', () => {
  fc.assert(
    fc.property(who, fc.constantFrom('upper', 'lower', 'spaces', 'latin'), (initials, how) => {
      const title = read(written(`${initials}_АНО «Круг друзей»`, how))
      expect(title).toMatchObject({ kind: 'booked', initials })
      expect(title.kind === 'booked' && isSameOrganisation(title.organisation, 'АНО «Круг друзей»')).toBe(true)
    }),
  )
})

test('a booking with a word that calls it off is a question', () => {
  const word = fc.constantFrom('отмена', '(отменена)', '(перенос на четверг)', '❌', 'не состоится', '?', '(предварительно)', '(резерв)')
  fc.assert(
    fc.property(who, word, (initials, said) => expect(read(`${initials}_АНО «Маяк» ${said}`)).toMatchObject({ kind: 'ask', initials })),
  )
})

function written(title: string, how: string): string {
  if (how === 'upper') return title.replace('&nbsp;', ' ').replace('<br>', ' ').toUpperCase()
  if (how === 'lower') return title.toLowerCase()
  if (how === 'spaces') return `  ${title.replace(/ /g, ' \u00a0 ')} `
  return title.replace(/&nbsp;|<br>/g, ' ').replace(/./gu, (letter) => latin[letter] ?? letter)
}

describe('titles that we write', () => {
  const word = fc.stringMatching(/^[А-ЯЁа-яёA-Za-z0-9№,.()&-]{1,12}$/)
  const nasty = fc.constantFrom(
    ...'Консультация|занято|ММ|СБ|Морозова|отмена|_|«»|"|»|«|(отмена)|❌|?|<br>|&nbsp;|отпуск|ММ_|консультация онлайн|Что? Где? Когда?|перенос|Центр консультаций|название организации|онлайн|М̶|»(отмена)«'.split(
      '|',
    ),
  )
  const name = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(fc.oneof(word, nasty), { minLength: 1, maxLength: 40 }).map((all) => all.join(' ')),
  )

  test('a booking always reads back as that booking', () => {
    fc.assert(
      fc.property(who, name, (initials, organisation) => {
        const title = bookedTitle(initials, organisation)
        const back: SlotTitle = read(title)
        expect(title.length).toBeLessThanOrEqual(200)
        expect(back).toMatchObject({ kind: 'booked', initials })
        if (/[\p{L}\p{N}]/u.test(organisation.replace(/&nbsp;|<br>/g, '')))
          expect(back.kind === 'booked' && isSameOrganisation(back.organisation, organisation)).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })

  test('a free slot always reads back as free', () => {
    fc.assert(fc.property(who, (initials) => expect(read(freeTitle(initials))).toEqual({ kind: 'free', initials, note: '' })))
  })
})

test.each([
  ['dashes', 'ММ консультация', '-'],
  ['brackets', 'ММ консультация ', '('],
  ['spaces', 'ММ', ' '],
  ['quotes', 'ММ_', '«'],
  ['straight quotes', 'ММ_', '"'],
  ['dotted letters', '', 'М. '],
  ['digits', 'ММ консультация ', '1 '],
  ['underscores', 'ММ', '_'],
  ['words', 'ММ ', 'отмена '],
  ['initials', '', 'ММ, '],
  ['tags', 'ММ ', '<br >'],
  ['letters', 'ММ_', 'а'],
  ['names', '', 'Морозова М. И. '],
])('the time to read a title grows with it, up to 100,000 characters: %s', (_what, start, filling) => {
  const titles = new Map([12_500, 100_000].map((length) => [length, start + filling.repeat(Math.ceil(length / filling.length))]))
  expect(isTooFast(growthOf((length) => void titleReader(staff)(titles.get(length)!), 100_000))).toBe(false)
})
