/** Top of the sidebar: the tabs. The name stands in Google's frame already, and is said to a screen reader. */

import type { Desk, Tab } from '../../models/page/desk'
import type { Phone } from '../../models/phone/phone'
import { phone as phoneText } from '../../models/phone/text.ru'
import { text } from '../../text.ru'
import { ScreenTitle } from '../parts/ScreenTitle'

export function Header({ desk }: { readonly desk: Desk }) {
  return (
    <header>
      <ScreenTitle>{text.common.product}</ScreenTitle>
      <div class="tabs" role="tablist" aria-label={text.header.tabsLabel}>
        {desk.tabs.value.map((tab, at) => (
          <TabButton key={tab} desk={desk} tab={tab} at={at} />
        ))}
      </div>
      {desk.page.phone && <MoreButton phone={desk.page.phone} />}
    </header>
  )
}

function TabButton({ desk, tab, at }: { readonly desk: Desk; readonly tab: Tab; readonly at: number }) {
  const chosen = desk.tab.value === tab && desk.page.phone?.more.value !== true
  const count = tab === 'today' ? desk.today.count.value : tab === 'mine' ? desk.mine.count.value : 0
  const unsaved =
    (tab === 'card' && desk.card.edits.dirty.value) ||
    (tab === 'intake' && desk.intake.form.value.phase === 'form') ||
    (tab === 'mine' && desk.marks.count.value > 0)
  const { length } = desk.tabs.value
  const turn = (step: number) => desk.turn(desk.tabs.value[(at + step + length) % length] as Tab)
  return (
    <button
      type="button"
      role="tab"
      id={`tab-${tab}`}
      aria-selected={chosen}
      aria-controls="screen"
      tabIndex={chosen ? 0 : -1}
      title={text.header.shortcut(text.header.tabs[tab], at + 1)}
      onClick={() => {
        leaveMore(desk)
        desk.go(tab)
      }}
      onKeyDown={(event) => {
        if (event.key === 'ArrowRight') turn(1)
        if (event.key === 'ArrowLeft') turn(-1)
      }}
    >
      {text.header.tabs[tab]}
      {count > 0 && <span class="count">{count}</span>}
      {unsaved && <span class="dot" role="img" aria-label={text.common.unsaved} />}
    </button>
  )
}

function leaveMore({ page }: Desk): void {
  if (page.phone) page.phone.more.value = false
}

/** On a phone the bar lies below, and what stands in menus elsewhere is behind its last button. */
function MoreButton({ phone }: { readonly phone: Phone }) {
  return (
    <button
      type="button"
      class="more"
      aria-pressed={phone.more.value}
      onClick={() => {
        phone.more.value = true
      }}
    >
      {phoneText.more}
    </button>
  )
}
