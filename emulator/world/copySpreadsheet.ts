/** «Файл → Создать копию»: a new file with the sheets and the code; no triggers, properties or deployments (observed, and as others tell). */
import { copyPlain } from '../run/copyPlain'
import { codeOf } from './platform/deployments'
import { deterministicId } from './seeded'
import type { CopyInput } from './state/stateParts'
import type { SpreadsheetState, WorldState } from './types'

/** The copy lives in the same Google: other files, calendars, letters, quotas and partners are the original's own, not copies of them. */
export function copiedState(state: WorldState, { by = state.owner, title }: CopyInput): WorldState {
  const original = state.spreadsheets[state.boundSpreadsheetId]
  if (!original) throw new Error('there is no bound spreadsheet')
  state.counter += 1
  const serial = String(state.counter)
  const id = deterministicId('1Copy', state.seed, serial)
  state.spreadsheets[id] = copiedFile(original, id, title)
  return {
    ...state,
    owner: by,
    scriptId: `1${deterministicId('', state.seed, `script ${serial}`)}`.padEnd(57, '0'),
    boundSpreadsheetId: id,
    properties: { script: {}, document: {}, user: {} },
    cache: {},
    lock: { heldBy: null },
    otherLocks: {},
    triggers: [],
    code: { head: codeOf(state).head, versions: [], deployments: [] },
    executionCounter: 0,
    executions: [],
  }
}

/** Rows are shared: they are replaced, never changed in place. */
function copiedFile({ sheets, ...book }: SpreadsheetState, id: string, title: string | undefined): SpreadsheetState {
  const copies = sheets.map(({ cells, ...sheet }) => ({ ...copyPlain(sheet), cells: cells.slice() }))
  return { ...book, id, title: title ?? `Копия ${book.title}`, sheets: copies }
}
