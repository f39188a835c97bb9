/** When it suits a client: hours and words in one line, and the hours found in it again. */
import fc from 'fast-check'
import { wishedHours, wishedText } from '../../../src/domain/intake/wishedTimes'

const hour = fc
  .record({ day: fc.integer({ min: 0, max: 700 }), hour: fc.integer({ min: 0, max: 23 }), minute: fc.constantFrom('00', '30') })
  .map(({ day, hour, minute }) => {
    const date = new Date(Date.UTC(2026, 10, 23) + day * 86_400_000).toISOString().slice(0, 10)
    return `${date}T${String(hour).padStart(2, '0')}:${minute}`
  })

test('what was chosen is read again, whatever words stand beside it', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(hour, { maxLength: 3 }),
      fc.constantFrom('', 'после 16', 'в 10:00 или 12:00', 'кроме 25.11'),
      (hours, words) => {
        expect(wishedHours(wishedText(hours, words))).toEqual(hours)
      },
    ),
  )
})

test.each([
  ['', []],
  ['после 16', []],
  ['пт 27.11.2026 10:00; или после 16', ['2026-11-27T10:00']],
  ['27.11.2026, 10:00 и 27.11.2026 10:00', ['2026-11-27T10:00']],
  ['1.12.2026 9:30', ['2026-12-01T09:30']],
  ['31.02.2026 10:00, 27.11.2026 25:00', []],
])('%j', (text, hours) => {
  expect(wishedHours(text)).toEqual(hours)
})
