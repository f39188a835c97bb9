/** What a page asks the server through, whatever stands behind it. */

import type { Input, Method, Output, RpcAnswer } from '../../rpc/contract'

/** Wide dialogs, opened by the menu functions of the same meaning. */
export type Dialog = 'weekClose' | 'slotBoard' | 'report' | 'externals' | 'personal' | 'import' | 'settings'

export interface Transport {
  /**
   * Rejects only when the platform failed: no connection, time limit, illegal value. A refusal is an answer.
   * @param key of the deed: sent again with it, because its answer was lost, it is done once
   */
  call<M extends Method>(method: M, input: Input<M>, key?: string): Promise<RpcAnswer<Output<M>>>
  open(dialog: Dialog): Promise<void>
  /** The guides as HTML, sections of all roles. */
  guide(): Promise<string>
  /** Closes the dialog this page stands in. */
  close(): void
}
