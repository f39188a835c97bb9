/** What one read of the register has brought, with the columns whose texts are kept in the vault; «Служебное» among it says where that is. */

import type { Cell } from '../../../../domain/office/settings'
import { type TableName, tables } from '../../../../domain/register/tables'
import { laneOf } from '../../../../domain/register/vaultMarks'
import { quoted } from '../layout'
import { lanesOf, type Part } from './joined'
import { noteVault, serviceRows } from './vaultState'

/** A range that was asked for. */
export interface Taken {
  readonly name: TableName
  /** Of a column that is read whole. */
  readonly key?: string
  readonly range: string
}

/** Which cells hold marks: a sheet's first take brings its heading. «Служебное» comes first: it says where they lead. */
export function partsOf(takes: readonly Taken[], answers: readonly Cell[][][], spreadsheetId: string): Part[] {
  const headings = new Map<TableName, readonly Cell[]>()
  for (const [index, { name }] of takes.entries()) if (!headings.has(name)) headings.set(name, answers[index]?.[0] ?? [])
  const service = takes.findIndex(({ name, range }) => name === 'service' && range === quoted(tables.service.title))
  if (service >= 0) learnVault(answers[service] ?? [], spreadsheetId)
  return takes.map(({ name, key }, index) => {
    const lanes = lanesOf(name, headings.get(name) ?? [])
    const column = tables[name].columns.find((one) => one.key === key)
    const lane = column === undefined ? null : laneOf(column)
    return { values: answers[index] ?? [], laneAt: key === undefined ? lanes : () => lane }
  })
}

function learnVault([heading = [], ...rows]: Cell[][], spreadsheetId: string): void {
  const at = (key: string) => heading.findIndex((cell) => cell === tables.service.columns.find((one) => one.key === key)?.heading)
  noteVault(serviceRows(rows, { key: at('key'), value: at('value'), seal: at('seal') }), spreadsheetId)
}
