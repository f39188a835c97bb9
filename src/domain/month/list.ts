/** «Список ГГГГ-ММ»: a row for each consultation held, in words, with or without the client's name (S1). */

import { clientFields } from '../client/fields'
import { dealFields } from '../deal/fields'
import { noProject } from '../deal/words'
import type { Office } from '../office/office'
import { type Field, type Fields, type Listed, type ListedKey, listedKeys } from '../register/field'
import type { Kind, Value } from '../register/kinds'
import { type Lane, laneOf } from '../register/vaultMarks'
import { shortName } from '../text/russian'
import type { LocalDateTime } from '../time/localTime'
import { clientOf, isHeld, type MonthRow } from './count/held'
import { type Days, isWithin } from './period'
import { compareRussian } from './russianOrder'

/** What the list says beside the fields that stand there as they are. */
interface Worked {
  readonly id: number
  readonly start: LocalDateTime
  /** By name. */
  readonly consultant: string
  /** «внутренний» or «внешний». */
  readonly side: string
  /** The organisation; without personal data «клиент № 7». */
  readonly client: string
  /** «новый» = no consultation was held before this one. */
  readonly seniority: string
  readonly comment: string
}

/** A listed field in words; text is '' where the card does not say. */
type InWords<Table extends Fields> = {
  readonly [Key in ListedKey<Table>]: Table[Key]['kind'] extends { readonly type: 'word' } ? string : Table[Key]['kind']['empty']
}

/** One line of the list. */
export type HeldRow = Worked & InWords<typeof clientFields> & InWords<typeof dealFields>

const worked: Readonly<Record<keyof Worked, Required<Listed>>> = {
  id: { at: 10, heading: '№', width: 60 },
  start: { at: 20, heading: 'Дата', width: 130 },
  consultant: { at: 30, heading: 'Консультант', width: 130 },
  side: { at: 40, heading: 'Внутренний или внешний', width: 110 },
  client: { at: 50, heading: 'Клиент', width: 230 },
  seniority: { at: 130, heading: 'Новый или повторный', width: 90 },
  comment: { at: 150, heading: 'Комментарий', width: 260 },
}
const described: readonly (readonly [string, Field])[] = [
  ...listedKeys(clientFields).map((key) => [key, clientFields[key]] as const),
  ...listedKeys(dealFields).map((key) => [key, dealFields[key]] as const),
]

export interface ListColumn extends Required<Listed> {
  readonly key: keyof HeldRow
}

/** In their order. */
export const listColumns: readonly ListColumn[] = [
  ...Object.entries(worked),
  ...described.map(([key, { heading, listed }]) => [key, { heading, ...listed }] as const),
]
  .map(([key, column]) => ({ key, ...column }) as ListColumn)
  .sort((a, b) => a.at - b.at)

/** Where the texts of a column are kept, as those of the fields that it shows. */
export function listLane(key: keyof HeldRow): Lane | null {
  const shown = { client: 'organisation', comment: 'feedbackText' }[String(key)] ?? key
  const field: Field | undefined = { ...clientFields, ...dealFields }[shown as keyof typeof clientFields | keyof typeof dealFields]
  return field === undefined ? null : laneOf({ key: shown, personal: field.personal })
}

export interface ListRequest {
  readonly rows: readonly MonthRow[]
  readonly days: Days
  readonly office: Office
  /** False: the client's number instead of the organisation, no comments, which may name people. */
  readonly personal: boolean
}

/** By start, then by organisation in the alphabet, then by №. */
export function heldRows({ rows, days, office, personal }: ListRequest): HeldRow[] {
  const held = rows.filter(isHeld)
  const firsts = firstIds(held)
  const people = new Map(office.people.map((person) => [person.initials, person]))
  return held
    .filter(({ start }) => isWithin(days, start))
    .sort((a, b) => compareRussian(a.start, b.start) || compareRussian(a.organisation, b.organisation) || a.id - b.id)
    .map((row) => {
      const person = people.get(row.consultant)
      return {
        ...wordsOf(row, personal),
        consultant: shortName(person?.name ?? row.consultant),
        side: person?.external === true ? 'внешний' : 'внутренний',
        client: personal ? row.organisation : numberOf(row),
        seniority: firsts.has(row.id) ? 'новый' : 'повторный',
        comment: personal ? row.feedbackText : '',
      }
    })
}

/** A client is new in the month of the first consultation; of two at one time the lower number is the first. */
function firstIds(held: readonly (MonthRow & { readonly start: LocalDateTime })[]): ReadonlySet<number> {
  const first = new Map<string, { id: number; start: LocalDateTime }>()
  for (const row of held) {
    const known = first.get(clientOf(row))
    if (known === undefined || row.start < known.start || (row.start === known.start && row.id < known.id)) first.set(clientOf(row), row)
  }
  return new Set([...first.values()].map(({ id }) => id))
}

function numberOf({ clientId }: MonthRow): string {
  return clientId === null ? 'клиент без карточки' : `клиент № ${clientId}`
}

function wordsOf(row: MonthRow & { readonly start: LocalDateTime }, personal: boolean) {
  const values = row as unknown as Readonly<Record<string, Value>>
  const listed = described.map(([key, field]) => [
    key,
    field.personal && !personal ? field.kind.empty : inWords(field.kind, values[key] ?? field.kind.empty),
  ])
  return { ...(Object.fromEntries(listed) as Omit<HeldRow, keyof Worked>), id: row.id, start: row.start, project: row.project || noProject }
}

function inWords(kind: Kind, value: Value): Value {
  return kind.type === 'word' ? (kind.words[String(value)] ?? '') : value
}
