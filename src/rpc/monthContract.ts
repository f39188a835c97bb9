/** The contract of «Отчёт»: which period is asked for, its numbers for a look, what has been done about a month. JSON-safe types only. */

import * as v from 'valibot'
import type { Correction } from '../domain/month/frozen'
import type { PrTexts } from '../domain/month/prText.ru'
import { dateOfEpochDay, epochDay, type LocalDate, type LocalDateTime } from '../domain/time/localTime'

export const month = v.pipe(v.string(), v.regex(/^20\d\d-(0[1-9]|1[0-2])$/))
const year = v.pipe(v.number(), v.integer(), v.minValue(2000), v.maxValue(2099))
const day = v.pipe(
  v.string(),
  v.regex(/^20\d\d-\d\d-\d\d$/),
  v.check((date) => dateOfEpochDay(epochDay(date)) === date),
)
const longestDays = 1100
const text = v.pipe(v.string(), v.maxLength(2000))

/** A month, a quarter, a year, or days from … until, both inclusive; at most three years. */
const period = v.variant('kind', [
  v.object({ kind: v.literal('month'), month }),
  v.object({ kind: v.literal('quarter'), year, quarter: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(4)) }),
  v.object({ kind: v.literal('year'), year }),
  v.pipe(
    v.object({ kind: v.literal('range'), from: day, until: day }),
    v.check(({ from, until }) => from <= until && epochDay(until) - epochDay(from) < longestDays),
  ),
])

/** Method → input. */
export const monthInputs = {
  /** A month by name, or any period; the list with or without the clients' names. */
  'month/report': v.pipe(
    v.object({ month: v.optional(month), period: v.optional(period), personal: v.optional(v.boolean()) }),
    v.check((input) => input.month !== undefined || input.period !== undefined),
  ),
  'month/preview': v.object({ period }),
  'month/csv': v.object({ period, personal: v.boolean() }),
  /** `again` where it was approved before and that is meant. */
  'month/approve': v.object({ month, again: v.boolean() }),
  /** `place` absent = the site. */
  'month/published': v.object({ month, link: text, place: v.exactOptional(v.picklist(['site', 'social'])) }),
  'month/letters': v.object({ month }),
  /** `seen`: how many letters of these projects had gone when the button was pressed; a request sent again is known by it. */
  'month/tell': v.object({
    month,
    projects: v.array(text),
    anew: v.boolean(),
    seen: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  }),
} as const

/** One total beside its comparison; null = nobody gave a score, or there is no year before. */
export interface TotalLine {
  readonly title: string
  readonly now: number | null
  readonly before: number | null
  readonly yearBefore: number | null
  readonly approved: number | null
}

/** The main numbers without a sheet, and what has been done about the month. */
export interface MonthPreview {
  readonly title: string
  readonly from: LocalDate
  readonly until: LocalDate
  readonly totals: readonly TotalLine[]
  /** The most asked first. */
  readonly topics: readonly { readonly title: string; readonly count: number }[]
  readonly held: number
  /** Only of a month; null = another period. */
  readonly done: MonthStatus | null
  readonly pr: PrTexts
  /** Names of projects in the period's consultations that no row of «Проекты» has. */
  readonly unknownProjects: readonly string[]
}

export interface MonthStatus {
  /** The month is over: it can be approved. */
  readonly over: boolean
  readonly approved: LocalDateTime | null
  readonly approvedBy: string
  readonly corrections: readonly Correction[]
  readonly told: LocalDateTime | null
  /** On the site. */
  readonly published: LocalDateTime | null
  readonly link: string
  readonly social?: LocalDateTime | null
  readonly socialLink?: string
}

/** A sheet that stands now, and where it is downloaded. */
export interface SheetFiles {
  readonly title: string
  readonly open: string
  readonly xlsx: string
  readonly pdf: string
}

export interface ProjectLetter {
  readonly project: string
  /** '' = the project has no manager's address, and no letter goes. */
  readonly to: string
  readonly subject: string
  readonly body: string
  readonly held: number
  /** Times this letter was queued already. */
  readonly sent: number
  /** Names in the month's consultations that no project has, where this one has none: it does not go before that is cleared up. */
  readonly unknown?: readonly string[]
}

export interface MonthOutputs {
  'month/report': {
    readonly month: string
    readonly sheet: string
    readonly held: number
    readonly minutes: number
    readonly report: SheetFiles
    readonly list: SheetFiles
  }
  'month/preview': MonthPreview
  'month/csv': { readonly name: string; readonly text: string }
  'month/approve': MonthPreview
  'month/published': MonthPreview
  'month/letters': { readonly letters: readonly ProjectLetter[] }
  'month/tell': { readonly letters: readonly ProjectLetter[]; readonly lettersWaiting: number }
}
