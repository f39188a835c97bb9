/** «Отметить слоты»: taps wait until they are saved, over reloads too; a save goes in portions, and can be taken back (G1, G4). */

import { batch, computed, type ReadonlySignal, signal } from '@preact/signals'
import type { RefusedTap } from '../../../domain/calendar/grid/planTaps'
import {
  asLastWeek,
  hoursOfWeek,
  isOffered,
  noTaps,
  type Taps,
  toggled,
  whyNotOffered,
  whyNotTaken,
} from '../../../domain/calendar/grid/taps'
import type { Times } from '../../../domain/calendar/slotHours'
import { addDays, type LocalDate, minutesBetween } from '../../../domain/time/localTime'
import type { OwnSlots, OwnSlotsMarked } from '../../../rpc/calendarContract'
import { marks as text } from '../../text/pocket.ru'
import { type Caller, createCaller } from '../page/caller'
import type { Page } from '../page/page'

export interface MarksModel {
  readonly finder: Caller
  readonly caller: Caller
  readonly grid: ReadonlySignal<OwnSlots | null>
  readonly taps: ReadonlySignal<Taps>
  /** Hours that wait to be saved. */
  readonly count: ReadonlySignal<number>
  /** «Записано 12 из 27», '' = nothing is being saved. */
  readonly progress: ReadonlySignal<string>
  /** What the last save did, which «Вернуть» takes back; null = nothing. */
  readonly done: ReadonlySignal<Taps | null>
  readonly refused: ReadonlySignal<readonly RefusedTap[]>
  load(): Promise<void>
  tap(list: keyof Taps, hour: Times): void
  /** What «Как на прошлой неделе» would add to that week. */
  likeLast(monday: LocalDate): readonly Times[]
  repeat(monday: LocalDate): void
  save(): Promise<void>
  forget(): void
  undo(): Promise<void>
  revisit(): void
}

const stale = 2

const sizeOf = ({ offer, take }: Taps) => offer.length + take.length
const joined = (one: Taps, other: Taps): Taps => ({ offer: [...one.offer, ...other.offer], take: [...one.take, ...other.take] })

/** `saved`: other screens show hours too. */
export function createMarksModel(page: Page, saved: () => void): MarksModel {
  const finder = createCaller(page)
  const caller = createCaller(page)
  const grid = signal<OwnSlots | null>(null)
  const taps = signal<Taps>(typedBefore(page))
  const progress = signal('')
  const done = signal<Taps | null>(null)
  const refused = signal<readonly RefusedTap[]>([])
  let asked = ''

  const now = () => page.clock.now.value
  function set(value: Taps): void {
    taps.value = value
    page.drafts.write('marks', value)
  }

  async function load(): Promise<void> {
    asked = now()
    await finder.look({ by: 'grid', method: 'slot/own', input: {}, done: show, refused: () => (asked = '') })
  }
  /** Taps that the calendar has overtaken go, by name. */
  function show(value: OwnSlots): void {
    const judged = [
      ...taps.value.take.map((hour) => ({ list: 'take' as const, hour, why: whyNotTaken(hour, value.weeks, now()) })),
      ...taps.value.offer.map((hour) => ({
        list: 'offer' as const,
        hour,
        why: isOffered(hour, value.weeks) ? null : whyNotOffered(hour, value.weeks, [], now()),
      })),
    ]
    const left = (list: keyof Taps) => judged.filter((one) => one.list === list && one.why === '').map(({ hour }) => hour)
    batch(() => {
      grid.value = value
      set({ offer: left('offer'), take: left('take') })
      refused.value = judged.flatMap(({ hour, why }) => (why === '' || why === null ? [] : [{ ...hour, why }]))
    })
  }

  function tap(list: keyof Taps, hour: Times): void {
    if (progress.value !== '') return
    batch(() => {
      set({ ...taps.value, [list]: toggled(taps.value[list], hour) })
      forgetNotices()
    })
  }
  function forgetNotices(): void {
    done.value = null
    refused.value = []
    caller.forgive()
  }

  function likeLast(monday: LocalDate): readonly Times[] {
    const { weeks, before } = grid.value ?? { weeks: [], before: [] }
    const last = weeks.find((week) => week.monday === addDays(monday, -7))
    return asLastWeek(last === undefined ? before : hoursOfWeek(last, taps.value), weeks, taps.value, now())
  }

  /** One press, as many requests as it takes: each says what is left, and ends where none of it comes on. */
  async function save(): Promise<void> {
    const all = sizeOf(taps.value)
    if (all === 0 || progress.value !== '') return
    let did: Taps = noTaps
    batch(forgetNotices)
    for (let before = all + 1; sizeOf(taps.value) > 0 && sizeOf(taps.value) < before; ) {
      before = sizeOf(taps.value)
      progress.value = text.saving(all - before, all)
      const { offer, take } = taps.value
      let answer: OwnSlotsMarked | null = null
      const heard = (value: OwnSlotsMarked) => {
        answer = value
      }
      await caller.ask({ by: 'save', method: 'slot/mark', input: { offer: [...offer], take: [...take] }, done: heard, late: heard })
      if (answer === null) break
      did = joined(did, received(answer))
    }
    finish(did)
  }
  function received({ grid: fresh, left, offered, taken, refused: said }: OwnSlotsMarked): Taps {
    batch(() => {
      grid.value = fresh
      asked = now()
      refused.value = [...refused.value, ...said]
      set(left)
    })
    return { offer: offered, take: taken }
  }
  function finish(did: Taps): void {
    batch(() => {
      progress.value = ''
      done.value = sizeOf(did) === 0 ? null : did
    })
    if (sizeOf(did) === 0) return
    page.live.value = text.saved(did.offer.length, did.take.length)
    saved()
  }

  return {
    finder,
    caller,
    grid,
    taps,
    count: computed(() => sizeOf(taps.value)),
    progress,
    done,
    refused,
    load,
    tap,
    likeLast,
    repeat: (monday) => {
      const added = likeLast(monday)
      if (added.length > 0 && progress.value === '') set({ ...taps.value, offer: [...taps.value.offer, ...added] })
    },
    save,
    forget: () => {
      batch(() => {
        set(noTaps)
        forgetNotices()
      })
    },
    undo: async () => {
      const did = done.value
      if (did === null || progress.value !== '') return
      set({ offer: did.take, take: did.offer })
      await save()
    },
    revisit: () => {
      const isOld = asked === '' || minutesBetween(asked, now()) >= stale
      if (isOld && progress.value === '') void load()
    },
  }
}

/** Of this browser tab: what is none is no tap. */
function typedBefore({ drafts }: Page): Taps {
  const { offer, take } = (drafts.read('marks') ?? noTaps) as Partial<Record<keyof Taps, unknown>>
  return { offer: timesIn(offer), take: timesIn(take) }
}

function timesIn(read: unknown): readonly Times[] {
  return Array.isArray(read) ? read.filter(isTimes) : []
}

function isTimes(read: unknown): read is Times {
  const { start, end } = (read ?? {}) as Partial<Record<keyof Times, unknown>>
  return typeof start === 'string' && typeof end === 'string'
}
