/** The part of the contract that is about «Настройки и проверка», set-up, the working calendar and programs beside the desk. */

import * as v from 'valibot'
import type { DayKind } from '../domain/office/office'
import type { CheckLine } from '../domain/office/selfCheck.ru'
import type { SetUpStep } from '../domain/office/setUpSteps.ru'
import { addDays } from '../domain/time/localTime'
import { type AmoOutputs, amoInputs } from './amoContract'
import { localDate, text } from './inputParts'
import type { TaskTools } from './screens'

const year = v.pipe(v.number(), v.integer(), v.minValue(2025), v.maxValue(2100))
/** A day that there is: 31 February is none. */
const realDay = v.pipe(
  localDate,
  v.check((day) => addDays(day, 0) === day),
)
const publishedDay = v.object({ date: realDay, kind: v.picklist(['off', 'short', 'working']), movedFrom: v.nullable(realDay) })

export const workdayInputs = {
  /** What is published of a year, against the sheet. */
  'workdays/look': v.object({ year }),
  /** What was looked at goes into the sheet. */
  'workdays/write': v.object({ year, days: v.pipe(v.array(publishedDay), v.maxLength(366)) }),
} as const

/** A day as published, where the sheet says otherwise; null = it says nothing. */
export interface WorkdayNews {
  readonly date: string
  readonly kind: DayKind
  readonly sheet: DayKind | null
  readonly movedFrom: string | null
}

export interface WorkdaysLook {
  readonly year: number
  /** '' = the year is whole; else what it lacks, a sentence. */
  readonly lacks: string
  readonly days: readonly WorkdayNews[]
  /** Days that stand in the sheet alone; they stay. */
  readonly own: readonly { readonly date: string; readonly sheet: DayKind }[]
}

/** A row of «Настройки». */
export interface SettingRow {
  readonly key: string
  readonly title: string
  readonly clause: string
  /** As it stands in the sheet; '' = nothing there, `initial` holds. */
  readonly value: string
  readonly initial: string
  /** What may be typed; 'role' has `choices`. */
  readonly kind: 'text' | 'number' | 'time' | 'role' | 'yesNo' | 'quotas' | 'date' | 'zone' | 'pages' | 'email' | 'web'
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

/** Programs beside the desk: the tool for tasks, amoCRM. */
export const toolInputs = {
  ...amoInputs,
  'tasks/state': v.object({}),
  /** What was typed, by field of the tool; an empty key = the one that is kept. Kept only where the tool answers. */
  'tasks/connect': v.object({ tool: text, typed: v.record(v.string(), text) }),
  'tasks/disconnect': v.object({ tool: text }),
} as const

export interface ToolOutputs extends AmoOutputs {
  readonly 'tasks/state': TaskTools
  readonly 'tasks/connect': TaskTools
  readonly 'tasks/disconnect': TaskTools
}
