/** What one execution knows of the desk: the office, the rows it read, the open obligations, the service cells. */

import type { Client } from '../domain/client/client'
import type { Deal } from '../domain/deal/deal'
import type { Office } from '../domain/office/office'
import type { Issue } from '../domain/problem'
import type { LocalDateTime, Month } from '../domain/time/localTime'
import type { ServiceState } from './register/service'

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
  /** On the site. */
  readonly published: LocalDateTime | null
  readonly link: string
  /** In social networks: the one does not stand for the other (S3). Absent = not yet. */
  readonly social?: LocalDateTime | null
  readonly socialLink?: string
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
