/** The report as data (`--json`) and as tables. */
import { aligned, grouped } from '../print'
import { names, type Who } from './contenders'
import { type Day, dayOf } from './day'
import type { LivedDay } from './friday'
import { inOrder, type Measured, type Size } from './measure'

export interface Line extends Measured {
  readonly name: string
  /** Modelled seconds over those of the floor. */
  readonly timesFloor: number
}

export interface Report {
  readonly leftOut: readonly string[]
  readonly sizes: readonly { readonly deals: number; readonly lines: readonly Line[]; readonly days: readonly Day[] }[]
}

export function reportOf(sizes: readonly (Size & { readonly day: LivedDay | null })[], leftOut: readonly string[]): Report {
  return {
    leftOut,
    sizes: sizes.map((size) => ({ deals: size.deals, lines: linesOf(size), days: size.day === null ? [] : daysOf(size, size.day) })),
  }
}

function linesOf(size: Size): Line[] {
  return inOrder(size).map((one) => {
    const floor = size.measured.find(({ who, deed }) => who === 'floor' && deed === one.deed)
    return { ...one, name: names[one.who], timesFloor: one.modelledSeconds / (floor?.modelledSeconds ?? Number.NaN) }
  })
}

/** The floor keeps no office: it has no day. */
function daysOf(size: Size, lived: LivedDay): Day[] {
  const whos = [...new Set(size.measured.map(({ who }) => who))]
  return whos.filter((who): who is Exclude<Who, 'floor'> => who !== 'floor').map((who) => dayOf(size, lived, who))
}

const heading = ['deed', 'by', 'calls', 'cells read', 'written', 'modelled s', '× floor', 'CPU ms', 'other cells']
const dayHeading = [
  'a Friday of 12 people, 20 deals',
  'script min',
  'triggers',
  'all by triggers',
  'letters',
  'waiting',
  'events',
  'fetches',
  'properties',
]

export function textOf({ sizes, leftOut }: Report): string {
  const parts = sizes.map(({ deals, lines, days }) =>
    [
      `${deals.toLocaleString('en')} deals`,
      aligned([heading, ...lines.map(cellsOf)], 2),
      ...(days.length === 0 ? [] : ['', aligned([dayHeading, ...days.map(dayCells)])]),
    ].join('\n'),
  )
  const isBroken = sizes.some(({ lines }) => lines.some(({ brokenOff }) => brokenOff))
  return [...parts, ...(isBroken ? ['† broken off after six minutes, as Google does'] : []), ...leftOut].join('\n\n')
}

function cellsOf({
  deed,
  name,
  calls,
  cellsRead,
  cellsWritten,
  modelledSeconds,
  timesFloor,
  cpuMs,
  otherCells,
  brokenOff,
}: Line): string[] {
  const mark = brokenOff ? '†' : ''
  const numbers = [calls, cellsRead, cellsWritten].map(grouped)
  return [deed, name, ...numbers, mark + modelledSeconds.toFixed(2), mark + timesFloor.toFixed(2), cpuMs.toFixed(0), grouped(otherCells)]
}

function dayCells({ name, scriptMinutes, triggers, triggersWithDeeds, letters, waiting, events, fetches, properties }: Day): string[] {
  const share = (value: number | null): string => (value === null ? '†' : `${(value * 100).toFixed(1)} %`)
  return [
    name,
    scriptMinutes?.toFixed(1) ?? '†',
    ...[triggers, triggersWithDeeds, letters].map(share),
    String(waiting),
    ...[events, fetches, properties].map(share),
  ]
}
