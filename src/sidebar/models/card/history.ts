/** «История» of a card, asked for only when somebody opens it. */

import { type ReadonlySignal, signal } from '@preact/signals'
import type { HistoryLine } from '../../../rpc/contract'
import { type Caller, createCaller } from '../page/caller'
import type { Page } from '../page/page'

export interface HistoryModel {
  readonly caller: Caller
  /** Null until it was asked for. */
  readonly lines: ReadonlySignal<readonly HistoryLine[] | null>
  readonly open: ReadonlySignal<boolean>
  toggle(id: number): void
  /** The card changed: what was read is old. */
  forget(): void
}

export function createHistory(page: Page): HistoryModel {
  const caller = createCaller(page)
  const lines = signal<readonly HistoryLine[] | null>(null)
  const open = signal(false)
  return {
    caller,
    lines,
    open,
    toggle: (id) => {
      open.value = !open.value
      if (!open.value || lines.value) return
      void caller.look({
        by: 'history',
        method: 'deal/history',
        input: { id },
        done: (value) => {
          lines.value = value.lines
        },
      })
    },
    forget: () => {
      open.value = false
      lines.value = null
      caller.drop()
    },
  }
}
