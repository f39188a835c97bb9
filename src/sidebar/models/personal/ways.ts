/** «Приём заявок»: by which ways requests come, and the receiver's key, shown once. */

import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { WaysOutputs } from '../../../rpc/personalContract'
import { type Caller, createCaller } from '../page/caller'
import type { Page } from '../page/page'
import { ways as text } from './ways.ru'

type Ways = WaysOutputs['ways/open']
export type Typed = Pick<Ways, 'mode' | 'address' | 'declared'>

interface VkTyped {
  readonly account: string
  readonly token: string
}

export interface WaysModel {
  readonly caller: Caller
  /** null = not read yet. */
  readonly stands: ReadonlySignal<Ways | null>
  readonly typed: ReadonlySignal<Typed>
  /** '' = none is on the screen. */
  readonly key: ReadonlySignal<string>
  readonly saved: ReadonlySignal<boolean>
  readonly fault: ReadonlySignal<string>
  readonly canSave: ReadonlySignal<boolean>
  load(): Promise<void>
  edit(part: Partial<Typed>): void
  toggle(door: Typed['declared'][number]): void
  save(): Promise<void>
  makeKey(): Promise<void>
  readonly vk: ReadonlySignal<VkTyped>
  typeVk(part: Partial<VkTyped>): void
  /** Without a number it is disconnected. */
  connectVk(typed: VkTyped): Promise<void>
}

export function createWaysModel(page: Page): WaysModel {
  const caller = createCaller(page)
  const stands = signal<Ways | null>(null)
  const typed = signal<Typed>({ mode: 'all', address: '', declared: [] })
  const [key, saved] = [signal(''), signal(false)]
  const vk = signal<VkTyped>({ account: '', token: '' })
  const fault = computed(() => (/^(https:\/\/[^\s<>"']{3,})?$/i.test(typed.value.address.trim()) ? '' : text.badAddress))
  const isOther = computed(
    () => JSON.stringify(typedOf(stands.value)) !== JSON.stringify({ ...typed.value, address: typed.value.address.trim() }),
  )
  const take = (value: Ways) => {
    stands.value = value
    typed.value = typedOf(value)
  }
  /** What is typed and not saved stays. */
  const stood = (value: Ways) => {
    stands.value = value
  }
  const edit = (part: Partial<Typed>) => {
    typed.value = { ...typed.value, ...part }
    saved.value = false
  }
  return {
    caller,
    stands,
    typed,
    key,
    saved,
    fault,
    canSave: computed(() => stands.value !== null && isOther.value && fault.value === ''),
    load: () => {
      key.value = ''
      return caller.look({ by: 'open', method: 'ways/open', input: {}, done: isOther.value ? stood : take })
    },
    edit,
    toggle: (door) => {
      const { declared } = typed.value
      edit({ declared: declared.includes(door) ? declared.filter((one) => one !== door) : [...declared, door].sort() })
    },
    save: () =>
      caller.ask({
        by: 'save',
        method: 'ways/set',
        input: { ...typed.value, address: typed.value.address.trim() },
        done: (value) => {
          take(value)
          saved.value = true
          page.live.value = text.saved
        },
      }),
    vk,
    typeVk: (part) => {
      vk.value = { ...vk.value, ...part }
    },
    connectVk: (input) =>
      caller.ask({
        by: 'vk',
        method: 'ways/vk',
        input,
        done: (value) => {
          stands.value = value
          page.live.value = value.vk.message
          if (value.vk.good) vk.value = { account: '', token: '' }
        },
      }),
    makeKey: () =>
      caller.ask({
        by: 'key',
        method: 'ways/key',
        input: {},
        done: ({ key: made, ...value }) => {
          stands.value = value
          key.value = made
          page.live.value = text.once
        },
      }),
  }
}

function typedOf(value: Ways | null): Typed {
  return { mode: value?.mode ?? 'all', address: value?.address ?? '', declared: [...(value?.declared ?? [])] }
}
