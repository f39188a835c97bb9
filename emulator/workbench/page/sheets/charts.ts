/** Charts of a sheet, drawn over the grid at their anchors by chart.js. */
import { Chart, type ChartConfiguration } from 'chart.js/auto'
import type { TabulatorFull } from 'tabulator-tables'
import type { ChartView, SheetView } from '../../wire'
import { el } from '../dom'
import { fieldOf } from './gridRows'

// Google's chart palette.
const palette = ['#4285f4', '#ea4335', '#fbbc04', '#34a853', '#ff6d01', '#46bdc6', '#7baaf7', '#f07b72', '#fcd04f', '#71c287']
const rowHeight = 25

/** Returns what takes them away. */
export const drawCharts = (holder: HTMLElement, table: TabulatorFull, view: SheetView): (() => void) => {
  const drawn = view.charts.map((chart) => drawChart(holder, table, view, chart))
  return () => {
    for (const remove of drawn) remove()
  }
}

const drawChart = (holder: HTMLElement, table: TabulatorFull, view: SheetView, chart: ChartView): (() => void) => {
  const canvas = el('canvas', { role: 'img', 'aria-label': `Диаграмма: ${chart.title}` })
  const { left, top } = placeOf(holder, table, view, chart)
  const box = el('div', { class: 'chartBox', style: `left:${left}px;top:${top}px;width:${chart.width}px;height:${chart.height}px` }, canvas)
  holder.append(box)
  const drawing = new Chart(canvas, configOf(chart))
  return () => {
    drawing.destroy()
    box.remove()
  }
}

const placeOf = (holder: HTMLElement, table: TabulatorFull, view: SheetView, { anchor }: ChartView): { left: number; top: number } => {
  const row = table.getRow(anchor.row + 1)
  const first = view.headed ? 1 : 0
  const top = row ? offsetIn(holder, row.getElement()).top : (anchor.row - first) * rowHeight
  const cell = row ? row.getCell(fieldOf(anchor.column)) : false
  const left = cell ? offsetIn(holder, cell.getElement()).left : 46 + anchor.column * 100
  return { left: left + anchor.x, top: top + anchor.y }
}

const offsetIn = (holder: HTMLElement, element: HTMLElement): { left: number; top: number } => {
  const outer = holder.getBoundingClientRect()
  const inner = element.getBoundingClientRect()
  return { left: inner.left - outer.left + holder.scrollLeft, top: inner.top - outer.top + holder.scrollTop }
}

export const configOf = (chart: ChartView): ChartConfiguration => {
  const round = chart.type === 'pie' || chart.type === 'doughnut'
  const datasets = chart.series.map(({ name, values }, index) => ({
    label: name,
    data: [...values],
    backgroundColor: round ? palette : palette[index % palette.length],
    borderColor: round ? '#fff' : palette[index % palette.length],
    fill: chart.type === 'area',
    borderWidth: chart.type === 'line' || chart.type === 'area' ? 2 : 0,
  }))
  return {
    type: kinds[chart.type],
    data: { labels: chart.type === 'bar' ? barNames(chart.labels) : chart.labels, datasets } as ChartConfiguration['data'],
    options: optionsOf(chart, round),
  }
}

/** Many bars leave no height for a second line. */
const barNames = (labels: readonly string[]): string[][] => labels.map((label) => linesOf(label, labels.length > 8 ? 40 : 24))

/** A bar's name stands beside it: a long one goes in lines. */
const linesOf = (label: string, longestLine: number): string[] => {
  const lines = ['']
  for (const word of label.split(' ')) {
    const line = lines[lines.length - 1] ?? ''
    if (line !== '' && line.length + word.length >= longestLine) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return lines
}

const kinds = { column: 'bar', bar: 'bar', line: 'line', area: 'line', pie: 'pie', doughnut: 'doughnut' } as const

const optionsOf = (chart: ChartView, round: boolean): NonNullable<ChartConfiguration['options']> => ({
  responsive: true,
  maintainAspectRatio: false,
  animation: false,
  indexAxis: chart.type === 'bar' ? 'y' : 'x',
  scales: round
    ? {}
    : {
        x: { stacked: chart.stacked, grid: { display: chart.type === 'bar' } },
        y: { stacked: chart.stacked, beginAtZero: true, ticks: chart.type === 'bar' ? { autoSkip: false, font: { size: 10 } } : {} },
      },
  plugins: {
    title: { display: chart.title !== '', text: chart.title, align: 'start', color: '#3c4043', font: { size: 15, weight: 'normal' } },
    legend: { display: round || chart.series.length > 1, position: round ? 'right' : 'top', labels: { boxWidth: 12, color: '#3c4043' } },
  },
})
