/** What is done about a month that is over: its summary approved, its number published, the managers of projects told (S2, S3). */

import { frozenNumbers, readFrozen } from '../../domain/month/frozen'
import type { MonthSummary } from '../../domain/month/month'
import { accept, type Outcome, refuse } from '../../domain/problem'
import { dateOf, type Month, monthOf } from '../../domain/time/localTime'
import type { Moment } from '../changes'
import type { Desk, MonthState } from '../desk'
import type { Approval } from './monthSheet'

export function stateOf({ months }: Pick<Desk, 'months'>, month: Month): MonthState {
  const untouched = { month, row: null, approved: null, approvedBy: '', frozen: '', told: null, published: null, link: '' }
  return months.find((one) => one.month === month) ?? untouched
}

/** Beside a report of the month: what was approved; null = nothing was. */
export function approvalOf({ approved, approvedBy, frozen }: MonthState): Approval | null {
  return approved === null ? null : { at: approved, who: approvedBy, numbers: readFrozen(frozen) }
}

/** A month is over on the first day after it. */
export function isOver(month: Month, { now }: Pick<Moment, 'now'>): boolean {
  return monthOf(dateOf(now)) > month
}

/** S2: the numbers are kept as they stand now. A second time only where that is meant: corrections are shown beside the first ones. */
export function approveMonth(
  state: MonthState,
  summary: MonthSummary,
  { again, moment }: { readonly again: boolean; readonly moment: Moment },
): Outcome<MonthState> {
  const { month, approved, approvedBy } = state
  if (!isOver(month, moment)) return refuse({ code: 'monthRuns', month })
  if (approved !== null && !again) return refuse({ code: 'monthApproved', month, at: approved, by: approvedBy })
  const { name, email } = moment.who
  return accept({ ...state, approved: moment.now, approvedBy: name || email, frozen: JSON.stringify(frozenNumbers(summary)) })
}

/** S3: published on the site or in social networks, with a link to look it up; each has its mark. */
export function publishMonth(state: MonthState, link: string, { now }: Moment, place: 'site' | 'social' = 'site'): Outcome<MonthState> {
  if (!isOver(state.month, { now })) return refuse({ code: 'monthRuns', month: state.month })
  const address = link.trim()
  if (!/^https?:\/\/[^\s"'<>]+$/i.test(address))
    return refuse({ code: 'badValue', title: 'Ссылка на публикацию', why: 'нужен адрес, который начинается с https://' })
  return accept({ ...state, ...(place === 'site' ? { published: now, link: address } : { social: now, socialLink: address }) })
}
