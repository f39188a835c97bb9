/** The mark of a shown form: read as it was written, and nothing else. */
import { fewestMs, formMark, isPersonsPace, readMark } from '../../../src/domain/intake/formMark'

const [now, signature] = [Date.UTC(2026, 10, 23, 6), 'A'.repeat(43)]

test('what was written is read', () => {
  expect(readMark(formMark(now, signature))).toEqual({ shownAt: now, signature })
})

test.each([
  '',
  '.',
  formMark(now, 'A'),
  formMark(now, `${signature}A`),
  formMark(-1, signature),
  formMark(1e20, signature),
  ` ${formMark(now, signature)}`,
])('%j is none', (mark) => {
  expect(readMark(mark)).toBeNull()
})

test.each([
  [fewestMs - 1, false],
  [fewestMs, true],
  [3 * 86_400_000, true],
  [3 * 86_400_000 + 1, false],
  [-1, false],
])('%i ms after it was shown: %s', (after, isPersons) => {
  expect(isPersonsPace(now, now + after)).toBe(isPersons)
})
