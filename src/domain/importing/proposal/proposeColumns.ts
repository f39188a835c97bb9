/** Which column of a file is for what: proposed from the heading and from what stands below it. */

import { headingScore, isAside, plainHeading, speaksAgainst } from './headingWords'
import { type ColumnLook, type OfficeNames, roundTimes, shapeScore, usualLength } from './shapes'
import { isMany, type Target, targetKeys } from './targets'

interface Bid {
  readonly column: number
  readonly target: Target
  readonly score: number
}

/** What is proposed for less is not proposed. */
const least = 0.45

/**
 * Targets by column, in the order of the columns. The surest pair of column and target goes first; a target with one place is given once.
 * Columns that nothing is known of stay with the deal where they say something (`kept`), advertising and empty ones are skipped.
 */
export function proposeColumns(looks: readonly ColumnLook[], office: OfficeNames): Target[] {
  const bids = looks.flatMap((look, column) => bidsOf(look, column, office)).sort((a, b) => b.score - a.score || a.column - b.column)
  const given = new Map<number, Target>()
  const taken = new Set<Target>()
  for (const { column, target } of bids) {
    if (given.has(column) || (taken.has(target) && !isMany(target))) continue
    given.set(column, target)
    taken.add(target)
  }
  return checked(
    looks.map((look, column) => given.get(column) ?? leftOver(look)),
    looks,
  )
}

function bidsOf(look: ColumnLook, column: number, office: OfficeNames): Bid[] {
  if (look.filled === 0 || isAside(look.heading)) return []
  return targetKeys.flatMap((target) => {
    const score = bid(look, target, office)
    return score < least ? [] : [{ column, target, score }]
  })
}

/** Targets whose cells must have their shape, whatever the heading says. */
const shaped: readonly Target[] = [
  'received',
  'closed',
  'start',
  'receivedTime',
  'startTime',
  'endTime',
  'phone',
  'email',
  'minutes',
  'score',
  'id',
  'consent',
]
/** Their cells tell nothing where the heading does not. */
const named: readonly Target[] = [
  'id',
  'contact',
  'municipality',
  'minutes',
  'score',
  'closed',
  'consent',
  'consentText',
  'consentSource',
  'receivedTime',
  'endTime',
  'failure',
  'pipeline',
]
/** A heading alone is not enough, and words alone are. */
const listed: readonly Target[] = ['stage', 'topic', 'consultant', 'format', 'kind', 'channel', 'project', 'failure']

function bid(look: ColumnLook, target: Target, office: OfficeNames): number {
  const name = headingScore(look.heading, target)
  if (name === 0 && named.includes(target)) return 0
  const shape = shapeScore(look, target, office)
  if (target === 'id') return name >= 1 && (shape ?? 0) >= 0.9 && isNumbering(look) ? 2 : 0
  if (shaped.includes(target) && speaksAgainst(look.heading, target)) return 0
  if (shaped.includes(target)) return (shape ?? 0) < 0.6 ? 0 : shapedBid(look, target, name) * (shape ?? 0)
  if (listed.includes(target)) return listedBid(look, target, name, shape ?? 0)
  return textBid(look, target, name, shape)
}

/** Numbers of their own, hardly one twice; not the 1, 2, 3 of a list, which begins anew in every file. */
function isNumbering({ heading, cells }: ColumnLook): boolean {
  const once = cells.filter(([, count]) => count === 1).length
  const isCounted = cells.length > 1 && cells.slice(0, 20).every(([cell], at) => Number(cell) === at + 1)
  return once >= cells.length * 0.95 && (!isCounted || /\bid\b|сделк/i.test(heading))
}

/** Without a word in the heading only what cannot be mistaken is proposed. */
function shapedBid(look: ColumnLook, target: Target, name: number): number {
  if (target === 'phone' || target === 'email') return 0.6 + 0.6 * name
  if (target === 'start') return name * 0.9 + 0.5 * roundTimes(look)
  if (target === 'received' && name > 0) return name * 0.9 + 0.3 * (look.filled / look.rows)
  if (target === 'received') return 0.2 + 0.4 * (look.filled / look.rows) * (1 - roundTimes(look))
  return name
}

function listedBid(look: ColumnLook, target: Target, name: number, shape: number): number {
  if (target === 'consultant') return name < 0.9 && shape < 0.5 ? 0 : 0.5 * name + 0.8 * shape
  if (target === 'project') return name === 0 && shape < 0.6 ? 0 : 0.7 * name + 0.5 * shape
  if (shape < 0.3 && name < 0.9) return 0
  const isList = look.cells.length <= 60
  const strong = target === 'topic' || target === 'stage' ? 0.7 : 0.5
  return 0.6 * name + (isList ? strong : 0.2) * shape * (name === 0 && look.filled < 3 ? 0 : 1)
}

const sentence = 25

function textBid(look: ColumnLook, target: Target, name: number, shape: number | null): number {
  if (target === 'organisation') return name * 0.5 + (shape ?? 0) * 0.6
  if (target === 'contact') return name === 0 ? 0 : name * 0.7 + (shape ?? 0) * 0.3
  if (target === 'municipality') return name * 0.8 * (0.5 + 0.5 * (shape ?? 0))
  if (target === 'pipeline') return name
  if (target === 'request' || target === 'content' || target === 'feedbackText') return name * (usualLength(look) >= sentence ? 0.8 : 0.5)
  return name * 0.75
}

/** Notes and whatever may matter stay with the deal; a column that says the same in every row tells nothing. */
function leftOver(look: ColumnLook): Target {
  const name = plainHeading(look.heading)
  const isTold = look.filled > 0 && !isAside(look.heading) && !/ (ответственный|id|№|номер|п п|название сделки|телефон|факс) /.test(name)
  return isTold && (look.cells.length > 1 || headingScore(look.heading, 'kept') > 0) ? 'kept' : 'skip'
}

/** A time needs its date beside it, and one time that stands alone is the consultation's. */
function checked(proposed: Target[], looks: readonly ColumnLook[]): Target[] {
  const has = (target: Target) => proposed.includes(target)
  const day = has('startTime') && !has('start') ? bareDay(proposed, looks) : -1
  return proposed.map((target, column) => {
    if (column === day) return 'start'
    if ((target === 'startTime' || target === 'endTime') && !has('start') && day < 0) return 'kept'
    if (target === 'receivedTime' && !has('received')) return has('start') && !has('startTime') ? 'startTime' : 'kept'
    if (target === 'title' && looks[column]?.filled === 0) return 'skip'
    return target
  })
}

/** «Дата» that stands beside a time of the consultation, and is no surer of anything else. */
function bareDay(proposed: readonly Target[], looks: readonly ColumnLook[]): number {
  const isOpen = (target: Target, name: string) =>
    target === 'kept' || target === 'skip' || (target === 'received' && headingScore(name, target) < 0.5)
  return looks.findIndex(
    (look, column) =>
      isOpen(proposed[column] ?? 'skip', look.heading) &&
      headingScore(look.heading, 'start') > 0 &&
      (shapeScore(look, 'start', { people: [], projects: [] }) ?? 0) >= 0.6,
  )
}
