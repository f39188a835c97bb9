/** Puts the screen a page is for into its container, with its keys, its clock and its live region. */

import { effect } from '@preact/signals'
import { type ComponentChild, render } from 'preact'
import type { PageData } from '../rpc/contract'
import { closeInnermost } from './models/closeInnermost'
import { createDesk, type Desk } from './models/desk'
import { sessionDrafts } from './models/drafts'
import { createImportModel } from './models/importer'
import { createPage, type Page } from './models/page'
import { createReportModel } from './models/report'
import { shortcutOf } from './models/shortcuts'
import { createWeekModel } from './models/week'
import { ImportScreen } from './screens/ImportScreen'
import { ReportScreen } from './screens/ReportScreen'
import { SidebarScreen } from './screens/SidebarScreen'
import { WeekScreen } from './screens/WeekScreen'
import type { Transport } from './transports/transport'

export interface MountOptions {
  readonly transport: Transport
  readonly container: HTMLElement
  readonly data: PageData
}

const clockStep = 15_000

export function mount({ transport, container, data }: MountOptions): void {
  const page = createPage(data, { transport, drafts: sessionDrafts(() => window.sessionStorage), elapsed: () => performance.now() })
  setInterval(page.clock.advance, clockStep)
  followFocus(page)
  render(
    <>
      {screenFor(page, data)}
      <LiveRegion page={page} />
    </>,
    container,
  )
}

function screenFor(page: Page, data: PageData): ComponentChild {
  if (data.view === 'refused') return <main class="refused">{data.message}</main>
  if (data.view === 'import') return <ImportScreen model={createImportModel(page)} />
  if (data.view === 'report') return <ReportScreen model={createReportModel(page)} />
  if (data.view === 'weekClose') return weekScreen(page, data)
  const desk = createDesk(page, data)
  listenToKeys(desk)
  desk.start()
  return <SidebarScreen desk={desk} />
}

function weekScreen(page: Page, data: PageData): ComponentChild {
  const model = createWeekModel(page, data.week)
  if (!data.week) void model.load()
  model.leaveCard()
  return <WeekScreen model={model} />
}

function LiveRegion({ page }: { readonly page: Page }) {
  return (
    <div class="live" role="status" aria-live="polite">
      {page.live.value}
    </div>
  )
}

function listenToKeys(desk: Desk): void {
  document.addEventListener('keydown', (event) => {
    const shortcut = shortcutOf({ ...keyOf(event), typing: isTyping(event.target) })
    if (!shortcut) return
    if (shortcut.kind === 'escape') return closeInnermost(desk)
    event.preventDefault()
    if (shortcut.kind === 'tab') desk.go(shortcut.tab)
    else if (desk.tab.value === 'card') desk.card.close()
    else desk.findClient()
  })
}

function keyOf({ key, code, altKey, ctrlKey, metaKey }: KeyboardEvent) {
  return { key, code, altKey, ctrlKey, metaKey }
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input:not([type=radio]), textarea, select')
}

/** A control asked for may be drawn only after this turn. */
function followFocus(page: Page): void {
  effect(() => {
    const { id } = page.focus.value
    if (id === '') return
    setTimeout(() => focusOn(id))
  })
}

function focusOn(id: string): void {
  const control = document.getElementById(id)
  control?.focus({ preventScroll: true })
  control?.scrollIntoView({ block: 'center' })
}
