/** The keys of deeds whose answer has not come: asked again, by whatever button, a deed keeps its key, and the server does it once. */

import { newRequestKey } from './requestKey'

export interface DeedKeys {
  keyOf(method: string, input: unknown): string
  /** The server has answered: the next such deed is another one. */
  answered(method: string, input: unknown): void
}

export function createDeedKeys(): DeedKeys {
  const waiting = new Map<string, string>()
  const nameOf = (method: string, input: unknown) => `${method} ${JSON.stringify(input)}`
  return {
    keyOf: (method, input) => {
      const name = nameOf(method, input)
      const key = waiting.get(name) ?? newRequestKey()
      waiting.set(name, key)
      return key
    },
    answered: (method, input) => void waiting.delete(nameOf(method, input)),
  }
}
