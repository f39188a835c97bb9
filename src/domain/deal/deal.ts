/** A deal: one client's request for a consultation, from the first call to the closed card. */

import { emptyOf, type RecordOf } from '../register/field'
import { dealFields } from './fields'

/** Its fields are described in fields.ts. Empty text is '', an absent number or time is null. */
export interface Deal extends RecordOf<typeof dealFields> {}
export type Stage = Deal['stage']
export type Channel = Deal['channel']
export type Format = NonNullable<Deal['format']>

/** Stages of a deal that has no time yet (A1). */
export const unassignedStages: readonly Stage[] = ['unsorted', 'new', 'accepted', 'unreached']

export const openStages: readonly Stage[] = [...unassignedStages, 'assigned', 'held', 'feedback']

/** A deal of which nothing is known yet. */
export const emptyDeal: Deal = emptyOf(dealFields)
