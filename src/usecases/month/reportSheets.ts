/** Sheets that the product writes for one period; their ids follow from it, so no look-up is needed to write them. */

import type { Period } from '../../domain/month/period'
import { periodName } from '../../domain/month/periodText.ru'
import { epochDay } from '../../domain/time/localTime'
import type { MonthSheet } from './sheetRows'

export interface SheetAddress {
  readonly sheetId: number
  readonly title: string
}

const firstDay = '2000-01-01'
/** No stretch of days is longer (contract.ts). */
const longest = 1200
const listOffset = 1_000_000_000

export function reportSheet(period: Period): SheetAddress {
  return { sheetId: numberOf(period), title: `Отчёт ${periodName(period)}` }
}

/** S1. */
export function listSheetOf(period: Period): SheetAddress {
  return { sheetId: numberOf(period) + listOffset, title: `Список ${periodName(period)}` }
}

/** Charts of a sheet are numbered after it. */
export function chartIdOf(sheetId: number, order: number): number {
  return sheetId * 10 + order + 1
}

/** November 2026 → 402611; its quarter → 320264; the year → 320260; days → from 100 million on, by first day and length. */
function numberOf({ choice, from, until }: Period): number {
  if (choice.kind === 'month') return 200_000 + Number(choice.month.replace('-', ''))
  if (choice.kind === 'quarter') return 300_000 + choice.year * 10 + choice.quarter
  if (choice.kind === 'year') return 300_000 + choice.year * 10
  return 100_000_000 + (epochDay(from) - epochDay(firstDay)) * longest + epochDay(until) - epochDay(from)
}

/** A sheet of a period with what stands on it. */
export interface ReportSheet extends SheetAddress {
  readonly content: MonthSheet
}
