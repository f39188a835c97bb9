/** The part of the contract that is about «Настройки и проверка». */

import type { CheckLine } from '../domain/office/selfCheck.ru'
import type { SetUpStep } from '../domain/office/setUpSteps.ru'

/** A row of «Настройки». */
export interface SettingRow {
  readonly key: string
  readonly title: string
  readonly clause: string
  /** As it stands in the sheet; '' = nothing there, `initial` holds. */
  readonly value: string
  readonly initial: string
  /** What may be typed; 'role' has `choices`. */
  readonly kind: 'text' | 'number' | 'time' | 'role' | 'yesNo' | 'quotas' | 'date' | 'zone' | 'pages'
  readonly choices: readonly string[]
  /** Why the value cannot be read; '' = it can. */
  readonly issue: string
}

export interface SettingsScreenData {
  readonly settings: readonly SettingRow[]
  readonly checks: readonly CheckLine[]
  readonly mayChange: boolean
}

/** A letter of one kind, as it would look. */
export interface LetterSample {
  readonly kind: string
  readonly title: string
  readonly subject: string
  readonly body: string
  readonly html: string
}

/** The set-up checklist. */
export interface SetUpScreenData {
  readonly steps: readonly SetUpStep[]
  /** As it stands in «Настройки»; '' = none yet. */
  readonly calendarId: string
  readonly mayChange: boolean
}
