/** Methods that go back: undo of the last change, reopening a closed deal. Both read the deal's own lines of the journal under the lock. */

import type { Stage } from '../../domain/deal/deal'
import { accept, type Outcome, refuse } from '../../domain/problem'
import { undoneText } from '../../domain/text/historyText'
import type { Card, Input, Output } from '../../rpc/contract'
import { reopenDeal, stageBeforeClosing, undoDeal, undoneEvent } from '../../usecases/card/undoDeal'
import type { Decision } from '../../usecases/changes'
import { forbidden } from '../../usecases/permissions'
import type { JournalLine } from '../../usecases/register/journal'
import type { WaitingLetter } from '../../usecases/register/waitingLetter'
import { cardAfter, carryOut, type Done } from '../desk/command'
import { journalLinesOf, journalPlaces } from '../desk/journalLines'
import { dealWanted, type Loaded, loadDesk, type Wanted } from '../desk/load'
import type { DeskSession } from '../desk/session'
import { letterColumns } from '../desk/withdrawals'
import { getEvent } from '../google/calendar'
import { underLock } from '../google/lock'
import { scanColumns } from '../google/register/records'

export function undo(input: Input<'deal/undo'>, session: DeskSession): Outcome<Output<'deal/undo'>> {
  const done = withJournal(input.deal, session, letterColumns, (loaded, lines) => {
    const last = lines.filter(({ version }) => version === input.deal.version)
    const { given, taken } = undoneEvent(last)
    const { calendarId, zone } = loaded.desk.office.settings
    const event = given !== '' && given !== taken ? getEvent({ id: calendarId, zone }, given) : null
    const letters = scanColumns<WaitingLetter>(loaded.snapshot, 'outbox').rows.map(({ value }) => value)
    return undoDeal(input, { last, event: event === null || event.cancelled ? null : event, letters }, loaded.desk, loaded.moment)
  })
  return done.ok ? accept({ card: cardAfter(done.value), undone: takenBack(done.value) }) : done
}

function takenBack({ changes, loaded }: Done): string {
  const deal = changes.deals[0]
  return deal?.before ? undoneText(deal.after, deal.before, loaded.moment.now) : ''
}

/** A deal imported as closed: the journal does not know where it came from. */
const unknownBefore: Readonly<Record<string, Stage>> = { won: 'held', lost: 'accepted' }

export function reopen(input: Input<'deal/reopen'>, session: DeskSession): Outcome<Card> {
  const done = withJournal(input.deal, session, {}, (loaded, lines) => {
    const stage = loaded.desk.deals.get(input.deal.id)?.value.stage
    return reopenDeal(input, stageBeforeClosing(lines) ?? unknownBefore[stage ?? ''] ?? null, loaded.desk, loaded.moment)
  })
  return done.ok ? accept(cardAfter(done.value)) : done
}

type DecideWithJournal = (loaded: Loaded, lines: readonly Partial<JournalLine>[]) => Decision

function withJournal(
  ref: Input<'deal/undo'>['deal'],
  session: DeskSession,
  more: Wanted['columns'],
  decide: DecideWithJournal,
): Outcome<Done> {
  return underLock(() => {
    const wanted = dealWanted(ref)
    const loaded = loadDesk(session, { ...wanted, columns: { ...journalPlaces, ...more } })
    const stranger = forbidden(loaded.moment.who, 'read')
    if (stranger !== null) return refuse(stranger)
    const lines = journalLinesOf(loaded, new Set([ref.id]))
      .filter(({ table }) => table === 'Сделки')
      .sort((a, b) => (a.version ?? 0) - (b.version ?? 0))
    return carryOut(loaded, decide(loaded, lines))
  })
}
