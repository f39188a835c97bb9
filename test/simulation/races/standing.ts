/** All of a world that a later run can come upon, by name, as short texts: worlds that stand alike are told by them. */
import { createHash } from 'node:crypto'
import type { SpreadsheetState, World } from '../../../emulator/world/types'
import { rowsOf } from '../../fixtures/register'

const minute = 60_000
const rowNumbers = new WeakMap<object, number>()
const numbers = new Map<string, number>()

/** A row is replaced, never changed in place, and forks share it: it is written out once. Rows that read alike have one number. */
function numberOf(row: object | null | undefined): number {
  if (!row) return 0
  const known = rowNumbers.get(row)
  if (known !== undefined) return known
  const text = JSON.stringify(row)
  const number = /^[[\]null,]*$/.test(text) ? 0 : (numbers.get(text) ?? numbers.size + 1)
  if (number > 0) numbers.set(text, number)
  rowNumbers.set(row, number)
  return number
}

function sheetsOf({ id, sheets, ...book }: SpreadsheetState): (readonly [string, string])[] {
  const parts = sheets.map(({ cells, rowCount: _, ...rest }) => {
    const rows = cells.map(numberOf).join()
    return [`${id} ${rest.title}`, `${JSON.stringify(rest)} ${rows.replace(/(,0)+$/, '')}`] as const
  })
  return [[id, JSON.stringify(book)], ...parts]
}

/** What is due at a moment is due in its minute: runs begin when one begins. */
const dueIn = (moment: number | undefined) => (moment === undefined ? null : Math.ceil(moment / minute))

export function standing({ state }: World): ReadonlyMap<string, string> {
  const { spreadsheets, calendars, properties, letters, files, partners, lock, otherLocks } = state
  const triggers = state.triggers.map(({ nextAt, ...rest }) => ({ ...rest, nextAt: dueIn(nextAt) }))
  const parts = { calendars, properties, letters, files, partners, lock, otherLocks, triggers }
  const texts = Object.entries(parts).map(([name, part]) => [name, JSON.stringify(part) ?? ''] as const)
  return new Map([...Object.values(spreadsheets).flatMap(sheetsOf), ...texts])
}

/** The register as people of the office read it, wherever its texts lie. */
export function readIn(world: World): string {
  return JSON.stringify(['Сделки', 'Клиенты', 'Журнал'].map((title) => rowsOf(world, title)))
}

/** What a run has left behind. */
export function changedBy(before: World, after: World): string[] {
  const stood = standing(before)
  return [...standing(after)].flatMap(([name, text]) => (stood.get(name) === text ? [] : [name]))
}

/** One text of all of it, the cache and the minute too. */
export function printOf(world: World): string {
  const { cache, now } = world.state
  const kept = Object.entries(cache).map(([name, { value, expiresAt }]) => [name, value, dueIn(expiresAt)])
  const hash = createHash('sha1').update(JSON.stringify([now, kept]))
  for (const [name, text] of standing(world)) hash.update(name).update(text)
  return hash.digest('base64')
}
