/** Requests that were set aside: the tick takes what can be taken, the rest is counted for «Сегодня». */

import type { Aside } from '../../domain/intake/aside'
import { ruFirstTexts } from '../../domain/intake/ruFirst/ruFirstText.ru'
import type { Outcome } from '../../domain/problem'
import { accept, refuse } from '../../domain/problem'
import type { Output } from '../../rpc/contract'
import { commitService } from '../desk/commit'
import { loadDesk } from '../desk/load'
import type { DeskSession } from '../desk/session'
import { requestOf, storeRequest } from '../doors/intake'
import { forgetAside, keepAside, keptAsides } from '../google/kept/asideStore'
import { platformErrorOf } from '../google/platformError'

const asideTitle = 'Отложенная заявка'

/** Taken by one run: each is a read and a write under the lock. */
const takenAtOnce = 10

/** What a person has to look at stays; what only came at a bad moment is taken. */
export function takeAsides(session: DeskSession): void {
  const waiting = keptAsides().filter(({ why }) => why === 'rate' || why === 'failed')
  try {
    for (const one of waiting.slice(0, takenAtOnce)) if (!takeAside(session, one).ok) keepAside({ ...one, why: 'tooLong' })
  } finally {
    countAsides(session)
  }
}

function takeAside(session: DeskSession, one: Aside): Outcome<{ readonly id: number }> {
  const outcome = storeRequest(session, requestOf(one))
  if (outcome.ok) forgetAside(one.id)
  return outcome
}

/** A person takes it, or throws it away. */
export function settleAside(
  session: DeskSession,
  { id, take }: { readonly id: string; readonly take: boolean },
): Outcome<Output<'intake/settleAside'>> {
  const one = keptAsides().find((aside) => aside.id === id)
  if (one === undefined) return refuse({ code: 'nothingToDo' })
  if (take && one.why === 'closed') return refuse({ code: 'badValue', title: asideTitle, why: ruFirstTexts.asideTake })
  const outcome = take ? takeAside(session, one) : null
  if (outcome !== null && !outcome.ok) return outcome
  if (outcome === null) forgetAside(id)
  countAsides(session)
  return accept({ deal: outcome?.value.id ?? null })
}

/** For «Сегодня». It stands between jobs and pages, and stops neither. */
export function countAsides(session: DeskSession): void {
  try {
    const loaded = loadDesk(session)
    const count = keptAsides().length
    const cell = count === 0 ? '' : String(count)
    if (loaded.desk.service.aside !== cell) commitService(loaded, { aside: cell })
  } catch (error) {
    console.error(`intake, aside: ${platformErrorOf(error).message}`)
  }
}
