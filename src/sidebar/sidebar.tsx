/** The sidebar's page: its screens, and the keys that work on all of them. */

import type { ComponentChild } from 'preact'
import type { PageData } from '../rpc/contract'
import { listenToKeys } from './components/frame/keys'
import { HelpButton, HelpPanel, readSections } from './components/help/Help'
import { createHelp } from './models/help/help'
import { closeInnermost } from './models/page/closeInnermost'
import { createDesk, type Desk, type Tab } from './models/page/desk'
import type { Page } from './models/page/page'
import { startPage } from './mount'
import { SidebarScreen } from './screens/SidebarScreen'

const renewal = 60_000

startPage(sidebar)

function sidebar(page: Page, data: PageData): ComponentChild {
  const desk = createDesk(page, data)
  const help = createHelp(page, {
    screen: () => (desk.tab.value === 'mine' && desk.mine.part.value === 'marks' ? 'marks' : desk.tab.value),
    readSections,
  })
  const goTo = (tab: Tab | undefined) => tab && desk.go(tab)
  listenToKeys({
    escape: () => {
      if (help.open.value) help.close()
      else closeInnermost(desk)
    },
    help: help.toggle,
    other: (shortcut) => {
      if (shortcut.kind === 'tab') goTo(desk.tabs.value[shortcut.at])
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
      <HelpButton help={help} />
      <HelpPanel help={help} inSidebar />
    </>
  )
}

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
