/** Planfix said no, or nothing: what that means for the task and for those that follow it. */

import { type Rest, TaskToolError } from '../taskTool'
import { type PlanfixTrouble, planfixTexts } from './text.ru'

type Trouble = PlanfixTrouble | 'missing'

/** Minutes of rest; the day's limit lasts until the next day. A refused key or no rights: an hour. */
const rests: Readonly<Partial<Record<Trouble, Rest>>> = {
  busy: 1,
  silent: 15,
  dailyLimit: 'tomorrow',
  refused: 'none',
  missing: 'none',
  nobody: 'wait',
}
const restOtherwise = 60

export class PlanfixError extends TaskToolError {
  constructor(
    readonly trouble: Trouble,
    /** Planfix's own words; never logged. */
    readonly detail = '',
  ) {
    super(`planfix: ${trouble}`, rests[trouble] ?? restOtherwise, trouble === 'busy' ? '' : sentenceOf({ trouble, detail }))
  }
}

/** The sentence for people. */
export function sentenceOf({ trouble, detail }: Pick<PlanfixError, 'trouble' | 'detail'>): string {
  return planfixTexts[trouble === 'missing' ? 'refused' : trouble]({ detail })
}

/** Codes of `{"result":"fail","code":N}`; what is not here is a refusal of this one task. */
const troubles: Readonly<Record<number, Trouble>> = {
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
