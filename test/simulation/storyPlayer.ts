/** Plays a story step by step for the workbench, which opens the file that a bad end has left. */

import { clockView } from '../../emulator/workbench/bench/officeTime'
import type { OpenedStory, PlayedStory, StoryPlayer } from '../../emulator/workbench/story/storyPlayer'
import { deeds } from './deeds/deeds'
import { opened, playStep } from './play'
import type { Running } from './running'
import { type Step, type Story, storyIn } from './story'

const zone = 'Europe/Moscow'

/** A longer play lets other requests in between. */
const pause = () => new Promise<void>((resolve) => setImmediate(resolve))

class StoryOnStage implements OpenedStory {
  readonly steps: OpenedStory['steps']
  readonly violation: OpenedStory['violation']
  private running: Running
  private at = -1
  private found: PlayedStory['violation'] = null

  constructor(private readonly story: Story) {
    this.steps = story.steps.map(viewOf)
    this.violation = story.violation ?? null
    this.running = opened(story)
  }

  async playTo(step: number, onStep: (step: number) => Promise<boolean>): Promise<PlayedStory> {
    if (step < this.at) this.rewind()
    while (this.at < step) {
      this.playNext()
      if (!(await onStep(this.at))) break
      await pause()
    }
    return { at: this.at, violation: this.found, state: this.running.world.fork().state }
  }

  private rewind(): void {
    this.running = opened(this.story)
    this.at = -1
    this.found = null
  }

  private playNext(): void {
    const step = this.story.steps[this.at + 1]
    if (step === undefined) return
    const words = playStep(this.running, step)
    this.at++
    if (words !== undefined) this.found ??= { step: this.at, words }
  }
}

const viewOf = ({ at, deed, fault }: Step): OpenedStory['steps'][number] => ({
  at: clockView(zone, Date.parse(`${at}:00+03:00`)).text,
  deed,
  fault: fault?.kind ?? '',
})

export const storyPlayer: StoryPlayer = {
  open: (text) => {
    const story = storyIn(text)
    const unknown = story.steps.find(({ deed }) => deeds[deed] === undefined)
    if (unknown !== undefined) throw new Error(`В этой сборке никто не умеет «${unknown.deed}».`)
    return new StoryOnStage(story)
  },
}
