/** The sidebar's page: its screens, and the keys that work on all of them. */

import { signal } from '@preact/signals'
import type { ComponentChild } from 'preact'
import type { PageData } from '../rpc/contract'
import { KeysHelp } from './components/frame/KeysHelp'
import { listenToKeys } from './components/frame/keys'
import { closeInnermost } from './models/page/closeInnermost'
import { createDesk, type Desk } from './models/page/desk'
import type { Page } from './models/page/page'
import { startPage } from './mount'
import { SidebarScreen } from './screens/SidebarScreen'

startPage(sidebar)

function sidebar(page: Page, data: PageData): ComponentChild {
  const desk = createDesk(page, data)
  const help = signal(false)
  listenToKeys({
    escape: () => {
      if (help.value) help.value = false
      else closeInnermost(desk)
    },
    help: () => {
      help.value = !help.value
    },
    other: (shortcut) => {
      if (shortcut.kind === 'tab') desk.go(shortcut.tab)
      else if (desk.tab.value === 'card') desk.card.close()
      else desk.findClient()
    },
  })
  keepTrue(desk)
  window.addEventListener('pagehide', desk.hold.leave)
  desk.start()
  return (
    <>
      <SidebarScreen desk={desk} />
      <KeysHelp open={help} inSidebar />
    </>
  )
}

const renewal = 60_000

/** What is on screen is looked at again when its window is, and once in a while as long as it is seen. */
function keepTrue(desk: Desk): void {
  const look = () => {
    desk.page.clock.advance()
    if (document.visibilityState === 'visible') desk.start()
  }
  window.addEventListener('focus', look)
  document.addEventListener('visibilitychange', look)
  setInterval(look, renewal)
}
