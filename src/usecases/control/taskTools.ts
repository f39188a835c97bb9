/** The dialog of tools for tasks: a connection is tried before it is kept, and its key is never shown again. */

import { accept } from '../../domain/problem'
import { doneBy } from '../method/deed'
import { method } from '../method/method'

export const state = method('tasks/state', {
  may: 'connect',
  deed: () => accept({ kind: 'taskTool', asked: { act: 'state' } }),
  answer: ({ did }) => doneBy('taskTool', did),
})

export const connect = method('tasks/connect', {
  may: 'connect',
  deed: (input) => accept({ kind: 'taskTool', asked: { act: 'connect', input } }),
  answer: ({ did }) => doneBy('taskTool', did),
})

export const disconnect = method('tasks/disconnect', {
  may: 'connect',
  deed: (input) => accept({ kind: 'taskTool', asked: { act: 'disconnect', input } }),
  answer: ({ did }) => doneBy('taskTool', did),
})
