/** Code that nobody here wrote, and how to tell whether it runs: what stands before, what is run, what must be so afterwards. */
import type { ExecutionRecord, Invocation, World } from '../../emulator/world/types'

/** Fields with their defaults left out. */
export type Run = Pick<Invocation, 'fn'> & Partial<Invocation>

export interface Deed {
  readonly run: Run
  /** What is so afterwards, looked at from outside; null = nothing can be seen. Compared with `wanted` as JSON. */
  readonly seen?: (world: World, record: ExecutionRecord) => unknown
  readonly wanted?: unknown
  /** It is meant to refuse, in these words. */
  readonly refused?: string
}

export interface Stranger {
  readonly name: string
  readonly given?: (world: World) => void
  readonly deeds: readonly Deed[]
}

export interface Sample extends Stranger {
  /** Paths in google's repository of samples: scripts, put together in this order, and pages. */
  readonly files: readonly string[]
}

export interface Library extends Stranger {
  /** Name on npm → version. */
  readonly packages: Readonly<Record<string, string>>
  /** A script in `users/` that uses the library as its manual says. */
  readonly user: string
}

export const user = 'ann@example.org'
