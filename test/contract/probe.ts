/** Runs a test's function inside an emulated execution, as Google would run it: its source is sent to the bundle. */
import { resolve } from 'node:path'
import type { Entry, ExecutionRecord, Fault, World } from '../../emulator/world/types'
import { createWorld, type WorldOptions } from '../../emulator/world/world'

export const owner = 'owner@desk.example'
export const colleague = 'colleague@desk.example'

export const probeWorld = (options: Partial<WorldOptions> = {}): World =>
  createWorld({ distFolder: resolve(__dirname, '../fixtures/bundles/probe'), owner, ...options })

export interface ProbeOptions {
  readonly entry?: Entry
  readonly user?: string
  readonly argument?: unknown
  readonly faults?: readonly Fault[]
}

/** The whole record of the execution. */
export function probeRecord(world: World, code: (argument: never) => unknown, options: ProbeOptions = {}): ExecutionRecord {
  const { entry = 'rpc', user = owner, argument = null, faults = [] } = options
  return world.invoke({ fn: 'probe', entry, user, args: [code.toString(), argument] }, faults)
}

/** What the function returned; an error of the execution fails the test with its text. */
export function probe(world: World, code: (argument: never) => unknown, options: ProbeOptions = {}): unknown {
  const record = probeRecord(world, code, options)
  if (record.error) throw new Error(`${record.error.name}: ${record.error.message}\n${record.error.stack}`)
  return record.value
}

/** 'name: message' of the error the function threw. */
export function probeError(world: World, code: (argument: never) => unknown, options: ProbeOptions = {}): string {
  const { error } = probeRecord(world, code, options)
  return error ? `${error.name}: ${error.message}` : 'no error'
}
