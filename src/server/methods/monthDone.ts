/** A month that is over: approved, published, told to the managers of projects (S2, S3). */

import { heldRows } from '../../domain/month/list'
import { monthPeriod } from '../../domain/month/period'
import { monthBefore } from '../../domain/obligations/duties/monthDuties'
import type { Action } from '../../domain/office/actions'
import { accept, type Outcome, refuse } from '../../domain/problem'
import { tables } from '../../domain/register/tables'
import type { Month } from '../../domain/time/localTime'
import type { Input, Output } from '../../rpc/contract'
import type { ProjectLetter } from '../../rpc/monthContract'
import { changes, type Letter } from '../../usecases/changes'
import { metLate } from '../../usecases/control/breaches'
import type { MonthState } from '../../usecases/desk'
import { approveMonth, publishMonth, stateOf } from '../../usecases/month/monthDone'
import { areAllTold, lettersToQueue, monthLetters } from '../../usecases/month/monthLetters'
import { monthPreview } from '../../usecases/month/monthPreview'
import { forbidden } from '../../usecases/permissions'
import { outboxOf } from '../desk/commit'
import { type ControlWrites, writesOf } from '../desk/controlWrites'
import type { Loaded } from '../desk/load'
import { loadMonth, type MonthLoaded, summaryOf } from '../desk/monthLoad'
import type { DeskSession } from '../desk/session'
import { underLock } from '../google/lock'
import { scanColumns } from '../google/register/records'
import { rowCells, writeRegister } from '../google/register/writer'

/** Four calls; the numbers are counted again under the lock, so what is kept is what stands now. */
export function approve({ month, again }: Input<'month/approve'>, session: DeskSession): Outcome<Output<'month/approve'>> {
  return changeMonth(session, { month, action: 'approveMonth' }, (read) => {
    const { desk, moment } = read.loaded
    return approveMonth(stateOf(desk, month), summaryOf(read, monthPeriod(month), null), { again, moment })
  })
}

export function published({ month, link }: Input<'month/published'>, session: DeskSession): Outcome<Output<'month/published'>> {
  return changeMonth(session, { month, action: 'publishMonth' }, ({ loaded }) =>
    publishMonth(stateOf(loaded.desk, month), link, loaded.moment),
  )
}

/** One call: who would get which letter. */
export function letters({ month }: Input<'month/letters'>, session: DeskSession): Outcome<Output<'month/letters'>> {
  const read = loadMonth(session, monthPeriod(month), outboxKeys)
  const denied = forbidden(read.loaded.moment.who, 'tellManagers')
  return denied === null ? accept({ letters: lettersOf(read, month) }) : refuse(denied)
}

/** Four calls: letters and «Месяцы» in one transaction; the page sends them afterwards. */
export function tell(input: Input<'month/tell'>, session: DeskSession): Outcome<Output<'month/tell'>> {
  return underLock(() => {
    const read = loadMonth(session, monthPeriod(input.month), outboxKeys)
    const { loaded } = read
    const denied = forbidden(loaded.moment.who, 'tellManagers')
    if (denied !== null) return refuse(denied)
    const all = lettersOf(read, input.month)
    const queued = lettersToQueue(all, input)
    if (queued.length === 0) return refuse({ code: 'nothingToDo' })
    const state = stateOf(loaded.desk, input.month)
    writeMonth(loaded, areAllTold(all, queued, input.month) ? { ...state, told: loaded.moment.now } : state, queued)
    return accept({ letters: all.map((letter) => countedAgain(letter, queued)), lettersWaiting: queued.length })
  })
}

const outboxKeys = { outbox: ['key'] } as const

function lettersOf(read: MonthLoaded, month: Month): ProjectLetter[] {
  const { desk, snapshot } = read.loaded
  const period = monthPeriod(month)
  return monthLetters({
    ...{ month, office: desk.office },
    summary: summaryOf(read, period, null),
    held: heldRows({ rows: read.rows, days: period, office: desk.office, personal: true }),
    queued: scanColumns<{ key: string }>(snapshot, 'outbox').rows.map(({ value }) => value.key ?? ''),
  })
}

function countedAgain(letter: ProjectLetter, queued: readonly Letter[]): ProjectLetter {
  return queued.some(({ subject }) => subject === letter.subject) ? { ...letter, sent: letter.sent + 1 } : letter
}

function changeMonth(
  session: DeskSession,
  { month, action }: { readonly month: Month; readonly action: Action },
  decide: (read: MonthLoaded) => Outcome<MonthState>,
): Outcome<Output<'month/approve'>> {
  return underLock(() => {
    const read = loadMonth(session, monthPeriod(month))
    const { desk, moment } = read.loaded
    const denied = forbidden(moment.who, action)
    if (denied !== null) return refuse(denied)
    const decided = decide(read)
    if (!decided.ok) return decided
    const state = decided.value
    writeMonth(read.loaded, state, [])
    const months = [...desk.months.filter((one) => one.month !== state.month), state]
    return accept(monthPreview(summaryOf(read, monthPeriod(state.month), null), { ...desk, months }, moment))
  })
}

/** The line of «Месяцы», letters, and «Контроль» without what is met by it. */
function writeMonth(loaded: Loaded, state: MonthState, queued: readonly Letter[]): void {
  const { row, ...values } = state
  const { snapshot, session, moment } = loaded
  const outbox = outboxOf(changes({ kind: 'month/tell', letters: queued }), moment.now)
  const control = controlWithout(loaded, state)
  const start = { sheetId: tables.months.sheetId, rowIndex: (row ?? 0) - 1, columnIndex: 0 }
  const cells = { values: rowCells('months', values, snapshot.layouts.months) }
  writeRegister(session.spreadsheetId, {
    layouts: snapshot.layouts,
    patches: [],
    appends: { outbox, months: row === null ? [values] : [], breaches: control.breaches },
    replaced: control.replaced,
    service: {},
    more: row === null ? [] : [{ updateCells: { start, rows: [cells], fields: 'userEnteredValue,userEnteredFormat.numberFormat' } }],
  })
}

/** «Сегодня» forgets at once what is done; the next tick would find the same. What was done late is a breach. */
function controlWithout(loaded: Loaded, state: MonthState): ControlWrites {
  const { desk, moment } = loaded
  if (state.month !== monthBefore(moment.now)) return { replaced: {}, breaches: [] }
  const met = [
    state.approved === null ? '' : 'S2.summary',
    state.told === null ? '' : 'S2.tell',
    state.published === null ? '' : 'S3.publish',
  ]
  const kept = desk.control.filter(({ key }) => !met.includes(key))
  return writesOf(loaded, kept, metLate(desk.control, kept, moment.now))
}
