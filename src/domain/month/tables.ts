/** The tables of the monthly summary: consultations held, counted by one property each, with the deals behind every number. */

import { organisationKinds } from '../client'
import { channelTitles, formatTitles, noProject, topicTitles } from '../deal'
import type { Month } from '../localTime'
import { monthOf } from '../localTime'
import type { Office } from '../office'
import { shortName } from '../russian'
import type { MonthRow } from './held'
import { compareRussian } from './russianOrder'

/** One line of a table. */
export interface SummaryLine {
  /** Topic number, initials, name of the project …; '' = not said in the card. */
  readonly key: string
  readonly title: string
  readonly count: number
  readonly minutes: number
  /** Deals that are counted here, in the order of the rows. */
  readonly dealIds: readonly number[]
}

export interface SummaryTables {
  readonly topics: readonly SummaryLine[]
  readonly consultants: readonly SummaryLine[]
  readonly projects: readonly SummaryLine[]
  readonly formats: readonly SummaryLine[]
  readonly channels: readonly SummaryLine[]
  readonly kinds: readonly SummaryLine[]
  readonly municipalities: readonly SummaryLine[]
}

/** Lines that stand in a table even with zero, in its order. */
type Known = readonly (readonly [key: string, title: string])[]

/**
 * S2: every table counts each held consultation once, so its lines add up to the total. Topics, formats, channels, kinds, the office's
 * projects and the staff consultants of that month stand there with zero too; what else occurs follows in the alphabet, «не указан» last.
 */
export function tablesOf(held: readonly MonthRow[], month: Month, office: Office): SummaryTables {
  return {
    topics: table(held, (row) => String(row.topic ?? ''), pairs(topicTitles), 'не указана'),
    consultants: table(held, (row) => row.consultant, staffOf(month, office), 'не указан', namesOf(office)),
    projects: table(held, (row) => row.project, projectsOf(office), 'не указан'),
    formats: table(held, (row) => row.format ?? '', pairs(formatTitles), 'не указан'),
    channels: table(held, (row) => row.channel, pairs(channelTitles), 'не указан'),
    kinds: table(
      held,
      (row) => row.kind,
      organisationKinds.map((kind) => [kind, kind] as const),
      'не указан',
    ),
    municipalities: table(held, (row) => row.municipality, [], 'не указан'),
  }
}

/** Counts rows by key; lines of `known` first, then others by title, the one without a key last. */
export function table(
  rows: readonly MonthRow[],
  keyOf: (row: MonthRow) => string,
  known: Known,
  unsaid: string,
  names: ReadonlyMap<string, string> = new Map(),
): SummaryLine[] {
  const groups = new Map<string, MonthRow[]>(known.map(([key]) => [key, []]))
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group === undefined) groups.set(keyOf(row), [row])
    else group.push(row)
  }
  const titles = new Map(known)
  const lines = [...groups].map(([key, group]) => lineOf(key, titles.get(key) ?? names.get(key) ?? (key || unsaid), group))
  const extra = lines.slice(known.length).sort((a, b) => Number(a.key === '') - Number(b.key === '') || compareRussian(a.title, b.title))
  return [...lines.slice(0, known.length), ...extra]
}

function lineOf(key: string, title: string, rows: readonly MonthRow[]): SummaryLine {
  return { key, title, count: rows.length, minutes: minutesOf(rows), dealIds: rows.map(({ id }) => id) }
}

export function minutesOf(rows: readonly MonthRow[]): number {
  return rows.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0)
}

function pairs(titles: Readonly<Record<string, string>>): Known {
  return Object.entries(titles)
}

/** C7: the office's projects by name, then «не распределено». */
function projectsOf(office: Office): Known {
  const names = office.projects.map(({ name }) => name).sort(compareRussian)
  return [...names, noProject].map((name) => [name, name] as const)
}

/** Staff consultants who worked in the month at least a day, by name. */
function staffOf(month: Month, office: Office): Known {
  return office.people
    .filter(({ initials, external, roles }) => initials !== '' && !external && roles.includes('consultant'))
    .filter(({ from, until }) => (from === null || monthOf(from) <= month) && (until === null || monthOf(until) >= month))
    .map(({ initials, name }) => [initials, shortName(name)] as const)
    .sort(([, a], [, b]) => compareRussian(a, b))
}

function namesOf(office: Office): ReadonlyMap<string, string> {
  return new Map(office.people.filter(({ initials }) => initials !== '').map(({ initials, name }) => [initials, shortName(name)]))
}
