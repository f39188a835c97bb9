/** The contract between pages and server: method → input (decoded by valibot on the server) and output. JSON-safe types only. */

import * as v from 'valibot'
import { reportFields } from '../domain/external/expertReport'
import { importKinds } from '../domain/importing/importKind'
import { type CalendarOutputs, calendarInputs, type DiscrepancyItem, type Hold } from './calendarContract'
import { type DeviceOutputs, deviceInputs } from './deviceContract'
import { type ExternalOutputs, externalInputs } from './externalContract'
import {
  adjoining,
  cardFields,
  channel,
  clientFields,
  type DealRef,
  dealRef,
  format,
  importPart,
  importTable,
  localDate,
  localDateTime,
  slot,
  stage,
  text,
  times,
  wholeNumber,
} from './inputParts'
import { type IntakeOutputs, intakeInputs } from './intakeContract'
import { type MonthOutputs, monthInputs } from './monthContract'
import { type PersonalOutputs, personalInputs } from './personalContract'
import type { Card, ClientMatch, DealMatch, HistoryLine, ImportPreview, ImportStart, SlotList, Today, Week } from './screens'
import {
  type LetterSample,
  type SettingRow,
  type SettingsScreenData,
  type SetUpScreenData,
  type ToolOutputs,
  toolInputs,
  type WorkdaysLook,
  workdayInputs,
} from './settingsContract'

export type { RpcAnswer, RpcRequest } from './answer'
export type { OwnConsultation } from './calendarContract'
export type { CardFields, ClientFields, DealRef, SlotJoin, SlotRef } from './inputParts'
export type {
  Card,
  ClientMatch,
  ConsultantSlots,
  DealMatch,
  DeskLists,
  FreeSlot,
  HistoryLine,
  ImportPreview,
  ImportRun,
  ImportStart,
  PageData,
  SlotList,
  Step,
  TaskToolState,
  Today,
  TodayItem,
  Week,
  WeekCard,
} from './screens'

export const inputs = {
  'desk/today': v.object({}),
  'client/search': v.object({ text }),
  'client/fill': v.object({ deal: dealRef, fields: v.partial(clientFields) }),
  'deal/create': v.object({
    channel,
    stage: v.picklist(['new', 'accepted', 'unsorted']),
    clientId: v.nullable(wholeNumber),
    client: clientFields,
    topic: v.nullable(wholeNumber),
    request: text,
    agreedWith: text,
    /** The pasted letter it was made from: kept with the deal, and never taken twice. */
    letter: v.optional(text),
    /** Of the form: a click repeated after a lost answer makes no second deal. */
    requestKey: v.optional(v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/))),
  }),
  'deal/open': v.object({ id: wholeNumber, row: v.nullable(wholeNumber), clientId: v.nullable(wholeNumber) }),
  'deal/current': v.object({}),
  'deal/search': v.object({ text }),
  'deal/history': v.object({ id: wholeNumber }),
  'deal/note': v.object({ deal: dealRef, outcome: v.picklist(['reached', 'noAnswer', 'messenger']), text }),
  'deal/fill': v.object({ deal: dealRef, fields: cardFields }),
  /** C5: a description given electronically; its size is the server's to judge, the text is as long as the file asks. */
  'file/attach': v.object({ deal: dealRef, name: text, mimeType: text, base64: v.string() }),
  'deal/move': v.object({ deal: dealRef, to: stage, reason: text, fields: cardFields }),
  /** Undo of the last change, while nobody changed the deal since. */
  'deal/undo': v.object({ deal: dealRef }),
  'deal/reopen': v.object({ deal: dealRef, reason: text }),
  ...intakeInputs,
  /** Many cells changed by hand at once: put back, as far as they stand so still, or they stay. */
  'desk/settleBlock': v.object({ at: localDateTime, who: text, take: v.boolean() }),
  'slot/list': v.object({
    topic: v.nullable(wholeNumber),
    consultant: v.nullable(text),
    agreedWith: v.nullable(text),
    part: v.nullable(v.picklist(['morning', 'day', 'evening'])),
    from: v.nullable(localDate),
    /** Hours against the notice, a day off or an absence too, marked. */
    override: v.optional(v.boolean()),
  }),
  'deal/book': v.object({
    deal: dealRef,
    consultant: text,
    topic: wholeNumber,
    format,
    place: text,
    minutes: wholeNumber,
    slot,
    /** The free event that follows the slot's: a consultation of 90 minutes takes its beginning too. */
    join: v.optional(v.nullable(adjoining)),
    /** Why it is booked against the notice, a day off or an absence. */
    overrideReason: v.optional(text),
  }),
  /** A booked consultation moves to a free slot, or with its event to any time (G5, R1). */
  'deal/reschedule': v.object({
    deal: dealRef,
    slot: v.nullable(slot),
    at: v.nullable(v.object({ start: localDateTime, end: localDateTime, etag: v.nullable(text) })),
    reason: text,
  }),
  /** R1: why it was moved in the calendar. */
  'deal/reason': v.object({ deal: dealRef, reason: text }),
  /** G6: «не смогу провести». */
  'deal/cannotHold': v.object({ deal: dealRef, reason: text }),
  'deal/reassign': v.object({ deal: dealRef, consultant: text, slot, reason: text }),
  /** T2. */
  'deal/decideExternal': v.object({ deal: dealRef, decision: v.picklist(['allow', 'deny']), project: v.nullable(text) }),
  /** T2: the manager of a project is asked by letter. */
  'deal/askExternal': v.object({ deal: dealRef, project: text }),
  /** C3: the external consultant gets the link to his report. */
  'deal/sendReport': v.object({ deal: dealRef }),
  /** C9: his report into the card; `chosen` are the fields that both fill and the report wins. */
  'deal/takeReport': v.object({ deal: dealRef, chosen: v.array(v.picklist(reportFields)) }),
  /** I9: an employee's own consultation, on a free slot or with an event of its own. */
  'deal/bookOwn': v.object({
    clientId: v.nullable(wholeNumber),
    client: clientFields,
    consultant: text,
    topic: wholeNumber,
    request: text,
    format,
    place: text,
    slot: v.nullable(slot),
    at: v.nullable(times),
    /** Why it is booked on a day off, at night, in an absence; or entered though it has been held already. */
    overrideReason: v.optional(text),
  }),
  /** Slots within the two days (G5): of the others, or with `same` of the consultant who has the deal. */
  'slot/forReassign': v.object({ deal: dealRef, same: v.optional(v.boolean()) }),
  'slot/hold': v.object({ eventId: text, start: localDateTime }),
  'slot/release': v.object({ eventId: text, start: localDateTime }),
  ...calendarInputs,
  'discrepancy/list': v.object({}),
  'discrepancy/resolve': v.object({
    key: text,
    outcome: v.picklist([
      ...(['putBack', 'repair', 'accept', 'reassign', 'release', 'link', 'free', 'ignore', 'confirm'] as const),
      ...(['handOver', 'restoreAddress', 'anew'] as const),
    ]),
    reason: text,
    deal: v.nullable(dealRef),
  }),
  'week/list': v.object({}),
  /** `project` distributes the card, «не распределено» as an answer too (K1); `reason` is why a new client is not asked (K3). */
  'week/close': v.object({
    deals: v.array(
      v.object({ ref: dealRef, to: v.picklist(['won', 'feedback']), project: v.exactOptional(text), reason: v.exactOptional(text) }),
    ),
  }),
  /** What a closing did is taken back; deals as they stand after it. */
  'week/undo': v.object({ deals: v.array(dealRef) }),
  ...monthInputs,
  ...externalInputs,
  /** What the dialog needs to propose anything. */
  'import/start': v.object({}),
  'import/preview': v.object({ kind: v.picklist(importKinds), table: importTable }),
  'import/apply': v.object({ kind: v.picklist(importKinds), table: importTable, part: v.optional(importPart) }),
  /** Takes back a portion of the last import, while nobody has touched it. */
  'import/undo': v.object({ at: localDateTime }),
  ...workdayInputs,
  ...personalInputs,
  'settings/open': v.object({}),
  'settings/steps': v.object({}),
  /** Key → as typed. */
  'settings/save': v.object({ values: v.record(v.string(), text) }),
  'letter/samples': v.object({}),
  /** To the caller. */
  'letter/test': v.object({ kind: text }),
  ...deviceInputs,
  'outbox/send': v.object({}),
  ...toolInputs,
} as const

export type Method = keyof typeof inputs
export type Input<M extends Method> = v.InferOutput<(typeof inputs)[M]>
export type ImportTable = v.InferOutput<typeof importTable>
export type ImportPart = v.InferOutput<typeof importPart>
export type { ImportKind } from '../domain/importing/importKind'
/** A card that was left as it is, and why. */
export interface StayedCard {
  readonly id: number
  readonly sentence: string
}

export interface Outputs
  extends MonthOutputs,
    ExternalOutputs,
    IntakeOutputs,
    DeviceOutputs,
    CalendarOutputs,
    PersonalOutputs,
    ToolOutputs {
  'desk/settleBlock': { readonly settled: true }
  'desk/today': Today
  'client/search': { readonly matches: readonly ClientMatch[] }
  'client/fill': Card
  'deal/create': Card
  'deal/open': Card
  'deal/current': Card | null
  'deal/search': { readonly matches: readonly DealMatch[] }
  'deal/history': { readonly lines: readonly HistoryLine[] }
  'deal/note': Card
  'deal/fill': Card
  'file/attach': Card
  'deal/move': Card
  /** undone: what it took back, in words. */
  'deal/undo': { readonly card: Card; readonly undone: string }
  'deal/reopen': Card
  'slot/list': SlotList
  'deal/book': { readonly card: Card; readonly lettersWaiting: number }
  'deal/reschedule': { readonly card: Card; readonly lettersWaiting: number }
  'deal/reason': Card
  'deal/cannotHold': Card
  'deal/reassign': { readonly card: Card; readonly lettersWaiting: number }
  'deal/decideExternal': Card
  'deal/askExternal': { readonly card: Card; readonly lettersWaiting: number }
  'deal/sendReport': { readonly card: Card; readonly lettersWaiting: number }
  'deal/takeReport': Card
  'deal/bookOwn': { readonly card: Card; readonly lettersWaiting: number }
  'slot/forReassign': SlotList
  'slot/hold': { readonly holds: readonly Hold[] }
  'slot/release': { readonly holds: readonly Hold[] }
  'discrepancy/list': { readonly items: readonly DiscrepancyItem[] }
  'discrepancy/resolve': { readonly solved: string; readonly lettersWaiting: number }
  'week/list': Week
  'week/close': {
    readonly closed: number
    /** Of these, K7's without an answer. */
    readonly unanswered: number
    readonly asked: number
    readonly refused: readonly StayedCard[]
    /** For week/undo. */
    readonly undo: readonly DealRef[]
    readonly lettersWaiting: number
  }
  'week/undo': { readonly undone: number; readonly refused: readonly StayedCard[] }
  'import/start': ImportStart
  'import/preview': ImportPreview
  'import/apply': ImportPreview & { readonly written: number }
  /** Rows that are left to take back. */
  'import/undo': { readonly left: number }
  'workdays/look': WorkdaysLook
  'workdays/write': { readonly written: number }
  'settings/open': SettingsScreenData
  'settings/steps': SetUpScreenData
  'settings/save': { readonly settings: readonly SettingRow[] }
  'letter/samples': { readonly letters: readonly LetterSample[] }
  'letter/test': { readonly to: string }
  'outbox/send': { readonly sent: number; readonly failed: number; readonly waiting: number }
}
export type Output<M extends Method> = Outputs[M]
