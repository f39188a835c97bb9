/** «Приём заявок»: by which ways requests come is looked at and chosen, the receiver gets its key. It takes effect with the next request. */

import { accept } from '../../../domain/problem'
import type { WaysOutputs } from '../../../rpc/personalContract'
import { doneBy, type WaysAsked } from '../../method/deed'
import { type Method, method } from '../../method/method'

type WaysMethod = keyof WaysOutputs

/** Each is a deed outside register and calendar: doors know by properties of the script. */
function waysMethod<M extends WaysMethod>(name: M): Method<M> {
  const part = {
    may: 'settings',
    deed: (input: WaysAsked['input']) => accept({ kind: 'ways', asked: { act: name, input } as WaysAsked }),
    answer: ({ did }: { readonly did: Parameters<typeof doneBy>[1] }) => doneBy('ways', did),
  }
  return method(name, part as unknown as Omit<Method<M>, 'name'>)
}

export const openWays = waysMethod('ways/open')
export const setWays = waysMethod('ways/set')
export const waysKey = waysMethod('ways/key')
export const waysVk = waysMethod('ways/vk')
