/** The import's long deeds, a call after the other: bringing a file in portions, taking the last one back. */

import type { Signal } from '@preact/signals'
import type { ImportStart, Output } from '../../../rpc/contract'
import { importing as text } from '../../text/importing.ru'
import type { Caller } from '../page/caller'
import { type Arranged, portionOf, together } from './importFile'

/** Rows that a writing call sends. */
const written = 500

export interface Sending {
  readonly table: Arranged
  /** Moment of the whole import. */
  readonly at: string
  /** What was chosen, JSON; sent with the last portion. */
  readonly choices: string
  readonly progress: Signal<{ readonly done: number; readonly total: number } | null>
  readonly finish: (value: Output<'import/apply'>) => void
}

/** A portion that fails waits for «повторить», and the rest follows it; what is there already is passed over. */
export async function sendInPortions(
  caller: Caller,
  sending: Sending,
  from = 0,
  before: Output<'import/apply'> | null = null,
): Promise<void> {
  const { table, at, choices, progress, finish } = sending
  const total = table.rows.length
  const done = Math.min(from + written, total)
  const part = { at, total, done, ...(done < total ? {} : { choices }) }
  progress.value = { done: from, total }
  await caller.look({
    by: 'apply',
    method: 'import/apply',
    input: { kind: 'deals', table: portionOf(table, from, written), part },
    done: (value) => {
      const sum = { ...together(before, value), written: (before?.written ?? 0) + value.written }
      if (done < total) void sendInPortions(caller, sending, done, sum)
      else finish(sum)
    },
  })
}

export interface TakingBack {
  readonly start: Signal<ImportStart | null>
  readonly live: Signal<string>
  /** The dialog begins anew. */
  readonly again: () => void
  readonly isTakenBack: Signal<boolean>
}

export async function takeBackAll(caller: Caller, taking: TakingBack): Promise<void> {
  const { start, live, again, isTakenBack } = taking
  const last = start.value?.last
  if (start.value === null || last == null) return
  await caller.look({
    by: 'takeBack',
    method: 'import/undo',
    input: { at: last.at },
    done: ({ left }) => {
      if (start.value !== null) start.value = { ...start.value, last: left > 0 ? { ...last, written: left } : null }
      live.value = left > 0 ? text.takingBack(left) : text.takenBack
      if (left > 0) return void takeBackAll(caller, taking)
      again()
      isTakenBack.value = true
    },
  })
}
