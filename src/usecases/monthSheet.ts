/** «Отчёт ГГГГ-ММ» as plain rows: definitions, totals, one table under the other, and where the charts take their numbers from. */

import type { MonthSummary, SummaryLine } from '../domain/month'
import { counted, monthTitle } from '../domain/russian'

export type SheetCell = string | number | null

export interface SheetRow {
  readonly style: 'title' | 'note' | 'heading' | 'line' | 'blank'
  readonly cells: readonly SheetCell[]
}

/** A chart over a table of the sheet: rows are 0-based, `to` exclusive, without the heading. */
export interface SheetChart {
  readonly title: string
  readonly type: 'BAR' | 'COLUMN' | 'PIE'
  readonly from: number
  readonly to: number
}

export interface MonthSheet {
  readonly rows: readonly SheetRow[]
  readonly charts: readonly SheetChart[]
}

/** Widest row of the sheet, cells. */
export const monthSheetWidth = 4

interface Section {
  readonly title: string
  readonly lines: readonly SummaryLine[]
  readonly chart: SheetChart['type'] | null
}

export function monthSheet(summary: MonthSummary): MonthSheet {
  const rows: SheetRow[] = [...headRows(summary), ...totalRows(summary)]
  const charts: SheetChart[] = []
  for (const section of sectionsOf(summary)) {
    rows.push({ style: 'blank', cells: [] }, { style: 'heading', cells: [section.title, 'Консультаций', 'Минут', 'Доля'] })
    if (section.chart !== null)
      charts.push({ title: section.title, type: section.chart, from: rows.length, to: rows.length + section.lines.length })
    rows.push(...section.lines.map((line) => tableRow(line, summary.totals.held.count)))
  }
  return { rows: [...rows, ...commentRows(summary)], charts }
}

function headRows({ month }: MonthSummary): SheetRow[] {
  return [
    { style: 'title', cells: [`Консультации за ${monthTitle(month)}`] },
    {
      style: 'note',
      cells: ['Проведена = этап «Консультация проведена», «Запрошена обратная связь» или «Успешно завершённые», начало в этом месяце.'],
    },
    { style: 'note', cells: ['Новый клиент = раньше этого месяца проведённых консультаций не было. Минуты — из карточек.'] },
    { style: 'blank', cells: [] },
  ]
}

function totalRows({ totals }: MonthSummary): SheetRow[] {
  const average = totals.feedback.average === null ? 'нет' : Math.round(totals.feedback.average * 100) / 100
  const lines: [string, SheetCell][] = [
    ['Проведено консультаций', totals.held.count],
    ['Минут', totals.minutes],
    ['Клиентов', totals.clients.count],
    ['Новых клиентов', totals.newClients.count],
    ['Своими консультантами', totals.internal.count],
    ['Внешними консультантами', totals.external.count],
    ['Отзывов с оценкой', totals.feedback.count],
    ['Средняя оценка', average],
    ['Неуспешных заявок', totals.unsuccessful.count],
  ]
  return [{ style: 'heading', cells: ['Итоги', 'Всего'] }, ...lines.map((cells): SheetRow => ({ style: 'line', cells }))]
}

function sectionsOf(summary: MonthSummary): Section[] {
  return [
    { title: 'По темам', lines: summary.topics, chart: 'BAR' },
    { title: 'По консультантам', lines: summary.consultants, chart: 'COLUMN' },
    { title: 'По проектам', lines: summary.projects, chart: 'PIE' },
    { title: 'По формату', lines: summary.formats, chart: null },
    { title: 'По каналу', lines: summary.channels, chart: null },
    { title: 'По виду организации', lines: summary.kinds, chart: null },
    { title: 'По муниципалитетам', lines: summary.municipalities, chart: null },
    { title: 'Неуспешные по причинам', lines: summary.unsuccessful, chart: null },
  ]
}

function tableRow({ title, count, minutes }: SummaryLine, held: number): SheetRow {
  return { style: 'line', cells: [title, count, minutes, held === 0 ? 0 : Math.round((count / held) * 1000) / 1000] }
}

function commentRows({ comments }: MonthSummary): SheetRow[] {
  if (comments.length === 0) return []
  return [
    { style: 'blank', cells: [] },
    { style: 'heading', cells: [`Отзывы: ${counted(comments.length, 'отзыв', 'отзыва', 'отзывов')}`, 'Оценка', '№ сделки'] },
    ...comments.map(({ text, score, dealId }): SheetRow => ({ style: 'line', cells: [text, score, dealId] })),
  ]
}
