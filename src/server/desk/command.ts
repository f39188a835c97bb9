/** One command, as docs/architecture.md draws it: lock, load, decide, calendar, commit, release. */

import { accept, type Outcome, type Problem, refuse } from '../../domain/problem'
import { checkLengths } from '../../domain/register/fieldValue'
import type { Card } from '../../rpc/contract'
import { cardOf } from '../../usecases/card/cards'
import type { Changes, Decision, Moment } from '../../usecases/changes'
import type { Desk } from '../../usecases/desk'
import { forbidden } from '../../usecases/permissions'
import type { CalendarAddress } from '../google/calendar'
import { bookEvent, finishRests, giveTimeBack, insertBooked, setEvent } from '../google/calendarWrites'
import { underLock } from '../google/lock'
import { platformErrorOf } from '../google/platformError'
import { type Committed, commitChanges, type FreedEvent, freedEvents, freesLater } from './commit'
import { DataError } from './dataError'
import { type Loaded, loadDesk, rowIssues, type Wanted } from './load'
import type { DeskSession } from './session'

export interface Done {
  readonly changes: Changes
  readonly committed: Committed
  readonly loaded: Loaded
}

/** Runs one writing command under the lock. Nothing is written when the office says no. */
export function runCommand(
  session: DeskSession,
  wanted: Wanted,
  decide: (desk: Desk, moment: Moment, loaded: Loaded) => Decision,
): Outcome<Done> {
  return underLock(() => {
    const loaded = loadDesk(session, wanted)
    const denied = forbidden(loaded.moment.who, 'read')
    if (denied !== null) return refuse(denied)
    const issues = rowIssues(loaded)
    if (issues.length > 0) throw new DataError(issues)
    return carryOut(loaded, decide(loaded.desk, loaded.moment, loaded))
  })
}

/** The second half, for commands that look at what was loaded first. */
export function carryOut(loaded: Loaded, decision: Decision): Outcome<Done> {
  if (!decision.ok) return decision
  const { changes } = decision
  const tooLong = overfull(changes)
  if (tooLong !== null) return refuse(tooLong)
  const { calendarId, zone } = loaded.desk.office.settings
  const calendar = { id: calendarId, zone }
  const action = changes.calendar
  if (action?.kind === 'book' && bookEvent(calendar, action) === 'taken') return refuse(takenProblem(changes, action))
  if (action?.kind === 'rests') finishRests(calendar, action)
  if (action?.kind === 'insert') insertBooked(calendar, action)
  if (action?.kind === 'set') setEvent(calendar, action)
  const committed = commitChanges(loaded, changes)
  if (!freesLater(changes)) for (const freed of freedEvents(changes)) freeNow(calendar, freed)
  return accept({ changes, committed, loaded })
}

/** Somebody was faster: with the slot, or with the very event that was to be moved. */
function takenProblem({ deals }: Changes, { eventId, start }: { readonly eventId: string; readonly start: string }): Problem {
  const { before = null, after } = deals[0] ?? {}
  if (before !== null && before.eventId === eventId) return { code: 'changedMeanwhile', id: before.id }
  return { code: 'slotTaken', start, consultant: after?.consultant ?? '' }
}

/** Comments, to which every command adds a line, have outgrown their cell and their line in the journal. */
function overfull({ deals }: Changes): Problem | null {
  const grown = deals.filter(({ before, after }) => after.comments.length > (before?.comments.length ?? 0))
  return grown.map(({ after }) => checkLengths({ comments: after.comments })).find((problem) => problem !== null) ?? null
}

/** Time is given back after the register has let it go, so nobody can book it twice; what fails here waits in «Исходящие». */
export function freeNow(calendar: CalendarAddress, freed: FreedEvent): void {
  try {
    giveTimeBack(calendar, freed)
  } catch (error) {
    console.error(`calendar: ${platformErrorOf(error).message}`)
  }
}

/** The card after a command: the deal it changed, with its client as it stands now. */
export function cardAfter({ changes, committed, loaded }: Done): Card {
  const deal = changes.deals[0]?.after
  if (deal === undefined) throw new Error('a command on a deal changes a deal')
  const row = committed.deals.get(deal.id)?.row ?? null
  const changedClient = changes.clients.find(({ after }) => after.id === deal.clientId)?.after
  const client = changedClient ?? (deal.clientId === null ? null : (loaded.desk.clients.get(deal.clientId)?.value ?? null))
  return cardOf(deal, row, client, loaded.desk, loaded.moment)
}
