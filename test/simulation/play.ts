/** Plays a story in a fresh office: each step at its minute, checks after each run; the same story always ends the same. */
import type { World } from '../../emulator/world/types'
import { bareDesk, setStaff } from '../fixtures/bareDesk'
import { office, sheet } from '../fixtures/desk'
import { consultants, externals, manager2 } from './deeds/deal'
import { deeds } from './deeds/deeds'
import { rowsIn, standing } from './invariants/cells'
import { bundleFolder } from './otherVersion'
import { Running } from './running'
import type { Step, Story } from './story'

export interface Played {
  readonly story: Story
  /** What did not hold, and at which step; null = all held. */
  readonly violation: { readonly step: number; readonly words: string } | null
  readonly running: Running
  readonly deals: number
  readonly history: string
}

export interface Watching {
  /** After each step. */
  readonly onStep?: (step: number, running: Running) => void
  /** The story is played to its end, whatever did not hold. */
  readonly goesOn?: boolean
}

/** Eight consultants, two office managers, the director, the PR manager. */
function openedAt(from: string): World {
  const world = bareDesk(from)
  world.push(bundleFolder())
  const people = sheet(world, 'Сотрудники')
  const kept = new Set([
    ...Object.values({ ...consultants, ...externals }).map(({ email }) => email),
    office,
    'director@example.org',
    'pr@example.org',
  ])
  people.cells = people.cells.filter((row, at) => at === 0 || (row ?? []).some((cell) => kept.has(String(standing(cell)))))
  const first = rowsIn(world, 'Сотрудники').find(({ cells }) => cells['E-mail'] === office)
  const second = people.cells[(first?.row ?? 1) - 1]?.map((cell) => (standing(cell) === office ? manager2 : cell))
  if (second !== undefined) people.cells = [...people.cells, second]
  setStaff(world, 'ph9@example.org', 'Отсутствия', '26.10.2026-30.10.2026 отпуск')
  return world
}

/** The office as the story finds it. */
export const opened = (story: Story): Running => new Running(openedAt(story.from))

/** What does not hold after the step; undefined = all holds. */
export function playStep(running: Running, step: Step): string | undefined {
  running.begin(step)
  const deed = deeds[step.deed]
  if (deed === undefined) throw new Error(`nobody can do «${step.deed}»`)
  return thrownBy(() => deed(running, step)) ?? thrownBy(() => running.end()) ?? running.checker.wrong[0]
}

export function play(story: Story, { onStep, goesOn = false }: Watching = {}): Played {
  const running = opened(story)
  let violation: Played['violation'] = null
  for (const [at, step] of story.steps.entries()) {
    const words = playStep(running, step)
    onStep?.(at, running)
    if (words === undefined) continue
    violation ??= { step: at, words }
    if (!goesOn) break
  }
  return { story, violation, running, deals: rowsIn(running.world, 'Сделки').length, history: running.history() }
}

/** A desk that throws is wrong too. */
function thrownBy(act: () => void): string | undefined {
  try {
    act()
    return undefined
  } catch (error) {
    return `E4 ${(error as Error).message.split('\n')[0]}`
  }
}
