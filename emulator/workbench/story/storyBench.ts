/** The story that is open at the workbench, and how far it is played; the world on the screen is a copy of the story's. */
import type { World, WorldState } from '../../world/types'
import type { OpenedStory, StoryPlayer } from './storyPlayer'
import type { StorySummary, StoryView } from './storyWire'

export interface StoryParts {
  readonly player: StoryPlayer | null
  /** A world of the workbench in that state. */
  readonly revive: (state: WorldState) => World
  /** Keeps what stands on the screen, before it goes. */
  readonly setAside: () => void
}

interface Open {
  readonly name: string
  readonly story: OpenedStory
  at: number
  found: StoryView['violation']
}

export class StoryBench {
  private open: Open | null = null
  playing = false
  stopped = false

  constructor(private readonly parts: StoryParts) {}

  get canPlay(): boolean {
    return this.parts.player !== null
  }

  /** @returns the office as the story begins */
  async take(name: string, text: string): Promise<World> {
    if (this.parts.player === null) throw new Error('Проигрыватель историй не собран.')
    const story = this.parts.player.open(text)
    this.parts.setAside()
    this.open = { name, story, at: -1, found: null }
    return this.play(-1, async () => undefined)
  }

  /** @returns the office as it stands after that step, or where it was stopped */
  async play(step: number, onStep: (step: number) => Promise<void>): Promise<World> {
    if (this.open === null) throw new Error('История не открыта.')
    const { open } = this
    this.playing = true
    this.stopped = false
    try {
      const played = await open.story.playTo(Math.min(step, open.story.steps.length - 1), async (at) => {
        await onStep(at)
        return !this.stopped
      })
      open.at = played.at
      open.found = played.violation
      return this.parts.revive(played.state)
    } finally {
      this.playing = false
    }
  }

  close(): void {
    this.open = null
  }

  summary(): StorySummary | null {
    if (this.open === null) return null
    const { name, at, found, story } = this.open
    const violation = found ?? story.violation
    const proof = found !== null ? 'found' : at >= (violation?.step ?? 0) ? 'notHere' : 'told'
    return { name, at, total: story.steps.length, playing: this.playing, violation, proof }
  }

  view(): StoryView | null {
    const summary = this.summary()
    return summary === null || this.open === null ? null : { ...summary, steps: this.open.story.steps }
  }
}
