/** The life of a task (A4, K4): what a change of deals, or the time alone, opens, moves and closes on the sheet «Задачи». */

import type { Deal } from '../../domain/deal/deal'
import { isHistory } from '../../domain/obligations/history'
import { owersText } from '../../domain/obligations/obligation'
import { obligationsOf, obligationTitle } from '../../domain/obligations/obligations'
import type { Office } from '../../domain/office/office'
import type { LocalDateTime } from '../../domain/time/localTime'
import type { Changes, RowChange } from '../changes'
import type { ControlLine } from '../desk'

/** Something owed that reached somebody as a task: a row of «Задачи», and a task outside where a tool is connected. */
export interface Task {
  /** `<obligation>:<deal>:<who>`, 'A4.hold:41720:ММ': at most one open task has it. */
  readonly key: string
  readonly clause: string
  readonly dealId: number
  readonly subject: string
  /** Initials of a consultant, or a role's Russian title. */
  readonly who: string
  readonly due: LocalDateTime
}

export interface TaskOp extends Task {
  readonly op: 'open' | 'move' | 'close'
  /** When it was decided. */
  readonly at: LocalDateTime
}

type Known = { readonly lines: readonly ControlLine[]; readonly office: Office; readonly now: LocalDateTime }

/**
 * What a command's deals do to their tasks, in order. `lines` are those of «Контроль» before the command. Imported deals bring none: the
 * office has their tasks already.
 * @example ММ's consultation of 27 November at 10:00 is given to СБ at 14:00
 *   // → close A4.hold:41720:ММ, open A4.hold:41720:СБ due 2026-11-27T14:00
 */
export function taskOps({ kind, deals }: Pick<Changes, 'kind' | 'deals'>, known: Known): TaskOp[] {
  if (kind === 'import/deals') return []
  return deals.flatMap((change) => [...holdOps(change), ...owedOps(change, known)]).map((op) => ({ ...op, at: known.now }))
}

/** A4: the consultant's task stands as long as the deal is assigned to him, with the start as its date. */
function holdOps({ before, after }: RowChange<Deal>): Omit<TaskOp, 'at'>[] {
  const was = before === null ? null : holdTask(before)
  const is = holdTask(after)
  if (was !== null && is !== null && was.key === is.key) return was.due === is.due ? [] : [{ ...is, op: 'move' }]
  return [...(was === null ? [] : [{ ...was, op: 'close' as const }]), ...(is === null ? [] : [{ ...is, op: 'open' as const }])]
}

function holdTask(deal: Deal): Task | null {
  const { id, stage, consultant, start } = deal
  if (stage !== 'assigned' || consultant === '' || start === null) return null
  const key = keyOf('A4.hold', id, consultant)
  return { key, clause: 'A4', dealId: id, subject: obligationTitle('A4.hold', deal), who: consultant, due: start }
}

/**
 * Tasks that the time had opened: moved with their due time, closed once it is no longer owed by the same person. One that is owed because
 * of this very change (a card opened again, or given to another after Friday) is opened with it.
 */
function owedOps({ before, after }: RowChange<Deal>, { lines, office, now }: Known): Omit<TaskOp, 'at'>[] {
  const tasked = before === null ? [] : lines.filter((line) => line.dealId === before.id && isTasked(line, now)).flatMap(taskOf)
  const owed = obligationsOf(after, office, now).map(({ key, ...rest }) => ({
    ...rest,
    key: keyOf(key, after.id, owersText(rest)),
    obligation: key,
  }))
  const kept = tasked.flatMap((task): Omit<TaskOp, 'at'>[] => {
    const due = owed.find(({ key }) => key === task.key)?.due
    if (due === undefined) return [{ ...task, op: 'close' }]
    return due === task.due ? [] : [{ ...task, due, op: 'move' }]
  })
  const fresh = owed.filter(({ key, obligation }) => obligation === 'K4.complete' && !tasked.some((task) => task.key === key))
  return [
    ...kept,
    ...fresh.map(({ key, clause, dealId, subject, who, also, due }) => ({
      key,
      clause,
      dealId,
      subject,
      who: owersText({ who, ...(also === undefined ? {} : { also }) }),
      due,
      op: 'open' as const,
    })),
  ]
}

/**
 * Tasks that the time alone opens: a card that stands incomplete on Friday at 15:00 (K4), and whatever was told as overdue. Those that have
 * their task already are among them. What is owed on no deal becomes none.
 */
export function tasksDue(lines: readonly ControlLine[], now: LocalDateTime): Task[] {
  return lines.filter((line) => isTasked(line, now)).flatMap(taskOf)
}

/** A4.hold lives with its deal and needs no line. */
function isTasked({ key, opensAt, escalated, overdueTo }: ControlLine, now: LocalDateTime): boolean {
  return key !== 'A4.hold' && !isHistory({ overdueTo }) && opensAt <= now && (key === 'K4.complete' || escalated !== null)
}

function taskOf({ key, clause, dealId, subject, who, due }: ControlLine): Task[] {
  return dealId === null ? [] : [{ key: keyOf(key, dealId, who), clause, dealId, subject, who, due }]
}

function keyOf(obligation: string, dealId: number, who: string): string {
  return `${obligation}:${dealId}:${who}`
}
