/** Forgetting somebody: shown first, then done in portions that any run goes on with; and everything that is known of him, to be handed over. */

import { accept } from '../../../domain/problem'
import type { Method as MethodName, Output } from '../../../rpc/contract'
import { doneBy } from '../../method/deed'
import { type Done, method } from '../../method/method'

const answerOf =
  <M extends MethodName>() =>
  ({ did }: Done) =>
    doneBy('person', did) as Output<M>

export const lookAt = method('personal/look', {
  may: 'forget',
  reads: 'nothing',
  deed: ({ subject }) => accept({ kind: 'person', asked: { act: 'look', subject } }),
  answer: answerOf<'personal/look'>(),
})

export const saveAll = method('personal/export', {
  may: 'forget',
  reads: 'nothing',
  deed: ({ subject }) => accept({ kind: 'person', asked: { act: 'export', subject } }),
  answer: answerOf<'personal/export'>(),
})

export const forget = method('personal/forget', {
  may: 'forget',
  reads: 'nothing',
  deed: (input) => accept({ kind: 'person', asked: { act: 'forget', ...input } }),
  answer: answerOf<'personal/forget'>(),
})

export const goOn = method('personal/goOn', {
  may: 'forget',
  reads: 'nothing',
  deed: () => accept({ kind: 'person', asked: { act: 'goOn' } }),
  answer: answerOf<'personal/goOn'>(),
})
