/** What waits in «Исходящие» goes: asked for by a page after a command, and by the tick. */

import { accept } from '../../domain/problem'
import { doneBy } from '../method/deed'
import { method } from '../method/method'

export const send = method('outbox/send', {
  may: 'read',
  reads: 'nothing',
  deed: () => accept({ kind: 'outbox', asked: null }),
  answer: ({ did }) => doneBy('outbox', did),
})
