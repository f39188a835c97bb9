/** A slot as it is written into the calendar: its title (G1), and an id that follows from consultant and time, so that none is written twice. */

import type { LocalDateTime } from '../../time/localTime'
import type { Times } from '../slotHours'
import { freeTitle } from '../slotTitle'

export interface WrittenSlot extends Times {
  readonly eventId: string
  readonly summary: string
}

/** @example newSlot('ММ', { start: '2026-12-01T10:00', end: '2026-12-01T11:00' }) → «ММ консультация», deskslot41c41ct202612011000 */
export function newSlot(initials: string, { start, end }: Times, note = ''): WrittenSlot {
  return { eventId: slotId(initials, start), summary: freeTitle(initials, note), start, end }
}

/** Google's ids take a–v and 0–9. */
export function slotId(initials: string, start: LocalDateTime): string {
  const letters = [...initials].map((letter) => letter.charCodeAt(0).toString(16)).join('')
  return `deskslot${letters}t${start.replace(/\D/g, '')}`
}
