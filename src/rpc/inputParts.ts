/** What the inputs of the contract are put together from: texts, times, a deal as the page saw it, fields of the cards, slots. */

import * as v from 'valibot'
import { clientFields as client } from '../domain/client/fields'
import { dealFields as deal } from '../domain/deal/fields'
import { channelTitles, formatTitles, stageTitles } from '../domain/deal/words'
import { type Field, type Fields, type RecordOf, type TypedKey, typedKeys } from '../domain/register/field'
import { isText, type Kind, type Value } from '../domain/register/kinds'

export const text = v.pipe(v.string(), v.maxLength(60_000))
/** Of this century: the working days until the year 9999 are counted one by one. */
export const localDateTime = v.pipe(v.string(), v.regex(/^20\d\d-\d\d-\d\dT\d\d:\d\d$/))
export const localDate = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/))
export const wholeNumber = v.pipe(v.number(), v.integer(), v.minValue(0))
export const stage = codesOf(stageTitles)
export const channel = codesOf(channelTitles)
export const format = codesOf(formatTitles)

function codesOf<Code extends string>(words: Readonly<Record<Code, string>>) {
  return v.picklist(Object.keys(words) as Code[])
}

/** A deal as the page saw it: row and client are hints for the one read, version guards against a change in between. */
export const dealRef = v.object({ id: wholeNumber, row: v.nullable(wholeNumber), version: wholeNumber, clientId: v.nullable(wholeNumber) })
export type DealRef = v.InferOutput<typeof dealRef>

/** What may come for a field; whether the value may stand there is judged where it is decided. */
function accepted(kind: Kind): v.GenericSchema<Value> {
  if (isText(kind)) return text
  if (kind.type === 'integer') return v.nullable(wholeNumber)
  if (kind.type === 'word') return v.nullable(kind.numeric ? wholeNumber : v.picklist(Object.keys(kind.words)))
  return v.nullable(kind.type === 'date' ? localDate : localDateTime)
}

type Accepted<Table extends Fields> = { readonly [Key in TypedKey<Table>]: v.GenericSchema<RecordOf<Table>[Key]> }

function typedFields<Table extends Fields>(table: Table): Accepted<Table> {
  return Object.fromEntries(typedKeys(table).map((key) => [key, accepted((table[key] as Field).kind)])) as unknown as Accepted<Table>
}

export const clientFields = v.object(typedFields(client))
export type ClientFields = v.InferOutput<typeof clientFields>

/** Fields of the card a person may fill; absent = not touched. */
export const cardFields = v.partial(v.object(typedFields(deal)))
export type CardFields = v.InferOutput<typeof cardFields>

/** A free hour (or more) within a free event: `event` tells where the whole event begins and ends, so that the rest can stay free. */
export const slot = v.object({
  eventId: text,
  etag: text,
  start: localDateTime,
  end: localDateTime,
  event: v.object({ start: localDateTime, end: localDateTime }),
})
export type SlotRef = v.InferOutput<typeof slot>

/** A free event that begins where the slot's event ends. */
export const adjoining = v.object({ eventId: text, etag: text, start: localDateTime, end: localDateTime })
export type SlotJoin = v.InferOutput<typeof adjoining>

/** Any time, for a consultation that moves with its event; etag as the slot list told it, null = it is read once more. */
export const times = v.object({ start: localDateTime, end: localDateTime })

/**
 * A file read by the page: headings and rows of text as they stand in it. With `rowNumbers` it was arranged by the page
 * (importing/proposal/arrange.ts): columns and words are the register's, `names` tells what the file calls its columns.
 */
export const importTable = v.object({
  fileName: text,
  headings: v.array(text),
  rows: v.array(v.array(text)),
  rowNumbers: v.optional(v.array(wholeNumber)),
  names: v.optional(v.record(v.string(), text)),
})

/** A portion of a longer import: all of them have one moment, by which they are taken back together. */
export const importPart = v.object({
  at: localDateTime,
  /** Rows of the whole file, and how many of them are done with this portion. */
  total: wholeNumber,
  done: wholeNumber,
  /** What was chosen for columns and words, JSON, to be proposed for the next file; absent = nothing new. */
  choices: v.optional(v.pipe(v.string(), v.maxLength(40_000))),
})
