/** Values of an event's smaller fields; what equals Google's default is not kept, as Google does not answer it. */
import type { EventState } from '../../../world/types'
import { notEmulated, refuse } from '../refusal'

const visibilities = ['default', 'public', 'private', 'confidential']
const attachmentLimit = 25
const reminderLimit = 5
const longestReminder = 40_320

/** Throws a 400 for a value that the documentation excludes; changes the draft in place. */
export const checkDetails = (event: EventState): void => {
  for (const name of ['description', 'location', 'colorId'] as const) if (event[name] !== undefined) event[name] = String(event[name])
  oneOf(event.transparency, ['opaque', 'transparent'])
  oneOf(event.visibility, visibilities)
  if (event.transparency === 'opaque') delete event.transparency
  if (event.visibility === 'default') delete event.visibility
  if (event.colorId !== undefined && !/^([1-9]|1[01])$/.test(event.colorId)) refuse(badRequest)
  if (event.source && !/^https?:\/\/\S+$/.test(event.source.url ?? '')) refuse(badRequest)
  checkAttachments(event)
  checkReminders(event)
  if (event.conferenceData?.['createRequest']) notEmulated('making a conference (conferenceData.createRequest)')
}

/** The code is documented, the sentence is not told. */
const badRequest = 'Bad Request'

const oneOf = (value: string | undefined, allowed: readonly string[]): void => {
  if (value !== undefined && !allowed.includes(value)) refuse(badRequest)
}

const checkAttachments = ({ attachments = [] }: EventState): void => {
  if (attachments.length > attachmentLimit || attachments.some(({ fileUrl }) => !fileUrl)) refuse(badRequest)
}

const checkReminders = (event: EventState): void => {
  const { useDefault = false, overrides = [] } = event.reminders ?? { useDefault: true }
  if (useDefault && overrides.length > 0) refuse('Cannot specify both default reminders and overrides at the same time.')
  const isRight = ({ method, minutes }: (typeof overrides)[number]): boolean =>
    ['email', 'popup'].includes(method) && Number.isInteger(minutes) && minutes >= 0 && minutes <= longestReminder
  if (overrides.length > reminderLimit || !overrides.every(isRight)) refuse(badRequest)
  if (useDefault) delete event.reminders
}
