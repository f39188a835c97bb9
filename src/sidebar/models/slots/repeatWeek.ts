/** «Повторить прошлую неделю»: what would be written is looked at first, then written all at once. */

import { batch, computed, type ReadonlySignal, signal } from '@preact/signals'
import type { BoardRow } from '../../../domain/calendar/slotBoard'
import { addDays, type LocalDate, mondayOf } from '../../../domain/time/localTime'
import type { Output } from '../../../rpc/contract'
import { repeat as text } from '../../text/board.ru'
import { type Caller, createCaller } from '../page/caller'
import type { Page } from '../page/page'

export type Proposed = Output<'slot/repeatWeek'>

export interface RepeatModel {
  readonly caller: Caller
  /** Whose week is repeated; null = the board is shown. */
  readonly person: ReadonlySignal<BoardRow | null>
  readonly monday: ReadonlySignal<LocalDate>
  readonly proposal: ReadonlySignal<Proposed | null>
  /** Slots that can be written. */
  readonly count: ReadonlySignal<number>
  readonly result: ReadonlySignal<Proposed | null>
  /** `opener`: the control to come back to. With `monday` null: the week that follows the running one. */
  open(person: BoardRow, monday: LocalDate | null, opener: string): void
  choose(monday: LocalDate): void
  write(): Promise<void>
  close(): void
}

/** `written` brings the board up to date. */
export function createRepeatModel(page: Page, written: () => void): RepeatModel {
  const caller = createCaller(page)
  const person = signal<BoardRow | null>(null)
  const monday = signal<LocalDate>('')
  const proposal = signal<Proposed | null>(null)
  const result = signal<Proposed | null>(null)
  let cameFrom = ''
  const count = computed(() => proposal.value?.slots.filter(({ why }) => why === '').length ?? 0)

  function choose(chosen: LocalDate): void {
    if (caller.busy.value === 'write' || person.value === null) return
    batch(() => {
      monday.value = chosen
      proposal.value = null
      result.value = null
    })
    void caller.look({ by: 'look', method: 'slot/repeatWeek', input: inputOf(false), done: show })
  }
  function inputOf(apply: boolean) {
    return { consultant: person.value?.initials ?? '', monday: monday.value, apply }
  }
  function show(value: Proposed): void {
    proposal.value = value
  }
  function finish(value: Proposed): void {
    result.value = value
    page.live.value = text.done(value.written)
    page.point('repeat-back')
    written()
  }

  return {
    caller,
    person,
    monday,
    proposal,
    count,
    result,
    open: (row, chosen, opener) => {
      cameFrom = opener
      person.value = row
      page.point('repeat-week')
      choose(chosen ?? addDays(mondayOf(page.clock.now.value), 7))
    },
    choose,
    write: async () => {
      if (count.value > 0 && result.value === null)
        await caller.ask({ by: 'write', method: 'slot/repeatWeek', input: inputOf(true), done: finish })
    },
    close: () => {
      if (caller.busy.value === 'write') return
      caller.drop()
      person.value = null
      page.point(cameFrom)
    },
  }
}
