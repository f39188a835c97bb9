/** Where people's data are kept: each sheet by what its columns say, then what is no sheet. docs/operations.md shows it. */

import { clientsOwn, type Personal } from '../../register/personal'
import { type Table, type TableName, tables } from '../../register/tables'
import { forgetsTexts, holdsTexts, placeTexts } from './personalText.ru'

export interface PlaceLine {
  readonly place: string
  readonly holds: readonly string[]
  readonly forgets: string
}

type Forgets = keyof typeof forgetsTexts

/** Sheets that have a way of their own. */
const ways: Partial<Readonly<Record<TableName, Forgets>>> = { deals: 'rows', clients: 'rows', journal: 'journal', service: 'service' }

/** Places that are no sheets, and how each forgets. */
const beside: readonly (readonly [keyof typeof placeTexts, Forgets])[] = [
  ['vault', 'vault'],
  ['properties', 'properties'],
  ['access', 'nothing'],
  ['calendar', 'calendar'],
  ['files', 'files'],
  ['tasks', 'tasks'],
  ['amo', 'amo'],
  ['vk', 'vk'],
  ['receiver', 'receiver'],
  ['logs', 'nothing'],
  ['cache', 'gone'],
  ['tab', 'tab'],
  ['form', 'sender'],
  ['sent', 'sent'],
  ['googles', 'googles'],
]

/** Kinds that a sheet holds, in the order of how much they say. */
function kindsIn({ columns }: Table): Exclude<Personal, false>[] {
  return [...clientsOwn, 'staff' as const].filter((kind) => columns.some(({ personal }) => personal === kind))
}

function sheetLine(name: TableName): PlaceLine[] {
  const table: Table = tables[name]
  const kinds = kindsIn(table)
  if (kinds.length === 0) return []
  const isClients = kinds.some((kind) => kind !== 'staff')
  const headings = (kind: Personal) => table.columns.filter(({ personal }) => personal === kind).map(({ heading }) => heading)
  const holds = kinds.map((kind) => `${holdsTexts[kind]}: ${headings(kind).join(', ')}`)
  return [{ place: `«${table.title}»`, holds, forgets: forgetsTexts[isClients ? (ways[name] ?? 'texts') : 'nothing'] }]
}

/** «Архив ГГГГ» has the columns of «Сделки»; reports and lists are written from both. */
export function placeLines(): PlaceLine[] {
  const names = Object.keys(tables) as TableName[]
  return [
    ...names.flatMap(sheetLine),
    ...beside.map(([key, forgets]) => ({ place: placeTexts[key][0], holds: [placeTexts[key][1]], forgets: forgetsTexts[forgets] })),
  ]
}
