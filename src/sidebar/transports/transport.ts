/** What a page asks the server through, whatever stands behind it. */

import type { Input, Method, Output, RpcAnswer } from '../../rpc/contract'

/** Wide dialogs, opened by the menu functions of the same meaning. */
export type Dialog = 'weekClose' | 'slotBoard' | 'report' | 'externals' | 'import' | 'settings'

export interface Transport {
  /** Rejects only when the platform failed: no connection, time limit, illegal value. A refusal is an answer. */
  call<M extends Method>(method: M, input: Input<M>): Promise<RpcAnswer<Output<M>>>
  open(dialog: Dialog): Promise<void>
  /** Closes the dialog this page stands in. */
  close(): void
}
