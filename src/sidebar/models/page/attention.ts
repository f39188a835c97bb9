/** Where the person is: an answer that comes when the person has gone on takes neither tab nor focus. */

import { type ReadonlySignal, type Signal, signal } from '@preact/signals'

export interface Attention {
  /** The screen in front; '' = the page has only one. */
  readonly place: Signal<string>
  /** Id of the control to focus next; the same id twice is two requests. */
  readonly focus: ReadonlySignal<{ readonly id: string }>
  /** The focus goes there, unless a late answer asks for it. */
  point(id: string): void
  /** Something was typed or chosen. */
  typed(): void
  /** Where the person is now, to be compared later. */
  mark(): string
  /** Does what an answer brings. Where the person has gone on since the mark ('late' = certainly), it moves neither tab nor focus. */
  follow(mark: string, deed: () => void): void
  /** An answer is being taken in that may not move anything. */
  isQuiet(): boolean
}

export function createAttention(): Attention {
  const place = signal('')
  const focus = signal({ id: '' })
  let inputs = 0
  let quiet = false
  /** What a late answer asks for is late as well. */
  const mark = () => (quiet ? 'late' : `${place.value} ${inputs}`)
  return {
    place,
    focus,
    point: (id) => {
      if (!quiet) focus.value = { id }
    },
    typed: () => {
      inputs += 1
    },
    mark,
    follow: (before, deed) => {
      const outer = quiet
      quiet = outer || before !== mark()
      try {
        deed()
      } finally {
        quiet = outer
      }
    },
    isQuiet: () => quiet,
  }
}
