/** «Указатель» in its sheets: read beside a command's own rows, kept up by every commit, believed only where it tells of every line of «Журнал». */

import { decoded } from '../../../domain/register/stored'
import type { Changes } from '../../../usecases/changes'
import { nothingYet, type Summary, summarySchema } from '../../../usecases/index/base'
import { type DealIndex, dealIndex } from '../../../usecases/index/dealIndex'
import { isNothing, type News, newsOf, newsSchema } from '../../../usecases/index/news'
import { keyOf, partCount, placeOfKey } from '../../../usecases/index/signs'
import type { Reads } from '../../../usecases/method/method'
import type { ServiceState } from '../../../usecases/register/service'
import type { Query, Snapshot } from '../../google/register/reader'
import { readRecord } from '../../google/register/records'
import { isOurs } from '../../google/signed/seal'
import { spansOf } from './journalLines'

/** Numbers of its rows, each in the row below its number: the summary in so many pieces, then the parts. */
export const summaryRows = [1, 2, 3, 4] as const
export const partRow = (part: number): number => summaryRows.length + 1 + part
const rowOf = (id: number): number => id + 1

/** Fewer than a cell holds. */
export const pieceLength = 45_000

/** «Служебное»: `indexed`. */
export interface Stand {
  /** Lines of «Журнал» of which it tells. */
  readonly lines: string
  /** Lines of news. */
  readonly news: number
  /** When it was made; '' = with the register. */
  readonly made: string
}

/** null = it does not tell all that has been written. */
export function standOf({ indexed, journalLines }: Pick<ServiceState, 'indexed' | 'journalLines'>): Stand | null {
  const [lines = '', news = '', made = ''] = indexed.split(' ')
  return indexed === '' || lines !== journalLines ? null : { lines, news: Number(news), made }
}

export function standText({ lines, news, made }: Stand): string {
  return `${lines} ${news} ${made}`
}

/** Rows that a read of it needs. */
export function indexQuery(asked: NonNullable<Reads['index']>): Pick<Query, 'whole' | 'spans'> {
  const last = rowOf(partRow(partCount - 1))
  const parts = asked === 'all' ? [] : [...new Set(asked.map((sign) => placeOfKey(keyOf(sign)).part))].sort((a, b) => a - b)
  const rows = [...summaryRows, ...parts.map(partRow)].map(rowOf)
  return { whole: ['indexNews'], spans: { index: asked === 'all' ? [[rowOf(1), last]] : spansOf(rows) } }
}

/** null = it is not to be believed. */
export function readIndex(snapshot: Snapshot, service: ServiceState, initials: ReadonlyMap<string, string>): DealIndex | null {
  const stand = standOf(service)
  const news = stand === null ? null : newsIn(snapshot, stand)
  if (stand === null || news === null) return null
  if (stand.made === '') return dealIndex({ summary: nothingYet, news: renamed(news, initials), parts: emptyParts })
  const values = valuesOf(snapshot)
  const summary = summaryIn(values, stand)
  if (summary === null) return null
  const empty = [...summary.filled].flatMap((sign, part) => (sign === '0' ? [[part, ''] as const] : []))
  const parts = new Map([...[...values].flatMap(([id, text]) => (id < partRow(0) ? [] : [[id - partRow(0), text] as const])), ...empty])
  return dealIndex({ summary: { ...summary, asked: askedNow(summary.asked, initials) }, news: renamed(news, initials), parts })
}

const emptyParts = new Map(Array.from({ length: partCount }, (_, part) => [part, '']))

function newsIn(snapshot: Snapshot, { news, made }: Stand): News[] | null {
  const rows = (snapshot.whole.indexNews ?? [])
    .map((cells, at) => readRecord('indexNews', at + 2, cells, snapshot.layouts.indexNews ?? {}).fields)
    .filter((fields) => fields['value'] !== '')
  if (rows.length !== news || !rows.every((fields) => isOurs('indexNews', fields))) return null
  const told = rows.map(({ value }) => String(value).split('\n'))
  const read = told.map(([of, text = '']) => (of === made ? decoded(newsSchema, text, null) : null))
  return read.includes(null) ? null : (read as News[])
}

/** By number, as far as they were read and are ours. */
export function valuesOf({ spans, whole, layouts }: Snapshot): Map<number, string> {
  const rows = spans?.index ?? (whole.index ?? []).map((cells, at) => ({ row: at + 2, cells }))
  const read = rows.map(({ row, cells }) => ({ row, fields: readRecord('index', row, cells, layouts.index ?? {}).fields }))
  const own = read.filter(({ row, fields }) => rowOf(Number(fields['id'])) === row && fields['value'] !== '' && isOurs('index', fields))
  return new Map(own.map(({ fields }) => [Number(fields['id']), String(fields['value'] ?? '')]))
}

/** @param made absent = whenever it was made */
export function summaryIn(values: ReadonlyMap<number, string>, { made }: Partial<Stand>): Summary | null {
  const pieces = summaryRows.map((id) => (values.get(id) ?? '').split('\n'))
  return pieces.every(([of]) => of === (made ?? pieces[0]?.[0]))
    ? decoded(summarySchema, pieces.map(([, text = '']) => text).join(''), null)
    : null
}

/** Its text, a piece for each of its rows; null = it is too long for them. */
export function summaryPieces(summary: Summary, made: string): string[] | null {
  const text = JSON.stringify(summary)
  const pieces = summaryRows.map((_, at) => `${made}\n${text.slice(at * pieceLength, (at + 1) * pieceLength)}`)
  return text.length > summaryRows.length * pieceLength ? null : pieces
}

type AskedList = Summary['asked']

function askedNow(asked: AskedList, initials: ReadonlyMap<string, string>): AskedList {
  return asked.map(([deal, client, consultant, at]) => [deal, client, initials.get(consultant) ?? consultant, at])
}

function renamed(news: readonly News[], initials: ReadonlyMap<string, string>): News[] {
  return news.map((one) => ({ ...one, asked: askedNow(one.asked, initials) }))
}

interface Kept {
  readonly rows: readonly { readonly value: string }[]
  readonly service: Partial<Pick<ServiceState, 'indexed'>>
}

/** What a commit of so many lines of «Журнал» adds. Where it does not tell the truth before, it does not afterwards. */
export function indexAfter(service: ServiceState, made: Pick<Changes, 'deals' | 'clients'>, lines: number): Kept {
  const stand = standOf(service)
  if (stand === null || service.journalLines === '' || lines === 0) return { rows: [], service: {} }
  const news = newsOf(made)
  const text = `${stand.made}\n${JSON.stringify(news)}`
  if (text.length > pieceLength) return { rows: [], service: { indexed: '' } }
  const rows = isNothing(news) ? [] : [{ value: text }]
  const next = { ...stand, lines: String(Number(service.journalLines) + lines), news: stand.news + rows.length }
  return { rows, service: { indexed: standText(next) } }
}
