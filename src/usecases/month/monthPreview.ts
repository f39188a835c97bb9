/** The main numbers of a period for the dialog «Отчёт», with what has been done about the month. */

import { correctionsOf, frozenNumbers, totalKeys, totalOf, totalTitles } from '../../domain/month/frozen'
import type { MonthSummary } from '../../domain/month/month'
import { periodOf } from '../../domain/month/period'
import { periodTitle } from '../../domain/month/periodText.ru'
import { prTexts } from '../../domain/month/prText.ru'
import { accept } from '../../domain/problem'
import type { MonthPreview, MonthStatus } from '../../rpc/monthContract'
import type { Moment } from '../changes'
import type { Desk, MonthState } from '../desk'
import { method } from '../method/method'
import { approvalOf, isOver, stateOf } from './monthDone'
import { unknownProjects } from './monthLetters'
import { monthReads, monthRows, summaryOf } from './monthRows'

export function monthPreview(summary: MonthSummary, desk: Desk, moment: Moment): MonthPreview {
  const { period, totals, before, yearBefore, topics } = summary
  const state = period.choice.kind === 'month' ? stateOf(desk, period.choice.month) : null
  const approved = state === null ? null : (approvalOf(state)?.numbers ?? null)
  return {
    title: periodTitle(period),
    from: period.from,
    until: period.until,
    totals: totalKeys.map((key) => ({
      title: totalTitles[key],
      now: totalOf(totals, key),
      before: totalOf(before, key),
      yearBefore: yearBefore === null ? null : totalOf(yearBefore, key),
      approved: approved?.totals[key] ?? null,
    })),
    topics: topics
      .filter(({ count }) => count > 0)
      .map(({ title, count }) => ({ title, count }))
      .sort((a, b) => b.count - a.count),
    held: totals.held.count,
    done: state === null ? null : statusOf(state, summary, moment),
    pr: prTexts(summary, desk.office.settings.centreName),
    unknownProjects: unknownProjects(
      summary.projects.filter(({ count }) => count > 0).map(({ title }) => ({ project: title })),
      desk.office,
    ),
  }
}

function statusOf(state: MonthState, summary: MonthSummary, moment: Moment): MonthStatus {
  const { month, approved, approvedBy, told, published, link, social = null, socialLink = '' } = state
  const numbers = approvalOf(state)?.numbers ?? null
  const corrections = numbers === null ? [] : correctionsOf(numbers, frozenNumbers(summary))
  return { over: isOver(month, moment), approved, approvedBy, corrections, told, published, link, social, socialLink }
}

/** One call. */
export const preview = method('month/preview', {
  may: 'monthNumbers',
  reads: ({ period }) => monthReads(periodOf(period)),
  look: ({ period }, known) => accept(monthPreview(summaryOf(known, monthRows(known), periodOf(period)), known.desk, known.moment)),
})
