/** What a rule of the table «Obligations» says of a deal, and who owes it. */

import type { Deal } from '../deal/deal'
import type { Office } from '../office/office'
import type { LocalDateTime } from '../time/localTime'
import { type Owner, ownerText } from './owner'

export type { Owner } from './owner'

/**
 * Who is told once it is overdue: nobody; the office manager; the director's digest; at once the manager of the deal's project or, without one, the director (C10);
 * 'K4' = the consultant again, by K4.complete on Friday; 'history' = it was due before its deal was imported (history.ts).
 */
export type OverdueTo = 'nobody' | 'officeManager' | 'directorDigest' | 'projectManager' | 'director' | 'K4' | 'history'

/** What a rule says; key, clause, deal and words are added by obligationsOf. */
export interface Owed {
  readonly who: Owner
  /** Who owes it together with them (G5), or is reminded too (C9). */
  readonly also?: Owner
  readonly opensAt: LocalDateTime
  /** Met until then, inclusive; later is a breach. */
  readonly due: LocalDateTime
  /** null = no reminder before it is overdue. */
  readonly remindAt: LocalDateTime | null
  readonly overdueTo: OverdueTo
}

/** null = nothing is owed. */
export type ObligationRule = (deal: Deal, office: Office, now: LocalDateTime) => Owed | null

export const officeManager: Owner = { role: 'officeManager' }

/** C1: from assignment on the consultant answers for the card; a deal without one is the office manager's. */
export function consultantOf(deal: Deal): Owner {
  return deal.consultant === '' ? officeManager : { initials: deal.consultant }
}

/** C1: with an external consultant the office manager answers for the card. */
export function cardKeeper(deal: Deal, office: Office): Owner {
  return isExternal(deal, office) ? officeManager : consultantOf(deal)
}

export function isExternal(deal: Deal, office: Office): boolean {
  return office.people.some((person) => person.external && person.initials === deal.consultant)
}

/** As «Контроль» names them. Example: «ММ и офис-менеджер». */
export function owersText({ who, also }: Pick<Owed, 'who' | 'also'>): string {
  return ownerText(also === undefined ? [who] : [who, also])
}

/** Since when the booking stands as it does: booked, moved or given to another consultant. */
export function bookedSince({ movedAt, stageSince }: Deal): LocalDateTime {
  return movedAt !== null && movedAt > stageSince ? movedAt : stageSince
}
