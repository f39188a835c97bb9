/** The tables of a report: consultations held, counted by one property each, with the deals behind every number. */

import { organisationKinds } from '../../client/client'
import { channelTitles, formatTitles, noProject, topicTitles } from '../../deal/words'
import type { Office } from '../../office/office'
import { shortName } from '../../text/russian'
import type { Days } from '../period'
import { compareRussian } from '../russianOrder'
import type { MonthRow } from './held'

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
 * projects and the staff consultants of those days stand there with zero too; what else occurs follows in the alphabet, «не указан» last.
 */
export function tablesOf(held: readonly MonthRow[], days: Days, office: Office): SummaryTables {
  const unsaid = 'не указан'
  return {
    topics: tableOf(held, { keyOf: ({ topic }) => String(topic ?? ''), known: pairs(topicTitles), unsaid: 'не указана' }),
    consultants: tableOf(held, { keyOf: ({ consultant }) => consultant, known: staffOf(days, office), unsaid, names: namesOf(office) }),
    projects: tableOf(held, { keyOf: ({ project }) => project, known: projectsOf(office), unsaid }),
    formats: tableOf(held, { keyOf: ({ format }) => format ?? '', known: pairs(formatTitles), unsaid }),
    channels: tableOf(held, { keyOf: ({ channel }) => channel, known: pairs(channelTitles), unsaid }),
    kinds: tableOf(held, { keyOf: ({ kind }) => kind, known: organisationKinds.map((kind) => [kind, kind]), unsaid }),
    municipalities: tableOf(held, { keyOf: ({ municipality }) => municipality, known: [], unsaid }),
  }
}

/** By what a table counts. */
interface Counting {
  /** '' = the card does not say. */
  readonly keyOf: (row: MonthRow) => string
  readonly known: Known
  /** Title of the line without a key. */
  readonly unsaid: string
  /** Titles of keys that are not among the known ones. */
  readonly names?: ReadonlyMap<string, string>
}

/** Counts rows by key: the known lines in their order, then others by title, the one without a key last. */
export function tableOf(rows: readonly MonthRow[], { keyOf, known, unsaid, names }: Counting): SummaryLine[] {
  const titles = new Map(known)
  const groups = new Map<string, MonthRow[]>([...titles.keys()].map((key) => [key, []]))
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  }
  const lines = [...groups].map(([key, group]) => lineOf(key, titles.get(key) ?? names?.get(key) ?? (key || unsaid), group))
  return [...lines.slice(0, titles.size), ...lines.slice(titles.size).sort(byTitle)]
}

function byTitle(a: SummaryLine, b: SummaryLine): number {
  return Number(a.key === '') - Number(b.key === '') || compareRussian(a.title, b.title)
}

function lineOf(key: string, title: string, rows: readonly MonthRow[]): SummaryLine {
  return { key, title, count: rows.length, minutes: minutesOf(rows), dealIds: rows.map(({ id }) => id) }
}

export function minutesOf(rows: readonly Pick<MonthRow, 'minutes'>[]): number {
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

/** Staff consultants who worked here at least a day of these, by name. */
function staffOf(days: Days, office: Office): Known {
  return office.people
    .filter(({ initials, external, roles }) => initials !== '' && !external && roles.includes('consultant'))
    .filter(({ from, until }) => (from === null || from <= days.until) && (until === null || until >= days.from))
    .map(({ initials, name }) => [initials, shortName(name)] as const)
    .sort(([, a], [, b]) => compareRussian(a, b))
}

function namesOf(office: Office): ReadonlyMap<string, string> {
  return new Map(office.people.filter(({ initials }) => initials !== '').map(({ initials, name }) => [initials, shortName(name)]))
}
