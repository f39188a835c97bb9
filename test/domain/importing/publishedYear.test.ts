/** A year as xmlcalendar publishes it: whole or not, and against the sheet. */
import { publishedDays } from '../../../src/domain/importing/publishedDays'
import { differences, readPublishedYear } from '../../../src/domain/importing/publishedYear'
import { xmlYear } from '../../fixtures/xmlYear'

const known = (year: number) => publishedDays.filter(({ date }) => date.startsWith(`${year}-`))
const sheetOf = (year: number) => Object.fromEntries(known(year).map(({ date, kind }) => [date, kind]))

test.each([2025, 2026, 2027])('%i, as it ships: whole, every day the same, nothing differs', (year) => {
  const read = readPublishedYear(xmlYear(year, known(year)), year)
  expect(read?.lacks).toBe('')
  expect(read?.days.map(({ date, kind }) => [date, kind])).toEqual(known(year).map(({ date, kind }) => [date, kind]))
  expect(differences(read ?? { days: [], lacks: '' }, sheetOf(year), year)).toEqual([])
})

test.each([2025, 2026, 2027])('%i without one of its days off is not whole, whichever is missing, or short days alone are', (year) => {
  const offs = known(year).filter(({ kind }) => kind === 'off')
  for (const gone of offs) {
    const read = readPublishedYear(
      xmlYear(
        year,
        known(year).filter((day) => day !== gone),
      ),
      year,
    )
    const isWeekend = [0, 6].includes(new Date(`${gone.date}T00:00Z`).getUTCDay())
    if (!isWeekend) expect([gone.date, read?.lacks === '']).toEqual([gone.date, false])
  }
  const shortGone = readPublishedYear(xmlYear(year, offs), year)
  expect(shortGone?.lacks).toBe('')
})

test('what is no calendar of that year is none', () => {
  expect(readPublishedYear('<html></html>', 2028)).toBeNull()
  expect(readPublishedYear('', 2028)).toBeNull()
  expect(readPublishedYear(xmlYear(2027, known(2027)), 2028)).toBeNull()
})

test('differences: another kind, a day more, a day of the office alone', () => {
  const read = readPublishedYear(xmlYear(2027, known(2027)), 2027)
  const { '2027-11-05': _, ...rest } = sheetOf(2027)
  const sheet = { ...rest, '2027-02-20': 'off', '2027-08-16': 'off', '2026-08-16': 'off' } as const
  expect(differences(read ?? { days: [], lacks: '' }, sheet, 2027)).toEqual([
    { date: '2027-02-20', published: 'short', sheet: 'off', movedFrom: null },
    { date: '2027-08-16', published: null, sheet: 'off', movedFrom: null },
    { date: '2027-11-05', published: 'off', sheet: null, movedFrom: '2027-01-02' },
  ])
})
