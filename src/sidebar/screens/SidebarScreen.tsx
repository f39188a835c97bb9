/** The sidebar: the header and the screen of the chosen tab. */

import { useLayoutEffect, useRef } from 'preact/hooks'
import { Header } from '../components/frame/Header'
import type { Desk, Tab } from '../models/page/desk'
import { CardScreen } from './CardScreen'
import { IntakeScreen } from './IntakeScreen'
import { MineScreen } from './MineScreen'
import { MoreScreen } from './phone/MoreScreen'
import { SlotsScreen } from './SlotsScreen'
import { TodayScreen } from './TodayScreen'

const screens: Readonly<Record<Tab, (props: { readonly desk: Desk }) => preact.JSX.Element>> = {
  today: TodayScreen,
  intake: IntakeScreen,
  slots: SlotsScreen,
  card: CardScreen,
  mine: MineScreen,
}

/** Each screen keeps its own place; one that was not open yet begins at the top. */
function useOwnScroll(tab: Tab): void {
  const places = useRef<Partial<Record<Tab, number>>>({})
  useLayoutEffect(() => {
    window.scrollTo(0, places.current[tab] ?? 0)
    const remember = () => {
      places.current[tab] = window.scrollY
    }
    window.addEventListener('scroll', remember)
    return () => window.removeEventListener('scroll', remember)
  }, [tab])
}

export function SidebarScreen({ desk }: { readonly desk: Desk }) {
  const tab = desk.tab.value
  const Screen = desk.page.phone?.more.value === true ? MoreScreen : screens[tab]
  useOwnScroll(tab)
  return (
    <div class="sidebar">
      <Header desk={desk} />
      <main>
        <div id="screen" role="tabpanel" aria-labelledby={`tab-${tab}`}>
          <Screen desk={desk} key={tab} />
        </div>
      </main>
    </div>
  )
}
