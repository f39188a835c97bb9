/** «Подключить amoCRM…»: looked at, corrected by choosing, kept; then the differences of both sides. */

import { batch, type ReadonlySignal, signal } from '@preact/signals'
import type { Input, Output } from '../../../rpc/contract'
import { type Caller, createCaller } from '../page/caller'
import type { Page } from '../page/page'

type Screen = Output<'amo/state'>
type Differences = Output<'amo/differences'>
type Typed = Input<'amo/look'>

export interface AmoModel {
  readonly caller: Caller
  /** null until it is known. */
  readonly screen: ReadonlySignal<Screen | null>
  readonly typed: ReadonlySignal<Typed>
  /** null = not asked for yet. */
  readonly differences: ReadonlySignal<Differences | null>
  edit(part: Partial<Typed>): void
  chooseStage(status: number, stage: Screen['stages'][number]['stage']): void
  chooseField(key: string, field: number): void
  look(): Promise<void>
  connect(): Promise<void>
  disconnect(): Promise<void>
  compare(): Promise<void>
  take(deal: number, from: 'here' | 'there'): Promise<void>
  close(): void
}

const empty: Typed = { account: '', token: '', pipeline: null }

export function createAmoModel(page: Page): AmoModel {
  const caller = createCaller(page)
  const screen = signal<Screen | null>(null)
  const typed = signal<Typed>(empty)
  const differences = signal<Differences | null>(null)
  /** What was typed stays where it was not taken; the key is never shown again. */
  const show = (known: Screen) =>
    batch(() => {
      screen.value = known
      typed.value = {
        ...typed.value,
        account: typed.value.account || known.account,
        token: known.connected && known.good ? '' : typed.value.token,
        pipeline: known.pipeline,
      }
      page.live.value = known.message
    })
  const tell = (known: Differences) =>
    batch(() => {
      differences.value = known
      page.live.value = known.message
    })
  const edit = (part: Partial<Typed>) => {
    typed.value = { ...typed.value, ...part }
  }

  void caller.look({ by: 'state', method: 'amo/state', input: {}, done: show })
  return {
    caller,
    screen,
    typed,
    differences,
    edit,
    chooseStage: (status, stage) => edit({ stages: { ...stagesOf(screen.value), ...typed.value.stages, [String(status)]: stage } }),
    chooseField: (key, field) => edit({ fields: { ...fieldsOf(screen.value), ...typed.value.fields, [key]: field } }),
    look: () => caller.ask({ by: 'look', method: 'amo/look', input: typed.value, done: show }),
    connect: () => caller.ask({ by: 'connect', method: 'amo/connect', input: typed.value, done: show }),
    disconnect: () => caller.ask({ by: 'disconnect', method: 'amo/disconnect', input: {}, done: show }),
    compare: () => caller.ask({ by: 'compare', method: 'amo/differences', input: {}, done: tell }),
    take: (deal, from) => caller.ask({ by: `take${deal}${from}`, method: 'amo/take', input: { deal, from }, done: tell }),
    close: () => page.transport.close(),
  }
}

function stagesOf(screen: Screen | null): NonNullable<Typed['stages']> {
  return Object.fromEntries((screen?.stages ?? []).map(({ id, stage }) => [String(id), stage]))
}

function fieldsOf(screen: Screen | null): NonNullable<Typed['fields']> {
  return Object.fromEntries((screen?.fields ?? []).map(({ key, field }) => [key, field]))
}
