/** What one execution knows of the desk: the office, the rows it read, the open obligations, the service cells. */

import type { Client } from '../domain/client/client'
import type { Deal } from '../domain/deal/deal'
import type { Office } from '../domain/office/office'
import type { Issue } from '../domain/problem'
import type { LocalDateTime, Month } from '../domain/time/localTime'

/** A value and the 1-based row where it stood when it was read. */
export interface Located<T> {
  readonly row: number | null
  readonly value: T
}

/** A line of the sheet «Контроль»: something owed, now or from `opensAt` on. */
export interface ControlLine {
  readonly key: string
  readonly clause: string
  readonly subject: string
  readonly detail: string
  /** Owners in words: «ММ», «офис-менеджер», «ММ и офис-менеджер», «руководитель проекта «Добрый Север»» (ownerText). */
  readonly who: string
  readonly opensAt: LocalDateTime
  readonly due: LocalDateTime
  readonly dealId: number | null
  readonly row: number | null
  readonly clientId: number | null
  /** null = no reminder. */
  readonly remindAt: LocalDateTime | null
  /** Who is told once it is overdue; a code of OverdueTo, 'projectManager: Добрый Север'. */
  readonly overdueTo: string
  /** When it was reminded of, told as overdue, written down as a breach; null = not yet. */
  readonly reminded: LocalDateTime | null
  readonly escalated: LocalDateTime | null
  readonly breached: LocalDateTime | null
}

/** «Служебное»: what the product remembers between executions. */
export interface ServiceState {
  readonly schemaVersion: string
  readonly syncToken: string
  readonly lastDealId: string
  readonly lastClientId: string
  /** Last successful tick, LocalDateTime. */
  readonly heartbeat: string
  /** Issues of rows that the last tick saw, JSON; '' = none. */
  readonly rowNotes: string
  /** Grows with every commit of a command: a sync sees whether somebody wrote between its read and its lock. */
  readonly revision: string
  /** When deals and calendar were last looked at for what the office owes, JSON (officeLines.ts). */
  readonly scanned: string
  /** Slots held while somebody is on the phone, JSON (slotHolds.ts). */
  readonly holds: string
  /** Why Planfix gets no tasks at present, JSON (planfixPause.ts); '' = all is well, or it is not connected. */
  readonly planfix: string
  /** Ids of the sheets of reports and lists that were written, '402611,1000402611'. */
  readonly reports: string
  /** Years that have an archive sheet, '2024,2023', newest first. */
  readonly archives: string
  /** Day on which closed deals are looked through again, '' = at once. */
  readonly archiveNext: string
  /** Digest of the rules by which the lines of «Контроль» were made last (rulesOf). */
  readonly controlRules: string
  /** When the director's last digest was made, LocalDateTime. */
  readonly digestSent: string
  /** Day on which the register was last compared with its journal. */
  readonly checkedDay: string
  /** Letters that wait for tomorrow's mail quota, a number; '' = none. */
  readonly mailWaits: string
}
export const serviceKeys = [
  'schemaVersion',
  'syncToken',
  'lastDealId',
  'lastClientId',
  'heartbeat',
  'rowNotes',
  'revision',
  'holds',
  'scanned',
  'planfix',
  'reports',
  'archives',
  'archiveNext',
  'controlRules',
  'digestSent',
  'checkedDay',
  'mailWaits',
] as const satisfies readonly (keyof ServiceState)[]

/** A line of «Месяцы»: what has been done about a past month (S2, S3). */
export interface MonthState {
  readonly month: Month
  /** 1-based row; null = not written yet. */
  readonly row: number | null
  readonly approved: LocalDateTime | null
  readonly approvedBy: string
  /** The numbers as they were approved, JSON; '' = not approved. */
  readonly frozen: string
  /** Letters to the managers of projects were sent. */
  readonly told: LocalDateTime | null
  readonly published: LocalDateTime | null
  readonly link: string
}

export interface Desk {
  readonly office: Office
  /** What could not be read in the office's sheets and the loaded rows. */
  readonly issues: readonly Issue[]
  readonly service: ServiceState
  readonly control: readonly ControlLine[]
  readonly months: readonly MonthState[]
  readonly deals: ReadonlyMap<number, Located<Deal>>
  readonly clients: ReadonlyMap<number, Located<Client>>
  /** First free row of «Сделки» as far as this execution knows; null = not read. */
  readonly nextDealRow: number | null
}
