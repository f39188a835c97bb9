/** Sending what waits in «Исходящие»: claimed under the lock, sent outside it, marked afterwards. At least once, never lost. */

import { lettersKept } from '../../domain/letter/lettersKept'
import { cutLine } from '../../domain/letter/plainLine'
import { accept, type Outcome, refuse } from '../../domain/problem'
import { type PlatformCode, platformText } from '../../domain/text/platformText.ru'
import { needlessMark } from '../../domain/text/text.ru'
import { addMinutes, type LocalDateTime, type Month } from '../../domain/time/localTime'
import type { Output } from '../../rpc/contract'
import { toldKind } from '../../usecases/booking/tellings'
import { changes } from '../../usecases/changes'
import { monthsTold } from '../../usecases/month/monthLetters'
import { monthTold } from '../../usecases/month/settleMonth'
import { forbidden } from '../../usecases/permissions'
import { commit, type ServiceChange, serviceCells } from '../desk/commit'
import { type Loaded, loadDesk, refuseUnfit } from '../desk/load'
import { isWaiting, maxAttempts, type OutboxRow, pauseAfter } from '../desk/outboxRow'
import type { DeskSession } from '../desk/session'
import { underLock } from '../google/lock'
import { lettersLeft } from '../google/mailer'
import { platformErrorOf } from '../google/platformError'
import { type CellsOfRow, ownCells } from '../google/register/ownCells'
import { scanColumns } from '../google/register/records'
import { writeRegister } from '../google/register/writer'
import { foreignRow, isOurs } from '../google/signed/seal'
import { isTraining } from '../google/training'
import { deliverOne } from './deliver'
import { carryOutTasks } from './tasks/tasks'
import { type Gone, leftBy, type Standing, sortTellings, toldDeals, toldPlans, type Worded, withWords } from './tellings'

/** Letters a run takes at most: the rest waits for the next. */
const batch = 20
/** A claimed letter is nobody else's for so long; a run that died gives it back. */
const leaseMinutes = 15

type Claimed = Worded

interface Claim {
  readonly loaded: Loaded
  readonly claimed: readonly Claimed[]
  readonly waiting: number
  readonly tasks: boolean
}

/** What came of one letter: sent, failed, or given back untried because the day's quota or the run's time is over. */
interface Result extends Claimed {
  readonly outcome: 'sent' | 'failed' | 'untried' | 'waits'
  readonly error: string
}

const columns = ['key', 'kind', 'to', 'payload', 'attempts', 'nextTry', 'done', 'error', 'priority', 'seal']

/** @param until no further letter is begun after that moment, ms */
export function sendWaiting(session: DeskSession, until = Number.POSITIVE_INFINITY): Outcome<Output<'outbox/send'>> {
  const { loaded, claimed, waiting, tasks } = underLock(() => claim(session))
  const denied = forbidden(loaded.moment.who, 'read')
  if (denied !== null) return refuse(denied)
  try {
    return sendClaimed(loaded, claimed, { waiting, until })
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

interface Run {
  readonly waiting: number
  readonly until: number
}

function sendClaimed(loaded: Loaded, claimed: readonly Claimed[], { waiting, until }: Run): Outcome<Output<'outbox/send'>> {
  if (claimed.length === 0) return accept({ sent: 0, failed: 0, waiting })
  const results: Result[] = []
  let isOver = false
  for (const one of claimed) {
    isOver = isOver || Date.now() > until
    const result: Result = isOver ? { ...one, outcome: 'untried', error: '' } : deliver(one, loaded)
    isOver = isOver || result.outcome === 'untried'
    results.push(result)
  }
  mark(loaded, results)
  const letters = results.filter(isMail)
  const sent = letters.filter(({ outcome }) => outcome === 'sent').length
  return accept({ sent, failed: letters.filter(({ outcome }) => outcome === 'failed').length, waiting: waiting - sent })
}

/** `tasks`: operations on tasks are due. They are claimed, and counted, apart from letters. */
function claim(session: DeskSession): Claim {
  const loaded = loadDesk(session, { columns: { outbox: columns } })
  const { now, who } = loaded.moment
  if (forbidden(who, 'read') !== null || isTraining()) return { loaded, claimed: [], waiting: 0, tasks: false }
  // What has gone is written down on the deal and in the journal: where that cannot be, nothing goes twice.
  refuseUnfit(loaded)
  const standing = scanColumns<OutboxRow>(loaded.snapshot, 'outbox')
    .rows.map(({ row, value }) => ({ row, letter: value as OutboxRow }))
    .filter(({ letter }) => letter.done === null)
  const foreign = standing.filter(({ letter }) => isWaiting(letter) && letter.kind !== 'задача' && !isOurs('outbox', letter))
  const own = standing.filter((one) => !foreign.includes(one))
  const { unneeded, onTheWay } = sortTellings(own, now)
  const all = own.filter((one) => isWaiting(one.letter) && !unneeded.includes(one))
  const due = all.filter(({ letter }) => letter.kind !== 'задача' && letter.kind !== 'amoCRM')
  const tasks = all.some(({ letter }) => letter.kind === 'задача' && (letter.nextTry ?? '') <= now)
  const ready = due
    .filter(({ row, letter }) => (letter.nextTry ?? '') <= now && !onTheWay.has(row))
    .sort((a, b) => (a.letter.priority ?? 1) - (b.letter.priority ?? 1))
  const fitting = withinQuota(ready)
  const worded = withWords(fitting.slice(0, batch), loaded)
  const claimed = worded.filter(({ words }) => words !== null)
  const needless = [...unneeded, ...worded.filter(({ words }) => words === null)]
  const mailWaits = ready.length === fitting.length ? '' : String(ready.length - fitting.length)
  const lease = addMinutes(now, leaseMinutes)
  const rows: CellsOfRow[] = [
    ...claimed.map(({ row, letter }) => ({ row, values: { attempts: (letter.attempts ?? 0) + 1, nextTry: lease, error: '' } })),
    ...needless.map(({ row }) => ({ row, values: { done: now, error: needlessMark } })),
    ...foreign.map(({ row }) => ({ row, values: { attempts: maxAttempts, error: foreignRow } })),
  ]
  if (rows.length > 0 || mailWaits !== loaded.desk.service.mailWaits) write(loaded, rows, { mailWaits })
  return { loaded, claimed, waiting: due.filter((one) => isMail(one) && !needless.some(({ row }) => row === one.row)).length, tasks }
}

const isMail = ({ letter }: Standing) => letter.kind === 'письмо' || letter.kind === 'известие'

/** Until tomorrow: a question about feedback, a month's figures, news without a duty. */
const canWait = ({ letter }: Standing) => (letter.priority ?? 1) >= 3

/** What today's mail quota has no room for waits untouched, the most important first to go; asked only where letters are due. */
function withinQuota(ready: readonly Standing[]): readonly Standing[] {
  if (!ready.some(isMail)) return ready
  let left = lettersLeft()
  return ready.filter((one) => {
    if (!isMail(one)) return true
    const isFitting = left > (canWait(one) ? lettersKept : 0)
    if (isFitting) left -= 1
    return isFitting
  })
}

/** The day's quota is over, or the minute's: nobody's fault, no attempt is lost. */
const quotas: readonly PlatformCode[] = ['quotaMail', 'quotaDay', 'quotaMinute']

/** Of what a service answers, its beginning stands in «Ошибка». */
const errorShown = 1_000

function deliver(one: Claimed, loaded: Loaded): Result {
  try {
    deliverOne(one, loaded)
    return { ...one, outcome: 'sent', error: '' }
  } catch (thrown) {
    const { code, params } = platformErrorOf(thrown)
    const error = cutLine(platformText(code, params), errorShown)
    return { ...one, outcome: code === 'noWebApp' ? 'waits' : quotas.includes(code) ? 'untried' : 'failed', error }
  }
}

/** What people know by then is written down with the letters that told them: read anew under the lock, since the deals went on meanwhile. */
function mark(loaded: Loaded, results: readonly Result[]): void {
  const { now } = loaded.moment
  const rows = results.map((result) => ({ row: result.row, values: markOf(result, now) }))
  const gone = results.filter(isGone)
  const months = monthsTold(keysOf(results), () => keysGone(loaded), loaded.desk.office)
  if (gone.length === 0 && months.length === 0) write(loaded, rows)
  else underLock(() => noteGone({ gone, months }, rows, loaded))
}

interface News {
  readonly gone: readonly Gone[]
  /** Whose letters have all gone. */
  readonly months: readonly Month[]
}

function noteGone({ gone, months }: News, rows: readonly CellsOfRow[], { session, moment }: Loaded): void {
  const fresh = loadDesk(session, { deals: toldDeals(gone) })
  const marks = changes({ kind: toldKind, rows: rows.map((one) => ({ table: 'outbox', ...one })) })
  commit(fresh, [...toldPlans(gone, fresh.desk, moment.now), marks, ...months.map((month) => monthTold(month, fresh))])
}

function keysOf(results: readonly Result[]): string[] {
  return results.flatMap(({ outcome, letter }) => (outcome === 'sent' ? [letter.key] : []))
}

/** Of letters of a month that went before. */
function keysGone({ snapshot }: Loaded): string[] {
  const rows = scanColumns<OutboxRow>(snapshot, 'outbox').rows.map(({ value }) => value as OutboxRow)
  const gone = rows.filter(({ key, done, error }) => key.startsWith('month:') && done !== null && (error ?? '') === '')
  return gone.filter((row) => isOurs('outbox', row)).map(({ key }) => key)
}

/** A letter with links waits for the pages' address, however long, and keeps its attempts. */
const addressWaitMinutes = 20

function markOf(result: Result, now: LocalDateTime): CellsOfRow['values'] {
  const { letter, outcome, error } = result
  if (outcome === 'sent') return { done: now, error: '', ...(isGone(result) ? leftBy(result) : {}) }
  const tried = letter.attempts ?? 0
  if (outcome === 'waits') return { nextTry: addMinutes(now, addressWaitMinutes), attempts: tried, error }
  return outcome === 'failed' ? { nextTry: addMinutes(now, pauseAfter(tried + 1)), error } : { nextTry: now, attempts: tried, error }
}

/** Sent, and its deal says so. */
function isGone(result: Result): result is Result & Gone {
  return result.outcome === 'sent' && typeof result.words === 'object' && result.words !== null && result.words.after !== null
}

function write(loaded: Loaded, rows: readonly CellsOfRow[], change: ServiceChange = {}): void {
  const { snapshot, session } = loaded
  const more = ownCells('outbox', snapshot.layouts.outbox, rows)
  const service = serviceCells(loaded, change)
  writeRegister(session.spreadsheetId, { layouts: snapshot.layouts, service, more })
}
