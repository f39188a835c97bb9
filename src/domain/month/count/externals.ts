/** External experts in a period: minutes, rate, sums due and paid, by expert and project, against the project's limit (T3). */

import { noProject } from '../../deal/words'
import { kopecksFor, paidKopecks } from '../../external/payment'
import type { Office } from '../../office/office'
import { shortName } from '../../text/russian'
import { compareRussian } from '../russianOrder'
import type { MonthRow } from './held'
import { minutesOf } from './tables'

export interface ExternalSum {
  readonly project: string
  readonly count: number
  readonly minutes: number
  /** Roubles, kopecks as a fraction; what is due includes what is paid. */
  readonly due: number
  readonly paid: number
  readonly dealIds: readonly number[]
}

export interface ExternalLine extends ExternalSum {
  readonly initials: string
  readonly name: string
  /** Roubles an hour; null = not on the sheet «Сотрудники», and nothing is due by it. */
  readonly rate: number | null
}

export interface ExternalProject extends ExternalSum {
  /** Consultations a month the project provides for. */
  readonly limit: number
}

export interface Externals {
  readonly experts: readonly ExternalLine[]
  readonly projects: readonly ExternalProject[]
}

/** What is looked at of a consultation. */
export type ExternalHeld = Pick<MonthRow, 'id' | 'consultant' | 'project' | 'minutes' | 'paidAt' | 'paidFor'>

/** Only who held something; experts by name, then by project. */
export function externalsOf(external: readonly ExternalHeld[], office: Office): Externals {
  const experts = grouped(external, ({ consultant, project }) => `${consultant}\n${project}`)
    .map((rows) => expertLine(rows, office))
    .sort((a, b) => compareRussian(a.name, b.name) || compareRussian(a.project, b.project))
  const projects = grouped(external, ({ project }) => project)
    .map((rows) => ({ ...sumOf(rows, office), limit: limitOf(rows[0]?.project ?? '', office) }))
    .sort((a, b) => compareRussian(a.project, b.project))
  return { experts, projects }
}

function grouped<Row extends ExternalHeld>(rows: readonly Row[], keyOf: (row: Row) => string): Row[][] {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group === undefined) groups.set(keyOf(row), [row])
    else group.push(row)
  }
  return [...groups.values()]
}

function expertLine(rows: readonly ExternalHeld[], office: Office): ExternalLine {
  const initials = rows[0]?.consultant ?? ''
  const person = office.people.find((one) => one.initials === initials)
  return { ...sumOf(rows, office), initials, name: shortName(person?.name ?? initials), rate: person?.ratePerHour ?? null }
}

function sumOf(rows: readonly ExternalHeld[], office: Office): ExternalSum {
  const paid = rows.filter(({ paidAt }) => paidAt !== null)
  return {
    project: rows[0]?.project || noProject,
    count: rows.length,
    minutes: minutesOf(rows),
    due: dueFor(rows, office),
    paid: dueFor(paid, office),
    dealIds: rows.map(({ id }) => id),
  }
}

/**
 * Roubles, each consultation rounded to the kopeck, so that sums of parts are the whole. What is paid stays what was paid, whatever the rate
 * is now; the rest goes by today's rate per hour and the minute.
 */
export function dueFor(rows: readonly ExternalHeld[], office: Office): number {
  return rows.reduce((sum, row) => sum + (paidFor(row) ?? kopecksFor(row, office)), 0) / 100
}

function paidFor({ paidAt, paidFor: kept }: ExternalHeld): number | null {
  return paidAt === null ? null : paidKopecks(kept)
}

function limitOf(name: string, office: Office): number {
  return office.projects.find((project) => project.name === name)?.externalLimitPerMonth ?? 0
}
