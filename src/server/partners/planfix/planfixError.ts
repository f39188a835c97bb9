/** Planfix said no, or nothing: what that means for the task and for those that follow it. */

import { type PlanfixTrouble, planfixTexts } from '../../../domain/office/planfixText.ru'

export class PlanfixError extends Error {
  constructor(
    readonly trouble: PlanfixTrouble | 'missing',
    /** Planfix's own words; never logged. */
    readonly detail = '',
  ) {
    super(`planfix: ${trouble}`)
    this.name = 'PlanfixError'
  }
}

/** The sentence for people. */
export function sentenceOf({ trouble, detail }: PlanfixError): string {
  return planfixTexts[trouble === 'missing' ? 'refused' : trouble]({ detail })
}

/** Codes of `{"result":"fail","code":N}`; what is not here is a refusal of this one task. */
const troubles: Readonly<Record<number, PlanfixTrouble | 'missing'>> = {
  1: 'token',
  2: 'token',
  5: 'access',
  6: 'access',
  20: 'unpaid',
  21: 'unpaid',
  22: 'dailyLimit',
  1000: 'missing',
}

/** What an answer that is no success means. `code` is Planfix's own, null = the answer holds none. */
export function troubleOf(status: number, code: number | null, detail: string): PlanfixError {
  if (status === 429) return new PlanfixError('busy')
  if (code !== null) return new PlanfixError(troubles[code] ?? 'refused', detail)
  if (status === 401 || status === 403) return new PlanfixError('token')
  return new PlanfixError(status === 404 ? 'account' : 'silent')
}
