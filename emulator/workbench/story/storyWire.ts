/** What the workbench's server and its page say to each other of a story: JSON shapes only. */

/** What did not hold, after which step (0-based), in the words of the check. */
export interface StoryViolation {
  readonly step: number
  readonly words: string
}

/** One deed of a story. */
export interface StoryStepView {
  /** «пн 5 октября 2026, 09:12». */
  readonly at: string
  /** 'manager/book'. */
  readonly deed: string
  /** How Google fails in it; '' = it does not. */
  readonly fault: string
}

/** The open story and how far it is played. */
export interface StorySummary {
  readonly name: string
  /** The last step that was played, −1 = none. */
  readonly at: number
  readonly total: number
  readonly playing: boolean
  /** As it was found here; else as the file tells it. */
  readonly violation: StoryViolation | null
  /** 'told': by the file alone, and it is not played so far; 'notHere': it is, and all holds. */
  readonly proof: 'found' | 'told' | 'notHere'
}

export interface StoryView extends StorySummary {
  readonly steps: readonly StoryStepView[]
}

/** One line of a story's play. */
export interface StoryProgress {
  readonly at: number
  readonly done: boolean
}
