/** Requests that the door could not take: shown with their text, taken or thrown away by a person. */

import type { Aside, Came } from '../../domain/intake/aside'
import { shownAnswers, shownRequest } from '../../domain/intake/read/shownRequest'
import { ruFirstTexts } from '../../domain/intake/ruFirst/ruFirstText.ru'
import { accept } from '../../domain/problem'
import { asideWhy } from '../../domain/text/intakeText.ru'
import type { AsideRequest } from '../../rpc/intakeContract'
import { doneBy } from '../method/deed'
import { method } from '../method/method'

export const asides = method('intake/asides', {
  may: 'intake',
  reads: [() => ({}), () => ({ facts: ['asides'] })],
  look: (_input, { facts }) => accept({ items: (facts.asides ?? []).map(shownAside) }),
})

function shownAside({ id, local, why, came }: Aside): AsideRequest {
  return { id, at: local, why: asideWhy[why], text: why === 'closed' && 'row' in came ? ruFirstTexts.aside(came.row) : textOf(came) }
}

function textOf(came: Came): string {
  return 'body' in came ? shownRequest(came) : shownAnswers(came.namedValues)
}

/** Taken, it is a deal like any other; thrown away, it is gone. */
export const settleAside = method('intake/settleAside', {
  may: 'intake',
  reads: () => ({}),
  deed: ({ id, take }) => accept({ kind: 'aside', asked: { id, take } }),
  answer: ({ did }) => doneBy('aside', did),
})
