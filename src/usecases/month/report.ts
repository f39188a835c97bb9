/** «Отчёт» and «Список» of a period, written as two sheets in one transaction, and the list as a file (S1, S2). */

import { listCsv } from '../../domain/month/csv'
import { heldRows } from '../../domain/month/list'
import { monthPeriod, type Period, periodOf } from '../../domain/month/period'
import { periodName } from '../../domain/month/periodText.ru'
import { accept } from '../../domain/problem'
import type { Input } from '../../rpc/contract'
import type { SheetFiles } from '../../rpc/monthContract'
import { changes } from '../changes'
import { method } from '../method/method'
import { listSheet } from './listSheet'
import { approvalOf, stateOf } from './monthDone'
import { breachColumns, monthReads, monthRows, summaryOf } from './monthRows'
import { monthSheet } from './monthSheet'
import { listSheetOf, reportSheet, type SheetAddress } from './reportSheets'

interface Totals {
  readonly held: number
  readonly minutes: number
}

/**
 * Three calls, whatever the size of the register: one read, the calendar of the period, one write; a fourth where the sheets stand already.
 * A calendar that does not answer is no reason to have no report: slots are said to be unknown.
 */
export const report = method<'month/report', Totals>('month/report', {
  may: 'report',
  unlocked: true,
  reads: [
    (input) => monthReads(periodIn(input), breachColumns),
    (input) => ({ events: { from: periodIn(input).from, until: periodIn(input).until, mayFail: true } }),
  ],
  decide: (input, known) => {
    const period = periodIn(input)
    const { desk, moment } = known
    const rows = monthRows(known)
    const summary = summaryOf(known, rows, period)
    const approval = period.choice.kind === 'month' ? approvalOf(stateOf(desk, period.choice.month)) : null
    const list = listSheetOf(period)
    const personal = input.personal ?? true
    const held = heldRows({ rows, days: period, office: desk.office, personal })
    const reports = [
      { ...list, content: listSheet(held, personal) },
      { ...reportSheet(period), content: monthSheet({ summary, now: moment.now, approval, listId: list.sheetId }) },
    ]
    const told = { held: summary.totals.held.count, minutes: summary.totals.minutes }
    return { ok: true, changes: changes({ kind: 'month/report', reports }), told }
  },
  answer: ({ told, known }, input) => {
    const period = periodIn(input)
    const [sheet, list] = [reportSheet(period), listSheetOf(period)]
    const files = { report: filesOf(known.spreadsheetId, sheet, true), list: filesOf(known.spreadsheetId, list, false) }
    return { month: periodName(period), sheet: sheet.title, held: told?.held ?? 0, minutes: told?.minutes ?? 0, ...files }
  },
})

function periodIn({ period, month }: Input<'month/report'>): Period {
  return period === undefined ? monthPeriod(month ?? '') : periodOf(period)
}

/** One call: the page keeps the text as a file. */
export const csv = method('month/csv', {
  may: 'report',
  reads: ({ period }) => monthReads(periodOf(period)),
  look: (input, known) => {
    const period = periodOf(input.period)
    const rows = heldRows({ rows: monthRows(known), days: period, office: known.desk.office, personal: input.personal })
    return accept({ name: `${listSheetOf(period).title}.csv`, text: listCsv(rows) })
  },
})

/** Google's own addresses: the browser of whoever may open the spreadsheet downloads it there. */
function filesOf(spreadsheetId: string, { sheetId, title }: SheetAddress, portrait: boolean): SheetFiles {
  const base = `https://docs.google.com/spreadsheets/d/${spreadsheetId}`
  return {
    title,
    open: `${base}/edit#gid=${sheetId}`,
    xlsx: `${base}/export?format=xlsx&gid=${sheetId}`,
    pdf: `${base}/export?format=pdf&size=A4&portrait=${portrait}&fitw=true&gridlines=${!portrait}&gid=${sheetId}`,
  }
}
