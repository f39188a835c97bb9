/** The tables of «Отчёт …» in the order in which they are printed; each number names its deals. */

import type { ConsultantLine } from '../../domain/month/count/consultants'
import type { ExternalLine, ExternalProject } from '../../domain/month/count/externals'
import { durationText } from '../../domain/month/count/median'
import type { SummaryLine } from '../../domain/month/count/tables'
import type { MonthSummary } from '../../domain/month/month'
import { counted } from '../../domain/text/russian'
import { funnelTitles, headings, words } from './monthSheet.ru'
import type { SheetCell, SheetChart, SheetRow } from './sheetRows'

export interface Section {
  readonly heading: readonly string[]
  readonly rows: readonly SheetRow[]
  readonly chart: SheetChart['type'] | null
}

/** Rows of usual height under a table, for its chart. */
export const chartRows = 15

export function sectionsOf(summary: MonthSummary): Section[] {
  const held = summary.totals.held.count
  const table = (title: string, lines: readonly SummaryLine[], chart: Section['chart'] = null): Section => ({
    heading: [title, ...headings.count],
    rows: lines.map((line) => tableRow(line, held)),
    chart,
  })
  return [
    table(words.topics, summary.topics, 'BAR'),
    { heading: [words.consultants, ...headings.consultants], rows: summary.consultants.map(consultantRow), chart: 'COLUMN' },
    table(words.projects, summary.projects, 'PIE'),
    table(words.formats, summary.formats),
    table(words.channels, summary.channels),
    table(words.kinds, summary.kinds),
    table(words.municipalities, summary.municipalities),
    { heading: words.unsuccessful, rows: summary.unsuccessful.map((line) => row([line.title, line.count], line.dealIds)), chart: null },
    funnelSection(summary),
    ...[demandSection(summary), expertSection(summary), projectSection(summary), breachSection(summary), commentSection(summary)].filter(
      ({ rows }) => rows.length > 0,
    ),
  ]
}

function tableRow({ title, count, minutes, dealIds }: SummaryLine, held: number): SheetRow {
  return row([title, count, minutes, share(count, held)], dealIds)
}

function consultantRow({ title, count, minutes, dealIds, weeks, slots }: ConsultantLine): SheetRow {
  const quota: SheetCell[] = weeks === null ? ['', ''] : [weeks.met, weeks.missed]
  return row(
    [title, count, minutes, ...quota, ...(slots === null ? [words.noSlots, words.noSlots] : [slots.offered, slots.booked])],
    dealIds,
  )
}

function funnelSection({ funnel }: MonthSummary): Section {
  const all = funnel[0]?.count ?? 0
  const rows = funnel.map(({ step, count, median, dealIds }) =>
    row([funnelTitles[step], count, share(count, all), median === null ? '' : durationText(median)], dealIds),
  )
  return { heading: headings.funnel, rows, chart: 'BAR' }
}

function demandSection({ demand }: MonthSummary): Section {
  const rows = demand.map((line): SheetRow => {
    return { style: 'line', cells: [line.title, line.received, line.unassigned, line.days ?? ''], deals: { 2: line.dealIds } }
  })
  return { heading: headings.demand, rows, chart: null }
}

function expertSection({ externals }: MonthSummary): Section {
  const rows = externals.experts.map((line: ExternalLine) =>
    row(
      [`${line.name}, ${line.project}`, line.count, line.minutes, line.rate ?? '', { money: line.due }, { money: line.paid }],
      line.dealIds,
    ),
  )
  return { heading: headings.experts, rows, chart: null }
}

/** The limit is by the month: of a longer period it stands there for comparison only. */
function projectSection({ externals }: MonthSummary): Section {
  const rows = externals.projects.map((line: ExternalProject) =>
    row([line.project, line.count, line.minutes, line.limit, { money: line.due }, { money: line.paid }], line.dealIds),
  )
  return { heading: headings.externalProjects, rows, chart: null }
}

function breachSection({ breaches }: MonthSummary): Section {
  const rows = breaches.map(({ clause, title, count, dealIds }) => row([title === '' ? clause : `${clause} · ${title}`, count], dealIds))
  return { heading: headings.breaches, rows, chart: null }
}

function commentSection({ comments }: MonthSummary): Section {
  const rows = comments.map(({ text, score, dealId, quotable }): SheetRow => {
    return { style: 'line', cells: [text, score, `№ ${dealId}`, quotable ? words.quotable : ''] }
  })
  return { heading: [`${words.comments}: ${counted(rows.length, 'отзыв', 'отзыва', 'отзывов')}`, 'Оценка', 'Сделка'], rows, chart: null }
}

function row(cells: readonly SheetCell[], dealIds: readonly number[]): SheetRow {
  return { style: 'line', cells, deals: { 1: dealIds } }
}

function share(count: number, all: number): SheetCell {
  return { share: all === 0 ? 0 : Math.round((count / all) * 1000) / 1000 }
}
