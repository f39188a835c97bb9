/** Таблица │ Календарь │ Письма N │ Страницы │ Planfix │ amoCRM │ Запуски │ История, where one is open. */
import { el, fill } from '../dom'
import type { State, Store, TabName } from '../store'

const tabs: readonly { readonly name: TabName; readonly title: string }[] = [
  { name: 'sheets', title: 'Таблица' },
  { name: 'calendar', title: 'Календарь' },
  { name: 'letters', title: 'Письма' },
  { name: 'pages', title: 'Страницы' },
  { name: 'planfix', title: 'Planfix' },
  { name: 'amocrm', title: 'amoCRM' },
  { name: 'executions', title: 'Запуски' },
  { name: 'story', title: 'История' },
]

export const mountTabBar = (root: HTMLElement, store: Store): void => {
  const bar = el('div', { class: 'tabBar', role: 'tablist', 'aria-label': 'Разделы стенда' })
  const buttons = tabs.map(({ name }) =>
    el('button', { role: 'tab', id: `tab-${name}`, 'aria-controls': `panel-${name}`, onclick: () => store.set({ tab: name }) }),
  )
  bar.append(...buttons)
  bar.addEventListener('keydown', (event) => moveFocus(event, buttons))
  root.append(bar)
  store.watch((state) => {
    for (const [index, { name, title }] of tabs.entries()) draw(buttons[index]!, state, name, title)
  })
}

const draw = (button: HTMLButtonElement, { tab, summary }: State, name: TabName, title: string): void => {
  const chosen = tab === name
  button.setAttribute('aria-selected', String(chosen))
  button.tabIndex = chosen ? 0 : -1
  button.hidden = name === 'story' && summary.story === null
  const { unread } = summary.letters
  fill(button, [title, name === 'letters' && unread > 0 && el('span', { class: 'badge' }, ` ${unread}`)])
}

const moveFocus = (event: KeyboardEvent, buttons: readonly HTMLButtonElement[]): void => {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
  if (step === 0) return
  const shown = buttons.filter(({ hidden }) => !hidden)
  const at = shown.indexOf(document.activeElement as HTMLButtonElement)
  const next = shown[(at + step + shown.length) % shown.length]
  next?.focus()
  next?.click()
}
