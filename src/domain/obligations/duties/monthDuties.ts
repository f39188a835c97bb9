/** The month that ended: S2, S3, and the payment of external experts (T3). */

import type { Deal } from '../../deal/deal'
import { heldStages } from '../../month/count/held'
import type { Office } from '../../office/office'
import { roleTitles } from '../../office/roles'
import { counted, monthTitle } from '../../text/russian'
import { addDays, atMinute, type LocalDate, type LocalDateTime, type Month, monthOf } from '../../time/localTime'
import { isWorkingDay } from '../../time/workingTime'
import { type Duty, morningFrom } from '../duty'

/** What has been done about a month; null = not yet. */
export interface MonthDone {
  readonly month: Month
  readonly approved: LocalDateTime | null
  readonly told: LocalDateTime | null
  readonly published: LocalDateTime | null
  /** In social networks. */
  readonly social?: LocalDateTime | null
}

/** Columns of a deal that these rules look at. */
export type HeldDeal = Pick<Deal, 'id' | 'stage' | 'start' | 'consultant' | 'project' | 'paidAt'>

/** Example: monthBefore('2027-01-04T09:00') → '2026-12'. */
export function monthBefore(now: LocalDateTime): Month {
  return monthOf(addDays(`${monthOf(now)}-01`, -1))
}

/** By the 5th, 18:00, whatever day it is (S2, S3, T3). */
function byFifth(now: LocalDateTime): LocalDateTime {
  return `${dayOfMonth(now, 5)}T18:00`
}

function dayOfMonth(now: LocalDateTime, day: number): LocalDate {
  return `${monthOf(now)}-0${day}`
}

/** The reminder of the 1st, then the one of the 3rd; on a day off the next working morning, or the last one before the 5th is over. */
function remindedOn(office: Office, now: LocalDateTime, days: readonly number[]): LocalDateTime | null {
  const mornings = days.map((day) => morningBy(office, now, day))
  return mornings.filter((at) => at <= now).pop() ?? mornings[0] ?? null
}

function morningBy(office: Office, now: LocalDateTime, day: number): LocalDateTime {
  const next = morningFrom(office, dayOfMonth(now, day))
  if (next <= byFifth(now)) return next
  const working = [4, 3, 2, 1].map((one) => dayOfMonth(now, one)).find((date) => isWorkingDay(office.calendar, date))
  return working === undefined ? atMinute(dayOfMonth(now, day), office.settings.dayOpens) : morningFrom(office, working)
}

/** S2.summary, S2.tell, S3.publish of the month before; none where the desk knows of no deal that old. */
export function summaryDuties(
  { months, hasDeals }: { readonly months: readonly MonthDone[]; readonly hasDeals: boolean },
  office: Office,
  now: LocalDateTime,
): Duty[] {
  if (!hasDeals) return []
  const month = monthBefore(now)
  const done = months.find((one) => one.month === month)
  const opensAt = `${monthOf(now)}-01T00:00`
  const head = { detail: monthTitle(month), opensAt, due: byFifth(now) }
  const title = monthTitle(month)
  const rows: readonly (Pick<Duty, 'key' | 'subject' | 'who' | 'overdueTo'> & {
    readonly met: unknown
    readonly days: readonly number[]
  })[] = [
    { key: 'S2.summary', subject: 'Утвердить сводку', who: roleTitles.director, overdueTo: 'nobody', met: done?.approved, days: [1, 3] },
    {
      key: 'S2.tell',
      subject: 'Сообщить руководителям проектов',
      who: roleTitles.director,
      overdueTo: 'nobody',
      met: done?.told,
      days: [3],
    },
    {
      key: 'S3.publish',
      subject: 'Опубликовать число консультаций',
      who: roleTitles.prManager,
      overdueTo: 'director',
      met: done?.published && done.social,
      days: [1, 3],
    },
  ]
  return rows
    .filter(({ met }) => !met)
    .map(({ met: _, days, subject, ...row }) => ({
      ...head,
      ...row,
      subject: `${subject}: ${title}`,
      remindAt: remindedOn(office, now, days),
    }))
}

/** T3.pay: for each project with external consultations of the month before that nobody has marked paid. */
export function payDuties(deals: readonly HeldDeal[], office: Office, now: LocalDateTime): Duty[] {
  const month = monthBefore(now)
  const externals = new Set(office.people.filter(({ external }) => external).map(({ initials }) => initials))
  const unpaid = deals.filter(
    ({ stage, start, consultant, paidAt }) =>
      start !== null && monthOf(start) === month && heldStages.includes(stage) && externals.has(consultant) && paidAt === null,
  )
  const names = [...new Set(unpaid.map(({ project }) => project))].sort()
  return names.map((name) => {
    const count = unpaid.filter(({ project }) => project === name).length
    const manager = office.projects.find((project) => project.name === name)?.managerEmail ?? ''
    return {
      key: 'T3.pay',
      subject: `Оплатить внешних консультантов: ${name || 'без проекта'}, ${monthTitle(month)}`,
      detail: `не оплачено: ${counted(count, 'консультация', 'консультации', 'консультаций')}`,
      who: manager === '' ? roleTitles.director : manager.toLowerCase(),
      opensAt: `${monthOf(now)}-01T00:00`,
      due: byFifth(now),
      remindAt: remindedOn(office, now, [1]),
      overdueTo: 'director',
    }
  })
}
