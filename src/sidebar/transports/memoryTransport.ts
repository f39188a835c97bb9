/** A server in memory for tests and pictures: answers by method, kept waiting or failing on demand. */

import type { Input, Method, Output, RpcAnswer } from '../../rpc/contract'
import type { Dialog, Transport } from './transport'

type Reply<M extends Method> = RpcAnswer<Output<M>> | Promise<RpcAnswer<Output<M>>>
export type Handlers = { readonly [M in Method]?: (input: Input<M>) => Reply<M> }

export interface MemoryTransport extends Transport {
  /** Every call so far, oldest first. */
  readonly calls: { readonly method: Method; readonly input: unknown }[]
  /** Their keys, in the same order. */
  readonly keys: string[]
  readonly opened: Dialog[]
  answer(handlers: Handlers): void
}

/** A method without a handler rejects, as a broken connection does. */
export function memoryTransport(handlers: Handlers = {}): MemoryTransport {
  let current: Handlers = handlers
  const calls: { readonly method: Method; readonly input: unknown }[] = []
  const keys: string[] = []
  const opened: Dialog[] = []
  return {
    calls,
    keys,
    opened,
    answer: (more) => {
      current = { ...current, ...more }
    },
    async call<M extends Method>(method: M, input: Input<M>, key = '') {
      calls.push({ method, input })
      keys.push(key)
      const handler = current[method] as ((value: Input<M>) => Reply<M>) | undefined
      if (!handler) throw new Error('no connection')
      return handler(input)
    },
    async open(dialog) {
      opened.push(dialog)
    },
    guide: async () => '',
    close: () => undefined,
  }
}

export function accepted<T>(value: T): RpcAnswer<T> {
  return { ok: true, value }
}

export function refused<T>(answer: Partial<Extract<RpcAnswer<T>, { ok: false }>> & { readonly message: string }): RpcAnswer<T> {
  return { ok: false, problem: null, issues: [], retry: false, ...answer }
}
