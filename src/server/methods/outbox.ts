/** Sending what waits in «Исходящие»: claimed under the lock, sent outside it, marked afterwards. At least once, never lost. */

import { addMinutes, type LocalDateTime } from '../../domain/localTime'
import { accept, type Outcome, refuse } from '../../domain/problem'
import type { Input, Output } from '../../rpc/contract'
import { forbidden } from '../../usecases/permissions'
import type { OutboxKind } from '../commit'
import { deliverers } from '../deliver'
import { underLock } from '../google/lock'
import { platformErrorOf } from '../google/platformError'
import { type CellsOfRow, ownCells } from '../google/register/ownCells'
import { scanColumns } from '../google/register/records'
import { writeRegister } from '../google/register/writer'
import { type Loaded, loadDesk } from '../load'
import type { DeskSession } from '../session'
import { carryOutTasks } from '../tasks'

/** Letters a run takes at most: the rest waits for the next. */
const batch = 20
/** A claimed letter is nobody else's for so long; a run that died gives it back. */
const leaseMinutes = 15
const maxAttempts = 6

export interface OutboxRow {
  readonly key: string
  readonly kind: OutboxKind
  readonly to: string
  readonly payload: string
  readonly attempts: number
  readonly nextTry: LocalDateTime | null
  readonly done: LocalDateTime | null
  /** 1 goes first; null in rows of older versions. */
  readonly priority: number | null
}

interface Claimed {
  readonly row: number
  readonly letter: OutboxRow
}

const columns = ['key', 'kind', 'to', 'payload', 'attempts', 'nextTry', 'done', 'priority']

export function send(_input: Input<'outbox/send'>, session: DeskSession): Outcome<Output<'outbox/send'>> {
  const { loaded, claimed, waiting, tasks } = underLock(() => claim(session))
  const denied = forbidden(loaded.moment.who, 'read')
  if (denied !== null) return refuse(denied)
  try {
    return sendClaimed(loaded, claimed, waiting)
  } finally {
    if (tasks) followTasks(session)
  }
}

/** Tasks come after the letters; what goes wrong there is no failure of the letters, and the next run tries again. */
function followTasks(session: DeskSession): void {
  try {
    carryOutTasks(session)
  } catch (error) {
    console.error(`tasks: ${platformErrorOf(error).message}`)
  }
}

function sendClaimed(loaded: Loaded, claimed: readonly Claimed[], waiting: number): Outcome<Output<'outbox/send'>> {
  if (claimed.length === 0) return accept({ sent: 0, failed: 0, waiting })
  const results = claimed.map((one) => ({ ...one, error: deliver(one.letter, loaded) }))
  mark(loaded, results)
  const letters = results.filter(({ letter }) => letter.kind === 'письмо')
  const failed = letters.filter(({ error }) => error !== '').length
  return accept({ sent: letters.length - failed, failed, waiting: waiting - letters.length + failed })
}

/** Not sent, and not given up after too many attempts. */
export function isWaiting({ done, attempts }: Pick<OutboxRow, 'done' | 'attempts'>): boolean {
  return done === null && (attempts ?? 0) < maxAttempts
}

/** `tasks`: operations on tasks are due. They are claimed, and counted, apart from letters. */
function claim(session: DeskSession): { loaded: Loaded; claimed: Claimed[]; waiting: number; tasks: boolean } {
  const loaded = loadDesk(session, { columns: { outbox: columns } })
  const { now, who } = loaded.moment
  if (forbidden(who, 'read') !== null) return { loaded, claimed: [], waiting: 0, tasks: false }
  const all = scanColumns<OutboxRow>(loaded.snapshot, 'outbox')
    .rows.map(({ row, value }) => ({ row, letter: value as OutboxRow }))
    .filter(({ letter }) => isWaiting(letter))
  const due = all.filter(({ letter }) => letter.kind !== 'задача')
  const tasks = all.some(({ letter }) => letter.kind === 'задача' && (letter.nextTry ?? '') <= now)
  const claimed = due
    .filter(({ letter }) => (letter.nextTry ?? '') <= now)
    .sort((a, b) => (a.letter.priority ?? 1) - (b.letter.priority ?? 1))
    .slice(0, batch)
  const lease = addMinutes(now, leaseMinutes)
  if (claimed.length > 0) {
    write(
      loaded,
      claimed.map(({ row, letter }) => ({ row, values: { attempts: (letter.attempts ?? 0) + 1, nextTry: lease } })),
    )
  }
  return { loaded, claimed, waiting: due.filter(({ letter }) => letter.kind === 'письмо').length, tasks }
}

/** @returns '' or what went wrong */
function deliver(row: OutboxRow, loaded: Loaded): string {
  try {
    deliverers[row.kind as keyof typeof deliverers](row, loaded)
    return ''
  } catch (error) {
    return platformErrorOf(error).params['detail'] ?? platformErrorOf(error).code
  }
}

function mark(loaded: Loaded, results: readonly (Claimed & { readonly error: string })[]): void {
  const { now } = loaded.moment
  const values = results.map(({ row, error }) => ({
    row,
    values: error === '' ? { done: now, error: '' } : { nextTry: addMinutes(now, leaseMinutes), error },
  }))
  write(loaded, values)
}

function write(loaded: Loaded, rows: readonly CellsOfRow[]): void {
  const { snapshot, session } = loaded
  const more = ownCells('outbox', snapshot.layouts.outbox, rows)
  writeRegister(session.spreadsheetId, { layouts: snapshot.layouts, patches: [], appends: {}, replaced: {}, service: {}, more })
}
