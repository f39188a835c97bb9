/** Sending what waits in «Исходящие»: claimed under the lock, sent outside it, marked afterwards. At least once, never lost. */

import { addMinutes, type LocalDateTime } from '../../domain/localTime'
import { accept, type Outcome, refuse } from '../../domain/problem'
import type { Input, Output } from '../../rpc/contract'
import { forbidden } from '../../usecases/permissions'
import type { OutboxKind } from '../commit'
import { deliverers } from '../deliver'
import { underLock } from '../google/lock'
import { platformErrorOf } from '../google/platformError'
import { textCell, writeCell } from '../google/register/cells'
import type { Layout } from '../google/register/layout'
import { scanColumns } from '../google/register/records'
import { tables } from '../google/register/tables'
import { writeRegister } from '../google/register/writer'
import { type Loaded, loadDesk } from '../load'
import type { DeskSession } from '../session'

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
  const { loaded, claimed, waiting } = underLock(() => claim(session))
  const denied = forbidden(loaded.moment.who, 'read')
  if (denied !== null) return refuse(denied)
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

function claim(session: DeskSession): { loaded: Loaded; claimed: Claimed[]; waiting: number } {
  const loaded = loadDesk(session, { columns: { outbox: columns } })
  const { now, who } = loaded.moment
  if (forbidden(who, 'read') !== null) return { loaded, claimed: [], waiting: 0 }
  const due = scanColumns<OutboxRow>(loaded.snapshot, 'outbox')
    .rows.map(({ row, value }) => ({ row, letter: value as OutboxRow }))
    .filter(({ letter }) => isWaiting(letter))
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
  return { loaded, claimed, waiting: due.filter(({ letter }) => letter.kind === 'письмо').length }
}

/** @returns '' or what went wrong */
function deliver(row: OutboxRow, loaded: Loaded): string {
  try {
    deliverers[row.kind](row, loaded)
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

/** Cells of the outbox by row; it is the product's own sheet, nobody sorts it. */
function write(
  loaded: Loaded,
  rows: readonly { readonly row: number; readonly values: Readonly<Record<string, string | number>> }[],
): void {
  const layout: Layout = loaded.snapshot.layouts.outbox ?? {}
  const more = rows.flatMap(({ row, values }) =>
    tables.outbox.columns
      .filter(({ key }) => key in values)
      .map((column) => ({
        updateCells: {
          start: { sheetId: tables.outbox.sheetId, rowIndex: row - 1, columnIndex: layout[column.key] ?? 0 },
          rows: [
            {
              values: [column.kind.type === 'text' ? textCell(String(values[column.key])) : writeCell(column, values[column.key] ?? null)],
            },
          ],
          fields: 'userEnteredValue,userEnteredFormat.numberFormat',
        },
      })),
  )
  writeRegister(loaded.session.spreadsheetId, {
    layouts: loaded.snapshot.layouts,
    patches: [],
    appends: {},
    replaced: {},
    service: {},
    more,
  })
}
