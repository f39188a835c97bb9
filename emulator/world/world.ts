/** The emulated world: one office's spreadsheet, calendar, mail and script, with a clock that moves only when told. */
import { resolve } from 'node:path'
import { createAccountsHand } from '../person/accounts'
import { createCalendarHand } from '../person/calendar'
import { createDriveHand } from '../person/drive'
import { createSpreadsheetHand } from '../person/spreadsheet'
import { copyPlain } from '../run/copyPlain'
import { Executor } from '../run/executor'
import type { FetchHandler, WorldSettings } from '../run/host'
import { interleave } from '../run/interleave'
import { advanceClock, type FireInput, fireTriggers } from '../run/triggers'
import { copiedState } from './copySpreadsheet'
import { deploy, pushCode, updateDeployment } from './platform/deployments'
import { createFaultsHand } from './platform/namedFaults'
import { setPlatform } from './platform/settings'
import { readSnapshot, writeSnapshot } from './snapshot'
import { copyState } from './state/copyState'
import { emptyState } from './state/emptyState'
import type { CopyInput, Deployment, DeployOptions, PlatformSettings } from './state/stateParts'
import type { ExecutionRecord, Fault, Invocation, Meanwhile, World, WorldState } from './types'

export interface WorldOptions {
  /** The folder that clasp would push: code.js, pages, appsscript.json. */
  readonly distFolder: string
  /** Epoch ms or an ISO instant; without it Monday 2026-11-23 09:00 in Moscow. */
  readonly now?: number | string
  /** Account that owns the script. */
  readonly owner: string
  readonly timeZone?: string
  readonly limits?: WorldState['limits']
  readonly seed?: number
  /** Goes on from this state; `now`, `owner`, `timeZone`, `limits` and `seed` are then the snapshot's. */
  readonly snapshot?: WorldState
  readonly fetchHandler?: FetchHandler
  /** What `ScriptApp.getService().getUrl()` answers in every run; absent = as Google does, by kind of run. */
  readonly webAppUrl?: string
  /** Where it differs from the strict platform. */
  readonly platform?: Partial<PlatformSettings>
  /** Real time after which a run that makes no service call is stopped, ms. */
  readonly cpuLimitMs?: number
}

const defaults = {
  now: '2026-11-23T09:00:00+03:00',
  timeZone: 'Europe/Moscow',
  webAppUrl: 'https://script.google.com/macros/s/EMULATED/exec',
  cpuLimitMs: 60_000,
} as const

class EmulatedWorld implements World {
  readonly hand: World['hand']
  readonly calendarHand: World['calendarHand']
  readonly accounts: World['accounts']
  readonly driveHand: World['driveHand']
  readonly faults: World['faults']
  private readonly executor: Executor

  constructor(
    readonly state: WorldState,
    private readonly settings: WorldSettings,
  ) {
    this.executor = new Executor(state, settings)
    const fire = (input: FireInput): ExecutionRecord[] => fireTriggers(this.executor, input)
    this.hand = createSpreadsheetHand(() => this.state, fire)
    this.calendarHand = createCalendarHand(() => this.state, fire)
    this.accounts = createAccountsHand(() => this.state)
    this.driveHand = createDriveHand(() => this.state)
    this.faults = createFaultsHand(() => this.state)
  }

  invoke(invocation: Invocation, faults: readonly Fault[] = [], meanwhile?: Meanwhile): ExecutionRecord {
    return this.executor.invoke(invocation, faults, meanwhile)
  }

  interleave(invocations: readonly Invocation[], schedule: readonly number[]): ExecutionRecord[] {
    return interleave(this.executor, invocations, schedule)
  }

  advanceTo(epochMs: number, onRun?: (record: ExecutionRecord) => void): ExecutionRecord[] {
    return advanceClock(this.executor, epochMs, onRun)
  }

  copySpreadsheet(input: CopyInput = {}): World {
    return new EmulatedWorld(copiedState(this.state, input), this.settings)
  }

  push(distFolder: string): void {
    pushCode(this.state, resolve(distFolder))
  }

  deploy(options?: DeployOptions): Deployment {
    return deploy(this.state, this.settings.distFolder, options)
  }

  updateDeployment(id: string, options?: DeployOptions): Deployment {
    return updateDeployment(this.state, this.settings.distFolder, id, options)
  }

  fork(): World {
    return new EmulatedWorld(copyState(this.state), this.settings)
  }

  save(path: string): void {
    saveWorld(this, path)
  }
}

function settingsOf(options: WorldOptions): WorldSettings {
  return {
    distFolder: resolve(options.distFolder),
    cpuLimitMs: options.cpuLimitMs ?? defaults.cpuLimitMs,
    webAppUrl: options.webAppUrl ?? defaults.webAppUrl,
    ...(options.fetchHandler ? { fetchHandler: options.fetchHandler } : {}),
  }
}

function newState(options: WorldOptions): WorldState {
  const { owner, now = defaults.now, timeZone = defaults.timeZone, limits = 'consumer', seed = 1, platform = {}, webAppUrl } = options
  const state = emptyState({ owner, now: new Date(now).getTime(), timeZone, limits, seed })
  setPlatform(state, { ...(webAppUrl !== undefined && { serviceUrl: 'fixed' as const }), ...platform })
  return state
}

export function createWorld(options: WorldOptions): World {
  return new EmulatedWorld(options.snapshot ? copyPlain(options.snapshot) : newState(options), settingsOf(options))
}

/** Throws SnapshotError, whose message is a sentence for the person, when the file is not a whole snapshot. */
export function loadWorld(path: string, options: WorldOptions): World {
  return new EmulatedWorld(readSnapshot(path), settingsOf(options))
}

/** Writes a temporary file, then renames it. */
export function saveWorld(world: Pick<World, 'state'>, path: string): void {
  writeSnapshot(path, world.state)
}
