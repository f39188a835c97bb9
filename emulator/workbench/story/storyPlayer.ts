/** What plays a story of the simulation, as the workbench asks for it; who plays is built beside the workbench and handed to it. */
import type { WorldState } from '../../world/types'
import type { StoryStepView, StoryViolation } from './storyWire'

/** A story that was read; it keeps a world of its own, which the workbench does not touch. */
export interface OpenedStory {
  readonly steps: readonly StoryStepView[]
  /** As the file tells it; null = it tells of none. */
  readonly violation: StoryViolation | null
  /**
   * Plays up to and with this step, −1 = nothing yet; from its beginning where it has gone further.
   * @param onStep called after each step; false = stop here
   */
  playTo(step: number, onStep: (step: number) => Promise<boolean>): Promise<PlayedStory>
}

export interface PlayedStory {
  /** The last step that was played. */
  readonly at: number
  /** What did not hold so far, and at which step. */
  readonly violation: StoryViolation | null
  /** A copy. */
  readonly state: WorldState
}

export interface StoryPlayer {
  /** Throws an Error with a Russian sentence where the text is no story. */
  open(text: string): OpenedStory
}
