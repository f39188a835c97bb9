/** F9: an edited answer of a Google form changes its own deal. */
import { readGoogleForm } from '../../../src/domain/intake/read/readGoogleForm'
import { editedAnswer, isEditOf } from '../../../src/usecases/intake/editedAnswer'
import { client, unsortedDeal } from '../../fixtures/builders'
import { momentOf } from '../../fixtures/known'

const answers = (told: Readonly<Record<string, string>>) =>
  readGoogleForm(Object.fromEntries(Object.entries(told).map(([name, text]) => [name, [text]])), 2)
const first = answers({
  'Отметка времени': '22.11.2026 14:10:05',
  Имя: 'Анна Иванова',
  Телефон: '8 911 416-01-23',
  'Ваш вопрос': 'Устав',
  Тема: 'Правовые вопросы',
})
const deal = unsortedDeal({ raw: first.raw, request: 'Устав', outsideIds: `google:${first.key}` })
const stamp = { 'Отметка времени': '23.11.2026 10:00:00' }

test.each<[string, Readonly<Record<string, string>>, boolean]>([
  ['one answer', { ...stamp, 'Ваш вопрос': 'Договор' }, true],
  ['another phone', { ...stamp, Телефон: '8 921 000-00-01' }, true],
  [
    'all answers: a row that was filled again',
    { ...stamp, Имя: 'Пётр', Телефон: '8 921 000-00-01', 'Ваш вопрос': 'Договор', Тема: '8' },
    false,
  ],
  ['two things about himself: another person', { ...stamp, Имя: 'Пётр', Телефон: '8 921 000-00-01' }, false],
  ['a question that was not asked: another form', { ...stamp, Город: 'Онега' }, false],
  ['nothing', {}, false],
])('%s', (_name, told, isEdit) => expect(isEditOf(answers(told), deal, client())).toBe(isEdit))

test('a closed deal is not touched', () =>
  expect(isEditOf(answers({ ...stamp, Телефон: '8 921 000-00-01' }), { ...deal, stage: 'lost' }, client())).toBe(false))

const edited = (told: Readonly<Record<string, string>>, own = deal) => {
  const decision = editedAnswer(answers({ ...stamp, ...told }), own, client(), momentOf())
  if (!decision.ok) throw new Error('an edit is never refused')
  return decision.changes.deals[0]?.after
}

test('question and topic change while nobody has worked on them; all is noted and kept', () => {
  const after = edited({ 'Ваш вопрос': 'Договор', Тема: '2' })
  expect(after).toMatchObject({ request: 'Договор', topic: 2, version: 2, news: '' })
  expect(after?.comments).toBe(
    '23.11.2026 09:00: ответ на форму изменён: Отметка времени: 23.11.2026 10:00:00; Ваш вопрос: Договор; Тема: 2',
  )
  expect(after?.raw).toContain('Ваш вопрос: Устав')
  expect(after?.raw).toContain('Изменено 23.11.2026 09:00:')
  expect(after?.outsideIds.split(' ')).toHaveLength(2)
  expect(edited({ 'Ваш вопрос': 'Договор' }, { ...deal, stage: 'accepted' })).toMatchObject({ request: 'Устав' })
})

test('what he tells otherwise about himself stands beside the card', () =>
  expect(edited({ Телефон: '8 921 000-00-01' })).toMatchObject({ news: '{"phone":"8 921 000-00-01"}', phone: deal.phone }))

test('without room for both the first text stands', () => {
  const raw = 'я'.repeat(17_990)
  expect(edited({ 'Ваш вопрос': 'Договор' }, { ...deal, raw })?.raw).toBe(raw)
})
