/** Calendars as the world remembers them: events, who may do what, and which of two ways Google goes where nobody knows. */

export type EventType = 'default' | 'outOfOffice' | 'focusTime' | 'workingLocation' | 'birthday' | 'fromGmail'

/** A moment as the API gives it: `dateTime` with its zone, or `date` for a whole day. */
export interface EventTimeState {
  dateTime?: string
  date?: string
  timeZone?: string
}

export interface GuestState {
  email: string
  /** needsAction, declined, tentative or accepted. */
  responseStatus: string
  displayName?: string
  optional?: boolean
  resource?: boolean
  comment?: string
  additionalGuests?: number
  self?: boolean
}

/** What else people and scripts put on an event; kept as given. */
export interface EventDetails {
  description?: string
  location?: string
  colorId?: string
  transparency?: string
  visibility?: string
  reminders?: { useDefault?: boolean; overrides?: { method: string; minutes: number }[] }
  source?: { title?: string; url: string }
  attachments?: { fileUrl: string; title?: string; mimeType?: string; fileId?: string; iconLink?: string }[]
  conferenceData?: Record<string, unknown>
  guestsCanInviteOthers?: boolean
  guestsCanModify?: boolean
  guestsCanSeeOtherGuests?: boolean
  anyoneCanAddSelf?: boolean
  birthdayProperties?: Record<string, unknown>
  focusTimeProperties?: Record<string, unknown>
  outOfOfficeProperties?: Record<string, unknown>
  workingLocationProperties?: Record<string, unknown>
}

/** A stored event: a single event, a series master (recurrence) or an exception of one (recurringEventId + originalStartTime). */
export interface EventState extends EventDetails {
  id: string
  etag: string
  status: 'confirmed' | 'tentative' | 'cancelled'
  /** '' = none: the API then leaves it out. */
  summary: string
  start: EventTimeState
  end: EventTimeState
  recurrence?: string[]
  recurringEventId?: string
  originalStartTime?: EventTimeState
  /** A cancelled instance that its series no longer has (the series was moved or cut short): only a sync tells of it. */
  orphan?: true
  /** A cancelled exception that went because its whole series was deleted: it comes back with the series. */
  goneWithSeries?: true
  attendees?: GuestState[]
  extendedProperties?: { private?: Record<string, string>; shared?: Record<string, string> }
  /** Absent = default. */
  eventType?: EventType
  iCalUID: string
  sequence: number
  created: string
  updated: string
  creator: { email: string }
  organizer: { email: string; displayName?: string }
  /** Revision of the calendar at which this event last changed; sync tokens compare with it. */
  revision: number
}

/** What a person may do in a calendar; 'none' = does not see that it exists. */
export type AccessRole = 'owner' | 'writer' | 'writerWithoutPrivateAccess' | 'reader' | 'freeBusyReader' | 'none'

/** Where Google's way is not told, or two ways are seen. What is absent is the default of services/calendar/rules.ts. */
export interface CalendarRules {
  /** Code for a sync token that was minted for another calendar. */
  readonly foreignToken: 400 | 410
  /** Code for a sync token that is no token. */
  readonly damagedToken: 400 | 410
  /** `<series>_<start>`, or the coming form that nobody can take apart. */
  readonly instanceIds: 'start' | 'opaque'
  /** Exceptions behind the cut of «this and following». */
  readonly cutExceptions: 'lost' | 'carried'
  /** A patch of title or time of another organiser's event: refused, or written on the own copy alone. */
  readonly sharedPatch: 'refused' | 'ownCopy'
  /** Cancelled events in lists: only where they are asked for, or in every list. */
  readonly cancelledEvents: 'asked' | 'always'
  /** Deleted single events in lists with showDeleted or updatedMin: with their details, or the id alone. */
  readonly deletedDetails: 'kept' | 'bare'
  /** Whether a sync of single events tells that the former id of an event made recurring is gone. */
  readonly madeRecurring: 'silent' | 'told'
}

/** An event that Google will not let the script touch, until this is lifted. */
export interface RefusalState {
  eventId: string
  code: number
  message: string
  /** 'patch', 'delete' … as in calendar.events.patch. */
  methods: string[]
}

export interface CalendarState {
  id: string
  summary: string
  timeZone: string
  events: EventState[]
  revision: number
  /** Tokens minted before this revision are expired (410). */
  oldestValidRevision: number
  /** A person's own calendar, whose id is the person's address; others are shared ones. */
  primary?: true
  /** By e-mail; '*' = everybody else. Absent = everybody is owner. */
  access?: Record<string, AccessRole>
  rules?: Partial<CalendarRules>
  refusals?: RefusalState[]
}
