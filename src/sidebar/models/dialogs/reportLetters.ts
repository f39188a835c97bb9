/** S2: letters of a month to the managers of projects: seen first, then sent, a second time only on purpose. */

import { batch, computed, type ReadonlySignal, signal } from '@preact/signals'
import { monthTitle } from '../../../domain/text/russian'
import type { Month } from '../../../domain/time/localTime'
import type { ProjectLetter } from '../../../rpc/monthContract'
import { report as text } from '../../text/report.ru'
import { type Caller, createCaller } from '../page/caller'
import type { Page } from '../page/page'
import { createLetters, type Letters } from './letters'

export interface ReportLetters {
  readonly caller: Caller
  readonly outbox: Letters
  /** null = not looked at yet. */
  readonly list: ReadonlySignal<readonly ProjectLetter[] | null>
  /** How many would go, and how many of them a second time. */
  readonly chosen: ReadonlySignal<{ readonly all: number; readonly again: number }>
  isPicked(project: string): boolean
  toggle(project: string): void
  load(): Promise<void>
  send(): Promise<void>
  forget(): void
}

export function createReportLetters(page: Page, month: () => Month | null, told: () => void): ReportLetters {
  const caller = createCaller(page)
  const outbox = createLetters(page)
  const list = signal<readonly ProjectLetter[] | null>(null)
  const picked = signal<ReadonlySet<string>>(new Set())
  const goes = ({ project, to }: ProjectLetter) => to !== '' && picked.value.has(project)

  function show(letters: readonly ProjectLetter[]): void {
    batch(() => {
      list.value = letters
      picked.value = new Set(
        letters.filter(({ to, sent, unknown }) => to !== '' && sent === 0 && unknown === undefined).map(({ project }) => project),
      )
    })
  }

  async function send(): Promise<void> {
    const of = month()
    const going = (list.value ?? []).filter(goes)
    const projects = going.map(({ project }) => project)
    if (of === null || projects.length === 0) return
    const seen = going.reduce((sum, { sent }) => sum + sent, 0)
    const input = { month: of, projects, anew: chosen.value.again > 0, seen }
    await caller.ask({
      by: 'tell',
      method: 'month/tell',
      input,
      done: (value) => {
        show(value.letters)
        page.live.value = text.queued(value.lettersWaiting)
        outbox.send()
        told()
      },
      late: (value) => {
        page.news.tell({ sentence: `${monthTitle(of)}: ${text.queued(value.lettersWaiting)}` })
        outbox.send()
      },
      about: monthTitle(of),
    })
  }

  const chosen = computed(() => {
    const letters = (list.value ?? []).filter(goes)
    return { all: letters.length, again: letters.filter(({ sent }) => sent > 0).length }
  })

  return {
    ...{ caller, outbox, list, chosen, send },
    isPicked: (project) => picked.value.has(project),
    toggle: (project) => {
      const next = new Set(picked.value)
      if (!next.delete(project)) next.add(project)
      picked.value = next
    },
    load: async () => {
      const of = month()
      if (of === null || list.value !== null) return
      await caller.ask({ by: 'letters', method: 'month/letters', input: { month: of }, done: ({ letters }) => show(letters) })
    },
    forget: () => {
      caller.drop()
      outbox.hide()
      list.value = null
    },
  }
}
