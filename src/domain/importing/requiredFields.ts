/** Reads «Обязательные поля»: what a card must hold for which stage, with an address for every row that cannot be read. */

import { clientTitles, dealTitles } from '../deal/fieldTitles'
import { alwaysRequired, askable, cardTitles, goalTitles, type RequiredField } from '../deal/requiredFields'
import { topicTitles } from '../deal/words'
import type { Issue } from '../problem'
import { folded } from '../text/fold'
import { openTable, type SourceTable, type TableRow } from './sheetTable'
import { keyOfTitle } from './wording'

const requiredColumns = { needed: ['Карточка', 'Для чего', 'Поле'], optional: ['Тема', 'Пункт'] } as const

const fieldNames = { client: clientTitles, deal: dealTitles } as const

/**
 * The rows in the sheet's order. A row that cannot be read is named in the issues and passed over; K5's rows count even where they were
 * taken away, and that is said too.
 *
 *     Карточка | Для чего  | Поле                | Тема | Пункт
 *     клиент   | заявка    | Телефон             |      | I4
 *     сделка   | проведена | Обсуждаемый проект  | 8    | C5
 */
export function readRequiredFields(table: SourceTable): { readonly required: RequiredField[]; readonly issues: Issue[] } {
  const issues: Issue[] = []
  const required = openTable(table, requiredColumns, issues).flatMap(readRow)
  return { required, issues: [...issues, ...removedRows(table.fileName, required)] }
}

function readRow(row: TableRow): RequiredField[] {
  const card = keyOfTitle(cardTitles, row.text('Карточка'))
  const goal = keyOfTitle(goalTitles, row.text('Для чего'))
  if (card === null) row.complain('Карточка', `«${row.text('Карточка')}»: нужно «клиент» или «сделка»`)
  if (goal === null) row.complain('Для чего', `«${row.text('Для чего')}»: нужно «заявка», «назначена» или «проведена»`)
  const topic = readTopic(row, card)
  const field = card === null ? null : readField(row, card)
  if (card === null || goal === null || topic === undefined || field === null) return []
  if (askable(card, goal).includes(field)) return [{ card, goal, field, topic, clause: row.text('Пункт') }]
  row.complain('Поле', `«${row.text('Поле')}» (${cardTitles[card]}) для «${goalTitles[goal]}» спросить нельзя: там его не заполняют`)
  return []
}

function readField(row: TableRow, card: RequiredField['card']): RequiredField['field'] | null {
  const field = keyOfTitle(fieldNames[card] as Readonly<Record<RequiredField['field'], string>>, row.text('Поле'))
  if (field === null) row.complain('Поле', `поля «${row.text('Поле')}» в карточке (${cardTitles[card]}) нет`)
  return field
}

/** null = all topics; undefined = cannot be read. By number or by name. */
function readTopic(row: TableRow, card: RequiredField['card'] | null): number | null | undefined {
  const text = row.text('Тема')
  if (text === '') return null
  const id = Object.keys(topicTitles).find((one) => one === text || folded(topicTitles[Number(one)] ?? '') === folded(text))
  if (id === undefined) row.complain('Тема', `«${text}»: нужен номер темы от 1 до 11 или пусто`)
  else if (card === 'client') row.complain('Тема', 'карточка клиента одна для всех тем: оставьте пусто')
  return id === undefined || card === 'client' ? undefined : Number(id)
}

function removedRows(where: string, required: readonly RequiredField[]): Issue[] {
  const has = (wanted: RequiredField) =>
    required.some(({ card, field, topic }) => card === wanted.card && field === wanted.field && topic === null)
  const gone = alwaysRequired.filter((row) => !has(row)).map(({ field }) => `«${dealTitles[field as keyof typeof dealTitles]}»`)
  if (gone.length === 0) return []
  return [
    {
      where,
      row: null,
      column: 'Поле',
      message: `${gone.join(', ')}: строки нет, но без этого карточка не закрывается (K5); верните строку`,
    },
  ]
}
