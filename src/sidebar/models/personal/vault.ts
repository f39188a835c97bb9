/** «Имена отдельно»: people's data moved to a spreadsheet of their own, portion after portion, and back. */

import { type ReadonlySignal, signal } from '@preact/signals'
import type { VaultShown } from '../../../rpc/personalContract'
import { type Caller, createCaller } from '../page/caller'
import type { Page } from '../page/page'
import { vaultText as text } from './vault.ru'

export interface VaultModel {
  readonly caller: Caller
  /** null = it was not asked yet. */
  readonly shown: ReadonlySignal<VaultShown | null>
  /** Address that is typed. */
  readonly link: ReadonlySignal<string>
  /** The way back is asked about once more. */
  readonly asks: ReadonlySignal<boolean>
  typeLink(link: string): void
  load(): Promise<void>
  make(): Promise<void>
  start(): Promise<void>
  askBack(asks: boolean): void
  leave(): Promise<void>
}

export function createVaultModel(page: Page): VaultModel {
  const caller = createCaller(page)
  const shown = signal<VaultShown | null>(null)
  const link = signal('')
  const asks = signal(false)

  function take(value: VaultShown): void {
    shown.value = value
    asks.value = false
    if (value.mode === 'in' || value.mode === 'out') void goOn()
  }
  /** Each call takes some seconds; the tick does the same when the window is closed. */
  const goOn = () => caller.look({ by: 'goOn', method: 'personal/vaultGoOn', input: {}, done: told })
  function told(value: VaultShown): void {
    page.live.value = value.mode === 'in' || value.mode === 'out' ? text.moving(value.moved) : text.moved[value.mode]
    take(value)
  }
  return {
    caller,
    shown,
    link,
    asks,
    typeLink: (value) => {
      link.value = value
    },
    load: () => caller.look({ by: 'load', method: 'personal/vault', input: { link: shown.value?.link || link.value }, done: take }),
    make: () => caller.ask({ by: 'make', method: 'personal/vaultMake', input: {}, done: take }),
    start: () => caller.ask({ by: 'start', method: 'personal/vaultStart', input: { link: shown.value?.link ?? '' }, done: told }),
    askBack: (value) => {
      asks.value = value
    },
    leave: () => caller.ask({ by: 'leave', method: 'personal/vaultLeave', input: {}, done: told }),
  }
}
