/** What the desk has on a phone and not in the panel: «Ещё», a connection that comes and goes, and the way out. */

import { type Signal, signal } from '@preact/signals'
import { type Connection, createConnection } from './connection'

export interface Phone {
  /** «Ещё» stands in front of the screens. */
  readonly more: Signal<boolean>
  readonly connection: Connection
  /** This browser keeps nothing: the address is the way in. */
  readonly inAddress: boolean
}

export function createPhone({ isOnline, inAddress }: { readonly isOnline: () => boolean; readonly inAddress: boolean }): Phone {
  return { more: signal(false), connection: createConnection(isOnline), inAddress }
}
