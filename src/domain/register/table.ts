/** How a sheet of the register is described: its columns, and how each is made from a field or a heading. */

import type { Fields } from './field'
import { isText, type Kind } from './kinds'
import type { Personal } from './personal'

export interface Column {
  readonly key: string
  readonly heading: string
  readonly kind: Kind
  readonly personal: Personal
  /** Pixels. */
  readonly width: number
}

export interface Table {
  /** Chosen by us, kept by Sheets when a sheet is renamed, moved or the file copied. */
  readonly sheetId: number
  readonly title: string
  readonly columns: readonly Column[]
  /** Written by the product only: protected with a warning. */
  readonly own: boolean
  readonly hidden: boolean
}

export function columnsOf(fields: Fields): Column[] {
  return Object.entries(fields).map(([key, { heading, kind, personal }]) => columnOf(key, heading, kind, personal))
}

function columnOf(key: string, heading: string, kind: Kind, personal: Personal): Column {
  return { key, heading, kind, personal, width: widthOf(kind) }
}

function widthOf(kind: Kind): number {
  if (isText(kind) && kind.rare === true) return 200
  return { integer: 80, dateTime: 130, date: 100, longText: 280, word: 170, text: 150 }[kind.type]
}

export function plain(headings: Readonly<Record<string, readonly [string, Kind, Personal]>>): Column[] {
  return Object.entries(headings).map(([key, [heading, kind, personal]]) => columnOf(key, heading, kind, personal))
}
