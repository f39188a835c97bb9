/** How a foreign file is to be read: which column is what, and what its words mean here. Proposed; people correct it. */

import type { Person, Project } from '../../office/office'
import { folded } from '../../text/fold'
import { columnLooks, countedCells, type Grid, headingRowOf, headingsOf, plainCell } from './grid'
import { looksLikePerson, personNamed } from './personNamed'
import { proposeColumns } from './proposeColumns'
import type { OfficeNames } from './shapes'
import { type Target, type WordTarget, wordTargets } from './targets'
import { channelMeant, formatMeant, kindMeant, projectMeant, reasonMeant, stageMeant, topicMeant } from './wordsMeant'

/** The pipeline that the register keeps. */
export const ownPipeline = 'Консультация'

/** By the folded word of the file: the word of the register, '' = not known. */
export type Words = Partial<Record<WordTarget, Readonly<Record<string, string>>>>

export interface Plan {
  /** 0-based row of the heading in the file. */
  readonly headingRow: number
  readonly headings: readonly string[]
  /** By column. */
  readonly targets: readonly Target[]
  readonly words: Words
}

export function proposePlan(grid: Grid, office: OfficeNames): Plan {
  const headingRow = headingRowOf(grid)
  const headings = headingsOf(grid, headingRow)
  const targets = proposeColumns(columnLooks(grid, headings, headingRow + 1), office)
  return withWords({ headingRow, headings, targets, words: {} }, grid, office)
}

/** The plan with a proposal for every word of its columns; words that are there already stay. */
export function withWords(plan: Plan, grid: Grid, office: OfficeNames): Plan {
  const words = wordTargets.map((target) => {
    const known = plan.words[target] ?? {}
    const typed = [...wordsIn(target, plan, grid)].map(([word]) => word)
    const proposed = typed.map((word) => [folded(word), known[folded(word)] ?? meant(target, word, { plan, grid, office })] as const)
    return [target, Object.fromEntries(proposed)] as const
  })
  return { ...plan, words: Object.fromEntries(words) }
}

/** Words of a column with their count, as they stand in the file. */
export function wordsIn(target: WordTarget, { targets, headingRow }: Plan, { rows }: Grid): Map<string, number> {
  const column = targets.indexOf(target)
  return column < 0 ? new Map() : countedCells(rows.slice(headingRow + 1).map((row) => plainCell(row[column])))
}

interface Around {
  readonly plan: Plan
  readonly grid: Grid
  readonly office: OfficeNames
}

const meanings: Partial<Record<WordTarget, (text: string) => string>> = {
  stage: stageMeant,
  topic: topicMeant,
  format: formatMeant,
  channel: channelMeant,
  kind: kindMeant,
  failure: reasonMeant,
  municipality: (text) => text,
}

function meant(target: WordTarget, word: string, { plan, grid, office }: Around): string {
  if (target === 'consultant') return consultantMeant(word, office.people)
  if (target === 'project') return projectKept(word, office.projects)
  if (target === 'pipeline') return isOfConsultations(word, plan, grid) ? ownPipeline : ''
  return meanings[target]?.(word) ?? ''
}

/** Initials; somebody who is not in «Сотрудники» stays as a name. */
function consultantMeant(word: string, people: readonly Person[]): string {
  return personNamed(word, people)?.initials || (looksLikePerson(word) ? word : '')
}

function projectKept(word: string, projects: readonly Project[]): string {
  return projectMeant(word, projects) || word
}

const facts: readonly Target[] = ['topic', 'consultant', 'start', 'minutes', 'format']

/** By its name; or because most of its rows tell of a consultation, whatever the pipeline is called. */
function isOfConsultations(pipeline: string, { targets, headingRow }: Plan, { rows }: Grid): boolean {
  if (/консульт/i.test(pipeline)) return true
  const column = targets.indexOf('pipeline')
  const own = rows.slice(headingRow + 1).filter((row) => plainCell(row[column]) === pipeline)
  const columns = facts.map((fact) => targets.indexOf(fact)).filter((place) => place >= 0)
  const told = own.filter((row) => columns.filter((place) => plainCell(row[place]) !== '').length * 2 > columns.length)
  return columns.length >= 2 && told.length * 2 >= own.length
}
