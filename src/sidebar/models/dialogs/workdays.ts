/** «Обновить» of the working calendar: a year as published, looked at, then written. */

import { type ReadonlySignal, signal } from '@preact/signals'
import type { WorkdaysLook } from '../../../rpc/settingsContract'
import { importing as text } from '../../text/importing.ru'
import { type Caller, createCaller } from '../page/caller'
import type { Page } from '../page/page'

export interface WorkdaysModel {
  readonly caller: Caller
  readonly years: readonly number[]
  readonly year: ReadonlySignal<number>
  /** null = not looked at yet. */
  readonly look: ReadonlySignal<WorkdaysLook | null>
  /** How many days were written; null = none yet. */
  readonly written: ReadonlySignal<number | null>
  choose(year: number): void
  ask(): Promise<void>
  write(): Promise<void>
}

export function createWorkdaysModel(page: Page): WorkdaysModel {
  const caller = createCaller(page)
  const now = Number(page.clock.now.value.slice(0, 4))
  const year = signal(now + 1)
  const look = signal<WorkdaysLook | null>(null)
  const written = signal<number | null>(null)
  const forget = (): void => {
    look.value = null
    written.value = null
    caller.drop()
  }

  return {
    caller,
    years: [now, now + 1],
    year,
    look,
    written,
    choose: (value) => {
      forget()
      year.value = value
    },
    ask: () => {
      forget()
      return caller.look({
        by: 'workdays',
        method: 'workdays/look',
        input: { year: year.value },
        done: (value) => {
          look.value = value
          page.live.value = text.dayNews(value.year, value.days.length)
        },
      })
    },
    write: () => {
      const days = (look.value?.days ?? []).map(({ date, kind, movedFrom }) => ({ date, kind, movedFrom }))
      const done = (answer: { readonly written: number }): void => {
        look.value = null
        written.value = answer.written
        page.live.value = text.daysWritten(answer.written)
      }
      return caller.ask({ by: 'writeDays', method: 'workdays/write', input: { year: year.value, days }, done })
    },
  }
}
