/** What came of one service call, and how a fault put at it changes that. */

import type { CallCost, ErrorDetails, Fault, ThrownFault } from '../world/types'
import { ServiceError } from '../world/types'
import type { PastCall } from './execution'

export type Outcome<T> = ({ readonly answer: T } | { readonly error: unknown }) & { readonly cost: CallCost; readonly extraMs: number }

export const failed = (error: unknown): { readonly error: unknown; readonly cost: CallCost; readonly extraMs: number } => ({
  error,
  cost: {},
  extraMs: 0,
})

/** The error that a fault throws into the script. */
export const thrownBy = ({ message, name, details }: ThrownFault): ServiceError =>
  new ServiceError(message, { ...(name !== undefined && { name }), ...(details !== undefined && { details }) })

/** What the script sees of the call when a fault was put after its effect. */
export function withFault<T>(outcome: Outcome<T>, fault: Fault | undefined): Outcome<T> {
  if (fault?.kind === 'delay') return { ...outcome, extraMs: outcome.extraMs + fault.ms }
  if (fault?.kind === 'failAfter') return { error: thrownBy(fault), cost: outcome.cost, extraMs: outcome.extraMs }
  return outcome
}

export function pastError(error: unknown): NonNullable<PastCall['error']> {
  if (error instanceof ServiceError) return { name: error.name, message: error.message, details: error.details }
  return { name: 'EmulatorFault', message: error instanceof Error ? error.message : String(error), details: undefined }
}

export function errorOptions(error: NonNullable<PastCall['error']>): { name: string; details?: ErrorDetails } {
  return error.details ? { name: error.name, details: error.details } : { name: error.name }
}
