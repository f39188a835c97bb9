/** A part of amoCRM's API: what it is asked, what it answers. */
import type { FetchResponse } from '../../run/host'
import type { AmoState } from './amoState'

/** One request as the routes see it: `now` in Unix seconds. */
export interface AmoAsked {
  readonly method: string
  /** Below /api/v4/, without the query: 'leads/notes'. */
  readonly path: string
  readonly query: URLSearchParams
  readonly body: unknown
  readonly now: number
}

/** null = the path is not its own. */
export type AmoRoute = (state: AmoState, asked: AmoAsked) => FetchResponse | null
