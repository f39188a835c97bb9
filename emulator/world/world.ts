/** The emulated world: one office's spreadsheet, calendar, mail and script, with a clock that moves only when told. */
import { resolve } from 'node:path'
import { createCalendarHand } from '../person/calendar'
import { createSpreadsheetHand } from '../person/spreadsheet'
import { copyPlain } from '../run/copyPlain'
import { Executor } from '../run/executor'
import type { FetchHandler, WorldSettings } from '../run/host'
import { interleave } from '../run/interleave'
import { advanceClock, type FireInput, fireTriggers } from '../run/triggers'
import { copyState } from './copyState'
import { emptyState } from './emptyState'
import { readSnapshot, writeSnapshot } from './snapshot'
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
  /** What `ScriptApp.getService().getUrl()` answers. */
  readonly webAppUrl?: string
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
  private readonly executor: Executor

  constructor(
    readonly state: WorldState,
    private readonly settings: WorldSettings,
  ) {
    this.executor = new Executor(state, settings)
    const fire = (input: FireInput): ExecutionRecord[] => fireTriggers(this.executor, input)
    this.hand = createSpreadsheetHand(() => this.state, fire)
    this.calendarHand = createCalendarHand(() => this.state, fire)
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

function newState({ owner, now = defaults.now, timeZone = defaults.timeZone, limits = 'consumer', seed = 1 }: WorldOptions): WorldState {
  return emptyState({ owner, now: new Date(now).getTime(), timeZone, limits, seed })
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
