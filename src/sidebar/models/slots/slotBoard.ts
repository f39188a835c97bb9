/** «Доска слотов»: whose weeks are shown, who is short of the norm (G1), and the week that is to be repeated. */

import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { BoardRow, BoardWeek } from '../../../domain/calendar/slotBoard'
import { mayDo } from '../../../domain/office/actions'
import type { LocalDate } from '../../../domain/time/localTime'
import { boardWeeks, type SlotBoard } from '../../../rpc/calendarContract'
import { board as text } from '../../text/board.ru'
import { type Caller, createCaller } from '../page/caller'
import type { Page } from '../page/page'
import { createRepeatModel, type RepeatModel } from './repeatWeek'

export type BoardScope = 'mine' | 'all'

export interface BoardModel {
  readonly page: Page
  readonly finder: Caller
  readonly board: ReadonlySignal<SlotBoard | null>
  readonly scope: ReadonlySignal<BoardScope>
  /** Whoever looks is on the board, and can see the own row alone. */
  readonly hasMine: ReadonlySignal<boolean>
  readonly rows: ReadonlySignal<readonly BoardRow[]>
  readonly mondays: ReadonlySignal<readonly LocalDate[]>
  /** How many of the rows shown are short of the norm in some week. */
  readonly shortOnes: ReadonlySignal<number>
  readonly repeat: RepeatModel
  choose(scope: BoardScope): void
  load(): Promise<void>
  mayRepeat(row: BoardRow): boolean
  /** Esc: back from the repetition to the board, and from the board out of the dialog. */
  leave(): void
}

export function createBoardModel(page: Page, start: SlotBoard | null): BoardModel {
  const finder = createCaller(page)
  const board = signal(start)
  const chosen = signal<BoardScope | null>(null)
  const repeat = createRepeatModel(page, () => void load())
  const all = computed(() => board.value?.rows ?? [])
  const hasMine = computed(() => all.value.some(({ mine }) => mine))
  const scope = computed<BoardScope>(() => (hasMine.value ? (chosen.value ?? (isOffice(page) ? 'all' : 'mine')) : 'all'))
  const rows = computed(() => (scope.value === 'mine' ? all.value.filter(({ mine }) => mine) : all.value))

  function load(): Promise<void> {
    return finder.look({
      by: 'board',
      method: 'slot/board',
      input: { weeks: boardWeeks },
      done: (fresh) => {
        board.value = fresh
      },
    })
  }

  return {
    page,
    finder,
    board,
    scope,
    hasMine,
    rows,
    mondays: computed(() => all.value[0]?.weeks.map(({ monday }) => monday) ?? []),
    shortOnes: computed(() => rows.value.filter((row) => shortWeeks(row).length > 0).length),
    repeat,
    choose: (value) => {
      chosen.value = value
      page.live.value = value === 'mine' ? text.mine : text.shortOnes(all.value.filter((row) => shortWeeks(row).length > 0).length)
    },
    load,
    mayRepeat: (row) => row.mine || isOffice(page),
    leave: () => {
      if (repeat.person.value === null) page.transport.close()
      else repeat.close()
    },
  }
}

/** G1: weeks with fewer slots than the norm. */
export function shortWeeks(row: BoardRow): readonly BoardWeek[] {
  return row.weeks.filter(isShort)
}

export function isShort({ offered, norm }: BoardWeek): boolean {
  return offered < norm
}

/** The server decides; here only whether the button is offered. */
function isOffice({ me }: Page): boolean {
  return mayDo(me.roles, 'reassign')
}
