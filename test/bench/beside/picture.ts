/** The picture of growth: a panel for each deed, modelled seconds over deals, both in powers of ten. */
import { type DeedName, deedNames } from './deeds'
import type { Line, Report } from './report'

const colours: Readonly<Record<Line['who'], string>> = {
  product: '#0b57d0',
  floor: '#5f6368',
  'by-hand': '#b06000',
  sheetquery: '#a50e0e',
  sheetbase: '#7b1fa2',
}
const panel = { width: 230, height: 190, left: 46, top: 34, right: 14, bottom: 26 }
const columns = 3
/** About, of the legend's size of text. */
const letterWidth = 6.4
/** Of lines that may lie on another one. */
const dashes: Partial<Record<Line['who'], string>> = { floor: '3 3', sheetbase: '5 4' }

interface Scale {
  readonly x: (deals: number) => number
  readonly y: (seconds: number) => number
  readonly powers: readonly number[]
  readonly sizes: readonly number[]
}

export function pictureOf({ sizes }: Report): string {
  const lines = sizes.flatMap(({ deals, lines: all }) => all.map((line) => ({ ...line, deals })))
  const scale = scaleOf(
    sizes.map(({ deals }) => deals),
    lines.map(({ modelledSeconds }) => modelledSeconds),
  )
  const panels = deedNames.map((deed, index) =>
    panelOf(
      deed,
      index,
      lines.filter((line) => line.deed === deed),
      scale,
    ),
  )
  const [width, height] = [panel.width * columns, panel.height * Math.ceil(deedNames.length / columns) + 30]
  const frame = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="11" role="img">`
  const title = '<title>Modelled seconds of a deed by the number of deals</title>'
  return [
    frame,
    title,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...panels,
    legendOf(lines, height - 12),
    '</svg>',
    '',
  ].join('\n')
}

function scaleOf(sizes: readonly number[], seconds: readonly number[]): Scale {
  const low = Math.floor(Math.log10(Math.min(...seconds)))
  const high = Math.ceil(Math.log10(Math.max(...seconds)))
  const [from, to] = [Math.log10(Math.min(...sizes)), Math.log10(Math.max(...sizes))]
  const across = panel.width - panel.left - panel.right
  const down = panel.height - panel.top - panel.bottom
  return {
    x: (deals) => round(panel.left + (to === from ? 0.5 : (Math.log10(deals) - from) / (to - from)) * across),
    y: (value) => round(panel.top + ((high - Math.log10(value)) / (high - low)) * down),
    powers: Array.from({ length: high - low + 1 }, (_, index) => low + index),
    sizes,
  }
}

function panelOf(deed: DeedName, index: number, lines: readonly (Line & { readonly deals: number })[], scale: Scale): string {
  const place = `translate(${(index % columns) * panel.width} ${Math.floor(index / columns) * panel.height})`
  const whos = [...new Set(lines.map(({ who }) => who))]
  const drawn = whos.map((who) =>
    lineOf(
      lines.filter((line) => line.who === who),
      who,
      scale,
    ),
  )
  return [
    `<g transform="${place}">`,
    `<text x="${panel.left}" y="18" font-weight="bold">${deed}</text>`,
    gridOf(scale),
    ...drawn,
    '</g>',
  ].join('\n')
}

function gridOf({ x, y, powers, sizes }: Scale): string {
  const rows = powers.map((power) => {
    const at = y(10 ** power)
    const label = `<text x="${panel.left - 6}" y="${at + 4}" text-anchor="end" fill="#444">${Number((10 ** power).toFixed(2))} s</text>`
    return `<path d="M${panel.left} ${at}H${panel.width - panel.right}" stroke="#ddd"/>${label}`
  })
  const under = panel.height - panel.bottom + 16
  const marks = sizes.map((deals) => `<text x="${x(deals)}" y="${under}" text-anchor="middle" fill="#444">${deals / 1000}k</text>`)
  return [...rows, ...marks].join('\n')
}

/** What was broken off is a hollow dot. */
function lineOf(points: readonly (Line & { readonly deals: number })[], who: Line['who'], { x, y }: Scale): string {
  const colour = colours[who]
  const path = points.map(({ deals, modelledSeconds }) => `${x(deals)} ${y(modelledSeconds)}`).join('L')
  const dots = points.map(
    ({ deals, modelledSeconds, brokenOff }) =>
      `<circle cx="${x(deals)}" cy="${y(modelledSeconds)}" r="3" fill="${brokenOff ? '#fff' : colour}" stroke="${colour}"/>`,
  )
  return [
    `<path d="M${path}" fill="none" stroke="${colour}" stroke-width="1.5" stroke-dasharray="${dashes[who] ?? 'none'}"/>`,
    ...dots,
  ].join('\n')
}

function legendOf(lines: readonly Line[], y: number): string {
  let x = 14
  return [...new Map(lines.map(({ who, name }) => [who, name]))]
    .map(([who, name]) => {
      const at = x
      x += 24 + name.length * letterWidth
      return `<circle cx="${at}" cy="${y - 4}" r="4" fill="${colours[who]}"/><text x="${at + 8}" y="${y}">${name}</text>`
    })
    .join('\n')
}

const round = (value: number): number => Math.round(value * 10) / 10
