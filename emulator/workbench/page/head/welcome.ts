/** The first visit: three sentences and one button that opens the sidebar. */
import { el } from '../dom'
import { post } from '../requests'
import type { Store } from '../store'
import { texts } from '../text.ru'
import { openSidebar } from './sidebar'
import { attempt } from './toasts'

export const mountWelcome = (root: HTMLElement, store: Store): void => {
  const button = el('button', { class: 'blue', onclick: () => attempt(() => begin(store)) }, 'Начать')
  const lines = texts.welcome.map((line) => el('p', {}, line))
  const card = el('section', { class: 'welcome', 'aria-label': 'С чего начать' }, el('div', {}, ...lines), button)
  root.append(card)
  store.watch(({ summary }) => {
    card.hidden = summary.started
  })
}

const begin = async (store: Store): Promise<void> => {
  await post('/started')
  await openSidebar(store)
}
