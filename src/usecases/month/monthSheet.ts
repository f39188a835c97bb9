/** «Отчёт …» as plain rows: totals beside their comparison, one table under the other, each chart under its table, definitions last. */

import { correctionsOf, type FrozenNumbers, frozenNumbers, totalKeys, totalOf, totalTitles } from '../../domain/month/frozen'
import type { MonthSummary } from '../../domain/month/month'
import { periodName, periodTitle } from '../../domain/month/periodText.ru'
import { dateWords } from '../../domain/text/russian'
import type { LocalDateTime } from '../../domain/time/localTime'
import { chartRows, type Section, sectionsOf } from './monthSections'
import { definitions, headings, words } from './monthSheet.ru'
import type { MonthSheet, SheetChart, SheetRow } from './sheetRows'

/** What the director has approved, for the columns beside the present numbers. */
export interface Approval {
  readonly at: LocalDateTime
  readonly who: string
  readonly numbers: FrozenNumbers | null
}

export interface SheetFacts {
  readonly summary: MonthSummary
  readonly now: LocalDateTime
  readonly approval: Approval | null
  /** Sheet id of the list that is written along. */
  readonly listId: number
}

export function monthSheet(facts: SheetFacts): MonthSheet {
  const rows: SheetRow[] = [...headRows(facts), ...totalRows(facts), ...correctionRows(facts)]
  const charts: SheetChart[] = []
  for (const section of sectionsOf(facts.summary)) {
    rows.push(blank, headingRow(section))
    const [from, to] = [rows.length, rows.length + section.rows.length]
    rows.push(...section.rows)
    if (section.chart === null || facts.summary.totals.held.count === 0) continue
    charts.push({ title: section.heading[0] ?? '', type: section.chart, from, to, at: rows.length + 1 })
    rows.push(...Array.from({ length: chartRows }, () => blank))
  }
  return { rows: [...rows, ...definitionRows()], charts, widths: [214, 104, 100, 92, 92, 92, 92], frozen: 0 }
}

const blank: SheetRow = { style: 'blank', cells: [] }

function headingRow({ heading }: Section): SheetRow {
  return { style: 'heading', cells: heading }
}

function headRows({ summary: { period }, now, approval, listId }: SheetFacts): SheetRow[] {
  return [
    { style: 'title', cells: [words.title(periodTitle(period))] },
    { style: 'note', cells: [words.made(dayOf(now))] },
    ...(approval === null ? [] : [{ style: 'note', cells: [words.approved(dayOf(approval.at), approval.who)] } as const]),
    { style: 'line', cells: [{ link: `#gid=${listId}&range=A1`, text: words.list(periodName(period)) }] },
    blank,
  ]
}

/** Title, present, before, a year ago; behind them stand the approved number and its correction. */
const comparedColumns = 4

function totalRows({ summary, approval }: SheetFacts): SheetRow[] {
  const { totals, before, yearBefore } = summary
  const lines = totalKeys.map((key): SheetRow => {
    const approved = approval?.numbers?.totals[key] ?? null
    const now = totalOf(totals, key)
    const change = approved === null || approved === now ? null : rounded((now ?? 0) - approved)
    const dealIds = key === 'minutes' ? totals.held.dealIds : totals[key === 'average' ? 'feedback' : key].dealIds
    const past = [totalOf(before, key) ?? words.none, yearBefore === null ? null : (totalOf(yearBefore, key) ?? words.none)]
    return { style: 'line', cells: [totalTitles[key], now ?? words.none, ...past, approved, change], deals: { 1: dealIds } }
  })
  const columns = approval === null ? headings.totals.slice(0, comparedColumns) : headings.totals
  return [{ style: 'heading', cells: columns }, ...lines]
}

/** Topics and projects that are counted otherwise than when the month was approved; totals stand beside their numbers. */
function correctionRows({ summary, approval }: SheetFacts): SheetRow[] {
  const approved = approval?.numbers ?? null
  if (approved === null) return []
  const now = frozenNumbers(summary)
  const lines = correctionsOf({ ...approved, totals: now.totals }, now)
  if (lines.length === 0) return []
  return [
    blank,
    { style: 'heading', cells: headings.corrections },
    ...lines.map((line): SheetRow => ({ style: 'line', cells: [line.title, line.approved, line.now] })),
  ]
}

function definitionRows(): SheetRow[] {
  const lines = definitions.map((text): SheetRow => ({ style: 'note', cells: [text] }))
  return [blank, { style: 'heading', cells: [words.definitions] }, ...lines]
}

function dayOf(at: LocalDateTime): string {
  return `${dateWords(at)} ${at.slice(0, 4)}, ${at.slice(11)}`
}

function rounded(number: number): number {
  return Math.round(number * 100) / 100
}
