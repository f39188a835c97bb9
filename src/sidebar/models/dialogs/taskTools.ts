/** «Подключить …»: how a tool for tasks is reached, tried before it is kept. */

import { batch, computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Output, TaskToolState } from '../../../rpc/contract'
import { type Caller, createCaller } from '../page/caller'
import type { Page } from '../page/page'

type Tools = Output<'tasks/state'>['tools']
type Typed = Readonly<Record<string, string>>

export interface TaskToolsModel {
  readonly caller: Caller
  /** Empty until they are known. */
  readonly tools: ReadonlySignal<Tools>
  /** The one that is shown; null until it is known. */
  readonly state: ReadonlySignal<TaskToolState | null>
  /** As typed, by the field's name. */
  readonly typed: ReadonlySignal<Typed>
  choose(name: string): void
  edit(part: Typed): void
  connect(): Promise<void>
  disconnect(): Promise<void>
  close(): void
}

export function createTaskToolsModel(page: Page): TaskToolsModel {
  const caller = createCaller(page)
  const tools = signal<Tools>([])
  const chosen = signal('')
  const typed = signal<Typed>({})
  const state = computed(() => tools.value.find(({ name }) => name === chosen.value) ?? null)
  const show = (name: string) =>
    batch(() => {
      chosen.value = name
      typed.value = Object.fromEntries((state.value?.fields ?? []).map((field) => [field.name, field.value]))
      page.live.value = state.value?.message ?? ''
    })
  const open = ({ tools: known }: { readonly tools: Tools }) =>
    batch(() => {
      tools.value = known
      show((known.find(({ connected }) => connected) ?? known[0])?.name ?? '')
    })
  /** What was typed stays where it was not taken; the key is never shown again. */
  const take = ({ tools: known }: { readonly tools: Tools }) =>
    batch(() => {
      tools.value = known
      const { good = true, message = '' } = state.value ?? {}
      if (good || message === '') show(chosen.value)
      else page.live.value = message
    })

  void caller.look({ by: 'state', method: 'tasks/state', input: {}, done: open })
  return {
    caller,
    tools,
    state,
    typed,
    choose: show,
    edit: (part) => {
      typed.value = { ...typed.value, ...part }
    },
    connect: () => caller.ask({ by: 'connect', method: 'tasks/connect', input: { tool: chosen.value, typed: typed.value }, done: take }),
    disconnect: () => caller.ask({ by: 'disconnect', method: 'tasks/disconnect', input: { tool: chosen.value }, done: take }),
    close: () => page.transport.close(),
  }
}
