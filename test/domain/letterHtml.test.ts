/** A letter's buttons: of two the first leads, of a scale none. */
import { letterHtml } from '../../src/domain/letter/letterHtml'

const blue = (html: string) => [...html.matchAll(/bgcolor="#1a73e8"[^>]*><a href="⟦(\d)⟧"/g)].map(([, number]) => Number(number))
const outlined = (html: string) => [...html.matchAll(/border:1px solid[^>]*><a href="⟦(\d)⟧"/g)].map(([, number]) => Number(number))

test('of two buttons the second is outlined', () => {
  const html = letterHtml('Решите:\n\nСогласиться: ⟦1⟧\nОтказать: ⟦2⟧\n\nЦентр')
  expect([blue(html), outlined(html)]).toEqual([[1], [2]])
})

test('one button is blue, and so are the marks of a scale', () => {
  expect(blue(letterHtml('Заполнить отчёт: ⟦1⟧'))).toEqual([1])
  const scale = letterHtml('5: ⟦1⟧\n4: ⟦2⟧\n3: ⟦3⟧\n\nНе присылать: ⟦4⟧', 4)
  expect([blue(scale), outlined(scale)]).toEqual([[1, 2, 3], []])
})
