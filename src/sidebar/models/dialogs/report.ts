/** «Отчёт»: a period's numbers for a look, its sheets, and what is done about a month: approved, told, published (S1–S3). */

import { batch, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { mayDo } from '../../../domain/office/actions'
import type { Role } from '../../../domain/office/roles'
import { monthTitle } from '../../../domain/text/russian'
import type { Month } from '../../../domain/time/localTime'
import type { Output } from '../../../rpc/contract'
import type { MonthPreview } from '../../../rpc/monthContract'
import { report as text } from '../../text/report.ru'
import { type Caller, createCaller } from '../page/caller'
import type { Page } from '../page/page'
import { createReportLetters, type ReportLetters } from './reportLetters'
import { createPeriodModel, type PeriodModel } from './reportPeriod'

/** S3: each has its mark. */
export type Place = 'site' | 'social'

export interface ReportModel {
  readonly page: Page
  readonly period: PeriodModel
  /** Looks up numbers. */
  readonly finder: Caller
  readonly caller: Caller
  readonly preview: ReadonlySignal<MonthPreview | null>
  readonly result: ReadonlySignal<Output<'month/report'> | null>
  readonly letters: ReportLetters
  /** Clients by name in the list and in the file, or by number. */
  readonly personal: Signal<boolean>
  readonly link: Signal<string>
  readonly may: { readonly report: boolean; readonly approve: boolean; readonly tell: boolean; readonly publish: boolean }
  look(): Promise<void>
  make(): Promise<void>
  approve(again: boolean): Promise<void>
  publish(place?: Place): Promise<void>
  saveCsv(): Promise<void>
  close(): void
}

/** Hands a text over as a file. */
export type SaveFile = (name: string, text: string) => void

export function createReportModel(page: Page, saveFile: SaveFile): ReportModel {
  const finder = createCaller(page)
  const caller = createCaller(page)
  const preview = signal<MonthPreview | null>(null)
  const result = signal<Output<'month/report'> | null>(null)
  const personal = signal(true)
  const link = signal('')
  const period = createPeriodModel(page.clock.now, changed)
  const letters = createReportLetters(page, month, () => void look())

  function month(): Month | null {
    const choice = period.choice.value
    return choice?.kind === 'month' ? choice.month : null
  }
  function changed(): void {
    batch(() => {
      caller.drop()
      letters.forget()
      result.value = null
      preview.value = null
      link.value = ''
    })
    void look()
  }
  async function look(): Promise<void> {
    const choice = period.choice.value
    if (choice === null) return finder.drop()
    await finder.look({ by: 'preview', method: 'month/preview', input: { period: choice }, done: show })
  }
  function show(value: MonthPreview): void {
    preview.value = value
  }
  async function start(): Promise<void> {
    if (page.clock.now.value === '')
      await finder.look({ by: 'preview', method: 'desk/today', input: {}, done: (today) => page.clock.set(today.now) })
    await look()
  }
  async function make(): Promise<void> {
    const choice = period.choice.value
    if (choice === null) return
    const done = (value: Output<'month/report'>) => {
      result.value = value
      page.live.value = text.made(value)
    }
    const late = (value: Output<'month/report'>) => page.news.tell({ sentence: text.made(value) })
    await caller.ask({
      by: 'make',
      method: 'month/report',
      input: { period: choice, personal: personal.value },
      done,
      late,
      about: text.period,
    })
  }
  async function approve(again: boolean): Promise<void> {
    const of = month()
    if (of === null) return
    const done = (value: MonthPreview) => {
      show(value)
      page.live.value = text.approvedNow
    }
    await caller.ask({ by: 'approve', method: 'month/approve', input: { month: of, again }, done, ...lateOf(of, text.approvedNow) })
  }
  async function publish(place: Place = 'site'): Promise<void> {
    const of = month()
    if (of === null) return
    const done = (value: MonthPreview) => {
      show(value)
      link.value = ''
      page.live.value = text.publishedNow
    }
    await caller.ask({
      by: 'publish',
      method: 'month/published',
      input: { month: of, link: link.value, ...(place === 'site' ? {} : { place }) },
      done,
      ...lateOf(of, text.publishedNow),
    })
  }
  /** Another period is shown by then. */
  function lateOf(of: Month, sentence: string) {
    const about = monthTitle(of)
    return { about, late: () => page.news.tell({ sentence: `${about}: ${sentence}` }) }
  }
  async function saveCsv(): Promise<void> {
    const choice = period.choice.value
    if (choice === null) return
    const input = { period: choice, personal: personal.value }
    await caller.ask({ by: 'csv', method: 'month/csv', input, done: (file) => saveFile(file.name, file.text) })
  }

  void start()
  return {
    ...{ page, period, finder, caller, preview, result, letters, personal, link },
    may: rightsOf(page.me.roles),
    ...{ look, make, approve, publish, saveCsv },
    close: () => page.transport.close(),
  }
}

/** What the buttons offer; whether it is allowed the server decides. */
function rightsOf(roles: readonly Role[]): ReportModel['may'] {
  return {
    report: mayDo(roles, 'report'),
    approve: mayDo(roles, 'approveMonth'),
    tell: mayDo(roles, 'tellManagers'),
    publish: mayDo(roles, 'publishMonth'),
  }
}
