/** How a page asks, and how it is answered. */

import type { Issue, Problem } from '../domain/problem'

/** What a page sends: one global function `rpc(request)`. */
export interface RpcRequest {
  readonly method: string
  readonly input: unknown
  /** Build that drew the page, and the account it was drawn for. */
  readonly build?: string
  readonly as?: string
  /** Made once for each deed of a person: the same deed sent again, because its answer was lost, carries the same key. */
  readonly key?: string
}

/** What it gets. `now` is the office's clock, by which the page sets its own. `message` and `note` are ready Russian sentences (`note`: it is written, but …); `problem` lets the page jump to the missing field; `stranger`: whoever calls may see nothing at all. */
export type RpcAnswer<T> =
  | { readonly ok: true; readonly value: T; readonly note?: string; readonly now?: string; readonly outdated?: true }
  | {
      readonly ok: false
      readonly now?: string
      /** The page is of another build than the server. */
      readonly outdated?: true
      readonly message: string
      /** Google's own words, for «Подробнее». */
      readonly detail?: string
      /** Address where the missing permission is granted. */
      readonly consent?: string
      readonly problem: Problem | null
      readonly issues: readonly Issue[]
      readonly retry: boolean
      readonly stranger?: true
    }
