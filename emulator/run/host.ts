/** The service host of one run: what services need of the world, the gate and the realm. */
import { platformOf } from '../world/platform/settings'
import type { Invocation, ServiceHost, WorldState } from '../world/types'

export interface FetchRequest {
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly contentType: string
  readonly payload: string
}

export interface FetchResponse {
  readonly code: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: string
}

/** Answers `UrlFetchApp` synchronously; an error that it throws is what the script gets. */
export type FetchHandler = (request: FetchRequest) => FetchResponse

/** What is the same for all executions of a world. */
export interface WorldSettings {
  /** Absolute path of the folder that clasp would push. */
  readonly distFolder: string
  /** Real time after which a run that makes no service call is stopped, ms. */
  readonly cpuLimitMs: number
  readonly webAppUrl: string
  readonly fetchHandler?: FetchHandler
}

/** What the core's own services need beyond ServiceHost. */
export interface CoreHost extends ServiceHost {
  readonly executionId: number
  readonly settings: WorldSettings
  /** Since when this execution waits for a lock, epoch ms; null = it does not. */
  readonly waitingSince: number | null
  /** True when other executions are suspended, so waiting for a lock lets them go on. */
  readonly mayYield: boolean
  /** Adds virtual time to the call under way. */
  spend(ms: number): void
  /** Counts time that the call under way has waited while others moved the clock. */
  countWait(ms: number): void
  /** Ends the run with these words; the script cannot go on by catching them. */
  endRun(message: string): never
  /** Runs source text in the execution's realm. */
  evaluate(source: string): unknown
}

export const isTriggerRun = ({ entry }: Invocation): boolean => entry === 'trigger' || entry === 'edit'

/** A page's call without a person comes from the web app: the sidebar always has one. */
export function isWebAppRun({ entry, user }: Invocation): boolean {
  return entry === 'webGet' || entry === 'webPost' || (entry === 'rpc' && user === '')
}

/** Account whose authority runs: a trigger's is the one that made it, the web app's the one that deployed it. */
export function effectiveUser(state: WorldState, invocation: Invocation): string {
  if (isTriggerRun(invocation)) return invocation.owner ?? state.owner
  return isWebAppRun(invocation) ? state.owner : invocation.user
}

/** Person at the keyboard, '' where Google does not tell: web app, simple trigger, somebody else's trigger. */
export function activeUser(state: WorldState, invocation: Invocation): string {
  const { entry, user } = invocation
  if (isTriggerRun(invocation) || entry === 'simpleEdit') return seenBy(state, invocation.owner ?? state.owner, user)
  if (isWebApp(invocation)) return seenBy(state, null, user)
  return user
}

/** The person where the script may know them: on their own trigger, and inside the owner's Workspace domain. */
export function seenBy(state: WorldState, owner: string | null, user: string): string {
  const { domain } = platformOf(state)
  return user === owner || (domain !== '' && user.endsWith(`@${domain}`)) ? user : ''
}

export function isWebApp(invocation: Invocation): boolean {
  return invocation.entry === 'webGet' || invocation.entry === 'webPost'
}
