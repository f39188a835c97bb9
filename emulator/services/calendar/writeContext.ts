/** What a change of a calendar needs to know: who writes, when, and whom it may concern. */
import type { CalendarState } from '../../world/types'
import type { GuestMail } from './events/letters'

export interface WriteContext {
  readonly calendar: CalendarState
  readonly nowMs: number
  /** E-mail of whoever writes. */
  readonly actor: string
  /** Value of the header If-Match. */
  readonly ifMatch?: string | undefined
  /** All calendars of the world: guests and organisers may have theirs among them. */
  readonly calendars?: Readonly<Record<string, CalendarState>>
  /** Takes Google's own letters to guests; absent = nobody is written to. */
  readonly mail?: GuestMail
}
