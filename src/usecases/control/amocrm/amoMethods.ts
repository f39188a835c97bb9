/** The dialog of amoCRM: an account is looked at before it is kept, and its key is never shown again. */

import { accept } from '../../../domain/problem'
import type { AmoOutputs } from '../../../rpc/amoContract'
import { type AmoAsked, doneBy } from '../../method/deed'
import { type Method, method } from '../../method/method'

type AmoMethod = keyof AmoOutputs

/** Each is a deed outside register and calendar. */
function amoMethod<M extends AmoMethod>(name: M): Method<M> {
  const part = {
    may: 'connect',
    deed: (input: AmoAsked['input']) => accept({ kind: 'amo', asked: { act: name, input } as AmoAsked }),
    answer: ({ did }: { readonly did: Parameters<typeof doneBy>[1] }) => doneBy('amo', did),
  }
  return method(name, part as unknown as Omit<Method<M>, 'name'>)
}

export const amoState = amoMethod('amo/state')
export const amoLook = amoMethod('amo/look')
export const amoConnect = amoMethod('amo/connect')
export const amoDisconnect = amoMethod('amo/disconnect')
export const amoDifferences = amoMethod('amo/differences')
export const amoTake = amoMethod('amo/take')
