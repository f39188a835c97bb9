/** The print page's script: draws the charts as on the screen, and opens the browser's printing. */
import { Chart } from 'chart.js/auto'
import type { ChartView } from '../../wire'
import { configOf } from '../sheets/charts'
import './print.css'

const charts = JSON.parse(document.getElementById('charts')?.textContent ?? '[]') as readonly ChartView[]

for (const chart of charts) {
  const canvas = document.querySelector<HTMLCanvasElement>(`[data-chart="${chart.id}"]`)
  const config = configOf(chart)
  // Paper shows twice the dots of a screen; a chart keeps the size of its box.
  if (canvas) new Chart(canvas, { ...config, options: { ...config.options, devicePixelRatio: 2, responsive: true } })
}
document.getElementById('print')?.addEventListener('click', () => window.print())
document.documentElement.dataset['ready'] = 'true'
