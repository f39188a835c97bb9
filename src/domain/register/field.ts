/** A field of a record: what its row in the table of fields says, and the types that follow from a table. */

import type { Action } from '../office/actions'
import type { Kind, Value } from './kinds'
import type { Personal } from './personal'

/** What a card must be filled for: to be taken as a request, to be assigned, to be held (and then closed). */
export type Goal = 'request' | 'assigned' | 'held'

/** Groups of fields in the order in which they follow on a card. */
export const groupNames = ['client', 'request', 'booking', 'result', 'feedback'] as const
export type Group = (typeof groupNames)[number]

export interface Needed {
  readonly goal: Goal
  /** Clause of the procedure that asks for it. */
  readonly clause: string
  /** In this topic only; null = in all. */
  readonly topic: number | null
  /** K5: no office can do without it. */
  readonly always: boolean
}

/** A column of «Список ГГГГ-ММ». */
export interface Listed {
  /** Columns follow each other by it. */
  readonly at: number
  /** Pixels. */
  readonly width: number
  /** Absent = the field's own. */
  readonly heading?: string
}

export interface Field {
  /** Of the column; on the screen the label. */
  readonly heading: string
  readonly kind: Kind
  readonly personal: Personal
  /** Where it stands on the card; absent = nowhere. */
  readonly group?: Group
  /** Within its group, where that is not the order of the columns. */
  readonly order?: number
  readonly needed?: Needed
  /** From when on the office may ask for it in «Обязательные поля», where its group does not tell; null = never. */
  readonly askable?: Goal | null
  /**
   * Who sets it: the right that is asked, of the command that fills it (`page`) and where it is typed into the sheet (`hand`); `closed` says
   * that a closed deal takes it too. Absent = the product alone.
   */
  readonly set?: { readonly page?: Action; readonly hand?: Action; readonly closed?: boolean }
  readonly listed?: Listed
  /** False: the history does not tell of it, since it follows from another field or says nothing to a person. */
  readonly told?: false
}

export type Fields = Readonly<Record<string, Field>>

/** The record that a table describes. */
export type RecordOf<Table extends Fields> = { readonly [Key in keyof Table]: Table[Key]['kind']['empty'] }

/** Rights by which a field is typed on the card itself; others have a command of their own. */
const typing = ['fill', 'hear'] as const satisfies readonly Action[]

/** Fields that a person types on the card: they stand in a group and are set there. */
export type TypedKey<Table extends Fields> = {
  [Key in keyof Table]: Table[Key] extends { readonly group: Group; readonly set: { readonly page: (typeof typing)[number] } } ? Key : never
}[keyof Table]

export type ListedKey<Table extends Fields> = {
  [Key in keyof Table]: Table[Key] extends { readonly listed: Listed } ? Key : never
}[keyof Table]

export function from(goal: Goal, clause: string, topic: number | null = null): Needed {
  return { goal, clause, topic, always: false }
}

export function alwaysFrom(goal: Goal, clause: string): Needed {
  return { goal, clause, topic: null, always: true }
}

/** Keys of the rows that pass, in the order of the columns. */
export function keysOf<Table extends Fields>(table: Table, passes: (field: Field) => boolean): (keyof Table & string)[] {
  return Object.keys(table).filter((key) => passes(table[key] as Field))
}

/** What each row says of one thing: `each(dealFields, ({ heading }) => heading)`. */
export function each<Table extends Fields, Said>(table: Table, say: (field: Field) => Said): Readonly<Record<keyof Table, Said>> {
  return Object.fromEntries(Object.entries(table).map(([key, field]) => [key, say(field)])) as Readonly<Record<keyof Table, Said>>
}

/** Fields that stand in «Список ГГГГ-ММ». */
export function listedKeys<Table extends Fields>(table: Table): (ListedKey<Table> & string)[] {
  return keysOf(table, ({ listed }) => listed !== undefined) as (ListedKey<Table> & string)[]
}

/** A record of which nothing is known yet. */
export function emptyOf<Table extends Fields>(table: Table): RecordOf<Table> {
  return each<Table, Value>(table, ({ kind }) => kind.empty) as RecordOf<Table>
}

/** Fields typed on the card, group by group in the order of the card. */
export function typedKeys<Table extends Fields>(table: Table): (TypedKey<Table> & string)[] {
  return groupNames.flatMap((group) => keysInGroup(table, group)) as (TypedKey<Table> & string)[]
}

function isTypedOnCard({ set }: Field): boolean {
  return typing.some((right) => right === set?.page)
}

export function keysInGroup<Table extends Fields>(table: Table, group: Group): (keyof Table & string)[] {
  const own = keysOf(table, (field) => field.group === group && isTypedOnCard(field))
  return own.sort((a, b) => (table[a]?.order ?? 0) - (table[b]?.order ?? 0))
}

/** Spaces are no text, zero is no number. */
export function isFilled(value: Value): boolean {
  return typeof value === 'string' ? value.trim() !== '' : value !== null && value > 0
}
