/** «Страницы»: the web pages for people outside, by the links that letters carried. */

import { frameRules } from '../../frame/frameRules'
import type { PageLink } from '../../wire'
import { el, fill } from '../dom'
import { attempt } from '../head/toasts'
import { get } from '../requests'
import type { Store } from '../store'

export const mountPagesTab = (panel: HTMLElement, store: Store): void => {
  const list = el('ul', { class: 'pageLinks', 'aria-label': 'Страницы для людей со стороны' })
  const frame = el('iframe', { class: 'phone', title: 'Страница как на телефоне', sandbox: frameRules })
  const place = el('div', { class: 'phonePlace', hidden: true }, frame)
  panel.append(
    el(
      'div',
      { class: 'pagesColumn' },
      el('p', { class: 'hint' }, 'Так эти страницы видит человек без учётной записи: со ссылкой из письма.'),
      list,
    ),
    place,
  )
  const open = (href: string): void => {
    place.hidden = false
    frame.src = href
  }
  let total = -1
  store.watch(({ summary, tab }) => {
    if (tab !== 'pages' || summary.letters.total === total) return
    total = summary.letters.total
    attempt(async () =>
      fill(
        list,
        (await get<PageLink[]>('/pages')).map((link) => lineElement(link, open)),
      ),
    )
  })
}

const lineElement = ({ href, title, detail }: PageLink, open: (href: string) => void): HTMLElement =>
  el(
    'li',
    {},
    el('button', { class: 'linkButton', onclick: () => open(href) }, title),
    el('span', { class: 'hint' }, detail),
    el('a', { href, target: '_blank', rel: 'noopener' }, 'в новой вкладке'),
  )
