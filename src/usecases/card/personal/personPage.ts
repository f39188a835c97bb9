/** Everything that is held of somebody as one page of HTML: his cards, his deals, how they came to be so, letters, files. */

import { clientFields } from '../../../domain/client/fields'
import { personPageTexts as text } from '../../../domain/client/personal/personalText.ru'
import type { RowTable } from '../../../domain/client/personal/withoutPerson'
import { dealFields } from '../../../domain/deal/fields'
import { escapeHtml } from '../../../domain/letter/html'
import type { Field } from '../../../domain/register/field'
import { jsonIn } from '../../../domain/register/json'
import { dateWords, shortDayTime } from '../../../domain/text/russian'
import { dateOf, type LocalDateTime } from '../../../domain/time/localTime'
import { changeIn, type JournalLine } from '../../register/journal'

type Fields = Readonly<Record<string, string | number | null>>

export interface Held {
  readonly centre: string
  readonly now: LocalDateTime
  readonly rows: readonly { readonly table: RowTable; readonly fields: Fields }[]
  readonly lines: readonly Partial<JournalLine>[]
  readonly letters: readonly { readonly to: string; readonly payload: string; readonly created: string; readonly done: string | null }[]
  /** Numbers in Google Drive. */
  readonly files: readonly string[]
}

export function personPage(held: Held): { readonly name: string; readonly html: string } {
  const { centre, now, rows, letters, files } = held
  const cards = rows.filter(({ table }) => table === 'Клиенты')
  const deals = rows.filter(({ table }) => table === 'Сделки')
  const body = [
    `<h1>${escapeHtml(text.title)}</h1>`,
    `<p>${escapeHtml(text.said(centre, dateWords(now)))}</p>`,
    ...cards.map(({ fields }) => section(text.card(Number(fields['id'])), fieldRows(clientFields, fields))),
    ...deals.map(({ fields }) => section(text.deal(Number(fields['id'])), fieldRows(dealFields, fields))),
    section(text.history, held.lines.map(lineRow)),
    section(text.letters, letters.map(letterRow)),
    section(
      text.files,
      files.map((id): Row => [text.file, `https://drive.google.com/file/d/${id}/view`]),
    ),
  ]
  return { name: text.fileName(dateOf(now)), html: pageOf(body.join('\n')) }
}

type Row = readonly [name: string, value: string]

function fieldRows(fields: Readonly<Record<string, Field>>, values: Fields): Row[] {
  return Object.entries(fields).flatMap(([key, { heading, kind }]): Row[] => {
    const value = values[key] ?? ''
    if (value === '') return []
    return [[heading, kind.type === 'word' ? (kind.words[String(value)] ?? String(value)) : String(value)]]
  })
}

/** Only what a line tells of the person is worth reading: which fields it set, and to what. */
function lineRow({ at, kind, table, change }: Partial<JournalLine>): Row {
  const fields: Readonly<Record<string, Field>> = table === 'Клиенты' ? clientFields : dealFields
  const told = Object.entries(changeIn({ change: change ?? '' }) ?? {}).map(
    ([key, [, after]]) => `${fields[key]?.heading ?? key}: ${String(after ?? '—')}`,
  )
  return [`${at ? shortDayTime(at) : ''} ${kind ?? ''}`, told.join('\n')]
}

function letterRow({ to, payload, created, done }: Held['letters'][number]): Row {
  const read = jsonIn(payload)
  const { subject = '', body = '' } = (typeof read === 'object' && read !== null ? read : {}) as { subject?: string; body?: string }
  return [text.letter(created ? shortDayTime(created) : '', to, done !== null), `${subject}\n${body}`]
}

function section(title: string, rows: readonly Row[]): string {
  if (rows.length === 0) return ''
  const lines = rows.map(([name, value]) => `<tr><th>${escapeHtml(name)}</th><td>${escapeHtml(value)}</td></tr>`)
  return `<h2>${escapeHtml(title)}</h2>\n<table>${lines.join('\n')}</table>`
}

const style =
  'body{font:14px/1.5 Arial,sans-serif;max-width:60em;margin:2em auto;padding:0 1em}th{text-align:left;vertical-align:top;padding-right:1em;width:30%}td{white-space:pre-wrap}'

function pageOf(body: string): string {
  return `<!doctype html>\n<html lang="ru"><head><meta charset="utf-8"><title>${escapeHtml(text.title)}</title><style>${style}</style></head><body>\n${body}\n</body></html>\n`
}
