/** Which period the report is about: a month, a quarter, a year, or days typed in. */

import { batch, computed, type ReadonlySignal, signal } from '@preact/signals'
import { addMonths, type PeriodChoice } from '../../../domain/month/period'
import type { LocalDate, LocalDateTime, Month } from '../../../domain/time/localTime'

export type PeriodKind = PeriodChoice['kind']

export interface PeriodModel {
  readonly kind: ReadonlySignal<PeriodKind>
  /** Newest first; empty until the office's date is known. */
  readonly months: ReadonlySignal<readonly Month[]>
  /** '2026-4'. */
  readonly quarters: ReadonlySignal<readonly string[]>
  readonly years: ReadonlySignal<readonly string[]>
  /** What is chosen of the kind: a month, a quarter, a year. */
  readonly value: ReadonlySignal<string>
  readonly from: ReadonlySignal<LocalDate>
  readonly until: ReadonlySignal<LocalDate>
  /** null = the days are not a period yet. */
  readonly choice: ReadonlySignal<PeriodChoice | null>
  chooseKind(kind: PeriodKind): void
  choose(value: string): void
  typeFrom(date: LocalDate): void
  typeUntil(date: LocalDate): void
}

const offeredMonths = 25
const offeredQuarters = 9
const offeredYears = 5
/** Until then one is busy with the month before (S1–S3 are due by the 5th). */
const firstDays = 10

export function createPeriodModel(now: ReadonlySignal<LocalDateTime>, changed: () => void): PeriodModel {
  const kind = signal<PeriodKind>('month')
  const picked = signal<Readonly<Partial<Record<PeriodKind, string>>>>({})
  const typed = signal({ from: '', until: '' })
  const usual = computed(() => usualMonth(now.value))
  const from = computed(() => typed.value.from || (usual.value === '' ? '' : `${usual.value}-01`))
  const until = computed(() => typed.value.until || now.value.slice(0, 10))
  const value = computed(() => picked.value[kind.value] ?? usualValue(kind.value, usual.value))
  const choice = computed(() => choiceOf(kind.value, value.value, { from: from.value, until: until.value }))

  function set(work: () => void): void {
    batch(work)
    changed()
  }

  return {
    kind,
    months: computed(() => lastMonths(now.value)),
    quarters: computed(() => (now.value === '' ? [] : back(offeredQuarters, (n) => quarterOf(addMonths(now.value.slice(0, 7), -3 * n))))),
    years: computed(() => (now.value === '' ? [] : back(offeredYears, (n) => String(Number(now.value.slice(0, 4)) - n)))),
    ...{ value, from, until, choice },
    chooseKind: (next) => set(() => (kind.value = next)),
    choose: (next) => set(() => (picked.value = { ...picked.value, [kind.value]: next })),
    typeFrom: (date) => set(() => (typed.value = { from: date, until: until.value })),
    typeUntil: (date) => set(() => (typed.value = { from: from.value, until: date })),
  }
}

/** The month before during the first days of a month, later this one. */
export function usualMonth(now: LocalDateTime): Month {
  if (now === '') return ''
  return Number(now.slice(8, 10)) <= firstDays ? addMonths(now.slice(0, 7), -1) : now.slice(0, 7)
}

export function lastMonths(now: LocalDateTime): readonly Month[] {
  return now === '' ? [] : back(offeredMonths, (n) => addMonths(now.slice(0, 7), -n))
}

function back<T>(count: number, at: (n: number) => T): T[] {
  return Array.from({ length: count }, (_, n) => at(n))
}

/** Example: '2026-11' → '2026-4'. */
function quarterOf(month: Month): string {
  return `${month.slice(0, 4)}-${Math.ceil(Number(month.slice(5, 7)) / 3)}`
}

function usualValue(kind: PeriodKind, month: Month): string {
  if (month === '' || kind === 'range') return ''
  if (kind === 'month') return month
  return kind === 'quarter' ? quarterOf(month) : month.slice(0, 4)
}

function choiceOf(kind: PeriodKind, value: string, { from, until }: { from: LocalDate; until: LocalDate }): PeriodChoice | null {
  if (kind === 'range') return from !== '' && until !== '' && from <= until ? { kind, from, until } : null
  if (value === '') return null
  if (kind === 'month') return { kind, month: value }
  if (kind === 'year') return { kind, year: Number(value) }
  return { kind, year: Number(value.slice(0, 4)), quarter: Number(value.slice(5)) }
}
