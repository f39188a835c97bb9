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

/** Whether a sheet of that id is a list, or one beside it. */
export function isListSheet(sheetId: number): boolean {
  return sheetId > listOffset
}

const copyOffset = 200_000_000
/** Sheets beside the first one that a period can have. */
export const mostCopies = 4

/** The sheet beside, where somebody has written on the one before. Example: copy 1 of «Отчёт 2026-11» → «Отчёт 2026-11 (2)» */
export function copyOf<S extends SheetAddress>(sheet: S, copy: number): S {
  return copy === 0 ? sheet : { ...sheet, sheetId: sheet.sheetId + copyOffset * copy, title: `${sheet.title} (${copy + 1})` }
}

/** Google's ids go no further. */
const highestId = 2 ** 31 - 1

/** Charts of a sheet are numbered after it; null = Google numbers it. */
export function chartIdOf(sheetId: number, order: number): number | null {
  const id = sheetId * 10 + order + 1
  return id > highestId ? null : id
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
