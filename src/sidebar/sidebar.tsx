/** The sidebar's page: its screens, and the keys that work on all of them. */

import type { ComponentChild } from 'preact'
import type { PageData } from '../rpc/contract'
import { closeInnermost } from './models/page/closeInnermost'
import { createDesk, type Desk } from './models/page/desk'
import type { Page } from './models/page/page'
import { shortcutOf } from './models/page/shortcuts'
import { startPage } from './mount'
import { SidebarScreen } from './screens/SidebarScreen'

startPage(sidebar)

function sidebar(page: Page, data: PageData): ComponentChild {
  const desk = createDesk(page, data)
  listenToKeys(desk)
  window.addEventListener('pagehide', desk.hold.leave)
  desk.start()
  return <SidebarScreen desk={desk} />
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
