/** Plays a story in a fresh office: each step at its minute, checks after each run; the same story always ends the same. */
import type { World } from '../../emulator/world/types'
import { bareDesk, setStaff } from '../fixtures/bareDesk'
import { deeds } from './deeds/deeds'
import { withPartners } from './deeds/partners'
import { hire } from './deeds/people'
import { rowsIn } from './invariants/cells'
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

/** The whole office, nothing in it yet; partners by the seed. */
function openedFor({ from, seed }: Story): World {
  const world = bareDesk(from)
  world.push(bundleFolder())
  hire(world)
  setStaff(world, 'ph9@example.org', 'Отсутствия', '26.10.2026-30.10.2026 отпуск')
  return withPartners(world, seed)
}

/** The office as the story finds it. */
export const opened = (story: Story): Running => new Running(openedFor(story))

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
