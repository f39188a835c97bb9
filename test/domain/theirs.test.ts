/** SEC21: strangers' words in our letters are theirs: cut, on one line, and no link of theirs is live. */

import fc from 'fast-check'
import { controlLetter } from '../../src/domain/letter/controlLetters.ru'
import { letterHtml } from '../../src/domain/letter/letterHtml'
import {
  bookedClientLetter,
  bookedConsultantLetter,
  cancelledClientLetter,
  cancelledConsultantLetter,
  type Mail,
  remindedClientLetter,
} from '../../src/domain/letter/letters.ru'
import {
  detailsClientLetter,
  detailsConsultantLetter,
  leftConsultantLetter,
  movedClientLetter,
  movedConsultantLetter,
} from '../../src/domain/letter/moveLetters.ru'
import { decisionLetter, feedbackLetter, lowScoreLetter, reportLetter } from '../../src/domain/letter/pageLetters.ru'
import { theirLine, theirName, theirWords } from '../../src/domain/letter/theirs'
import type { HeldRow } from '../../src/domain/month/list'
import { projectLetter } from '../../src/domain/month/projectLetter.ru'
import { signInLetter } from '../../src/domain/office/access/signInText.ru'
import { rightsTexts } from '../../src/domain/text/rightsText.ru'
import { planfixTask } from '../../src/server/partners/planfix/text.ru'
import { repositoryFiles, textOf } from '../repository/files'

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
  expect(theirName(told)).toBe(told)
})

test('the question is in quotation marks, cut with a mark; nothing is nothing', () => {
  expect(theirWords('Нужен\n устав')).toBe('«Нужен устав»')
  expect(theirWords(' ')).toBe('')
  expect(theirWords('я'.repeat(50_000))).toBe(`«${'я'.repeat(599)}…»`)
  expect(theirName('"'.repeat(10_000))).toHaveLength(160)
  expect(theirLine('я'.repeat(50_000))).toHaveLength(300)
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

const item = (text: string) => ({ subject: `Позвонить: ${text}`, detail: text, clause: 'I5', due: '2026-11-23T12:00', who: '', url: '' })
const control = (text: string, items: number) =>
  controlLetter({
    centreName: 'Центр',
    now: '2026-11-23T09:00',
    owed: [item(text)],
    overdue: Array.from({ length: items }, () => item(text)),
    digest: { overdue: [item(text), { ...item(text), who: 'ММ' }], breaches: 1 },
  })
const rows = (text: string) => [{ id: 7, start: '2026-11-25T10:00', consultant: 'ММ', client: text, minutes: 60 } as HeldRow]
const withRights = (text: string) =>
  rightsTexts.taken('a@center.example', [rightsTexts.line({ sheet: 'Проекты', name: text, column: 'Проект', was: '', now: text })])

/** Every letter of the product that names a stranger, or what somebody may have typed; ours = links that it has itself. */
const letters: Readonly<Record<string, (text: string) => { readonly mail: Mail & { readonly html?: string }; readonly ours?: number }>> = {
  bookedClientLetter: (text) => ({ mail: bookedClientLetter(facts(text)) }),
  remindedClientLetter: (text) => ({ mail: remindedClientLetter(facts(text)) }),
  bookedConsultantLetter: (text) => ({ mail: bookedConsultantLetter(facts(text)) }),
  cancelledConsultantLetter: (text) => ({ mail: cancelledConsultantLetter(facts(text)) }),
  cancelledClientLetter: (text) => ({ mail: cancelledClientLetter(facts(text)) }),
  movedClientLetter: (text) => ({ mail: movedClientLetter({ ...facts(text), told: null }) }),
  detailsClientLetter: (text) => ({ mail: detailsClientLetter(facts(text)) }),
  movedConsultantLetter: (text) => ({ mail: movedConsultantLetter({ ...facts(text), reason: text }) }),
  detailsConsultantLetter: (text) => ({ mail: detailsConsultantLetter(facts(text)) }),
  leftConsultantLetter: (text) => ({ mail: leftConsultantLetter(facts(text)) }),
  reportLetter: (text) => ({ mail: reportLetter({ ...facts(text), until: '2026-12-25' }), ours: 1 }),
  decisionLetter: (text) => ({ mail: decisionLetter(facts(text)), ours: 2 }),
  feedbackLetter: (text) => ({ mail: feedbackLetter(facts(text)), ours: 6 }),
  lowScoreLetter: (text) => ({ mail: lowScoreLetter({ ...facts(text), text, score: 1, consultant: 'ММ' }) }),
  controlLetter: (text) => ({ mail: control(text, 1) }),
  'controlLetter with many': (text) => ({ mail: control(text, 20) }),
  projectLetter: (text) => ({
    mail: projectLetter({ project: text, when: 'в ноябре', rows: rows(text), minutes: 60, external: null, centreName: 'Центр' }),
  }),
  signInLetter: () => ({ mail: signInLetter('Центр'), ours: 1 }),
  'rights given': (text) => ({ mail: { subject: rightsTexts.subject, body: withRights(text) } }),
  'a task of Planfix': (text) => ({ mail: { subject: planfixTask.name(`Провести: ${text}`, 7), body: '' } }),
}

test('each letter that is written anywhere is here', () => {
  const written = repositoryFiles('src')
    .filter((file) => file.endsWith('.ru.ts'))
    .flatMap((file) => [...textOf(file).matchAll(/export function (\w+)[\s\S]*?\): ([\s\S]*?) \{\n/g)])
    .flatMap(([, name = '', answer = '']) => (/^Mail|subject/.test(answer) ? [name] : []))
  expect(written.length).toBeGreaterThan(15)
  expect(Object.keys(letters)).toEqual(expect.arrayContaining(written))
})

const live = /:\/\/|[^\s@]\.(example|ru)\b(?<!@\S*)(?![\w.]*@\w)|\p{Surrogate}|[\u0000-\u0009\u202e\u2800]/u

test.each(Object.keys(letters))('10,000 texts: %s is well-formed, short, and has only our links', (name) => {
  fc.assert(
    fc.property(nasty, (text) => {
      const { mail, ours = 0 } = (letters[name] as (typeof letters)[string])(text)
      const { subject, body, html = letterHtml(body) } = mail
      expect(`${subject}\n${body}`).not.toMatch(live)
      expect([body.length < 20_000, subject.includes('\n')]).toEqual([true, false])
      const links = Array.from({ length: ours }, (_link, at) => `⟦${at + 1}⟧`)
      expect((body.match(/⟦\d⟧/g) ?? []).sort()).toEqual(links)
      expect([...html.matchAll(/<a href="([^"]*)"/g)].map(([, href]) => href).sort()).toEqual(links)
      expect(html.replace(/<\/?(!doctype|html|head|meta|body|table|tr|td|a|p|b|ol|li|br|span)( [^<>]*)?>/g, '')).not.toMatch(/[<>]/)
    }),
    { numRuns: Math.ceil(10_000 / Object.keys(letters).length), seed: 20261123 },
  )
})
