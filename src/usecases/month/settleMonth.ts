/** A month that is over: approved, published, told to the managers of projects (S2, S3). Four calls each, in one transaction. */

import { heldRows } from '../../domain/month/list'
import { monthPeriod } from '../../domain/month/period'
import { monthBefore } from '../../domain/obligations/duties/monthDuties'
import { accept, type Outcome } from '../../domain/problem'
import type { Month } from '../../domain/time/localTime'
import type { MonthPreview, ProjectLetter } from '../../rpc/monthContract'
import { type Changes, changes, type Decision, type Letter } from '../changes'
import type { MonthState } from '../desk'
import { type Done, type Known, method } from '../method/method'
import { approveMonth, isOver, publishMonth, stateOf } from './monthDone'
import { areSentSince, lettersToQueue, monthLetters } from './monthLetters'
import { monthPreview } from './monthPreview'
import { monthReads, monthRows, summaryOf } from './monthRows'

const outboxKeys = { outbox: ['key'] } as const

/** The numbers are counted under the lock, so what is kept is what stands now. */
export const approve = method('month/approve', {
  may: 'approveMonth',
  reads: ({ month }) => monthReads(monthPeriod(month)),
  again: ({ month, again }, known) => (isApprovedByCaller(known, month) && !again ? previewOf(known, month) : null),
  decide: ({ month, again }, known) => {
    const summary = summaryOf(known, monthRows(known), monthPeriod(month))
    return settled(approveMonth(stateOf(known.desk, month), summary, { again, moment: known.moment }), 'month/approve', known)
  },
  answer: (done, { month }) => previewAfter(done, month),
})

export const publish = method('month/published', {
  may: 'publishMonth',
  reads: ({ month }) => monthReads(monthPeriod(month)),
  decide: ({ month, link, place }, known) =>
    settled(publishMonth(stateOf(known.desk, month), link, known.moment, place), 'month/published', known),
  answer: (done, { month }) => previewAfter(done, month),
})

/** One call: who would get which letter. */
export const letters = method('month/letters', {
  may: 'tellManagers',
  reads: ({ month }) => monthReads(monthPeriod(month), outboxKeys),
  look: ({ month }, known) => accept({ letters: lettersOf(known, month) }),
})

/** The letters wait; the page sends them afterwards. The managers are told when the last one has gone (monthTold). */
export const tell = method<'month/tell', readonly ProjectLetter[]>('month/tell', {
  may: 'tellManagers',
  reads: ({ month }) => monthReads(monthPeriod(month), outboxKeys),
  again: (input, known) => {
    const letters = lettersOf(known, input.month)
    return areSentSince(letters, input) ? { letters, lettersWaiting: 0 } : null
  },
  decide: (input, known) => {
    if (!isOver(input.month, known.moment)) return { ok: false, problem: { code: 'monthRuns', month: input.month } }
    const all = lettersOf(known, input.month)
    const queued = lettersToQueue(all, input)
    if (queued.length === 0) return { ok: false, problem: { code: 'nothingToDo' } }
    return { ok: true, changes: changes({ kind: 'month/tell', letters: queued }), told: all }
  },
  answer: ({ changes: made, told = [], lettersWaiting }) => ({
    letters: told.map((letter) => countedAgain(letter, made.letters)),
    lettersWaiting,
  }),
})

function lettersOf(known: Known, month: Month): ProjectLetter[] {
  const { office } = known.desk
  const period = monthPeriod(month)
  const rows = monthRows(known)
  return monthLetters({
    month,
    office,
    summary: summaryOf(known, rows, period),
    held: heldRows({ rows, days: period, office, personal: true }),
    queued: known.scan<{ key: string }>('outbox').map(({ value }) => value.key ?? ''),
  })
}

function countedAgain(letter: ProjectLetter, queued: readonly Letter[]): ProjectLetter {
  return queued.some(({ subject }) => subject === letter.subject) ? { ...letter, sent: letter.sent + 1 } : letter
}

function settled(state: Outcome<MonthState>, kind: string, known: Known): Decision {
  return state.ok ? { ok: true, changes: stateChanges(state.value, kind, known) } : state
}

/** S2: every manager's letter has gone. */
export function monthTold(month: Month, { desk, moment }: Pick<Known, 'desk' | 'moment'>): Changes {
  return stateChanges({ ...stateOf(desk, month), told: moment.now }, 'month/tell', { moment })
}

/** The line of «Месяцы», and what it meets: «Сегодня» forgets at once what is done. */
function stateChanges(state: MonthState, kind: string, { moment }: Pick<Known, 'moment'>): Changes {
  const { row, ...values } = state
  const done = { 'S2.summary': state.approved, 'S2.tell': state.told, 'S3.publish': state.social == null ? null : state.published }
  const met = Object.entries(done).flatMap(([key, at]) => (at === null ? [] : [key]))
  return changes({
    kind,
    rows: [{ table: 'months', row, values }],
    met: state.month === monthBefore(moment.now) ? met : [],
  })
}

/** The same person presses once more what is done: his answer was lost. */
function isApprovedByCaller({ desk, moment: { who } }: Known, month: Month): boolean {
  const { approved, approvedBy } = stateOf(desk, month)
  return approved !== null && approvedBy === (who.name || who.email)
}

function previewAfter({ changes: { rows }, known }: Done, month: Month): MonthPreview {
  return previewOf(known, month, rows[0]?.values)
}

function previewOf(known: Known, month: Month, values: object = {}): MonthPreview {
  const { desk, moment } = known
  const state = { ...stateOf(desk, month), ...values } as MonthState
  const months = [...desk.months.filter((one) => one.month !== month), state]
  return monthPreview(summaryOf(known, monthRows(known), monthPeriod(month)), { ...desk, months }, moment)
}
