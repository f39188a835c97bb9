import fc from 'fast-check'
import { cutLine, oneLine } from '../../src/domain/letter/plainLine'

test.each([
  [' АНО\r\n«Маяк»\t', 'АНО «Маяк»'],
  ['АНО\u00a0«Маяк»', 'АНО «Маяк»'],
  ['А\u200bНО\ufeff', 'АНО'],
  ['и\u0306', 'й'],
  ['\u0000\u0007', ''],
])('%j is %j on one line', (text, line) => expect(oneLine(text)).toBe(line))

test('law: one line stays one line, cut or not', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(50), (text, limit) => {
      expect(oneLine(oneLine(text))).toBe(oneLine(text))
      expect(cutLine(oneLine(text), limit).length).toBeLessThanOrEqual(limit)
      expect(oneLine(text)).not.toMatch(/[\u0000-\u001f\u2028\u2029]/)
    }),
  )
})

test('a sign of two units is not cut in two', () => expect(cutLine('Я🎂', 2)).toBe('Я'))
