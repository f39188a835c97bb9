/** What a file tells of consent: the day, the wording and where from, by its own columns or by the heading that was said yes to. */
import { arrange } from '../../../src/domain/importing/proposal/arrange'
import { proposePlan } from '../../../src/domain/importing/proposal/plan'
import { consentSources } from '../../../src/domain/text/consentText.ru'
import { mondayMorning } from '../../fixtures/builders'
import { read } from '../../fixtures/imports/amocrmRows'

const day = 'Согласие на обработку ПД'

/** Of one column of consent, or several, beside a usual file. */
function arranged(cells: Readonly<Record<string, string>>) {
  const row = {
    Организация: 'АНО «Маяк»',
    ФИО: 'Анна Иванова',
    Телефон: '8 911 416-01-23',
    'Дата обращения': '20.11.2026',
    Вопрос: 'Устав',
    ...cells,
  }
  const grid = { fileName: 'a.csv', rows: [Object.keys(row), Object.values(row), Object.values(row)] }
  const { headings, rows } = arrange(grid as never, proposePlan(grid as never, { people: [], projects: [] }), {
    now: mondayMorning,
    zone: 'Europe/Moscow',
  })
  const at = (heading: string) => String(rows[0]?.[headings.indexOf(heading)] ?? '')
  return [at(day), at('Согласие: текст'), at('Согласие: откуда')]
}

test.each([
  ['a day', { [day]: '19.11.2026' }, ['2026-11-19', '', '']],
  ['yes', { 'Согласие на обработку персональных данных': 'да' }, ['2026-11-20', 'Согласие на обработку персональных данных', '']],
  ['words', { Согласие: 'Даю согласие на обработку' }, ['2026-11-20', 'Согласие: Даю согласие на обработку', '']],
  ['no', { [day]: 'нет' }, ['', '', '']],
  [
    'columns of their own',
    { [day]: '19.11.2026', 'Согласие: текст': 'Согласен', 'Согласие: откуда': 'бумага' },
    ['2026-11-19', 'Согласен', 'бумага'],
  ],
] as const)('%s', (_name, cells, expected) => {
  expect(arranged(cells)).toEqual(expected)
})

test('a new client keeps them; without a source of its own it is the file', () => {
  const whole = { [day]: '19.11.2026', 'Согласие: текст': 'Согласен', 'Согласие: откуда': 'бумага' }
  expect(read(whole).clients[0]).toMatchObject({ consentDate: '2026-11-19', consentText: 'Согласен', consentSource: 'бумага' })
  expect(read({ ...whole, 'Согласие: откуда': '' }).clients[0]).toMatchObject({ consentSource: consentSources.file })
  expect(read({ ...whole, [day]: '' }).clients[0]).toMatchObject({ consentDate: null, consentText: '', consentSource: '' })
})
