/** The vault's one sheet: a row is [key, then a text in the column of its kind]; rows are only ever appended, their texts cleared. */

import type { Cell } from '../../../../domain/office/settings'
import { laneNames } from '../../../../domain/register/vaultLanes'
import type { Lane, Mark } from '../../../../domain/register/vaultMarks'
import { type PlatformCode, vaultAwayTexts } from '../../../../domain/text/platformText.ru'
import { PlatformError, platformErrorOf, tried } from '../../platformError'
import { columnLetter } from '../layout'
import { batchGet } from '../values'

export const vaultSheetId = 501
export const vaultTitle = 'Данные'
const sheet = `'${vaultTitle}'`
const width = laneNames.length + 1

/** Row 1: whose vault it is, then its columns. */
export function vaultHeading(registerId: string): string[] {
  return [`Хранилище ${registerId}`, ...laneNames]
}

/** Failures that a person has to mend, and how each is told. */
const gone: Partial<Readonly<Record<PlatformCode, keyof typeof vaultAwayTexts>>> = {
  noAccess: 'closed',
  otherAccount: 'closed',
  registerGone: 'gone',
  sheetMissing: 'sheet',
}

/** @throws PlatformError vaultAway where it is gone or nobody is let in; another one passes by itself */
export function reached<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    const failed = platformErrorOf(error)
    const why = gone[failed.code]
    throw why === undefined ? failed : new PlatformError('vaultAway', { detail: vaultAwayTexts[why] })
  }
}

export type Wanted = Mark & { readonly lane: Lane }

/** Rows read along between two wanted ones, and the most ranges of a read: beyond that whole columns come. */
const readAlong = 12
const mostRuns = 60

/** Text of each wanted mark, by `nameOf`; absent = the mark leads nowhere. One call, and two more where rows were moved in the vault. */
export function textsOf(id: string, wanted: readonly Wanted[]): ReadonlyMap<string, string> {
  const first = readWanted(id, wanted)
  const lost = wanted.filter((mark) => first.keyAt(mark.row) !== mark.key)
  const found = lost.length === 0 ? [] : locate(id, lost)
  const again =
    found.length === 0
      ? null
      : readWanted(
          id,
          found.map(({ now }) => now),
        )
  const texts = new Map<string, string>()
  const take = (mark: Wanted, text: string) => text !== '' && texts.set(nameOf(mark), text)
  for (const mark of wanted) if (first.keyAt(mark.row) === mark.key) take(mark, first.textAt(mark))
  for (const { mark, now } of found) take(mark, again?.textAt(now) ?? '')
  return texts
}

export function nameOf({ row, key, lane }: Wanted): string {
  return `${lane} ${row} ${key}`
}

/** Marks whose row is not where it was written: the key says where it is now. */
function locate(id: string, lost: readonly Wanted[]): { mark: Wanted; now: Wanted }[] {
  const keys = reached(() => batchGet(id, [`${sheet}!A:A`]))[0] ?? []
  const rows = new Map(keys.map((cells, index) => [String(cells[0] ?? ''), index + 1]))
  return lost.flatMap((mark) => {
    const row = rows.get(mark.key)
    return row === undefined || row === 1 ? [] : [{ mark, now: { ...mark, row } }]
  })
}

interface VaultRows {
  keyAt(row: number): string
  textAt(mark: Wanted): string
}

function readWanted(id: string, wanted: readonly Wanted[]): VaultRows {
  const rows = [...new Set(wanted.map(({ row }) => row))].sort((a, b) => a - b)
  const runs = runsOf(rows)
  return runs.length <= mostRuns ? readRuns(id, runs) : readColumns(id, wanted, [rows[0] ?? 1, rows[rows.length - 1] ?? 1])
}

function runsOf(rows: readonly number[]): (readonly [number, number])[] {
  const runs: [number, number][] = []
  for (const row of rows) {
    const last = runs[runs.length - 1]
    if (last !== undefined && row - last[1] <= readAlong) last[1] = row
    else runs.push([row, row])
  }
  return runs
}

type Grid = ReadonlyMap<number, readonly Cell[]>

function readRuns(id: string, runs: readonly (readonly [number, number])[]): VaultRows {
  const read = readRanges(
    id,
    runs.map(([from, to]) => `${sheet}!A${from}:${columnLetter(width - 1)}${to}`),
  )
  const grid: Grid = new Map(runs.flatMap(([from], at) => (read[at] ?? []).map((cells, index) => [from + index, cells] as const)))
  return {
    keyAt: (row) => String(grid.get(row)?.[0] ?? ''),
    textAt: ({ row, lane }) => String(grid.get(row)?.[1 + laneNames.indexOf(lane)] ?? ''),
  }
}

/** Whole columns between the first and the last row that is wanted. */
function readColumns(id: string, wanted: readonly Wanted[], [from, to]: readonly [number, number]): VaultRows {
  const lanes = [...new Set(wanted.map(({ lane }) => lane))]
  const letters = ['A', ...lanes.map((lane) => columnLetter(1 + laneNames.indexOf(lane)))]
  const [keys = [], ...texts] = readRanges(
    id,
    letters.map((letter) => `${sheet}!${letter}${from}:${letter}${to}`),
  )
  const cell = (column: readonly (readonly Cell[])[] | undefined, row: number) => String(column?.[row - from]?.[0] ?? '')
  return { keyAt: (row) => cell(keys, row), textAt: ({ row, lane }) => cell(texts[lanes.indexOf(lane)], row) }
}

/** The heading comes along: columns that were dragged would give one thing for another. A row beyond the end holds nothing. */
function readRanges(id: string, ranges: readonly string[]): Cell[][][] {
  try {
    const [heading = [], ...read] = reached(() => batchGet(id, [`${sheet}!1:1`, ...ranges]))
    requireHeading(heading[0] ?? [])
    return read
  } catch (error) {
    if (!(error instanceof PlatformError) || error.code !== 'beyondGrid') throw error
    const [whole = []] = reached(() => batchGet(id, [sheet]))
    requireHeading(whole[0] ?? [])
    return ranges.map((range) => within(whole, range))
  }
}

/** Rows of the sheet were deleted by hand: what is left of a range. */
function within(whole: readonly Cell[][], range: string): Cell[][] {
  const [, first = 'A', from = '1', last = 'A', to = '1'] = /!([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(range) ?? []
  const [start, end] = [indexOf(first), indexOf(last)]
  return whole.slice(Number(from) - 1, Number(to)).map((cells) => cells.slice(start, end + 1))
}

function indexOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** An older vault may lack the last columns. */
export function requireHeading(cells: readonly Cell[]): void {
  const [name, ...lanes] = cells.map(String)
  const isOurs = (name ?? '').startsWith('Хранилище ') && lanes.length > 0 && lanes.every((lane, at) => lane === laneNames[at])
  if (!isOurs) throw new PlatformError('vaultAway', { detail: vaultAwayTexts.heading })
}

export interface VaultText {
  readonly lane: Lane
  readonly text: string
}

/**
 * Appends texts, as few rows as their kinds allow.
 * @returns the mark of each, in order. A second time they stand there twice, and nobody leads to the first.
 */
export function appendTexts(id: string, texts: readonly VaultText[]): Mark[] {
  const used = new Map<Lane, number>()
  const places = texts.map(({ lane }) => {
    const row = used.get(lane) ?? 0
    used.set(lane, row + 1)
    return row
  })
  const nonce = Utilities.getUuid()
    .replace(/[^0-9a-f]/g, '')
    .slice(0, 16)
  const keys = Array.from({ length: Math.max(0, ...places) + 1 }, (_, index) => `${nonce}${index.toString(36)}`)
  const rows: (string | null)[][] = keys.map((key) => [key])
  texts.forEach(({ lane, text }, at) => {
    const row = rows[places[at] ?? 0] ?? []
    const column = 1 + laneNames.indexOf(lane)
    while (row.length < column) row.push(null)
    row[column] = text
  })
  const first = append(id, rows)
  return places.map((place) => ({ row: first + place, key: keys[place] ?? '' }))
}

/** @returns the first row */
function append(id: string, values: (string | null)[][]): number {
  const options = { valueInputOption: 'RAW', insertDataOption: 'INSERT_ROWS' }
  const body = { values: values as unknown[][] }
  const answer = reached(() => tried(() => Sheets!.Spreadsheets!.Values!.append(body, id, `${sheet}!A:A`, options)))
  const first = /![A-Z]+(\d+)/.exec(answer.updates?.updatedRange ?? '')?.[1]
  if (first === undefined) throw new PlatformError('unexpected', { detail: 'the vault does not say where it has appended' })
  return Number(first)
}
