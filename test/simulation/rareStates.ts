/** About sixty states that are seldom reached and often wrong: a run that does not come to them has looked at nothing. */
import type { ExecutionRecord, Fault, Invocation, World } from '../../emulator/world/types'
import type { RpcAnswer } from '../../src/rpc/contract'
import { rowsIn } from './invariants/cells'

/** Refusals by the panel. */
const refusals = (
  'slotTaken changedMeanwhile overlaps incomplete attemptsMissing attemptTooSoon notReached notYetStarted ' +
  'externalDecisionNeeded cannotUndo dealClosed notAllowed moveLimit moveNotAllowed nothingToDo slotHeld'
).split(' ')
/** Kinds of «Расхождения». */
const disputes = 'unknownBooking otherOrganisation otherConsultant overlap limit breaks unread notReady duplicate copy'.split(' ')
/** Breaches by obligation. */
const breaches = 'I5.call A1.assign I7.next C8.fill K6.close K7.close G1.slots R1.reason G5.limit S2.summary'.split(' ')
/** What the journal tells that only seldom happens. */
const lines = [
  'deal/undo',
  'deal/reopen',
  'week/undo',
  'deal/reassign',
  'deal/cannotHold',
  'deal/join',
  'client/merge',
  'deal/bookOwn',
  'deal/takeReport',
  'import/deals',
]
/** Deaths and failures, by where they strike. */
const deaths = [
  'died after the calendar, before the register',
  'died before the register, form',
  'tick died after its commit',
  'commit landed and was told as failed',
  'letter sent and told as failed',
  'calendar patch answered 412',
  'token answered 410',
  'quota of the day',
  'lock timed out',
]
const others = [
  'two requests of one click',
  'two people book at once',
  'ticks overlap',
  'sorted while a command writes',
  'hand edit put back',
  'deleted row returned',
  'letter waits for a second try',
  'page of another version',
  'year changed',
]

export const rareStates: readonly string[] = [
  ...refusals.map((code) => `refused: ${code}`),
  ...disputes.map((kind) => `dispute: ${kind}`),
  ...breaches.map((key) => `breach: ${key}`),
  ...lines.map((kind) => `line: ${kind}`),
  ...deaths,
  ...others,
]

const known = new Set(rareStates)

export class Seen {
  readonly states = new Set<string>()
  private sizes = ''

  note(state: string): void {
    if (known.has(state)) this.states.add(state)
  }

  answered(invocation: Invocation, { calls, value, error }: ExecutionRecord, fault: Fault | null): void {
    const answer = value as Partial<RpcAnswer<unknown> & { problem: { code: string } | null; outdated: boolean }> | null
    if (invocation.fn === 'rpc' && answer?.ok === false && answer.problem) this.note(`refused: ${answer.problem.code}`)
    if (answer?.outdated === true) this.note('page of another version')
    if (fault === null) return
    const struck = calls.find(({ n }) => n === fault.at)?.name ?? ''
    const isAfter = fault.kind === 'killAfter'
    const wrote = calls.some(({ name, n }) => /^Calendar.Events.(patch|insert)/.test(name) && n <= fault.at)
    const isCommitted = calls.some(({ name, n }) => name === 'Sheets.batchUpdate' && n <= fault.at)
    if (error?.name === 'Killed' && wrote && !isCommitted) this.note('died after the calendar, before the register')
    if (error?.name === 'Killed' && invocation.fn === 'doPost' && !isCommitted) this.note('died before the register, form')
    if (error?.name === 'Killed' && invocation.fn === 'tick' && isCommitted) this.note('tick died after its commit')
    if (fault.kind === 'failAfter' && struck === 'Sheets.batchUpdate') this.note('commit landed and was told as failed')
    if ((isAfter || fault.kind === 'failAfter') && struck === 'MailApp.sendEmail') this.note('letter sent and told as failed')
  }

  ran({ fn, calls, ui }: ExecutionRecord): void {
    for (const { name, error = '' } of calls) {
      if (/Precondition/.test(error)) this.note('calendar patch answered 412')
      if (/Sync token/.test(error)) this.note('token answered 410')
      if (/one day|usage limits|per day/.test(error)) this.note('quota of the day')
      if (name === 'Lock.acquire' && /[Ll]ock/.test(error)) this.note('lock timed out')
    }
    if (fn === 'sheetEdited' && ui.some((effect) => effect.kind === 'toast')) this.note('hand edit put back')
  }

  /** Only looked at where a list has grown. */
  stands(world: World): void {
    const [disputed, broken, journal, outbox] = ['Расхождения', 'Нарушения', 'Журнал', 'Исходящие'].map((title) => rowsIn(world, title))
    const sizes = [disputed, broken, journal].map((rows) => rows?.length).join()
    if (sizes === this.sizes) return
    this.sizes = sizes
    for (const { cells } of disputed ?? []) this.note(`dispute: ${String(cells['Ключ']).split(':')[0]}`)
    for (const { cells } of broken ?? []) this.note(`breach: ${String(cells['Ключ']).split(':')[0]}`)
    for (const { cells } of journal?.slice(-20) ?? []) this.note(`line: ${cells['Что']}`)
    if (outbox?.some(({ cells }) => Number(cells['Попыток']) > 1)) this.note('letter waits for a second try')
    if (new Date(world.state.now).getUTCFullYear() > 2026) this.note('year changed')
  }
}
