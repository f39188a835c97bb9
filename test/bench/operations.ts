/** What the desk does all day, each as one measured execution, with its budget from docs/architecture.md; in the order of a working week. */
import type { CallRecord, ExecutionRecord } from '../../emulator/world/types'
import { dealIn, inStage, refOf, rpc, tick, user } from './asking'
import { anySlot, book, finishDead, isLonger, release } from './booking'
import { attachNote, mergeTwo, readLetter, takePosted, tickAfterHand, typeByHand, undoNote } from './intake'
import { hold, moveToSlot, moveWithEvent, reassign, settleByHand } from './moving'
import type { BenchOffice } from './office'
import { remindOfTwenty } from './reminding'
import { changeByHand, closeFifty, createFor, dealWithPastStart, nextMorning } from './week'

export interface Operation {
  readonly name: string
  /** Calls that leave the script, and modelled seconds; null = docs/architecture.md's table does not name it, but its calls do not grow either. */
  readonly budget: { readonly calls: number; readonly seconds: number } | null
  /** Does it once; whatever it needs first is done in executions of their own. */
  readonly run: (desk: BenchOffice) => ExecutionRecord
  /** Calls that belong to the operation, where it is a part of an execution. */
  readonly part?: (calls: readonly CallRecord[]) => readonly CallRecord[]
}

/** The sync's share of a tick: the calendar's list and what follows from it, as long as it holds the lock. */
const sinceCalendar = (calls: readonly CallRecord[]): readonly CallRecord[] => {
  const own = calls.slice(calls.findIndex(({ name }) => name === 'Calendar.Events.list'))
  const end = own.findIndex(({ name }) => name === 'Lock.release')
  return end < 0 ? own : own.slice(0, end + 1)
}

export const cardTexts = {
  minutes: 60,
  project: 'Ресурсный центр НКО',
  content: 'Разобрали отчёт по гранту',
  recommendations: 'Сдать отчёт до 1 декабря',
}

const command = { calls: 4, seconds: 2 }
const booking = { calls: 6, seconds: 2.8 }

const reading: readonly Operation[] = [
  {
    name: 'open the sidebar',
    budget: { calls: 1, seconds: 1.5 },
    run: ({ world }) => world.invoke({ fn: 'showSidebar', entry: 'menu', user }),
  },
  {
    name: 'open a card',
    budget: { calls: 1, seconds: 1.5 },
    run: (desk) => rpc(desk.world, 'deal/open', refOf(dealIn(desk, inStage('held')))).record,
  },
  { name: 'list free slots', budget: { calls: 2, seconds: 2 }, run: ({ world }) => rpc(world, 'slot/list', anySlot).record },
  { name: 'find a deal', budget: null, run: ({ world }) => rpc(world, 'deal/search', { text: 'Северный маяк' }).record },
  { name: 'find a client', budget: null, run: ({ world }) => rpc(world, 'client/search', { text: '8 911' }).record },
  { name: 'the board of two weeks', budget: { calls: 2, seconds: 2 }, run: ({ world }) => rpc(world, 'slot/board', { weeks: 2 }).record },
  { name: 'list discrepancies', budget: { calls: 1, seconds: 1.5 }, run: ({ world }) => rpc(world, 'discrepancy/list', {}).record },
  {
    name: "read a deal's history",
    budget: { calls: 2, seconds: 2.5 },
    run: (desk) => rpc(desk.world, 'deal/history', { id: desk.deals.length }).record,
  },
]

const triggers: readonly Operation[] = [
  { name: 'sync, nothing new', budget: { calls: 2, seconds: 1 }, run: ({ world }) => tick(world), part: sinceCalendar },
  { name: 'tick with nothing due', budget: { calls: 4, seconds: 2 }, run: ({ world }) => tick(world) },
  { name: 'tick after a cell edited by hand', budget: null, run: tickAfterHand },
  { name: 'tick with 20 reminders due', budget: null, run: remindOfTwenty },
  { name: 'sync, one change', budget: { calls: 6, seconds: 2.5 }, run: changeByHand, part: sinceCalendar },
]

const commands: readonly Operation[] = [
  { name: 'book', budget: booking, run: (desk) => book(desk, 0).record },
  { name: 'book an hour of a longer slot', budget: null, run: (desk) => book(desk, 1, isLonger).record },
  { name: 'give a booking back', budget: booking, run: (desk) => release(desk, 2) },
  { name: 'move to another slot', budget: booking, run: (desk) => moveToSlot(desk, 5) },
  { name: 'move with its event', budget: booking, run: (desk) => moveWithEvent(desk, 6) },
  { name: 'reassign', budget: booking, run: (desk) => reassign(desk, 7) },
  { name: 'hold an hour', budget: command, run: (desk) => hold(desk, 'slot/hold') },
  { name: 'let it go', budget: command, run: (desk) => hold(desk, 'slot/release') },
  { name: 'settle a discrepancy', budget: null, run: settleByHand },
  {
    name: 'move a stage',
    budget: command,
    run: (desk) => rpc(desk.world, 'deal/move', { deal: refOf(dealWithPastStart(desk)), to: 'held', reason: '', fields: cardTexts }).record,
  },
  {
    name: 'note a call',
    budget: command,
    run: (desk) =>
      rpc(desk.world, 'deal/note', { deal: refOf(dealIn(desk, inStage('unsorted'))), outcome: 'noAnswer', text: 'не берут трубку' }).record,
  },
  {
    name: 'fill a card',
    budget: command,
    run: (desk) => rpc(desk.world, 'deal/fill', { deal: refOf(dealIn(desk, inStage('held'))), fields: cardTexts }).record,
  },
  { name: 'create a deal', budget: null, run: (desk) => createFor(desk) },
  { name: 'send the letters that wait', budget: null, run: ({ world }) => rpc(world, 'outbox/send', {}).record },
  { name: 'tick that finishes a dead booking', budget: null, run: (desk) => finishDead(desk, 3) },
]

const periods: readonly Operation[] = [
  { name: "Friday's list", budget: null, run: ({ world }) => rpc(world, 'week/list', {}).record },
  { name: 'Friday close of 50 cards', budget: { calls: 4, seconds: 4 }, run: closeFifty },
  {
    name: 'monthly report',
    budget: { calls: 3, seconds: 10 },
    run: ({ world }) => rpc(world, 'month/report', { month: '2026-11' }).record,
  },
  {
    name: "a year's report",
    budget: null,
    run: ({ world }) => rpc(world, 'month/report', { period: { kind: 'year', year: 2025 } }).record,
  },
]

const outside: readonly Operation[] = [
  { name: 'a request from the site', budget: null, run: (desk) => takePosted(desk) },
  { name: 'read a pasted letter', budget: null, run: readLetter },
  { name: 'undo the last change', budget: { calls: 5, seconds: 3.5 }, run: undoNote },
  { name: 'merge two clients', budget: null, run: mergeTwo },
  { name: 'attach a file', budget: null, run: attachNote },
]

/** Last: the whole check brings the made-up register back to its journal, which moves rows that other operations remember. */
const byHand: readonly Operation[] = [
  { name: 'a cell edited by hand', budget: { calls: 6, seconds: 2.5 }, run: typeByHand },
  { name: "a day's first tick: the whole register", budget: null, run: nextMorning },
]

export const operations: readonly Operation[] = [...reading, ...triggers, ...commands, ...outside, ...periods, ...byHand]
