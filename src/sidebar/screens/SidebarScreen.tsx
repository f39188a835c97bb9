/** The sidebar: the header and the screen of the chosen tab. */

import { Header } from '../components/frame/Header'
import type { Desk, Tab } from '../models/page/desk'
import { CardScreen } from './CardScreen'
import { IntakeScreen } from './IntakeScreen'
import { SlotsScreen } from './SlotsScreen'
import { TodayScreen } from './TodayScreen'

const screens: Readonly<Record<Tab, (props: { readonly desk: Desk }) => preact.JSX.Element>> = {
  today: TodayScreen,
  intake: IntakeScreen,
  slots: SlotsScreen,
  card: CardScreen,
}

export function SidebarScreen({ desk }: { readonly desk: Desk }) {
  const tab = desk.tab.value
  const Screen = screens[tab]
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
