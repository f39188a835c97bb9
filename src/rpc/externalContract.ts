/** The contract of «Внешние консультанты» (T3): a month's external consultations by project, and marking them paid. JSON-safe types only. */

import * as v from 'valibot'
import type { LocalDateTime, Month } from '../domain/time/localTime'
import { type DealRef, dealRef } from './inputParts'
import { month } from './monthContract'

/** Method → input. */
export const externalInputs = {
  'external/list': v.object({ month }),
  /** `paid` false takes the mark away. */
  'external/pay': v.object({ deals: v.array(dealRef), paid: v.boolean() }),
} as const

export interface ExternalConsultation {
  readonly ref: DealRef
  readonly start: LocalDateTime
  readonly organisation: string
  /** «Носов П. Н.», initials where «Сотрудники» does not know him. */
  readonly expert: string
  readonly minutes: number
  /** Roubles an hour; null = not on the sheet «Сотрудники». */
  readonly rate: number | null
  readonly due: number
  readonly paidAt: LocalDateTime | null
  readonly paidBy: string
  /** It stands in the archive: only to be looked at. */
  readonly archived: boolean
}

export interface ExternalProjectMonth {
  readonly project: string
  /** Held in the month. */
  readonly held: number
  /** The same with those booked, or decided on without a time yet: what the limit is compared with. */
  readonly counted: number
  readonly limit: number
  readonly minutes: number
  /** Roubles; what is paid is part of what is due. */
  readonly due: number
  readonly paid: number
  /** By time. */
  readonly consultations: readonly ExternalConsultation[]
}

export interface ExternalMonth {
  readonly month: Month
  /** Those whose payment the caller may mark, by name. */
  readonly projects: readonly ExternalProjectMonth[]
}

export interface ExternalOutputs {
  'external/list': ExternalMonth
  /** What was changed, as it stands now. */
  'external/pay': { readonly deals: readonly DealRef[] }
}
