/** Methods of «Расхождения»: what waits for a person, and what he decides. */

import { type Outcome as Chosen, outcomesOf, outcomeTitles } from '../../domain/calendar/sync/discrepancyText'
import { accept, type Outcome, refuse } from '../../domain/problem'
import type { DiscrepancyItem, DiscrepancyOutcome } from '../../rpc/calendarContract'
import type { Input, Output } from '../../rpc/contract'
import { resolveDiscrepancy } from '../../usecases/calendar/resolveDiscrepancy'
import type { Moment } from '../../usecases/changes'
import { forbidden } from '../../usecases/permissions'
import { carryOut } from '../desk/command'
import { type DiscrepancyLine, readDiscrepancies, readKey } from '../desk/discrepancies'
import { type Loaded, loadDesk, type Wanted } from '../desk/load'
import type { DeskSession } from '../desk/session'
import { getEvent } from '../google/calendar'
import { underLock } from '../google/lock'
import { addressOf } from '../jobs/sync'

/** Open lines, the newest first; one call. */
export function list(_input: Input<'discrepancy/list'>, session: DeskSession): Outcome<Output<'discrepancy/list'>> {
  const { snapshot, moment } = loadDesk(session, { whole: ['discrepancies'] })
  const denied = forbidden(moment.who, 'read')
  if (denied !== null) return refuse(denied)
  const open = readDiscrepancies(snapshot).filter(({ line }) => line.solved === '' && concerns(line.consultant, moment))
  return accept({ items: open.flatMap(({ line }) => itemOf(line, moment)).reverse() })
}

/** What openCount needs: three columns in the same read. */
export const counted: Wanted = { columns: { discrepancies: ['key', 'consultant', 'solved'] } }

/** Lines that wait for a person and that the caller may see; [] where the sheet was not read. */
export function openCount({ snapshot, moment }: Loaded): number {
  const { key = [], consultant = [], solved = [] } = snapshot.columns.discrepancies ?? {}
  const isOpen = (cell: unknown, at: number) => Boolean(cell) && !solved[at] && concerns(String(consultant[at] ?? ''), moment)
  return key.filter(isOpen).length
}

/** A consultant sees his own; who may decide about others sees all. */
function concerns(consultant: string, { who }: Moment): boolean {
  return forbidden(who, 'reassign') === null || (consultant !== '' && consultant === who.initials)
}

/** Of the outcomes only those that the caller may choose: a consultant mends his own titles. */
function itemOf({ key, at, event, what, consultant, dealId }: DiscrepancyLine, { who }: Moment): DiscrepancyItem[] {
  const read = readKey(key)
  if (read === null) return []
  const decides = forbidden(who, 'reassign') === null
  const outcomes = outcomesOf[read.kind].filter((value) => decides || value === 'repair' || value === 'putBack')
  return [{ key, at, event, eventId: read.eventId, what, consultant, dealId, outcomes: outcomes.map(outcomeOf) }]
}

function outcomeOf(value: Chosen): DiscrepancyOutcome {
  return { value, title: outcomeTitles[value], needsReason: value === 'accept', needsDeal: value === 'link' }
}

/** The line first, then the deal and the event it is about: three reads, since the page knows the line only. */
export function resolve(input: Input<'discrepancy/resolve'>, session: DeskSession): Outcome<Output<'discrepancy/resolve'>> {
  return underLock(() => {
    const first = loadDesk(session, { whole: ['discrepancies'] })
    const line = readDiscrepancies(first.snapshot).find((located) => located.line.key === input.key && located.line.solved === '')?.line
    const read = line === undefined ? null : readKey(line.key)
    if (line === undefined || read === null) return refuse({ code: 'nothingToDo' })
    const loaded = loadFor(input.deal?.id ?? line.dealId, session)
    const disputed = { kind: read.kind, consultant: line.consultant, dealId: line.dealId, event: getEvent(addressOf(loaded), read.eventId) }
    const event = disputed.event?.cancelled === true ? null : disputed.event
    const done = carryOut(loaded, resolveDiscrepancy(input, { ...disputed, event }, loaded.desk, loaded.moment))
    if (!done.ok) return done
    return accept({ solved: done.value.changes.solved[0]?.how ?? '', lettersWaiting: done.value.committed.lettersWaiting })
  })
}

function loadFor(dealId: number | null, session: DeskSession): Loaded {
  if (dealId === null) return loadDesk(session, { whole: ['discrepancies'] })
  const deal = loadDesk(session, { deals: [{ id: dealId, row: null }] }).desk.deals.get(dealId)
  const clientId = deal?.value.clientId ?? null
  return loadDesk(session, {
    whole: ['discrepancies'],
    deals: [{ id: dealId, row: deal?.row ?? null }],
    ...(clientId === null ? {} : { clients: [{ id: clientId, row: clientId + 1 }] }),
  })
}
