/** Import of amoCRM's export: deals, their clients, and the events of booked ones found in the calendar. */

import { type BookedEvent, readSlots, type SlotEvent } from '../../domain/calendar/slots'
import type { Client } from '../../domain/client/client'
import { organisationKey } from '../../domain/client/organisation'
import type { Deal } from '../../domain/deal/deal'
import { type ImportedDeals, readAmocrm } from '../../domain/importing/amocrm/amocrm'
import type { ImportSetting } from '../../domain/importing/amocrm/amocrmExport'
import type { SourceTable } from '../../domain/importing/sheetTable'
import type { Person } from '../../domain/office/office'
import { type Changes, changes } from '../changes'

export interface DealImport extends ImportedDeals {
  /** Booked deals whose event stands in the calendar. */
  readonly matchedEvents: number
}

export function readDealImport(table: SourceTable, setting: ImportSetting, events: readonly SlotEvent[]): DealImport {
  const read = readAmocrm(table, setting)
  const booked = readSlots(events, setting.people as Person[]).booked
  const deals = read.deals.map((deal) => withEvent(deal, booked))
  return { ...read, deals, matchedEvents: deals.filter(({ eventId }) => eventId !== '').length }
}

/** The event of the same consultant at the same time, of the same organisation as people write it. */
function withEvent(deal: Deal, booked: readonly BookedEvent[]): Deal {
  if (deal.stage !== 'assigned' || deal.start === null) return deal
  const key = organisationKey(deal.organisation)
  const found = booked.find(
    ({ event, initials, organisation }) =>
      initials === deal.consultant && event.start === deal.start && organisationKey(organisation) === key,
  )
  return found === undefined ? deal : { ...deal, eventId: found.event.id, end: found.event.end }
}

/** Everything that is new, journalled as an import; the same file a second time gives no changes. */
export function importChanges(deals: readonly Deal[], clients: readonly Client[]): Changes {
  return changes({
    kind: 'import/deals',
    deals: deals.map((after) => ({ before: null, after })),
    clients: clients.map((after) => ({ before: null, after })),
  })
}
