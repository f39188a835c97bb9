/** «Подключить Planfix…»: the connection is tried before it is kept, and the key is never shown again. */

import { accept } from '../../domain/problem'
import { doneBy } from '../method/deed'
import { method } from '../method/method'

export const state = method('planfix/state', {
  may: 'connect',
  deed: () => accept({ kind: 'planfix', asked: { act: 'state' } }),
  answer: ({ did }) => doneBy('planfix', did),
})

export const connect = method('planfix/connect', {
  may: 'connect',
  deed: (input) => accept({ kind: 'planfix', asked: { act: 'connect', input } }),
  answer: ({ did }) => doneBy('planfix', did),
})

export const disconnect = method('planfix/disconnect', {
  may: 'connect',
  deed: () => accept({ kind: 'planfix', asked: { act: 'disconnect' } }),
  answer: ({ did }) => doneBy('planfix', did),
})
