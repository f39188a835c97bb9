/** The time trigger: finish what a dead run left, sync the calendar, remind of what is due, send what waits, and say that all is well. */

import type { Deal } from '../../domain/deal/deal'
import { tables } from '../../domain/register/tables'
import { dateOf } from '../../domain/time/localTime'
import type { ServiceKey } from '../../usecases/register/service'
import { commitService, knownNames, type ServiceChange } from '../desk/commit'
import { type Loaded, loadDesk } from '../desk/load'
import { isGivenUp, isWaiting, type OutboxRow } from '../desk/outboxRow'
import { guardRights, isGivenOtherwise } from '../desk/rights'
import type { DeskSession } from '../desk/session'
import { endDevices, sendSignInLetters } from '../doors/phone/letters'
import { waysNews } from '../doors/ruFirst/ways'
import { goOnForgetting } from '../forgetting/forgetting'
import { editedRowsIn, type NotedRows } from '../google/kept/editedRows'
import { underLock } from '../google/lock'
import { PlatformError, platformErrorOf } from '../google/platformError'
import { archivesAmong } from '../google/register/archiveSheets'
import { scanColumns } from '../google/register/records'
import { forgetEdits, noteHandEdit, noteRun, sheetsOf, storedProperties } from '../google/spreadsheet'
import { deleteOwnTriggers } from '../google/triggers'
import { followAmo } from '../partners/amocrm/run/amoRun'
import { isAmoKey } from '../partners/amocrm/run/claimWishes'
import { followPort } from '../partners/inbound/follow'
import { vkPort } from '../partners/inbound/vk'
import { tendVault } from '../vault/tending'
import { archiveClosed, isArchivingDue } from './archiving'
import { takeAsides } from './asides'
import { type Synced, syncCalendar } from './calendar/sync'
import { rebuildControl, runControl } from './control'
import { reconcileSheets } from './handEdits'
import { type OfficeWide, officeWide } from './officeFacts'
import { sendWaiting } from './outbox'
import { sendDueReports } from './reportLetters'
import { keepIndex } from './rows/indexing'
import { differFromJournal } from './rows/openRows'
import { queueDueTasks } from './tasks/dueTasks'
import { askForNextYear } from './workdays'

/** Enough to see a row that holds something and has no number. */
const noteColumns = ['id', 'organisation', 'reportSentAt']

/** What the jobs look at. */
const wanted = { columns: { outbox: ['key', 'done', 'attempts', 'nextTry'], deals: noteColumns }, index: [] }

/** A run of the trigger begins no further job after so long: a consumer account has 90 minutes of them a day. */
const budgetMs = 60_000

/** Runs every job; each is idempotent and marked as done after success, so one that failed or was not begun is done by the next tick. */
export function runTick(): void {
  const { spreadsheetId, owner, edited, editedRows, rights, hasAsides, access, amoToken, vkToken, rule, vault } = storedProperties()
  if (spreadsheetId === '') throw new PlatformError('notInstalled')
  if (owner !== '' && owner !== Session.getEffectiveUser().getEmail()) {
    deleteOwnTriggers()
    return
  }
  const session: DeskSession = { spreadsheetId, email: '', entry: 'триггер' }
  const until = Date.now() + budgetMs
  const isEdited = edited !== '' || Object.keys(editedRows).length > 0
  const job = jobsUntil(until)
  if (hasAsides) job('asides', () => takeAsides(session))
  job('load', () => {
    let loaded = loadDesk(session, wanted)
    if (loaded.desk.service.forgetting !== '') {
      // Before letters go: none is to reach somebody who is being forgotten.
      job('forgetting', () => goOnForgetting(session, until - budgetMs / 2))
      loaded = loadDesk(session, wanted)
    }
    let waiting = 0
    let synced: Synced | null = null
    let office: OfficeWide | null = null
    job('mend', () => mendService(loaded))
    const isGuarded = job('rights', () => {
      if ((isEdited || rights === null) && isGivenOtherwise(loaded, rights)) guardRights({ ...session, entry: 'таблица' }, null)
    })
    // Rows came, went or were sorted, whether or not a run heard of it.
    const isMoved = isOutOfPlace(loaded)
    const isSuspect = isEdited || isFirstOfDay(loaded) || isMoved
    const checkRegister = () =>
      job('register', () => {
        const isFirst = isFirstOfDay(loaded)
        // Where a hand was in «Служебное», it may have been anywhere, and what the last check left there is gone.
        const isWhole = edited !== '' || isFirst || isMoved || loaded.garbled.length > 0 || isEditFound(loaded, editedRows)
        const found = isWhole ? checkSheets({ ...session, entry: 'таблица' }) : {}
        const kept = isFirst ? { checkedDay: dateOf(loaded.moment.now), archives: archivesAmong(sheetsOf(spreadsheetId)) } : {}
        writeNews(loaded, {
          ...found,
          ...kept,
          ...(hasAsides ? {} : { aside: '' }),
          ...waysNews(rule, loaded.desk.service.requestRule),
          ...knownNames(loaded),
        })
      })
    // What a hand has changed is put back first: the calendar follows from what the cards say.
    const isChecked = isSuspect && checkRegister()
    job('calendar', () => {
      synced = syncCalendar(loaded, { ...noted(loaded), ...origin(loaded) })
      waiting += synced.waiting
    })
    job('tasks', () => {
      waiting += queueDueTasks(loaded)
    })
    if (!isSuspect) checkRegister()
    job('index', () => keepIndex(loaded, isFirstOfDay(loaded) || isMoved))
    job('reports', () => {
      waiting += sendDueReports(loaded)
    })
    job('rules', () => rebuildControl(loaded))
    job('office', () => {
      office = officeWide(loaded, synced)
    })
    job('control', () => {
      waiting += runControl(loaded, office)
    })
    // Before partners, who may take a minute to say nothing: somebody waits for that letter.
    job('signIn', () => {
      endDevices(access, loaded)
      if (access.waits) sendSignInLetters()
    })
    job('amocrm', () => followAmo(loaded, { token: amoToken, rule }, until))
    job('inbound', () => followPort(vkPort, loaded, { token: vkToken, rule }, until))
    job('outbox', () => {
      if (waiting > 0 || lettersWait(loaded)) sendWaiting(session, until)
    })
    job('run', () => {
      if (synced === null) noteRun(loaded.moment.now)
    })
    const isTended = job('vault', () => {
      if (vault !== null || loaded.desk.service.vault !== '') tendVault(loaded, { vault, isEdited: edited !== '', until })
    })
    job('noted', () => {
      if (isEdited && isGuarded && isChecked && isTended) forgetEdits({ edited, editedRows })
    })
    job('workdays', () => askForNextYear(loaded))
    job('archive', () => {
      if (isArchivingDue(loaded)) archiveClosed(session)
    })
  })
}

/** The register of the office learns which spreadsheet it is, so that a copy knows itself. */
function origin({ desk, session }: Loaded): ServiceChange {
  return desk.service.ownId === session.spreadsheetId ? {} : { ownId: session.spreadsheetId }
}

/** One that fails does not keep the others from being done. @returns of the function: whether it was done */
function jobsUntil(until: number): (name: string, work: () => void) => boolean {
  return (name, work) => {
    if (Date.now() > until) {
      console.warn(`tick, ${name}: left for the next run`)
      return false
    }
    try {
      work()
      return true
    } catch (error) {
      console.error(`tick, ${name}: ${platformErrorOf(error).message}`)
      return false
    }
  }
}

/** Good values where somebody typed into «Служебное»: read again and written under the lock. */
function mendService({ mended, session }: Loaded): void {
  if (Object.keys(mended).length === 0) return
  underLock(() => {
    const fresh = loadDesk(session)
    commitService(fresh, fresh.mended)
  })
}

/** Only cells that hold something else. */
function writeNews(loaded: Loaded, found: ServiceChange): void {
  const news = Object.entries(found).filter(([key, value]) => loaded.desk.service[key as ServiceKey] !== value)
  if (news.length > 0) commitService(loaded, Object.fromEntries(news))
}

/** What was noted is forgotten only after it: a run that dies here leaves it to the next. */
function checkSheets(session: DeskSession): ServiceChange {
  try {
    const unread = reconcileSheets(session).filter(({ where }) => where === tables.journal.title)
    return { journalNotes: unread.length === 0 ? '' : JSON.stringify(unread.slice(0, notesKept)) }
  } catch (error) {
    noteHandEdit()
    throw error
  }
}

/** The edit's own trigger has judged it, or Google dropped it with others: what is open is looked at again, and the whole only where it differs. */
function isEditFound(loaded: Loaded, editedRows: NotedRows): boolean {
  const noted = editedRowsIn(editedRows)
  return noted?.length !== 0 && (noted === null || differFromJournal(loaded, noted))
}

/** Edits are judged at once by their own triggers; once a day, and after edits, the whole register is, in case Google dropped one. */
function isFirstOfDay({ desk, moment }: Loaded): boolean {
  const { heartbeat, checkedDay } = desk.service
  return heartbeat !== '' && (checkedDay || dateOf(heartbeat)) < dateOf(moment.now)
}

/** The numbers in the sheet show where the rows stand now. */
function isOutOfPlace({ snapshot, index, desk }: Loaded): boolean {
  const ids = snapshot.columns.deals?.['id'] ?? []
  return index === null ? desk.service.indexed !== '' : !index.isTrueOf(ids)
}

function lettersWait({ snapshot, moment }: Loaded): boolean {
  const { rows } = scanColumns<OutboxRow>(snapshot, 'outbox')
  return rows.some(({ value }) => !isAmoKey(value.key) && isWaiting(value as OutboxRow) && (value.nextTry ?? '') <= moment.now)
}

/** Rows without a number that «Сегодня» names at most. */
const notesKept = 5

/** Rows that cannot be told apart by number, and letters that cannot be read, are noted for «Сегодня». */
function noted({ snapshot }: Loaded): ServiceChange {
  const outbox = scanColumns<OutboxRow>(snapshot, 'outbox')
  const issues = [...scanColumns<Deal>(snapshot, 'deals').issues, ...outbox.issues]
  const lost = outbox.rows.filter(({ value }) => isGivenUp(value as OutboxRow)).length
  return { rowNotes: issues.length === 0 ? '' : JSON.stringify(issues.slice(0, notesKept)), mailLost: lost === 0 ? '' : String(lost) }
}
