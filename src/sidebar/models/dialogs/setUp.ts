/** «Установка»: the steps as they stand, and the calendar's address, which is asked for on the way. */

import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { stepsLeft } from '../../../domain/office/setUpSteps.ru'
import type { SetUpScreenData } from '../../../rpc/settingsContract'
import { setUp as text } from '../../text/settings.ru'
import { type Caller, createCaller } from '../page/caller'
import type { Page } from '../page/page'

export interface SetUpModel {
  readonly caller: Caller
  /** null until it is known. */
  readonly data: ReadonlySignal<SetUpScreenData | null>
  /** One sentence; '' until it is known. */
  readonly sum: ReadonlySignal<string>
  /** The calendar's address as typed. */
  readonly address: ReadonlySignal<string>
  typeAddress(value: string): void
  saveAddress(): Promise<void>
  load(): Promise<void>
  close(): void
}

export function createSetUpModel(page: Page): SetUpModel {
  const caller = createCaller(page)
  const data = signal<SetUpScreenData | null>(null)
  const typed = signal<string | null>(null)
  const sum = computed(() => (data.value === null ? '' : text.left(stepsLeft(data.value.steps))))
  const address = computed(() => typed.value ?? data.value?.calendarId ?? '')

  const show = (value: SetUpScreenData): void => {
    data.value = value
    typed.value = null
    page.live.value = sum.value
  }
  const load = () => caller.look({ by: 'load', method: 'settings/steps', input: {}, done: show })

  return {
    caller,
    data,
    sum,
    address,
    typeAddress: (value) => {
      typed.value = value
    },
    saveAddress: () => {
      const values = { calendarId: address.value.trim() }
      return caller.ask({ by: 'address', method: 'settings/save', input: { values }, done: () => void load() })
    },
    load,
    close: () => page.transport.close(),
  }
}
