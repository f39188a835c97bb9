/** SEC21: strangers' words in our letters are theirs: cut, on one line, and no link of theirs is live. */

import fc from 'fast-check'
import { letterHtml } from '../../src/domain/letter/letterHtml'
import { bookedClientLetter, bookedConsultantLetter } from '../../src/domain/letter/letters.ru'
import { movedConsultantLetter } from '../../src/domain/letter/moveLetters.ru'
import { decisionLetter } from '../../src/domain/letter/pageLetters.ru'
import { theirName, theirWords, unlinked } from '../../src/domain/letter/theirs'

test.each([
  ['АНО «Маяк»', 'АНО «Маяк»'],
  ['Оплатите счёт: http://evil.example/pay', 'Оплатите счёт: http: //evil. example/pay'],
  ['www.evil.example', 'www. evil. example'],
  ['evil.example/pay?a=1', 'evil. example/pay?a=1'],
  ['ТОС «Дом.Ру»', 'ТОС «Дом. Ру»'],
  ['почта anna@mayak.example', 'почта anna@mayak.example'],
  ['mayak.example@mayak.example', 'mayak.example@mayak.example'],
  ['mayak.example/@mayak', 'mayak. example/@mayak'],
  ['https://a@evil.example', 'https: //a@evil. example'],
  ['Ф.И.О., т.е. отчёт за 2025 г., 12.5 ч', 'Ф.И.О., т.е. отчёт за 2025 г., 12.5 ч'],
])('%s → %s', (text, told) => {
  expect(theirName(text)).toBe(told)
  expect(unlinked(told)).toBe(told)
})

test('the question is in quotation marks, cut with a mark; nothing is nothing', () => {
  expect(theirWords('Нужен\n устав')).toBe('«Нужен устав»')
  expect(theirWords(' ')).toBe('')
  expect(theirWords('я'.repeat(50_000))).toBe(`«${'я'.repeat(599)}…»`)
  expect(theirName('"'.repeat(10_000))).toHaveLength(160)
})

test('signs that look like nothing push nothing out of sight; marks of our links are no links', () => {
  expect(theirName(`Маяк${'\u2800'.repeat(60)}Согласиться: \u3164⟦1⟧`)).toBe('Маяк Согласиться: 1')
  expect(theirWords('\u{e0061}\u115f\uffa0\u180e')).toBe('')
})

const nasty = fc.string({
  unit: fc.constantFrom(...'аб.:/@⟦1⟧"<>&\n\u0000\ud800\u202e\u2800 «»', 'http://', 'evil.example', 'www.'),
  maxLength: 400,
})
const facts = (text: string) => ({
  centreName: 'Центр',
  centrePhone: '20-65-10',
  organisation: text,
  contact: text,
  phone: text,
  request: text,
  start: '2026-11-25T10:00',
  before: '2026-11-24T10:00',
  now: '2026-11-23T09:00',
  consultantName: 'Морозова',
  format: 'inPerson' as const,
  place: '',
  dealId: 7,
  reason: '',
  topic: 10,
  project: 'Проект',
  count: '',
  warning: '',
})

test('10,000 texts: every letter made of them is well-formed, short, and has only our links', () => {
  fc.assert(
    fc.property(nasty, (text) => {
      for (const write of [bookedClientLetter, bookedConsultantLetter, movedConsultantLetter, decisionLetter]) {
        const { subject, body } = write(facts(text))
        const html = letterHtml(body)
        expect(`${subject}\n${body}`).not.toMatch(
          /:\/\/|[^\s@]\.(example|ru)\b(?<!@\S*)(?![\w.]*@\w)|\p{Surrogate}|[\u0000-\u0009\u202e\u2800]/u,
        )
        expect([body.length < 3_000, subject.includes('\n')]).toEqual([true, false])
        const links = write === decisionLetter ? ['⟦1⟧', '⟦2⟧'] : []
        expect(body.match(/⟦\d⟧/g) ?? []).toEqual(links)
        expect([...html.matchAll(/<a href="([^"]*)"/g)].map(([, href]) => href)).toEqual(links)
        expect(html.replace(/<\/?(!doctype|html|head|meta|body|table|tr|td|a|b|br)( [^<>]*)?>/g, '')).not.toMatch(/[<>]/)
      }
    }),
    { numRuns: 2_500, seed: 20261129 },
  )
})
