/** What the cells of a column look like: the share of its filled cells, 0–1, that may stand for a target; null = its shape says nothing. */

import { looksLikeOrganisation } from '../../client/organisation'
import { phoneKey } from '../../client/phone'
import { isConsent } from '../../intake/read/answers'
import type { Person, Project } from '../../office/office'
import { folded } from '../../text/fold'
import { isEmail } from '../wording'
import { type DateOrder, dateOrder, readClock, readDuration, readWhen } from './moments'
import { looksLikePerson, personNamed } from './personNamed'
import type { Target } from './targets'
import { channelMeant, formatMeant, kindMeant, projectMeant, reasonMeant, stageMeant, topicMeant } from './wordsMeant'

export interface OfficeNames {
  readonly people: readonly Person[]
  readonly projects: readonly Project[]
}

/** One column of the file, as far as the proposals look at it. */
export interface ColumnLook {
  readonly heading: string
  /** Different filled cells with their count, the commonest first, at most some hundreds. */
  readonly cells: readonly (readonly [cell: string, count: number])[]
  /** Filled rows, and rows of the file. */
  readonly filled: number
  readonly rows: number
}

type Fits = (cell: string, office: OfficeNames, order: DateOrder) => boolean

const isDate: Fits = (cell, _, order) => readWhen(cell, order) !== null || /^не закрыт/i.test(cell)
const isShort = (cell: string, most: number) => cell.length <= most
const wordsOf = (cell: string) => cell.split(/\s+/).length
/** A word of a list, not a sentence that happens to hold it. */
const isWord =
  (meant: (text: string) => string): Fits =>
  (cell) =>
    isShort(cell, 60) && wordsOf(cell) <= 8 && meant(cell) !== ''

const shapes: Readonly<Partial<Record<Target, Fits>>> = {
  id: (cell) => /^\d{1,9}$/.test(cell),
  stage: isWord(stageMeant),
  received: isDate,
  closed: isDate,
  start: isDate,
  receivedTime: (cell) => readClock(cell) !== null,
  startTime: (cell) => readClock(cell) !== null,
  endTime: (cell, office, order) => readClock(cell) !== null || isDate(cell, office, order),
  phone: (cell) => phoneKey(cell) !== '' || /^[+\d][\d\s()-]{5,17}$/.test(cell),
  email: (cell) => cell.split(/[;,\s]+/).some(isEmail),
  kind: isWord(kindMeant),
  consent: (cell) =>
    /^(да|нет|yes|no|true|false|1|0|\+|-|есть|дано|получено)$/.test(folded(cell)) || isConsent(cell) || readWhen(cell) !== null,
  channel: isWord(channelMeant),
  topic: isWord(topicMeant),
  consultant: (cell, { people }) => personNamed(cell, people)?.roles.some((role) => /onsultant$/.test(role)) === true,
  format: isWord(formatMeant),
  minutes: (cell) => isMinutes(readDuration(cell)) || isMinutes(readDuration(cell, true)),
  project: (cell, { projects }) => projectMeant(cell, projects) !== '',
  failure: isWord(reasonMeant),
  score: (cell) => /^[1-5]([.,]0)?$/.test(cell),
  organisation: (cell) => looksLikeOrganisation(cell),
  contact: (cell) => looksLikePerson(cell) || /^\p{Lu}\p{Ll}+$/u.test(cell),
  municipality: (cell) => /^(г\.?\s?|город\s|пос\.?\s|п\.\s|с\.\s|д\.\s)?\p{Lu}[\p{Ll}-]+(\s(район|округ|мо|го|мр|область))?$/iu.test(cell),
}

function isMinutes(minutes: number | null): boolean {
  return minutes !== null && minutes >= 5 && minutes <= 480
}

/** Cells that fit, by rows; null where the shape of a target says nothing. */
export function shapeScore({ cells }: ColumnLook, target: Target, office: OfficeNames): number | null {
  const isFit = shapes[target]
  if (isFit === undefined) return null
  const all = cells.reduce((sum, [, count]) => sum + count, 0)
  const order = orderIn(cells)
  const good = cells.filter(([cell]) => isFit(cell, office, order)).reduce((sum, [, count]) => sum + count, 0)
  return all === 0 ? 0 : good / all
}

function orderIn(cells: ColumnLook['cells']): DateOrder {
  return dateOrder(cells.map(([cell]) => cell))
}

/** Letters of a usual cell. */
export function usualLength({ cells }: ColumnLook): number {
  const lengths = cells.map(([cell]) => cell.length).sort((a, b) => a - b)
  return lengths[Math.floor(lengths.length / 2)] ?? 0
}

/** Share of times that a person would agree on: at the hour, the half or a quarter of it. */
export function roundTimes({ cells }: ColumnLook): number {
  const order = orderIn(cells)
  const times = cells.flatMap(([cell]) => readWhen(cell, order)?.minute ?? [])
  return times.length === 0 ? 0 : times.filter((minute) => minute % 15 === 0 && minute >= 420 && minute <= 1260).length / times.length
}
