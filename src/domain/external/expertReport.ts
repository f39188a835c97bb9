/** The report of an external consultant (C3, C9): what he sends, what of it goes to the card. */

import type { Deal } from '../deal/deal'
import { jsonIn } from '../register/json'
import type { LocalDateTime } from '../time/localTime'

/** Stands in the deal's field «Отчёт эксперта» as JSON, as it came. */
export interface ExpertReport {
  /** 1–11, corrected where needed (C5). */
  readonly topic: number
  readonly content: string
  readonly recommendations: string
  /** C6. */
  readonly minutes: number
  /** Topic 8 only, else ''. */
  readonly discussedName: string
  readonly discussedTheme: string
  readonly discussedAdvice: string
  /** An address of a file, or what was handed over; '' = none. */
  readonly files: string
  /** To the office, '' = none. */
  readonly comment: string
  /** When it was taken over into the card; absent = not yet, and it may be sent again. */
  readonly takenAt?: LocalDateTime
}

/** Longest text of each field, characters, inclusive. */
export const reportLimits = {
  content: 6000,
  recommendations: 6000,
  discussedName: 300,
  discussedTheme: 300,
  discussedAdvice: 3000,
  files: 1000,
  comment: 1500,
} as const

/** Longest report, characters of its JSON inside the journal's: one line of the journal holds it before and after. */
const storedLimit = 19_000

export function isReportTooLong(report: ExpertReport): boolean {
  return JSON.stringify(JSON.stringify(report)).length > storedLimit
}

/** Fields that the report and the card share, in the card's order. */
export const reportFields = [
  'topic',
  'minutes',
  'content',
  'recommendations',
  'discussedName',
  'discussedTheme',
  'discussedAdvice',
] as const
export type ReportField = (typeof reportFields)[number]

/** The report that stands in the field; null = none, or somebody has typed over it. */
export function readExpertReport(stored: string): ExpertReport | null {
  const read = jsonIn(stored) as Partial<ExpertReport> | null | undefined
  if (read?.topic === undefined || read.minutes === undefined || read.content === undefined) return null
  const report = { ...emptyReport, ...read }
  const keys = Object.keys(emptyReport) as (keyof ExpertReport)[]
  return keys.every((key) => typeof report[key] === typeof emptyReport[key]) ? report : null
}

const emptyReport: ExpertReport = {
  topic: 0,
  content: '',
  recommendations: '',
  minutes: 0,
  discussedName: '',
  discussedTheme: '',
  discussedAdvice: '',
  files: '',
  comment: '',
}

/**
 * Fields where card and report say different things: a person chooses. What the report leaves empty is no question.
 * @example reportConflicts({ ...deal, topic: 6, minutes: null }, { ...report, topic: 4, minutes: 60 }) // → ['topic']
 */
export function reportConflicts(deal: Deal, report: ExpertReport): ReportField[] {
  return reportFields.filter((field) => isFilled(deal[field]) && isFilled(report[field]) && deal[field] !== report[field])
}

/** What the report brings to the card: fields that are empty there, and those of the conflicts that were chosen. */
export function takenFields(deal: Deal, report: ExpertReport, chosen: readonly ReportField[]): Partial<Deal> {
  const conflicts = reportConflicts(deal, report)
  const taken = reportFields.filter((field) => isFilled(report[field]) && (!conflicts.includes(field) || chosen.includes(field)))
  return Object.fromEntries(taken.map((field) => [field, report[field]]))
}

function isFilled(value: string | number | null): boolean {
  return typeof value === 'string' ? value.trim() !== '' : value !== null && value > 0
}
