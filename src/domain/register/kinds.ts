/** What a field can hold: the kinds, each with its bounds and with the value that stands for nothing. */

import type { LocalDate, LocalDateTime } from '../time/localTime'

/** What a text names: known names are offered where it is typed. */
export type Meaning =
  | 'organisation'
  | 'phone'
  | 'email'
  | 'consultant'
  | 'project'
  | 'organisationKind'
  | 'municipality'
  | 'failureReason'
  /** «да», or nothing. */
  | 'yes'

export interface TextKind {
  readonly type: 'text' | 'longText'
  readonly empty: string
  /** Longest, characters, inclusive. */
  readonly most: number
  readonly means?: Meaning
  /** Looked at rarely: a narrow column that cuts it off. */
  readonly rare?: boolean
}

export interface IntegerKind<Value extends number | null> {
  readonly type: 'integer'
  readonly empty: Value
  /** Of what a person types, inclusive. */
  readonly min?: number
  readonly max?: number
  /** A mark from bad to good is chosen, not typed. */
  readonly means?: 'score'
  /** What an empty cell is read as, where that is not `empty`. */
  readonly blank?: null
}

export interface DateTimeKind<Value extends LocalDateTime | null> {
  readonly type: 'dateTime'
  readonly empty: Value
  /** Tells of something that has happened: not in the future. */
  readonly past?: true
}

export interface DateKind {
  readonly type: 'date'
  readonly empty: LocalDate | null
  readonly past?: true
}

/** A code of the record, a Russian word in the cell. */
export interface WordKind<Value extends string | number | null> {
  readonly type: 'word'
  readonly words: Readonly<Record<string, string>>
  /** The codes are numbers. */
  readonly numeric: boolean
  readonly empty: Value
  readonly blank: null
}

export type Kind =
  | TextKind
  | IntegerKind<number>
  | IntegerKind<number | null>
  | DateTimeKind<LocalDateTime>
  | DateTimeKind<LocalDateTime | null>
  | DateKind
  | WordKind<string>
  | WordKind<string | number | null>
export type Value = Kind['empty']

const shortest = 500
const longest = 10_000

export function text(means?: Meaning): TextKind {
  return { type: 'text', empty: '', most: shortest, ...(means === undefined ? {} : { means }) }
}

/** Several lines. */
export function longText(more: Pick<TextKind, 'rare'> = {}): TextKind {
  return { type: 'longText', empty: '', most: longest, ...more }
}

/** Null = not known. Bounds inclusive; without them any. */
export function integer(min?: number, max?: number): IntegerKind<number | null> {
  return { type: 'integer', empty: null, ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) }
}

/** A mark from `min` to `max`. */
export function score(min: number, max: number): IntegerKind<number | null> {
  return { ...integer(min, max), means: 'score' }
}

/** Begins with 0 and is never empty. */
export function counter(): IntegerKind<number> {
  return { type: 'integer', empty: 0 }
}

/** № of the row; a row whose cell is empty has none. */
export function rowNumber(): IntegerKind<number> {
  return { type: 'integer', empty: 0, blank: null }
}

export function dateTime(): DateTimeKind<LocalDateTime | null> {
  return { type: 'dateTime', empty: null }
}

/** When something happened. */
export function pastTime(): DateTimeKind<LocalDateTime | null> {
  return { type: 'dateTime', empty: null, past: true }
}

/** A time that every record has. */
export function moment(): DateTimeKind<LocalDateTime> {
  return { type: 'dateTime', empty: '' }
}

export function date(): DateKind {
  return { type: 'date', empty: null }
}

/** The day on which something happened. */
export function pastDate(): DateKind {
  return { type: 'date', empty: null, past: true }
}

/** One of the words, or none. */
export function word<Code extends string>(words: Readonly<Record<Code, string>>): WordKind<Code | null> {
  return { type: 'word', words, numeric: false, empty: null, blank: null }
}

/** Always one of the words; `first` is what a new record has. */
export function wordFrom<Code extends string>(words: Readonly<Record<Code, string>>, first: NoInfer<Code>): WordKind<Code> {
  return { type: 'word', words, numeric: false, empty: first, blank: null }
}

/** One of the words by number, or none. */
export function numberedWord(words: Readonly<Record<number, string>>): WordKind<number | null> {
  return { type: 'word', words, numeric: true, empty: null, blank: null }
}

/** What an empty cell is read as. */
export function blankOf(kind: Kind): Value {
  return 'blank' in kind ? null : kind.empty
}

export function isText(kind: Kind): kind is TextKind {
  return kind.type === 'text' || kind.type === 'longText'
}
