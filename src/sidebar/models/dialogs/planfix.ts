/** «Подключить Planfix…»: how it is reached, tried before it is kept. */

import { batch, type ReadonlySignal, signal } from '@preact/signals'
import type { Input, PlanfixState } from '../../../rpc/contract'
import { type Caller, createCaller } from '../page/caller'
import type { Page } from '../page/page'

type Fields = Input<'planfix/connect'>

export interface PlanfixModel {
  readonly caller: Caller
  /** null until it is known. */
  readonly state: ReadonlySignal<PlanfixState | null>
  readonly fields: ReadonlySignal<Fields>
  edit(part: Partial<Fields>): void
  connect(): Promise<void>
  disconnect(): Promise<void>
  close(): void
}

const noFields: Fields = { account: '', token: '', template: '', done: '' }

export function createPlanfixModel(page: Page): PlanfixModel {
  const caller = createCaller(page.transport)
  const state = signal<PlanfixState | null>(null)
  const fields = signal(noFields)
  const show = (value: PlanfixState) => {
    state.value = value
    page.live.value = value.message
  }
  /** What was typed stays where it was not taken; the key is never shown again. */
  const take = (value: PlanfixState) =>
    batch(() => {
      show(value)
      if (value.good || value.message === '')
        fields.value = { ...noFields, account: value.account, template: value.template, done: value.done }
    })
  const open = (value: PlanfixState) =>
    batch(() => {
      take({ ...value, message: '' })
      show(value)
    })

  void caller.look({ by: 'state', method: 'planfix/state', input: {}, done: open })
  return {
    caller,
    state,
    fields,
    edit: (part) => {
      fields.value = { ...fields.value, ...part }
    },
    connect: () => caller.ask({ by: 'connect', method: 'planfix/connect', input: fields.value, done: take }),
    disconnect: () => caller.ask({ by: 'disconnect', method: 'planfix/disconnect', input: {}, done: take }),
    close: () => page.transport.close(),
  }
}
