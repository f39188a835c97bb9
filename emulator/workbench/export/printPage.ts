/** The print page of a sheet: tables whose headings stand on every page, charts among their rows, which the page's script draws. */
import { html, raw } from 'hono/html'
import { runsOn } from '../view/runsOn'
import type { CellStyle, ChartView, RowView, SheetView } from '../wire'
import type { Band, PrintLine, PrintView } from './printView'

type Markup = ReturnType<typeof html>

export const printPage = (title: string, view: PrintView): Markup => html`<!doctype html>
<html lang="ru">
<head>
<meta charset="utf-8">
<title>${title} - ${view.sheet.title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/print.css">
<style>@page { size: A4 ${view.landscape ? 'landscape' : 'portrait'}; margin: 12mm 10mm; }</style>
</head>
<body class="${view.landscape ? 'landscape' : 'portrait'}${view.gridlines ? ' lined' : ''}">
<div class="toolbar"><button id="print" type="button">Печать или PDF</button></div>
${view.bands.length === 0 ? html`<p>На листе «${view.sheet.title}» ничего нет.</p>` : view.bands.map((band, index) => bandTable(view, band, index === 0))}
<section class="charts">${raw(view.charts.map(chartBox).join(''))}</section>
<script type="application/json" id="charts">${raw(JSON.stringify(view.sheet.charts).replaceAll('<', '\\u003c'))}</script>
<script src="/assets/print.js"></script>
</body>
</html>`

const bandTable = ({ sheet, lines }: PrintView, { columns, scale, widths: stretch }: Band, first: boolean): Markup => {
  const widths = columns.map((column) => Math.round((sheet.columns[column]?.width ?? 0) * stretch))
  return html`<table style="width:${widths.reduce((sum, width) => sum + width, 0)}px;font-size:${(13 * scale).toFixed(1)}px">
<colgroup>${widths.map((width) => html`<col style="width:${width}px">`)}</colgroup>
${sheet.headed ? html`<thead><tr>${columns.map((column) => headingCell(sheet.columns[column]?.title ?? '', sheet.columns[column]?.style ?? {}))}</tr></thead>` : ''}
<tbody>${raw((first ? lines : sheet.rows.map((row) => ({ row }))).map((line) => lineOf(sheet, line, columns)).join('\n'))}</tbody>
</table>`
}

const lineOf = (sheet: SheetView, line: PrintLine, columns: readonly number[]): string =>
  'chart' in line
    ? `<tr><td class="holder" colspan="${columns.length}">${chartBox(line.chart)}</td></tr>`
    : `<tr>${bodyCells(sheet, line.row, columns)}</tr>`

const chartBox = ({ id, title, width, height }: ChartView): string =>
  `<div class="chart" style="width:${width}px;height:${height}px"><canvas data-chart="${id}" role="img" aria-label="Диаграмма: ${escaped(title)}"></canvas></div>`

/**
 * Cells as text, since a register has tens of thousands of them. Without a heading a text with nothing behind it runs on to the edge, as
 * titles and notes do on the screen.
 */
const bodyCells = ({ headed, styles }: SheetView, row: RowView, columns: readonly number[]): string => {
  const last = columns.map((column) => row.t[column] !== '').lastIndexOf(true)
  const lastColumn = columns[last] ?? 0
  const goesOn = !headed && last >= 0 && runsOn(row.t, lastColumn, styles[row.s?.[lastColumn] ?? -1] ?? {})
  const shown = goesOn ? columns.slice(0, last + 1) : columns
  return shown
    .map((column, place) => {
      const span = goesOn && place === last ? columns.length - last : 1
      return `<td colspan="${span}" style="${cssOf(styles[row.s?.[column] ?? -1] ?? {})}">${escaped(row.t[column] ?? '')}</td>`
    })
    .join('')
}

const headingCell = (text: string, style: CellStyle): Markup => html`<th style="${cssOf(style)}">${text}</th>`

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => signs[sign] ?? '')

const cssOf = ({ bg, fg, bold, italic, strike, align }: CellStyle): string =>
  [
    bg && `background:${bg}`,
    fg && `color:${fg}`,
    bold && 'font-weight:700',
    italic && 'font-style:italic',
    strike && 'text-decoration:line-through',
    align && `text-align:${align}`,
  ]
    .filter(Boolean)
    .join(';')
