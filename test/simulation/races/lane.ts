/** One run of something that writes, on an office in which it has something to do. */
import type { ExecutionRecord, Invocation, World } from '../../../emulator/world/types'
import type { Method } from '../../../src/rpc/contract'

export interface Lane {
  readonly name: string
  /** The office that most lanes share (office.ts), or one of its own: then it meets itself and the trigger only. */
  readonly world: World
  /** `second` tells two runs of the same lane apart, as two pages do. */
  invocation(second: boolean): Invocation
  /** A trigger of a hand's edit: until the next tick cells may differ from the journal. */
  readonly isOfHand?: true
  /** Lines of the journal change or go with their rows: what holds is what holds of the lines that are left. */
  readonly rewrites?: true
  /** Texts of the journal lie elsewhere, where invariants do not look: people read the same as before. */
  readonly readsSame?: true
  /** A word that its request alone says, and the one deal that is made of it. */
  readonly mark?: string
}

/** As the invariants look for it: «вопрос-7-». */
const markIn = (text: string) => /вопрос-\d+-/.exec(text)?.[0]

/** The lane with the word of its request, if it has one. */
export function marked(lane: Omit<Lane, 'mark'>): Lane {
  const mark = markIn(JSON.stringify(lane.invocation(false).args ?? []))
  return { ...lane, ...(mark && { mark }) }
}

/** Whoever sent it was told that it is done. */
export function isTold({ value, error }: ExecutionRecord): boolean {
  const { ok, content } = (value ?? {}) as { readonly ok?: boolean; readonly content?: string }
  return error === null && (ok ?? content?.startsWith('{"ok":true') ?? false)
}

export const tick: Invocation = { fn: 'tick', entry: 'trigger', user: '' }

const key = (second: boolean) => (second ? '00000000000000000000000b' : '00000000000000000000000a')

export const asking =
  (method: Method, input: unknown, user: string): Lane['invocation'] =>
  (second) => ({ fn: 'rpc', entry: 'rpc', user, args: [{ method, input, key: key(second) }] })

export const same =
  (invocation: Invocation): Lane['invocation'] =>
  () =>
    invocation
