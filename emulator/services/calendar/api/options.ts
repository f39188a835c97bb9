/** The optional arguments of the Events methods: each is followed, or refused; none is passed over. */
import type { GuestMail } from '../events/letters'
import { notEmulated, refuse } from '../refusal'

export interface EventOptions {
  readonly fields?: string
  readonly timeZone?: string
  readonly sendUpdates?: string
  readonly sendNotifications?: boolean
  readonly conferenceDataVersion?: number
  readonly supportsAttachments?: boolean
  readonly maxAttendees?: number
}

const ofMethod: Readonly<Record<string, readonly string[]>> = {
  get: ['alwaysIncludeEmail', 'maxAttendees', 'timeZone'],
  insert: ['conferenceDataVersion', 'maxAttendees', 'sendNotifications', 'sendUpdates', 'supportsAttachments'],
  patch: ['alwaysIncludeEmail', 'conferenceDataVersion', 'maxAttendees', 'sendNotifications', 'sendUpdates', 'supportsAttachments'],
  update: ['alwaysIncludeEmail', 'conferenceDataVersion', 'maxAttendees', 'sendNotifications', 'sendUpdates', 'supportsAttachments'],
  remove: ['sendNotifications', 'sendUpdates'],
  move: ['sendNotifications', 'sendUpdates'],
}

/** The same options, checked. Documented: `alwaysIncludeEmail` is passed over by Google itself. */
export const checkedOptions = (method: string, options: EventOptions | null | undefined): EventOptions => {
  const given = options ?? {}
  const known = [...(ofMethod[method] ?? []), 'fields']
  const unknown = Object.keys(given).find((name) => !known.includes(name))
  if (unknown !== undefined) notEmulated(`${unknown} of Events.${method}`)
  if (given.maxAttendees !== undefined) notEmulated(`maxAttendees of Events.${method}`)
  if (given.sendUpdates !== undefined && !['all', 'externalOnly', 'none'].includes(given.sendUpdates)) refuse('Bad Request')
  return given
}

/** Documented: nobody is written to unless the call says so. */
export const noticeOf = ({ sendUpdates, sendNotifications }: EventOptions): GuestMail['notify'] =>
  (sendUpdates as GuestMail['notify'] | undefined) ?? (sendNotifications ? 'all' : 'none')

/** Documented: without conferenceDataVersion 1 Google passes over conference data. Attachments without the flag: not told, so refused. */
export const supported = <T extends object>(resource: T, options: EventOptions): T => {
  const { conferenceData: _, ...rest } = resource as T & { conferenceData?: unknown; attachments?: unknown }
  if (rest.attachments !== undefined && options.supportsAttachments !== true) notEmulated('attachments without supportsAttachments')
  return options.conferenceDataVersion === 1 ? resource : (rest as T)
}
