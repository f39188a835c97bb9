/** «Обязательные поля»: the sheet in which the office says what a card must hold. */

import { clientTitles, dealTitles } from '../../../src/domain/deal/fieldTitles'
import { askable, cardTitles, goalTitles, initialRequired } from '../../../src/domain/deal/requiredFields'
import { readRequiredFields } from '../../../src/domain/importing/requiredFields'
import { drawnTable } from '../../fixtures/sampleTable'

const titles: Readonly<Record<string, Readonly<Record<string, string>>>> = { client: clientTitles, deal: dealTitles }
const headings = ['Карточка', 'Для чего', 'Поле', 'Тема', 'Пункт']
const rowsOfInitial = initialRequired.map(({ card, goal, field, topic, clause }) => [
  cardTitles[card],
  goalTitles[goal],
  titles[card]?.[field] ?? '',
  topic,
  clause,
])
const read = (rows: readonly (readonly (string | number | null)[])[]) =>
  readRequiredFields({ fileName: 'Обязательные поля', headings, rows: [...rowsOfInitial, ...rows] })

test('what a new office starts with is read back as it was written', () => {
  expect(read([])).toEqual({ required: initialRequired, issues: [] })
})

test('the office starts with the procedure’s list: seven fields of the client, eight of the deal, three of topic 8', () => {
  expect(initialRequired.filter(({ card }) => card === 'client')).toHaveLength(7)
  expect(initialRequired.filter(({ card, topic }) => card === 'deal' && topic === null)).toHaveLength(8)
  expect(initialRequired.filter(({ topic }) => topic === 8).map(({ field }) => field)).toEqual([
    'discussedName',
    'discussedTheme',
    'discussedAdvice',
  ])
})

test('every field that is asked for can be filled in by then', () => {
  for (const { card, goal, field } of initialRequired) expect(askable(card, goal)).toContain(field)
})

test('a row as people type it: any case, the topic by its name', () => {
  const { required, issues } = read([['Сделка', 'Назначена', 'место или ссылка', 'правовые вопросы', 'приказ 7']])
  expect(issues).toEqual([])
  expect(required.at(-1)).toEqual({ card: 'deal', goal: 'assigned', field: 'place', topic: 11, clause: 'приказ 7' })
})

test('every cell that cannot be read is named with its row and column, and the row does not count', () => {
  const table = drawnTable(
    'Обязательные поля',
    `
    Карточка | Для чего  | Поле         | Тема | Пункт
    проект   | заявка    | Телефон      |      |
    клиент   | звонок    | Телефон      |      |
    клиент   | заявка    | ИНН          |      |
    сделка   | назначена | Запрос       | 12   |
    клиент   | заявка    | Мессенджер   | 8    |
    сделка   | заявка    | Содержание   |      |
    клиент   | проведена | Телефон      |      |`,
  )
  const { required, issues } = readRequiredFields(table)
  expect(required).toEqual([])
  expect(issues.filter(({ row }) => row !== null).map(({ row, column, message }) => `${row} ${column}: ${message}`)).toEqual([
    '2 Карточка: «проект»: нужно «клиент» или «сделка»',
    '3 Для чего: «звонок»: нужно «заявка», «назначена» или «проведена»',
    '4 Поле: поля «ИНН» в карточке (клиент) нет',
    '5 Тема: «12»: нужен номер темы от 1 до 11 или пусто',
    '6 Тема: карточка клиента одна для всех тем: оставьте пусто',
    '7 Поле: «Содержание» (сделка) для «заявка» спросить нельзя: там его не заполняют',
    '8 Поле: «Телефон» (клиент) для «проведена» спросить нельзя: там его не заполняют',
  ])
})

test('K5: a row that was taken away is missed aloud, since the field is asked for all the same', () => {
  const rows = rowsOfInitial.filter(([, , field]) => field !== 'Рекомендации' && field !== 'Проект')
  const { issues } = readRequiredFields({ fileName: 'Обязательные поля', headings, rows })
  expect(issues).toEqual([
    {
      where: 'Обязательные поля',
      row: null,
      column: 'Поле',
      message: '«Рекомендации», «Проект»: строки нет, но без этого карточка не закрывается (K5); верните строку',
    },
  ])
})
