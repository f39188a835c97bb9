/** The page's state: the server's last summary, the chosen tab, the selected cell; listeners hear of every change. */
import type { Change, Selection, SheetTabView, Summary } from '../wire'
import { showAlert, showToast } from './head/toasts'
import { get } from './requests'

export type TabName = 'sheets' | 'calendar' | 'letters' | 'pages' | 'planfix' | 'amocrm' | 'executions' | 'story'

export interface State {
  readonly summary: Summary
  readonly tab: TabName
  /** Id of the open sheet. */
  readonly sheet: number | null
}

type Listener = (state: State, before: State) => void

export class Store {
  private readonly listeners: Listener[] = []
  private readonly selectListeners: ((selection: Selection) => void)[] = []
  /** Cell where the person is; sent with every call of a frame. */
  selection: Selection | null = null

  constructor(public state: State) {}

  set(part: Partial<State>): void {
    const before = this.state
    this.state = { ...before, ...part }
    for (const listener of this.listeners) listener(this.state, before)
  }

  /** Calls at once and after every change. */
  watch(listener: Listener): void {
    this.listeners.push(listener)
    listener(this.state, this.state)
  }

  onSelect(listener: (selection: Selection) => void): void {
    this.selectListeners.push(listener)
  }

  take(summary: Summary): void {
    this.set({ summary, sheet: openSheet(summary.sheets, this.state.sheet) })
  }

  /** The script moved the selection: its sheet opens and the grid follows. */
  select(selection: Selection): void {
    const sheet = this.state.summary.sheets.find((one) => one.title === selection.sheet)
    if (!sheet) return
    this.set({ tab: 'sheets', sheet: sheet.id })
    for (const listener of this.selectListeners) listener(selection)
  }
}

const openSheet = (sheets: readonly SheetTabView[], current: number | null): number | null =>
  sheets.some((sheet) => sheet.id === current) ? current : (sheets[0]?.id ?? null)

export const createStore = async (): Promise<Store> => {
  const summary = await get<Summary>('/state')
  const deals = summary.sheets.find((sheet) => sheet.title === 'Сделки')
  return new Store({ summary, tab: 'sheets', sheet: openSheet(summary.sheets, deals?.id ?? null) })
}

/** Follows the server's stream; the browser connects again by itself when it breaks. */
export const followChanges = (store: Store): void => {
  const source = new EventSource('/api/changes')
  source.onmessage = (event: MessageEvent<string>) => take(store, JSON.parse(event.data) as Change)
}

const take = (store: Store, change: Change): void => {
  if (change.kind === 'summary') store.take(change.summary)
  else if (change.kind === 'toast') showToast(change.message, { title: change.title })
  else if (change.kind === 'alert') showAlert(change.message)
  else store.select(change.selection)
}
