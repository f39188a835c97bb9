/** amoCRM said no, or nothing: what that means for what waits. */

import { type AmoTrouble, amoTroubles } from '../../../domain/importing/leads/amocrmText.ru'

/** Minutes of rest; 0 = it is about this one change alone. */
const rests: Readonly<Record<AmoTrouble, number>> = { token: 60, access: 60, unpaid: 60, account: 60, busy: 5, silent: 15, refused: 0 }

/** Code of the answer → what it means. */
const troubles: Readonly<Record<number, AmoTrouble>> = {
  400: 'refused',
  401: 'token',
  402: 'unpaid',
  403: 'access',
  404: 'account',
  422: 'refused',
  429: 'busy',
}

/** What of a batch is wrong: its place → why. */
export type Wrong = Readonly<Record<number, string>>

export class AmoError extends Error {
  readonly rest: number
  /** For people; '' = it passes by itself. Never logged. */
  readonly told: string

  constructor(
    readonly trouble: AmoTrouble,
    readonly wrong: Wrong = {},
    detail = '',
  ) {
    super(`amocrm: ${trouble}`)
    this.name = 'AmoError'
    this.rest = rests[trouble]
    this.told = trouble === 'busy' ? '' : amoTroubles[trouble]({ detail })
  }
}

export function troubleOf(status: number, wrong: Wrong, detail: string): AmoError {
  return new AmoError(troubles[status] ?? 'silent', wrong, detail)
}
