/** The three ways in which a calendar says no: in the API's words, by an expired token, or by the emulator's own ignorance. */
import { ServiceError } from '../../world/types'

/** A refusal with the API's code and, where known, its reason. */
export class CalendarRefusal extends Error {
  constructor(
    readonly code: number,
    message: string,
    readonly reason?: string,
  ) {
    super(message)
  }
}

/** Throws a 400. */
export const refuse = (message: string, reason?: string): never => {
  throw new CalendarRefusal(400, message, reason)
}

/** Google can do it, the emulator cannot: never in Google's words. */
export const notEmulated = (what: string): never => {
  throw new ServiceError(`Calendar: ${what} is not emulated`, { name: 'Error' })
}

/** Google's own sentence for a name that it does not have. */
export const unknownField = (name: string): never => refuse(`Invalid JSON payload received. Unknown name "${name}": Cannot find field.`)
