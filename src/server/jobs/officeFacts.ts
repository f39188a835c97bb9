/** What the office as a whole owes (G1, G4, G7, K3, T3, S2, S3, W): the deals' columns and the calendar are read only when that may have changed. */

import { slotBoard } from '../../domain/calendar/slotBoard'
import type { Client } from '../../domain/client/client'
import { checkedDays, isCheckNews, type SlotFacts, slotCheckAt } from '../../domain/obligations/duties/slotDuties'
import { dateOf } from '../../domain/time/localTime'
import { dueClients, termColumns } from '../../usecases/card/personal/dueClients'
import { type DutyDeal, dealsAreDue, differs, type Looked, officeLines, readScanned, wentLate } from '../../usecases/control/officeLines'
import type { ControlLine, Desk } from '../../usecases/desk'
import type { Scanned } from '../../usecases/register/service'
import type { ServiceChange } from '../desk/commit'
import { type Loaded, loadDesk } from '../desk/load'
import { readMirror } from '../desk/rows/mirrorRows'
import { scanColumns } from '../google/register/records'
import type { Synced } from './calendar/sync'

const dealColumns = [
  'id',
  'clientId',
  'organisation',
  'feedbackWaived',
  'stage',
  'consultant',
  'start',
  'end',
  'feedbackAskedAt',
  'topic',
  'received',
  'project',
  'paidAt',
]

export interface OfficeWide {
  readonly lines: readonly ControlLine[]
  /** Lines that went now and were not met by their time. */
  readonly late: readonly ControlLine[]
  readonly service: ServiceChange
}

/**
 * The office-wide lines of «Контроль», or null where they stand as they should: then nothing is read and nothing has to be written.
 * @param synced what the calendar brought in this run; null = it did not answer: who owes slots stays as it stands (W.sync)
 */
export function officeWide(loaded: Loaded, synced: Synced | null): OfficeWide | null {
  const { moment } = loaded
  const desk = synced === null ? loaded.desk : heardOf(loaded)
  const scanned = readScanned(desk.service.scanned)
  const seen = dealsAreDue(scanned, desk, moment.now) ? dealsOf(loaded) : null
  const { deals, consulted, terms } = seen ?? { deals: null, consulted: new Set<number>(), terms: { count: 0, seen: '' } }
  const slots = synced === null ? null : slotsOf(loaded, { scanned, changed: synced.changed })
  const first = deals === null ? scanned.first : firstOf(deals)
  const looked: Looked = { slots, deals, consulted, first, terms }
  const lines = officeLines(looked, desk, moment.now)
  const standing = desk.control.filter(({ dealId }) => dealId === null)
  if (deals === null && slots === null && !differs(lines, standing)) return null
  const next: Scanned = {
    deals: deals === null ? scanned.deals : moment.now,
    slots: slots === null ? scanned.slots : moment.now,
    revision: deals === null ? scanned.revision : desk.service.revision,
    first,
  }
  return { lines, late: wentLate(standing, lines, looked, desk), service: { scanned: JSON.stringify(next) } }
}

/** The desk after the sync of this run, which has written its heartbeat. */
function heardOf({ desk, moment }: Loaded): Desk {
  return { ...desk, service: { ...desk.service, heartbeat: moment.now } }
}

type Deals = Required<Pick<Looked, 'consulted' | 'terms'>> & { readonly deals: readonly DutyDeal[] }

function dealsOf({ session }: Loaded): Deals {
  const { snapshot, desk, moment } = loadDesk(session, {
    columns: { deals: dealColumns, clients: ['archivedHeld', ...termColumns.clients] },
  })
  const clients = scanColumns<Client>(snapshot, 'clients').rows.map(({ value }) => value)
  const deals = scanColumns<DutyDeal>(snapshot, 'deals').rows.map(({ value }) => value as DutyDeal)
  const months = desk.office.settings.personalMonths
  return {
    deals,
    consulted: new Set(clients.filter(({ archivedHeld }) => (archivedHeld ?? 0) > 0).map(({ id }) => id ?? 0)),
    terms: { count: dueClients(clients, deals, { months, now: moment.now }).length, seen: desk.service.termsSeen },
  }
}

function firstOf(deals: readonly DutyDeal[]): string | null {
  const days = deals.flatMap(({ received }) => (received ? [dateOf(received)] : []))
  return days.reduce<string | null>((first, day) => (first === null || day < first ? day : first), null)
}

interface Looking {
  readonly scanned: Scanned
  readonly changed: boolean
}

function slotsOf(loaded: Loaded, { scanned, changed }: Looking): SlotFacts | null {
  const { desk, moment } = loaded
  const check = slotCheckAt(desk.office, moment.now)
  if (check === null || !(changed || isCheckNews(check, scanned.slots, moment.now))) return null
  const { from } = checkedDays(check)
  const { events } = readMirror(loadDesk(loaded.session, { whole: ['mirror'] }).snapshot)
  const rows = slotBoard({ events, office: desk.office, from, weeks: check.weeks.length, me: '' })
  const standing = desk.control.filter(({ dealId }) => dealId === null) as SlotFacts['standing']
  return { check, rows, lastLooked: scanned.slots, standing }
}
