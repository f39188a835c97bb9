/** The office says no: a refusal as a value, with what is missing. text.ru.ts turns it into a sentence. */

import type { Stage } from './deal/deal'
import type { ImportKind } from './importing/importKind'
import type { LocalDateTime, Month } from './time/localTime'

/** A field of a card that a person must still fill; `field` is the key in Deal or Client. */
export interface MissingField {
  readonly card: 'deal' | 'client'
  readonly field: string
  /** Russian name as on the screen, «Продолжительность, мин». */
  readonly title: string
  /** Clause of the procedure that asks for it. */
  readonly clause: string
}

export type Problem =
  | { readonly code: 'incomplete'; readonly missing: readonly MissingField[]; readonly to: Stage | null }
  | { readonly code: 'moveNotAllowed'; readonly from: Stage; readonly to: Stage }
  | { readonly code: 'attemptsMissing'; readonly made: number; readonly needed: number; readonly nextAt: LocalDateTime | null }
  | { readonly code: 'attemptTooSoon'; readonly nextAt: LocalDateTime }
  | { readonly code: 'notReached' }
  /** The spreadsheet that is to keep people's data cannot. */
  | { readonly code: 'vaultUnfit'; readonly why: 'link' | 'taken' | 'owner' | 'copy' }
  | { readonly code: 'noAttempt' }
  | { readonly code: 'notYetStarted'; readonly start: LocalDateTime }
  | { readonly code: 'reasonNeeded'; readonly what: string }
  | { readonly code: 'unknownReason'; readonly reason: string }
  | { readonly code: 'externalDecisionNeeded'; readonly consultant: string }
  | { readonly code: 'reportNotReceived' }
  | { readonly code: 'slotTaken'; readonly start: LocalDateTime; readonly consultant: string }
  | { readonly code: 'slotNotTheirs'; readonly consultant: string }
  | { readonly code: 'consultantUnknown'; readonly initials: string }
  | { readonly code: 'topicNotTheirs'; readonly consultant: string; readonly topic: number }
  | { readonly code: 'changedMeanwhile'; readonly id: number }
  | { readonly code: 'dealNotFound'; readonly id: number }
  | { readonly code: 'dealArchived'; readonly id: number; readonly year: string }
  | { readonly code: 'clientNotFound'; readonly id: number }
  | { readonly code: 'notAllowed'; readonly role: string; readonly action: string }
  | { readonly code: 'strangerCaller'; readonly email: string }
  | { readonly code: 'notAtWork'; readonly name: string }
  | { readonly code: 'badValue'; readonly title: string; readonly why: string }
  | { readonly code: 'tooLong'; readonly title: string; readonly length: number; readonly limit: number }
  | { readonly code: 'badPhone'; readonly value: string }
  | { readonly code: 'dealClosed'; readonly stage: Stage }
  | { readonly code: 'cannotUndo'; readonly why: string }
  | { readonly code: 'moveLimit'; readonly firstStart: LocalDateTime; readonly days: number }
  | { readonly code: 'slotHeld'; readonly who: string; readonly until: LocalDateTime }
  | { readonly code: 'overlaps'; readonly consultant: string; readonly deal: number }
  | { readonly code: 'fileTooLarge'; readonly name: string; readonly bytes: number; readonly limit: number }
  | { readonly code: 'fileType'; readonly name: string }
  | { readonly code: 'monthRuns'; readonly month: Month }
  | { readonly code: 'monthApproved'; readonly month: Month; readonly at: LocalDateTime; readonly by: string }
  | { readonly code: 'nothingToDo' }
  /** The working calendar of a year did not come. */
  | { readonly code: 'yearUnread'; readonly year: number; readonly why: 'silent' | 'notPublished' | 'foreign' }
  | { readonly code: 'otherFile'; readonly name: string; readonly what: string; readonly kind: ImportKind | null }
  | { readonly code: 'importTouched'; readonly deals: readonly number[]; readonly count: number }

/** An outside value that cannot be read, with its address. All of them are told, not the first. */
export interface Issue {
  /** Sheet or file, «Сотрудники», «amocrm-deals.csv». */
  readonly where: string
  /** 1-based row as people see it; null = the whole sheet. */
  readonly row: number | null
  /** Heading of the column, '' when the row as a whole is meant. */
  readonly column: string
  readonly message: string
}

/** `note`: it is done and written, but something that follows was not: «Записано, но …». */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly note?: string }
  | { readonly ok: false; readonly problem: Problem }

export function accept<T>(value: T, note = ''): Outcome<T> {
  return { ok: true, value, ...(note === '' ? {} : { note }) }
}

export function refuse<T = never>(problem: Problem): Outcome<T> {
  return { ok: false, problem }
}
