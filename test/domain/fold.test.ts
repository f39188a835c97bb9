/** One place folds letters, for the whole product. */

import fc from 'fast-check'
import { compareRussian } from '../../src/domain/month/russianOrder'
import { folded, foldedAsNamed, foldedWords, hasWords, initialsKey } from '../../src/domain/text/fold'
import { repositoryFiles, textOf } from '../repository/files'

test('nobody else folds ё, or letters that look alike', () => {
  const others = repositoryFiles('src').filter((file) => /\.tsx?$/.test(file) && file !== 'src/domain/text/fold.ts')
  const folding = others.filter((file) => /replace\w*\(\s*(\/\[?[ёЁ]|'[ёЁ]')|localeCompare/.test(textOf(file)))
  expect(folding).toEqual([])
  expect(others.length).toBeGreaterThan(400)
})

test.each([
  ['Ceмёнов  Пётр', 'семенов петр'],
  ['Нoвая заявка', 'новая заявка'],
  ['zoom', 'zoom'],
  ['TOC «Ёлка»', 'тос «елка»'],
  ['е\u0308лка', 'елка'],
])('«%s» is compared as «%s»', (text, as) => expect(folded(text)).toBe(as))

test.each([
  ['Tелефон', 'телефон'],
  ['text', 'text'],
  ['hp', 'hp'],
  ['E-mail / Почта', 'e-mail / почта'],
  ['Ваш вопрoс ', 'ваш вопрос'],
])('a name that a program may have given: «%s» is «%s»', (text, as) => expect(foldedAsNamed(text)).toBe(as))

test('people are found by any ending, ё or Latin letters; others are not', () => {
  const family = ['Семёнов', 'Семёнова', 'Семёнову', 'Семёновой', 'Семёновым', 'Ceмeнoв', 'СЕМЕНОВА']
  for (const typed of family) for (const name of family) expect([typed, name, hasWords(`Анна ${name}`, typed)]).toEqual([typed, name, true])
  expect(['Сидоров', 'Семин', 'Иванов'].map((typed) => hasWords('Анна Семёнова', typed))).toEqual([false, false, false])
})

test('laws: folded twice is folded once; case, ё and look-alikes change nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'абёжЕMAКocТ z1_.«» ') }), (text) => {
      expect(folded(folded(text))).toBe(folded(text))
      expect(foldedWords(text.replace(/ё/g, 'е'))).toEqual(foldedWords(text))
      expect(initialsKey(text.toLowerCase())).toBe(initialsKey(text))
      expect(compareRussian(text, text.toUpperCase())).toBe(0)
    }),
  )
})
