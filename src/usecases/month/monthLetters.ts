/** Letters of a month to the managers of projects, each about the own project only (S2). */

import { noProject } from '../../domain/deal/words'
import type { HeldRow } from '../../domain/month/list'
import type { MonthSummary } from '../../domain/month/month'
import { periodIn } from '../../domain/month/periodText.ru'
import { projectLetter } from '../../domain/month/projectLetter.ru'
import type { Office } from '../../domain/office/office'
import type { Month } from '../../domain/time/localTime'
import type { ProjectLetter } from '../../rpc/monthContract'
import type { Letter } from '../changes'

export interface LettersRequest {
  readonly month: Month
  readonly summary: MonthSummary
  /** All consultations held in the month. */
  readonly held: readonly HeldRow[]
  readonly office: Office
  /** Keys that stand in «Исходящие». */
  readonly queued: readonly string[]
}

/** Names of projects in these rows that no row of «Проекты» has: somebody's consultations, and nobody knows whose. */
export function unknownProjects(rows: readonly Pick<HeldRow, 'project'>[], { projects }: Pick<Office, 'projects'>): string[] {
  const known = new Set([noProject, '', ...projects.map(({ name }) => name)])
  return [...new Set(rows.map(({ project }) => project))].filter((name) => !known.has(name))
}

/** One for each project of the sheet «Проекты», in its order. */
export function monthLetters(request: LettersRequest): ProjectLetter[] {
  const { summary, held, office } = request
  const unknown = unknownProjects(held, office)
  return office.projects.map(({ name, managerEmail }) => {
    const rows = held.filter(({ project }) => project === name).map(withoutPerson)
    const mail = projectLetter({
      project: name,
      when: periodIn(summary.period),
      rows,
      minutes: rows.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
      external: summary.externals.projects.find(({ project }) => project === name) ?? null,
      centreName: office.settings.centreName,
    })
    const isDoubtful = rows.length === 0 && unknown.length > 0
    return {
      project: name,
      to: managerEmail,
      ...mail,
      held: rows.length,
      sent: timesIn(request.queued, request.month, name),
      ...(isDoubtful ? { unknown } : {}),
    }
  })
}

/** No letter of zero goes while a name stands in the month that no project has. Queued under a key of its own, so that the same letter goes once; anew it gets the next number. */
export function lettersToQueue(
  letters: readonly ProjectLetter[],
  { month, projects, anew }: { readonly month: Month; readonly projects: readonly string[]; readonly anew: boolean },
): Letter[] {
  return letters
    .filter(({ project, to, sent, unknown }) => projects.includes(project) && to !== '' && unknown === undefined && (anew || sent === 0))
    .map(({ project, to, subject, body, sent }) => ({
      key: sent === 0 ? keyOf(month, project) : `${keyOf(month, project)}:${sent + 1}`,
      ...{ to, subject, body },
      priority: 3,
    }))
}

/** All that were wanted have gone since the button was pressed: the request comes a second time. */
export function areSentSince(
  letters: readonly ProjectLetter[],
  { projects, seen }: { readonly projects: readonly string[]; readonly seen?: number },
): boolean {
  const wanted = letters.filter(({ project }) => projects.includes(project))
  const sent = wanted.reduce((sum, letter) => sum + letter.sent, 0)
  return seen !== undefined && wanted.length > 0 && sent >= seen + wanted.length
}

/** Months whose last letter is among these: every project that has an address has got one. @param before keys of letters that went earlier */
export function monthsTold(sent: readonly string[], before: () => readonly string[], { projects }: Pick<Office, 'projects'>): Month[] {
  const months = new Set(sent.flatMap((key) => /^month:(\d{4}-\d\d):/.exec(key)?.[1] ?? []))
  if (months.size === 0) return []
  const gone = [...sent, ...before()]
  const isTold = (month: Month) => projects.every(({ name, managerEmail }) => managerEmail === '' || timesIn(gone, month, name) > 0)
  return [...months].filter(isTold)
}

function timesIn(keys: readonly string[], month: Month, project: string): number {
  const key = keyOf(month, project)
  return keys.filter((one) => one === key || (one.startsWith(`${key}:`) && /^\d+$/.test(one.slice(key.length + 1)))).length
}

function keyOf(month: Month, project: string): string {
  return `month:${month}:${project}`
}

/** A private person's name is no organisation. */
function withoutPerson(row: HeldRow): HeldRow {
  return row.kind === 'физическое лицо' ? { ...row, client: row.kind } : row
}
