/** One call of the Calendar API: through the gate, on a calendar that the caller may use, with refusals in the API's words. */
import { effectiveUser } from '../../../run/host'
import { type AccessRole, type CalendarState, type CallCost, ServiceError, type ServiceHost } from '../../../world/types'
import { apiError } from '../../sheets/apiError'
import { requireReader, requireWriter } from '../access'
import { CalendarRefusal } from '../refusal'

export interface ApiCall {
  /** 'Events.patch' */
  readonly member: string
  readonly calendarId: string
  /** The event that is read or written, where there is one. */
  readonly eventId?: string
  /** True for calls that need the right to write. */
  readonly writes?: boolean
  readonly cost?: CallCost
}

/** Runs the work of one API method on a calendar; `role` is the caller's access. */
export const callApi = <T>(host: ServiceHost, call: ApiCall, work: (calendar: CalendarState, role: AccessRole) => T): T => {
  const method = `calendar.${call.member.charAt(0).toLowerCase()}${call.member.slice(1)}`
  const done = (): T => {
    const calendar = calendarOf(host, call.calendarId)
    const role = call.writes ? requireWriter(calendar, callerOf(host)) : requireReader(calendar, callerOf(host))
    requireNoRefusal(calendar, call)
    return work(calendar, role)
  }
  return host.jsonIntoRealm(
    host.gate.call(
      `Calendar.${call.member}`,
      () => withApiErrors(method, done),
      () => call.cost ?? {},
    ),
  )
}

/** Account whose authority the script has. */
export const callerOf = (host: ServiceHost): string => effectiveUser(host.state, host.invocation) || host.state.owner

export const calendarOf = (host: ServiceHost, calendarId: string): CalendarState => {
  const calendar = host.state.calendars[calendarId === 'primary' ? callerOf(host) : calendarId]
  if (!calendar) throw new CalendarRefusal(404, 'Not Found', 'notFound')
  return calendar
}

/** What the world says Google always refuses of this event. */
const requireNoRefusal = (calendar: CalendarState, { member, eventId }: ApiCall): void => {
  const method = member.split('.').at(-1) ?? ''
  const refusal = calendar.refusals?.find((one) => one.eventId === eventId && one.methods.includes(method))
  if (refusal) throw new CalendarRefusal(refusal.code, refusal.message)
}

const withApiErrors = <T>(method: string, work: () => T): T => {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof CalendarRefusal)) throw error
    throw reasoned(apiError(method, error.code, error.message), error)
  }
}

/** The reason stands in `details.errors`, as in the API's own answer. */
const reasoned = (plain: ServiceError, { code, message, reason }: CalendarRefusal): ServiceError => {
  if (reason === undefined) return plain
  const domain = code === 400 || code === 404 || code === 412 ? 'global' : 'calendar'
  return new ServiceError(plain.message, { name: plain.name, details: { code, message, errors: [{ domain, reason, message }] } })
}

/** What the script hands over travels as JSON: nothing of its realm stays in the world. */
export const wire = <T>(value: T): T => (value === undefined ? value : JSON.parse(JSON.stringify(value)))
