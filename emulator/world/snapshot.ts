/** The world's snapshot file: written beside and renamed, read with a clear refusal when it is not one. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { WorldState } from './types'

export type SnapshotProblem = 'unreadable' | 'notJson' | 'unknownFormat' | 'incomplete'

/** The workbench sets the file aside and shows `message`. */
export class SnapshotError extends Error {
  constructor(
    readonly problem: SnapshotProblem,
    readonly path: string,
    message: string,
  ) {
    super(message)
    this.name = 'SnapshotError'
  }
}

const objects = ['spreadsheets', 'calendars', 'properties', 'cache', 'lock', 'quotas'] as const
const lists = ['triggers', 'letters', 'files', 'executions'] as const
const numbers = ['now', 'seed', 'counter', 'executionCounter'] as const
const strings = ['owner', 'scriptId', 'scriptTimeZone', 'boundSpreadsheetId', 'limits'] as const

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

function missingPart(value: Record<string, unknown>): string | undefined {
  return (
    objects.find((key) => !isObject(value[key])) ??
    lists.find((key) => !Array.isArray(value[key])) ??
    numbers.find((key) => typeof value[key] !== 'number') ??
    strings.find((key) => typeof value[key] !== 'string')
  )
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new SnapshotError('unreadable', path, `Снимок ${path} не читается: ${error instanceof Error ? error.message : String(error)}.`)
  }
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new SnapshotError('notJson', path, `Снимок ${path} повреждён: это не JSON. Отложите файл и начните с нового мира.`)
  }
}

/** Throws SnapshotError for a file that is absent, broken, of another format, or lacks a part. */
export function readSnapshot(path: string): WorldState {
  const value = parse(path, readText(path))
  if (!isObject(value) || value['formatVersion'] !== 1) {
    const version = isObject(value) ? String(value['formatVersion']) : 'нет'
    throw new SnapshotError('unknownFormat', path, `Снимок ${path} записан в неизвестном формате (${version}); эта версия читает формат 1.`)
  }
  const missing = missingPart(value)
  if (missing) throw new SnapshotError('incomplete', path, `В снимке ${path} нет части «${missing}» или она не того вида.`)
  return value as unknown as WorldState
}

/** Writes a temporary file beside and renames it, so a crash leaves the old snapshot whole. */
export function writeSnapshot(path: string, state: WorldState): void {
  const temporary = `${path}.${process.pid}.tmp`
  writeFileSync(temporary, JSON.stringify(state))
  renameSync(temporary, path)
}
