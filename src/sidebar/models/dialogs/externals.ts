/** «Внешние консультанты»: a month's external consultations by project, and marking them paid, with undo (T3). */

import { batch, computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Month } from '../../../domain/time/localTime'
import type { DealRef } from '../../../rpc/contract'
import type { ExternalConsultation, ExternalMonth } from '../../../rpc/externalContract'
import { externals as text } from '../../text/externals.ru'
import { type Caller, createCaller } from '../page/caller'
import type { Page } from '../page/page'
import { lastMonths, usualMonth } from './reportPeriod'

/** What was marked last: it can be taken back. */
export interface Marked {
  readonly deals: readonly DealRef[]
  readonly paid: boolean
}

export interface ExternalsModel {
  readonly page: Page
  readonly finder: Caller
  readonly caller: Caller
  readonly month: ReadonlySignal<Month>
  /** Newest first. */
  readonly months: ReadonlySignal<readonly Month[]>
  /** null = not looked at yet. */
  readonly list: ReadonlySignal<ExternalMonth | null>
  readonly marked: ReadonlySignal<Marked | null>
  readonly chosen: ReadonlySignal<{ readonly count: number; readonly due: number }>
  readonly total: ReadonlySignal<{ readonly due: number; readonly paid: number }>
  choose(month: Month): void
  isPicked(id: number): boolean
  /** All of them, or none where all were picked. */
  toggle(lines: readonly ExternalConsultation[]): void
  pay(): Promise<void>
  /** Takes the mark away from these. */
  unpay(deals: readonly DealRef[]): Promise<void>
  undo(): Promise<void>
  close(): void
}

export const isOpen = ({ paidAt, archived }: ExternalConsultation) => paidAt === null && !archived

export function createExternalsModel(page: Page): ExternalsModel {
  const finder = createCaller(page)
  const caller = createCaller(page)
  const typed = signal<Month>('')
  const list = signal<ExternalMonth | null>(null)
  const marked = signal<Marked | null>(null)
  const picked = signal<ReadonlySet<number>>(new Set())
  const month = computed(() => typed.value || usualMonth(page.clock.now.value))
  const projects = computed(() => list.value?.projects ?? [])
  const goes = computed(() =>
    projects.value.flatMap(({ consultations }) => consultations.filter((one) => isOpen(one) && picked.value.has(one.ref.id))),
  )
  const sum = <T>(of: readonly T[], value: (one: T) => number) => of.reduce((all, one) => all + value(one), 0)

  async function look(): Promise<void> {
    const input = { month: month.value }
    await finder.look({ by: 'list', method: 'external/list', input, done: (value) => (list.value = value) })
  }
  async function mark(deals: readonly DealRef[], paid: boolean): Promise<void> {
    if (deals.length === 0) return
    const done = (value: { readonly deals: readonly DealRef[] }) => {
      batch(() => {
        marked.value = { deals: value.deals, paid }
        picked.value = new Set()
      })
      page.live.value = text.marked(marked.value as Marked)
      void look()
    }
    // Somebody was there first: his change is shown beside the refusal.
    const refused = () => void look()
    const late = (value: { readonly deals: readonly DealRef[] }) => page.news.tell({ sentence: text.marked({ deals: value.deals, paid }) })
    const input = { deals: [...deals], paid }
    await caller.ask({ by: paid ? 'pay' : 'unpay', method: 'external/pay', input, done, late, about: text.title, refused })
  }
  async function start(): Promise<void> {
    if (page.clock.now.value === '')
      await finder.look({ by: 'list', method: 'desk/today', input: {}, done: (today) => page.clock.set(today.now) })
    await look()
  }

  void start()
  return {
    ...{ page, finder, caller, month, list, marked },
    months: computed(() => lastMonths(page.clock.now.value)),
    chosen: computed(() => ({ count: goes.value.length, due: sum(goes.value, ({ due }) => due) })),
    total: computed(() => ({ due: sum(projects.value, ({ due }) => due), paid: sum(projects.value, ({ paid }) => paid) })),
    choose: (next) => {
      batch(() => {
        typed.value = next
        list.value = null
        marked.value = null
        picked.value = new Set()
        caller.drop()
      })
      void look()
    },
    isPicked: (id) => picked.value.has(id),
    toggle: (lines) => {
      const ids = lines.filter(isOpen).map(({ ref }) => ref.id)
      const next = new Set(picked.value)
      const isFull = ids.every((id) => next.has(id))
      for (const id of ids) isFull ? next.delete(id) : next.add(id)
      picked.value = next
    },
    pay: () =>
      mark(
        goes.value.map(({ ref }) => ref),
        true,
      ),
    unpay: (deals) => mark(deals, false),
    undo: () => (marked.value ? mark(marked.value.deals, !marked.value.paid) : Promise.resolve()),
    close: () => page.transport.close(),
  }
}
