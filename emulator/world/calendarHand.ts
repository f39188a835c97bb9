/** What a person can do by hand in Google Calendar, as tests and the workbench ask for it. */
import type { AccessRole, CalendarRules, CalendarState, EventState, EventType } from './state/calendarState'

/** One event: `id` may be an instance id of a series (then an exception is made). */
interface Place {
  readonly calendarId: string
  readonly id: string
  /** E-mail of who does it. */
  readonly user: string
}

/** Whether Google writes to the guests; true unless told. */
interface Notice {
  readonly notify?: boolean
}

/** Null takes away what stood there. */
interface Look {
  readonly description?: string | null
  readonly location?: string | null
  readonly colorId?: string | null
  readonly visibility?: string | null
  readonly transparency?: string | null
}

/** Wall-clock strings 'YYYY-MM-DDTHH:mm' in the calendar's zone, or 'YYYY-MM-DD' for all-day. */
interface Times {
  readonly start: string
  readonly end: string
}

/** A start alone moves the event and keeps its length. */
export interface EventChange extends Partial<Times>, Look {
  readonly summary?: string
}

export interface NewEvent extends Times, Look, Notice {
  readonly calendarId: string
  readonly summary: string
  readonly recurrence?: string[]
  readonly guests?: readonly string[]
  /** Others than default stand in a person's own calendar only. */
  readonly eventType?: EventType
  readonly user: string
}

export interface CalendarHand {
  insert(input: NewEvent): EventState
  /** `recurrence` makes a single event recurring; null makes a series single again. */
  patch(input: Place & EventChange & Notice & { readonly recurrence?: string[] | null }): EventState
  remove(input: Place & Notice): void
  /** Out of the bin: the same id, confirmed again. */
  restore(input: Place): EventState
  /** Duplicate in Google Calendar's sense: title and (setting `withPrivate`) the private properties copied, new id. Works for deleted ones too. */
  duplicate(
    input: Place & { readonly start: string; readonly withPrivate: boolean; readonly withGuests?: boolean; readonly toCalendarId?: string },
  ): EventState
  /** Cut and paste: the event is deleted, a new one of the same title stands at `start`, with a new id. */
  cutAndPaste(input: Place & { readonly start: string; readonly withPrivate?: boolean; readonly toCalendarId?: string }): EventState
  /** The other calendar becomes the organiser; the id stays. */
  moveTo(input: Place & { readonly toCalendarId: string }): EventState
  /** «This and following»: ends the series before the instance and begins another; answers the new series. */
  patchFollowing(input: Place & EventChange & { readonly recurrence?: string[] }): EventState
  /** «This and following» deleted. */
  removeFollowing(input: Place): void
  invite(input: Place & Notice & { readonly guests: readonly string[] }): EventState
  uninvite(input: Place & Notice & { readonly guests: readonly string[] }): EventState
  /** The guest is who does it. */
  answer(input: {
    readonly calendarId: string
    readonly id: string
    readonly guest: string
    readonly response: 'needsAction' | 'accepted' | 'declined' | 'tentative'
    readonly comment?: string
    readonly notify?: boolean
  }): EventState
  /** An invitation from an organiser outside this world lands in the calendar. */
  receive(
    input: Times &
      Look & {
        readonly calendarId: string
        readonly organizer: string
        readonly summary: string
        readonly recurrence?: string[]
        readonly guestsCanModify?: boolean
      },
  ): EventState
  /** Events and instances between two wall-clock times, cancelled left out, ordered by start; as `user` sees them, where one is named. */
  between(input: { readonly calendarId: string; readonly from: string; readonly to: string; readonly user?: string }): readonly EventState[]
  addCalendar(input: {
    readonly id: string
    readonly summary?: string
    readonly timeZone?: string
    readonly primary?: boolean
    readonly access?: Readonly<Record<string, AccessRole>>
  }): CalendarState
  /** Everybody is owner until told otherwise; `email` '*' = everybody who is not named. */
  share(input: { readonly calendarId: string; readonly email: string; readonly role: AccessRole }): void
  /** For one calendar, or for all. */
  setRules(input: { readonly calendarId?: string; readonly rules: Partial<CalendarRules> }): void
  /** From now on Google refuses the script this event: patch, update and delete unless `methods` says otherwise. */
  refuse(input: {
    readonly calendarId: string
    readonly id: string
    readonly code: number
    readonly message?: string
    readonly methods?: readonly string[]
  }): void
  /** Lifts the refusals of one event, or of all. */
  allow(input: { readonly calendarId: string; readonly id?: string }): void
}
