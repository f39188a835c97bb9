/** «Настройки и проверка»: what is in order, and the office's own numbers. */

import { batch, computed, type ReadonlySignal, signal } from '@preact/signals'
import type { CheckLine } from '../../../domain/office/selfCheck.ru'
import type { SettingRow, SettingsScreenData } from '../../../rpc/settingsContract'
import { settings as text } from '../../text/settings.ru'
import { type Caller, createCaller } from '../page/caller'
import type { Page } from '../page/page'
import { createDevicesModel, type DevicesModel } from '../phone/devices'
import { createLetterSamples, type LetterSamples } from './letterSamples'

export interface SettingsModel {
  readonly page: Page
  readonly finder: Caller
  readonly caller: Caller
  readonly letters: LetterSamples
  readonly devices: DevicesModel
  readonly checks: ReadonlySignal<readonly CheckLine[] | null>
  readonly rows: ReadonlySignal<readonly SettingRow[]>
  readonly mayChange: ReadonlySignal<boolean>
  /** How many values differ from what the sheet holds. */
  readonly changed: ReadonlySignal<number>
  readonly saved: ReadonlySignal<boolean>
  valueOf(row: SettingRow): string
  isEdited(row: SettingRow): boolean
  type(row: SettingRow, value: string): void
  load(): Promise<void>
  save(): Promise<void>
  discard(): void
  close(): void
}

export function createSettingsModel(page: Page): SettingsModel {
  const finder = createCaller(page)
  const caller = createCaller(page)
  const data = signal<SettingsScreenData | null>(null)
  const edits = signal<Readonly<Record<string, string>>>({})
  const saved = signal(false)
  const rows = computed(() => data.value?.settings ?? [])
  const edited = computed(() => rows.value.filter((row) => isEdited(row)))

  function isEdited({ key, value }: SettingRow): boolean {
    return edits.value[key] !== undefined && edits.value[key].trim() !== value
  }
  function show(value: SettingsScreenData): void {
    data.value = value
    page.live.value = sumOf(value.checks)
  }
  function keep(settings: readonly SettingRow[]): void {
    batch(() => {
      if (data.value) data.value = { ...data.value, settings }
      edits.value = {}
      saved.value = true
    })
    page.live.value = text.saved
  }

  return {
    page,
    finder,
    caller,
    letters: createLetterSamples(page),
    devices: createDevicesModel(page),
    checks: computed(() => data.value?.checks ?? null),
    rows,
    mayChange: computed(() => data.value?.mayChange ?? false),
    changed: computed(() => edited.value.length),
    saved,
    valueOf: (row) => edits.value[row.key] ?? row.value,
    isEdited,
    type: (row, value) => {
      batch(() => {
        edits.value = { ...edits.value, [row.key]: value }
        saved.value = false
      })
    },
    load: () => finder.look({ by: 'load', method: 'settings/open', input: {}, done: show }),
    save: () => {
      const values = Object.fromEntries(edited.value.map(({ key }) => [key, edits.value[key]?.trim() ?? '']))
      return caller.ask({ by: 'save', method: 'settings/save', input: { values }, done: ({ settings }) => keep(settings) })
    },
    discard: () => {
      edits.value = {}
      caller.forgive()
    },
    close: () => page.transport.close(),
  }
}

/** What stands wrong, in one sentence. */
export function sumOf(checks: readonly CheckLine[]): string {
  const count = (state: CheckLine['state']) => checks.filter((line) => line.state === state).length
  const [bad, warnings] = [count('bad'), count('warning')]
  return bad + warnings === 0 ? text.allGood : text.wrong(bad, warnings)
}
