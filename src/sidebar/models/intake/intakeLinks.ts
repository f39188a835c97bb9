/** Where «Заявка» leads: to hours, to a card, to a booking. */

import type { Card, Input } from '../../../rpc/contract'
import type { Edits } from '../card/cardFields'
import type { Awaited } from '../slots/awaited'
import type { Booked } from '../slots/slots'

/** Where a request goes once it is accepted. */
export interface IntakeLinks {
  /** It is on its way, and hours are wanted. */
  awaited(request: Awaited): void
  /** It has its number. True = hours are being chosen for it. */
  arrived(key: string, card: Card): boolean
  /** Its sending is over, whatever came of it. */
  settled(key: string, why: string): void
  created(card: Card, made: Created): void
  openDeal(deal: Input<'deal/open'>): void
  /** An employee's own consultation is booked (I9). */
  booked(result: Booked): void
  /** The same, when its form is on screen no more. */
  bookedLate(result: Booked): void
}

/** `next`: 'aside' = another request is on screen. `left` = what stands in the form and, the click having been repeated, not in the deal. */
export interface Created {
  /** Hours are being chosen for it already. */
  readonly awaited: boolean
  readonly next: 'slots' | 'card' | 'aside'
  readonly sentence: string
  readonly left: Edits
}

export type SubmitBy = 'slots' | 'card' | 'unsorted' | 'own'
