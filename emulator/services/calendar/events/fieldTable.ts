/** The fields of an event by what becomes of them when a script writes them; documented unless said otherwise. */

/** Kept and answered. */
export const writable: ReadonlySet<string> = new Set([
  ...['summary', 'description', 'location', 'colorId', 'transparency', 'visibility', 'status', 'eventType'],
  ...['start', 'end', 'recurrence', 'attendees', 'reminders', 'source', 'attachments', 'conferenceData', 'extendedProperties'],
  ...['guestsCanInviteOthers', 'guestsCanModify', 'guestsCanSeeOtherGuests', 'anyoneCanAddSelf'],
  ...['birthdayProperties', 'focusTimeProperties', 'outOfOfficeProperties', 'workingLocationProperties'],
])

/** Read-only, or unchangeable after the insert: Google takes them and does nothing. */
export const readOnly: ReadonlySet<string> = new Set([
  ...['id', 'kind', 'etag', 'htmlLink', 'created', 'updated', 'creator', 'organizer', 'iCalUID', 'recurringEventId', 'originalStartTime'],
  ...['hangoutLink', 'locked', 'privateCopy', 'endTimeUnspecified'],
])

/** Google has them, the emulator does not. */
export const beyond: ReadonlySet<string> = new Set(['gadget', 'attendeesOmitted', 'sequence'])

/** Seen by every guest: only the organiser changes them. What is in none of these lists is each calendar's own. */
export const shared = [
  ...([
    'summary',
    'description',
    'location',
    'start',
    'end',
    'recurrence',
    'source',
    'attachments',
    'conferenceData',
    'eventType',
  ] as const),
  ...(['guestsCanInviteOthers', 'guestsCanModify', 'guestsCanSeeOtherGuests', 'anyoneCanAddSelf'] as const),
] as const

/** Members of the objects inside an event; another name is Google's «Cannot find field». */
export const members: Readonly<Record<string, ReadonlySet<string>>> = {
  start: new Set(['date', 'dateTime', 'timeZone']),
  end: new Set(['date', 'dateTime', 'timeZone']),
  extendedProperties: new Set(['private', 'shared']),
  reminders: new Set(['useDefault', 'overrides']),
  source: new Set(['title', 'url']),
}

export const guestMembers: ReadonlySet<string> = new Set([
  ...['email', 'displayName', 'responseStatus', 'optional', 'resource', 'comment', 'additionalGuests'],
  ...['id', 'organizer', 'self'],
])
