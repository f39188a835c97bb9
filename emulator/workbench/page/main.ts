/** The workbench's page: header, tabs, sidebar, dialogs, all following one store. */
import { mountCalendarTab } from './calendar/calendarTab'
import { el } from './dom'
import { mountDialogs } from './head/dialogs'
import { mountHeader } from './head/header'
import { mountSidebar } from './head/sidebar'
import { mountToasts } from './head/toasts'
import { mountWelcome } from './head/welcome'
import { followAddress } from './sheets/sheetAddress'
import { mountSheetsTab } from './sheets/sheetsTab'
import { createStore, followChanges, type Store, type TabName } from './store'
import { takeDroppedStories } from './story/openStory'
import { mountStoryTab } from './story/storyTab'
import { mountAmoTab } from './tabs/amoTab'
import { mountExecutionsTab } from './tabs/executionsTab'
import { mountLettersTab } from './tabs/lettersTab'
import { mountPagesTab } from './tabs/pagesTab'
import { mountPlanfixTab } from './tabs/planfixTab'
import { mountTabBar } from './tabs/tabBar'
// After the libraries' own stylesheets, which come with the tabs.
import './style/base.css'
import './style/header.css'
import './style/sheets.css'
import './style/calendar.css'
import './style/lists.css'
import './style/frames.css'
import './style/story.css'

const start = async (root: HTMLElement): Promise<void> => {
  const store = await createStore()
  const workspace = el('main', { class: 'workspace' })
  const columns = el('div', { class: 'columns' }, workspace)
  root.replaceChildren()
  mountHeader(root, store)
  mountWelcome(root, store)
  root.append(columns)
  mountTabBar(workspace, store)
  mountPanel(workspace, store, 'sheets', mountSheetsTab)
  mountPanel(workspace, store, 'calendar', mountCalendarTab)
  mountPanel(workspace, store, 'letters', mountLettersTab)
  mountPanel(workspace, store, 'pages', mountPagesTab)
  mountPanel(workspace, store, 'planfix', mountPlanfixTab)
  mountPanel(workspace, store, 'amocrm', mountAmoTab)
  mountPanel(workspace, store, 'executions', mountExecutionsTab)
  mountPanel(workspace, store, 'story', mountStoryTab)
  mountSidebar(columns, store)
  mountDialogs(root, store)
  mountToasts(root)
  Object.assign(window, { workbenchSelection: () => store.selection })
  takeDroppedStories(root, store)
  followAddress(store)
  followChanges(store)
}

/** A tab's contents are made when it is first opened, and hidden, not removed, when another is. */
const mountPanel = (workspace: HTMLElement, store: Store, name: TabName, mount: (panel: HTMLElement, store: Store) => void): void => {
  const panel = el('section', { class: `panel ${name}`, role: 'tabpanel', id: `panel-${name}`, 'aria-labelledby': `tab-${name}` })
  workspace.append(panel)
  let mounted = false
  store.watch(({ tab }) => {
    panel.hidden = tab !== name
    if (panel.hidden || mounted) return
    mounted = true
    mount(panel, store)
  })
}

const root = document.getElementById('app')
if (root) {
  start(root).catch((error: unknown) => {
    root.replaceChildren(el('p', { class: 'failed', role: 'alert' }, error instanceof Error ? error.message : String(error)))
  })
}
