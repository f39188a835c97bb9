/** «Отчёт»: the month's report made at a press of one button. */

import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { LocalDateTime, Month } from '../../domain/localTime'
import type { Output } from '../../rpc/contract'
import { report as text } from '../text/dialogs.ru'
import { type Caller, createCaller } from './caller'
import type { Page } from './page'

export interface ReportModel {
  readonly caller: Caller
  /** Newest first; empty until the office's date is known. */
  readonly months: ReadonlySignal<readonly Month[]>
  readonly month: ReadonlySignal<Month>
  readonly result: ReadonlySignal<Output<'month/report'> | null>
  choose(month: Month): void
  make(): Promise<void>
  close(): void
}

const offered = 14
/** Until then one is busy with the month before (S1–S3 are due by the 5th). */
const firstDays = 10

export function createReportModel(page: Page): ReportModel {
  const caller = createCaller(page.transport)
  const picked = signal<Month>('')
  const result = signal<Output<'month/report'> | null>(null)
  const month = computed(() => picked.value || usualMonth(page.clock.now.value))
  if (page.clock.now.value === '') void askDate()

  function askDate(): Promise<void> {
    return caller.look({ by: 'date', method: 'desk/today', input: {}, done: (today) => page.clock.set(today.now) })
  }
  function show(value: Output<'month/report'>): void {
    result.value = value
    page.live.value = text.made(value)
  }

  return {
    caller,
    months: computed(() => lastMonths(page.clock.now.value)),
    month,
    result,
    choose: (value) => {
      picked.value = value
      result.value = null
      caller.forgive()
    },
    make: () => caller.ask({ by: 'make', method: 'month/report', input: { month: month.value }, done: show }),
    close: () => page.transport.close(),
  }
}

/** The month before during the first days of a month, later this one. */
export function usualMonth(now: LocalDateTime): Month {
  if (now === '') return ''
  return Number(now.slice(8, 10)) <= firstDays ? monthsBack(now, 1) : now.slice(0, 7)
}

export function lastMonths(now: LocalDateTime): readonly Month[] {
  return now === '' ? [] : Array.from({ length: offered }, (_, back) => monthsBack(now, back))
}

function monthsBack(now: LocalDateTime, back: number): Month {
  const count = Number(now.slice(0, 4)) * 12 + Number(now.slice(5, 7)) - 1 - back
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
}
