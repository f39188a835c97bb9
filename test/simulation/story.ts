/** A story: what happens at which minute, made from a seed alone; a part of it is a story too. */
import * as v from 'valibot'
import { seededRandom } from '../../emulator/world/seeded'
import { habits } from './habits'

const usualFaults = ['killed', 'killedAfter', 'unknown', 'transient', 'timedOut', 'quotaMinute', 'quotaDay', 'code', 'permission'] as const

/** How Google fails the step's first run: at which of its calls is chosen by `pick` once it is known how many there are. */
export interface Fault {
  readonly kind: (typeof usualFaults)[number]
  readonly pick: number
}

export interface Step {
  /** Wall clock. */
  readonly at: string
  /** Name of a deed. */
  readonly deed: string
  /** To whom or what, and which way, of those that there are by then. */
  readonly pick: number
  readonly way: number
  readonly fault?: Fault
}

export interface Story {
  readonly seed: string
  readonly from: string
  readonly steps: readonly Step[]
  /** Written down with a story that ends badly. */
  readonly violation?: { readonly step: number; readonly words: string }
}

const minute = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/))
const count = v.pipe(v.number(), v.integer(), v.minValue(0))

/** A story's file. */
const storySchema = v.object({
  seed: v.string(),
  from: minute,
  steps: v.array(
    v.object({
      at: minute,
      deed: v.string(),
      pick: count,
      way: count,
      fault: v.exactOptional(v.object({ kind: v.picklist(usualFaults), pick: count })),
    }),
  ),
  violation: v.exactOptional(v.object({ step: count, words: v.string() })),
})

/** Throws where the text is none; says where. */
export function storyIn(text: string): Story {
  const found = v.safeParse(storySchema, jsonIn(text))
  if (found.success) return found.output
  const [issue] = found.issues
  throw new Error(`Это не файл истории: ${v.getDotPath(issue) ?? 'весь файл'} — ${issue.message}`)
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export interface Telling {
  readonly seed: string
  readonly weeks: number
  /** New deals a week, about. */
  readonly load?: number
  /** The first day, a Monday. */
  readonly from?: string
}

export type Random = (below: number) => number

export function randomOf(seed: string): Random {
  const source = seededRandom(seed)
  return (below) => Math.floor(source() * below)
}

const dayOf = (from: string, days: number) => new Date(Date.parse(`${from}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
const clock = (minute: number) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** The same seed tells the same story, whatever the machine. */
export function storyOf({ seed, weeks, load = 14, from = '2026-10-05' }: Telling): Story {
  const random = randomOf(`story ${seed}`)
  const steps: Step[] = []
  for (let day = 0; day < weeks * 7; day++) {
    const date = dayOf(from, day)
    for (const [deed, habit] of Object.entries(habits)) {
      if (!habit.days.includes((day % 7) + 1) || (habit.dates !== undefined && !habit.dates.includes(Number(date.slice(8))))) continue
      for (let left = timesOf((habit.perDay * (habit.isFixed ? 1 : load)) / (habit.isFixed ? 1 : 14), random); left > 0; left--) {
        const [opens, closes] = habit.hours
        steps.push(stepOf(`${date}T${clock(opens * 60 + random((closes - opens) * 60))}`, deed, random))
      }
    }
  }
  return { seed, from: `${from}T08:00`, steps: steps.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)) }
}

/** 1.3 = once, and in three of ten cases twice. */
function timesOf(mean: number, random: Random): number {
  return Math.floor(mean) + (random(1000) < (mean % 1) * 1000 ? 1 : 0)
}

function stepOf(at: string, deed: string, random: Random): Step {
  const step = { at, deed, pick: random(10_000), way: random(10_000) }
  const fate = random(100)
  const kind = usualFaults[random(usualFaults.length)] ?? 'transient'
  return fate < 14 && deed !== 'rest' ? { ...step, fault: { kind, pick: random(10_000) } } : step
}
