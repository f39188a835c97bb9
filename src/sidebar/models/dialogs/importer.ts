/** «Импорт»: files are read and matched here, looked at and brought in portions by the server, and taken back while nobody has touched them. */

import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { type Choices, choicesOf, choicesSchema, noChoices, planWith } from '../../../domain/importing/choices'
import { type ImportKind, momentAfter } from '../../../domain/importing/importKind'
import type { ListKind } from '../../../domain/importing/listHeadings'
import type { Grid } from '../../../domain/importing/proposal/grid'
import { type Plan, withWords, wordsIn } from '../../../domain/importing/proposal/plan'
import { isMany, type Target, type WordTarget, wordTargets } from '../../../domain/importing/proposal/targets'
import { decoded } from '../../../domain/register/stored'
import { folded } from '../../../domain/text/fold'
import { problemText } from '../../../domain/text/text.ru'
import type { ImportPreview, ImportStart, ImportTable, Output } from '../../../rpc/contract'
import { importing as text } from '../../text/importing.ru'
import { type Caller, createCaller } from '../page/caller'
import type { Page } from '../page/page'
import type { ReadWorkbook } from '../page/tableFile'
import { sendInPortions, takeBackAll } from './importCalls'
import { arranged, dealGrid, gridsOf, listTable, portionOf, type ReadableFile, together } from './importFile'
import { createWorkdaysModel, type WorkdaysModel } from './workdays'

export type ImportStep = 'columns' | 'words' | 'look'

/** A word of the file: how often it stands there, what it is taken for. */
export interface WordRow {
  readonly typed: string
  readonly count: number
  readonly meant: string
}

export interface ImportModel {
  readonly caller: Caller
  readonly kind: ReadonlySignal<ImportKind>
  /** Of the working calendar. */
  readonly workdays: WorkdaysModel
  /** The file that was read; null = none yet. */
  readonly grid: ReadonlySignal<Grid | null>
  /** Files of contacts or companies that were joined to it. */
  readonly besides: ReadonlySignal<number>
  /** Of deals; null = of a list. */
  readonly plan: ReadonlySignal<Plan | null>
  readonly words: ReadonlySignal<readonly { readonly target: WordTarget; readonly rows: readonly WordRow[] }[]>
  readonly step: Signal<ImportStep>
  readonly start: ReadonlySignal<ImportStart | null>
  /** The file cannot be read, or is no export: why. */
  readonly fault: Signal<string>
  readonly preview: ReadonlySignal<ImportPreview | null>
  /** Rows that were sent, of all; null = nothing is under way. */
  readonly progress: ReadonlySignal<{ readonly done: number; readonly total: number } | null>
  readonly result: ReadonlySignal<Output<'import/apply'> | null>
  /** The last import was taken back a moment ago. */
  readonly isTakenBack: ReadonlySignal<boolean>
  load(): Promise<void>
  setKind(kind: ImportKind): void
  choose(files: readonly ReadableFile[]): Promise<void>
  setTarget(column: number, target: Target): void
  setWord(target: WordTarget, typed: string, meant: string): void
  go(step: ImportStep): void
  apply(): Promise<void>
  /** Takes back the last import. */
  takeBack(): Promise<void>
  saveIssues(): void
  again(): void
  close(): void
}

/** Rows that a look sends at once. */
const lookedAt = 2000

export interface ImportTools {
  readonly readWorkbook: ReadWorkbook
  readonly saveText: (name: string, text: string) => void
}

export function createImportModel(page: Page, { readWorkbook, saveText }: ImportTools): ImportModel {
  const caller = createCaller(page)
  const kind = signal<ImportKind>('deals')
  const start = signal<ImportStart | null>(null)
  const grids = signal<readonly Grid[]>([])
  const grid = signal<Grid | null>(null)
  const besides = signal(0)
  const plan = signal<Plan | null>(null)
  let proposed: Plan | null = null
  const step = signal<ImportStep>('look')
  const fault = signal('')
  const preview = signal<ImportPreview | null>(null)
  const result = signal<Output<'import/apply'> | null>(null)
  const isTakenBack = signal(false)
  const progress = signal<{ readonly done: number; readonly total: number } | null>(null)
  const office = computed(() => start.value ?? { people: [], projects: [] })
  const table = computed(() => {
    if (grid.value === null || fault.value !== '') return null
    return plan.value === null ? null : arranged(grid.value, plan.value, start.value ?? { now: page.clock.now.value, zone: '' })
  })

  function forget(): void {
    batch(() => {
      caller.drop()
      fault.value = ''
      preview.value = null
      result.value = null
      isTakenBack.value = false
      progress.value = null
    })
  }

  async function load(): Promise<void> {
    await caller.look({
      by: 'start',
      method: 'import/start',
      input: {},
      done: (value) => {
        start.value = value
      },
    })
  }
  const kept = (): Choices => decoded(choicesSchema, start.value?.choices ?? '', noChoices)

  async function choose(files: readonly ReadableFile[]): Promise<void> {
    forget()
    grid.value = null
    if (start.value === null) await load()
    const read = await gridsOf(files, readWorkbook)
    if (typeof read === 'string') fault.value = read
    else {
      grids.value = read
      await match()
    }
  }

  /** What the files are, and the first look at what they bring. */
  async function match(): Promise<void> {
    const [first] = grids.value
    if (first === undefined) return
    batch(() => (kind.value === 'deals' ? matchDeals() : matchList(first)))
    await look()
  }
  function matchDeals(): void {
    const found = dealGrid(grids.value, office.value)
    const { stranger } = found
    besides.value = found.besides
    if (stranger?.kind != null) {
      kind.value = stranger.kind
      matchList(found.grid)
      return
    }
    grid.value = found.grid
    if (stranger !== null) fault.value = problemText({ code: 'otherFile', name: found.grid.fileName, ...stranger }, page.clock.now.value)
    proposed = found.plan
    plan.value = stranger === null ? planWith(kept(), found.plan, { grid: found.grid, office: office.value }) : null
    step.value = isPlain() ? 'look' : 'words'
  }
  function matchList(first: Grid): void {
    grid.value = first
    plan.value = null
    step.value = 'look'
  }

  /** Nothing is left to choose: one press is enough. */
  function isPlain(): boolean {
    return words.value.every(({ target, rows }) => target === 'failure' || rows.every(({ meant }) => meant !== ''))
  }
  const words = computed(() => {
    const [now, file] = [plan.value, grid.value]
    if (now === null || file === null) return []
    return wordTargets.flatMap((target) => {
      const rows = [...wordsIn(target, now, file)].map(([typed, count]) => ({
        typed,
        count,
        meant: now.words[target]?.[folded(typed)] ?? '',
      }))
      return rows.length === 0
        ? []
        : [{ target, rows: rows.sort((a, b) => Number(a.meant !== '') - Number(b.meant !== '') || b.count - a.count) }]
    })
  })

  async function look(): Promise<void> {
    preview.value = null
    if (fault.value !== '' || grid.value === null) return
    if (plan.value === null) return ask('import/preview', listTable(kind.value as ListKind, grid.value))
    const own = table.value
    if (own === null) return
    if (own.table.rows.length === 0) fault.value = text.noRows(own.table.fileName)
    else await lookFrom(0, null)
  }
  async function ask(method: 'import/preview', list: ImportTable): Promise<void> {
    await caller.look({ by: 'preview', method, input: { kind: kind.value, table: list }, done: show })
  }
  async function lookFrom(from: number, before: ImportPreview | null): Promise<void> {
    const own = table.value
    if (own === null) return
    const input = { kind: kind.value, table: portionOf(own.table, from, lookedAt) }
    await caller.look({
      by: 'preview',
      method: 'import/preview',
      input,
      done: (value) => {
        const all = together(before, value)
        if (from + lookedAt < own.table.rows.length) void lookFrom(from + lookedAt, all)
        else show({ ...all, duplicates: all.duplicates + own.twice })
      },
    })
  }
  function show(value: ImportPreview): void {
    preview.value = value
    page.live.value = text.previewed(value.taken, value.issues.length)
  }

  function change(next: Plan): void {
    if (grid.value === null) return
    plan.value = withWords(next, grid.value, office.value)
    preview.value = null
    caller.drop()
  }

  async function apply(): Promise<void> {
    if (grid.value === null) return
    if (plan.value !== null && table.value !== null && proposed !== null) {
      const choices = JSON.stringify(choicesOf(plan.value, proposed, kept(), { grid: grid.value, office: office.value }))
      return sendInPortions(caller, { table: table.value.table, at: momentOf(), choices, progress, finish })
    }
    const input = { kind: kind.value, table: listTable(kind.value as ListKind, grid.value) }
    await caller.ask({ by: 'apply', method: 'import/apply', input, done: finish })
  }
  /** A file that was left half-way goes on under its own moment. */
  function momentOf(): string {
    const last = start.value?.last
    const isSame = last != null && last.done < last.total && last.fileName === grid.value?.fileName
    return isSame ? last.at : momentAfter(last ?? null, page.clock.now.value)
  }

  function finish(value: Output<'import/apply'>): void {
    progress.value = null
    result.value = value
    page.live.value = text.written(value.written, plan.value !== null)
    void load()
  }

  function again(): void {
    forget()
    grid.value = null
    plan.value = null
    grids.value = []
  }

  return {
    caller,
    kind,
    workdays: createWorkdaysModel(page),
    grid,
    besides,
    plan,
    words,
    isTakenBack,
    step,
    start,
    fault,
    preview,
    progress,
    result,
    load,
    setKind: (value) => {
      forget()
      kind.value = value
      void match()
    },
    choose,
    setTarget: (column, target) => {
      const now = plan.value
      if (now === null) return
      change({ ...now, targets: now.targets.map((one, at) => (at === column ? target : one === target && !isMany(target) ? 'skip' : one)) })
    },
    setWord: (target, typed, meant) => {
      const now = plan.value
      if (now === null) return
      change({ ...now, words: { ...now.words, [target]: { ...now.words[target], [folded(typed)]: meant } } })
    },
    go: (next) => {
      step.value = next
      if (next === 'look' && preview.value === null) void look()
    },
    apply,
    takeBack: () => takeBackAll(caller, { start, live: page.live, again, isTakenBack }),
    saveIssues: () => {
      const { issues } = result.value ?? preview.value ?? { issues: [] }
      saveText(text.issuesFile(grid.value?.fileName ?? ''), text.issuesCsv(issues))
    },
    again,
    close: () => page.transport.close(),
  }
}
