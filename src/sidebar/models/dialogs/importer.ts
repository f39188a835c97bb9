/** «Импорт»: what a file would bring, its issues row by row, and then the bringing of it. */

import { batch, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { ImportKind, ImportPreview, ImportTable, Output } from '../../../rpc/contract'
import { importing as text } from '../../text/dialogs.ru'
import { type Caller, createCaller } from '../page/caller'
import type { Page } from '../page/page'
import { decode, readTable } from '../page/tableFile'

export const importKinds: readonly ImportKind[] = ['deals', 'staff', 'projects', 'workingCalendar']

export interface ReadableFile {
  readonly name: string
  arrayBuffer(): Promise<ArrayBuffer>
}

export interface ImportModel {
  readonly caller: Caller
  readonly kind: ReadonlySignal<ImportKind>
  readonly table: ReadonlySignal<ImportTable | null>
  /** The file cannot be read at all: why. */
  readonly fault: Signal<string>
  readonly preview: ReadonlySignal<ImportPreview | null>
  readonly result: ReadonlySignal<Output<'import/apply'> | null>
  setKind(kind: ImportKind): void
  choose(file: ReadableFile): Promise<void>
  apply(): Promise<void>
  again(): void
  close(): void
}

export function createImportModel(page: Page): ImportModel {
  const caller = createCaller(page.transport)
  const kind = signal<ImportKind>('deals')
  const table = signal<ImportTable | null>(null)
  const fault = signal('')
  const preview = signal<ImportPreview | null>(null)
  const result = signal<Output<'import/apply'> | null>(null)

  function forget(): void {
    batch(() => {
      caller.drop()
      fault.value = ''
      preview.value = null
      result.value = null
    })
  }

  async function look(): Promise<void> {
    if (!table.value) return
    await caller.look({ by: 'preview', method: 'import/preview', input: { kind: kind.value, table: table.value }, done: show })
  }
  function show(value: ImportPreview): void {
    preview.value = value
    page.live.value = text.previewed(value.taken, value.issues.length)
  }

  async function choose(file: ReadableFile): Promise<void> {
    forget()
    table.value = null
    const read = await contentOf(file)
    if (read === null) fault.value = text.unreadable(file.name)
    else if (read.headings.length < 2 || read.rows.length === 0) fault.value = text.noRows(file.name)
    else table.value = read
    await look()
  }

  return {
    caller,
    kind,
    table,
    fault,
    preview,
    result,
    setKind: (value) => {
      kind.value = value
      forget()
      void look()
    },
    choose,
    apply: async () => {
      if (!table.value) return
      const done = (value: Output<'import/apply'>) => {
        result.value = value
        page.live.value = text.written(value.written)
      }
      await caller.ask({ by: 'apply', method: 'import/apply', input: { kind: kind.value, table: table.value }, done })
    },
    again: () => {
      forget()
      table.value = null
    },
    close: () => page.transport.close(),
  }
}

async function contentOf(file: ReadableFile): Promise<ImportTable | null> {
  try {
    return readTable(file.name, decode(await file.arrayBuffer()))
  } catch {
    return null
  }
}
