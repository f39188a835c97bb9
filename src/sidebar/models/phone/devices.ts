/** «Мои устройства»: where one is signed in, and everybody for whoever keeps the settings; how the desk is opened on a phone. */

import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { DeviceLine, DeviceList } from '../../../rpc/deviceContract'
import { type Caller, createCaller } from '../page/caller'
import type { Page } from '../page/page'
import { devices as text } from './text.ru'

export interface DevicesModel {
  readonly finder: Caller
  readonly caller: Caller
  /** null = not asked yet. */
  readonly lines: ReadonlySignal<readonly DeviceLine[] | null>
  /** Of the desk for phones; '' = not known. */
  readonly address: ReadonlySignal<string>
  load(): Promise<void>
  end(line: DeviceLine): Promise<void>
}

export function createDevicesModel(page: Page): DevicesModel {
  const finder = createCaller(page)
  const caller = createCaller(page)
  const list = signal<DeviceList | null>(null)
  const show = (value: DeviceList) => {
    list.value = value
  }
  const without = (id: string) => {
    if (list.value) list.value = { ...list.value, devices: list.value.devices.filter((line) => line.id !== id) }
    page.live.value = text.ended
  }
  return {
    finder,
    caller,
    lines: computed(() => list.value?.devices ?? null),
    address: computed(() => list.value?.address ?? ''),
    load: () => finder.look({ by: 'load', method: 'device/list', input: {}, done: show }),
    end: ({ id }) => caller.ask({ by: `end-${id}`, method: 'device/end', input: { id }, done: ({ ended }) => without(ended) }),
  }
}
