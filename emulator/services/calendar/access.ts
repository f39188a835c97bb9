/** Who may do what in a calendar, and what a person does not see of a private event. */
import type { AccessRole, CalendarState, EventState } from '../../world/types'
import { CalendarRefusal } from './refusal'

const writers: readonly AccessRole[] = ['owner', 'writer', 'writerWithoutPrivateAccess']

export const roleOf = (calendar: CalendarState, user: string): AccessRole => {
  if (calendar.primary && calendar.id === user) return 'owner'
  if (!calendar.access) return 'owner'
  return calendar.access[user] ?? calendar.access['*'] ?? 'none'
}

const mayWrite = (role: AccessRole): boolean => writers.includes(role)

/** Throws 404 where the person does not even see the calendar. */
export const requireReader = (calendar: CalendarState, user: string): AccessRole => {
  const role = roleOf(calendar, user)
  if (role === 'none') throw new CalendarRefusal(404, 'Not Found', 'notFound')
  return role
}

export const requireWriter = (calendar: CalendarState, user: string): AccessRole => {
  const role = requireReader(calendar, user)
  if (!mayWrite(role)) throw new CalendarRefusal(403, 'You need to have writer access to this calendar.', 'requiredAccessLevel')
  return role
}

/** True where the person sees when the event is, and nothing else of it. */
export const isHidden = (event: EventState, role: AccessRole): boolean => {
  if (role === 'freeBusyReader') return true
  const isPrivate = event.visibility === 'private' || event.visibility === 'confidential'
  return isPrivate && (role === 'reader' || role === 'writerWithoutPrivateAccess')
}
