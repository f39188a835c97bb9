/** A method of the desk as one value: who may ask, what it reads, what it decides or shows, what it answers. */

import type { SlotEvent } from '../../domain/calendar/slots'
import type { CalendarEvent } from '../../domain/calendar/sync/decision'
import type { Deal } from '../../domain/deal/deal'
import type { Aside } from '../../domain/intake/aside'
import type { RequestRule } from '../../domain/intake/ruFirst/rule'
import type { Device } from '../../domain/office/access/device'
import type { Action } from '../../domain/office/actions'
import type { CheckFacts } from '../../domain/office/selfCheck.ru'
import type { Cell } from '../../domain/office/settings'
import type { Outcome, Problem } from '../../domain/problem'
import type { TableName } from '../../domain/register/tables'
import type { LocalDate } from '../../domain/time/localTime'
import type { Input, Method as MethodName, Output } from '../../rpc/contract'
import type { Changes, Moment } from '../changes'
import type { Desk, Located } from '../desk'
import type { DealIndex } from '../index/dealIndex'
import type { JournalLine } from '../register/journal'
import type { Deed, Did } from './deed'

/** A row wanted by id; `row` (1-based) is where it was last seen, null = not known. */
export interface RowWanted {
  readonly id: number
  readonly row: number | null
  /** Where no row is known but some: the last of those from `row` on in which it must stand. */
  readonly until?: number
}

/** What a method wants to know, as data. The office's own sheets come with the first read of every method. */
export interface Reads {
  readonly deals?: readonly RowWanted[]
  readonly clients?: readonly RowWanted[]
  /** Whole columns by key. */
  readonly columns?: Partial<Readonly<Record<TableName, readonly string[]>>>
  /** Sheets as a whole. */
  readonly whole?: readonly TableName[]
  /** «Указатель», with what it knows of these signs (usecases/index/signs.ts); 'all' = of whatever sign. */
  readonly index?: readonly string[] | 'all'
  /** Lines of the journal about these deals or clients; 'last' = the last one of each is enough. */
  readonly journal?: { readonly of: readonly number[]; readonly only: 'all' | 'last' }
  /**
   * Events that touch these days, both inclusive. `mayFail`: null where the calendar does not answer. `asMirrored`: as the mirror last saw
   * them, Google's calendar is not asked; null where the mirror does not reach so far.
   */
  readonly events?: { readonly from: LocalDate; readonly until: LocalDate; readonly mayFail?: true; readonly asMirrored?: true }
  /** One event by its id. */
  readonly event?: string
  /** One deal of the archive, by number. */
  readonly archivedDeal?: number
  /** Columns of the archive's years; [] = that year is not read. */
  readonly archive?: (year: string) => readonly string[]
  readonly facts?: readonly (keyof Facts)[]
}

/** What is asked of Google beside the register and the calendar. */
export interface Facts {
  /** The deal's row under the cursor; null = the cursor stands elsewhere. */
  readonly selection: RowWanted | null
  /** Where forms send their requests, with the key; '' = not set up. */
  readonly intakeUrl: string
  /** Requests that the door could not take, oldest first. */
  readonly asides: readonly Aside[]
  /** By which ways requests come. */
  readonly requestRule: RequestRule
  readonly checks: CheckFacts
  /** The caller has given every permission that the program asks for. */
  readonly isGranted: boolean
  /** Who the script runs as. */
  readonly runsAs: string
  readonly signedIn: SignedIn
}

/** Where people of the office are signed in by a letter. */
export interface SignedIn {
  readonly devices: readonly Device[]
  /** The caller's own one; null = the panel. */
  readonly here: Device | null
  /** Of the desk for phones; '' = not known. */
  readonly address: string
}

/** What has been read so far. Before the first read of the register only `facts` are there. */
export interface Known {
  readonly desk: Desk
  readonly moment: Moment
  readonly spreadsheetId: string
  /** Columns that were read, as partial records in the sheet's order. */
  scan<T>(table: TableName): readonly { readonly row: number; readonly value: Partial<T> }[]
  /** Rows of a sheet that was read as a whole, by column key, as the cells stand. */
  cells(table: TableName): readonly Readonly<Record<string, Cell>>[]
  /** Rows of a sheet that was read as a whole; a row that cannot be read lacks the fields in question. */
  records<T>(table: TableName): readonly { readonly row: number; readonly value: Partial<T> }[]
  /** null = not asked for, or it does not tell the truth of now: then columns are read. */
  readonly index: DealIndex | null
  readonly journal: readonly Partial<JournalLine>[]
  readonly events: readonly SlotEvent[] | null
  /** null = it is not there. */
  readonly event: CalendarEvent | null
  readonly archived: readonly Partial<Deal>[]
  readonly archivedDeal: { readonly year: string; readonly deal: Deal } | null
  readonly facts: Partial<Facts>
}

/** What a writing method did, for its answer. */
export interface Done<T = unknown> {
  readonly changes: Changes
  /** What `decide` has to say beside the changes. */
  readonly told: T
  /** Deals as they stand now. */
  readonly deals: ReadonlyMap<number, Located<Deal>>
  readonly lettersWaiting: number
  /** Ids of the events that a deed of kind 'slots' really inserted; of kind 'marks', of those that stand as it was decided. */
  readonly inserted: readonly string[]
  readonly known: Known
  readonly did: Did | null
}

/** A plan, with what the answer needs to say of it; or the office says no. */
export type Decided<T = unknown> =
  | { readonly ok: true; readonly changes: Changes; readonly told?: T }
  | { readonly ok: false; readonly problem: Problem }

/** One round of reading; null = nothing more. A later round sees what the earlier ones found. */
type Step<M extends MethodName> = (input: Input<M>, known: Known) => Reads | null

/**
 * A method looks (`look`, no lock) or decides (`decide`, under the lock, written in one commit). What is done outside of both, a file
 * saved or a partner asked, is its `deed`: done first, without the lock.
 */
export interface Method<M extends MethodName, T = unknown> {
  readonly name: M
  /** Asked before anything but the office is looked at. */
  readonly may: Action | ((input: Input<M>, known: Known) => Problem | null)
  /** 'nothing' = the deed reads for itself and asks for the right itself. */
  readonly reads?: Step<M> | readonly Step<M>[] | 'nothing'
  look?(input: Input<M>, known: Known): Outcome<Output<M>>
  /** A cell of its rows that cannot be read is named to whoever looks, not shown as empty; a plan always asks that. */
  readonly strict?: true
  /** Where a method both looks and writes: whether this request only looks. */
  looks?(input: Input<M>): boolean
  deed?(input: Input<M>, known: Known): Outcome<Deed>
  decide?(input: Input<M>, known: Known, did: Did | null): Decided<T>
  /** A plan of the product's own sheets only, for which nobody needs to wait. */
  readonly unlocked?: true
  /** What it answers where the register already stands as asked; null = it does not. */
  again?(input: Input<M>, known: Known): Output<M> | null
  answer?(done: Done<T>, input: Input<M>): Output<M>
}

/** @example method('deal/note', { may: 'call', reads: ({ deal }) => dealReads(deal), decide: …, answer: cardAfter }) */
export function method<M extends MethodName, T = unknown>(name: M, value: Omit<Method<M, T>, 'name'>): Method<M, T> {
  return { name, ...value }
}
