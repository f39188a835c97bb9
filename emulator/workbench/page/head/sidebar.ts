/** The right-hand column: the script's menu, and its sidebar in a frame of 300 pixels. */
import type { Summary } from '../../wire'
import { el, fill, icon, icons } from '../dom'
import { menuItem, post } from '../requests'
import type { Store } from '../store'
import { frameElement } from './frame'
import { attempt } from './toasts'

const sidebarFn = 'showSidebar'

export const openSidebar = async (store: Store): Promise<void> => {
  const items = store.state.summary.menus.flatMap((menu) => menu.items)
  await menuItem(items.find((item) => item.fn === sidebarFn)?.fn ?? items[0]?.fn ?? sidebarFn, store.selection)
}

export const mountSidebar = (columns: HTMLElement, store: Store): void => {
  const menus = el('nav', { class: 'menus', 'aria-label': 'Меню таблицы' })
  const body = el('div', { class: 'sidebarBody' })
  columns.append(el('aside', { class: 'sidebar', 'aria-label': 'Боковая панель' }, menus, body))
  let shownMenus = ''
  let shownFrame: number | null | undefined
  store.watch(({ summary }) => {
    const text = JSON.stringify(summary.menus)
    if (text !== shownMenus) fill(menus, menuElements(summary, store))
    shownMenus = text
    const frame = summary.sidebar?.frame ?? null
    if (frame !== shownFrame) fill(body, frame === null ? empty(store) : opened(summary, store))
    shownFrame = frame
  })
}

const menuElements = ({ menus }: Summary, store: Store): HTMLElement[] =>
  menus.map(({ name, items }) => {
    const buttons = items.map(({ label, fn }) => el('button', { role: 'menuitem', onclick: () => choose(fn) }, label))
    const details = el(
      'details',
      { class: 'menu' },
      el('summary', {}, `Меню «${name}»`),
      el('div', { class: 'menuItems', role: 'menu' }, ...buttons),
    )
    const choose = (fn: string): void => {
      details.open = false
      attempt(() => menuItem(fn, store.selection))
    }
    details.addEventListener('focusout', (event) => {
      if (!details.contains(event.relatedTarget as Node | null)) details.open = false
    })
    return details
  })

const empty = (store: Store): HTMLElement[] => [
  el(
    'div',
    { class: 'sidebarEmpty' },
    el('p', {}, 'Панель закрыта.'),
    el('button', { class: 'blue', onclick: () => attempt(() => openSidebar(store)) }, 'Открыть панель'),
  ),
]

const opened = ({ sidebar }: Summary, store: Store): HTMLElement[] => {
  if (!sidebar) return []
  const reload = el(
    'button',
    {
      class: 'iconButton',
      'aria-label': 'Открыть панель заново',
      title: 'Открыть панель заново',
      onclick: () => attempt(() => openSidebar(store)),
    },
    icon(icons.reload),
  )
  const close = el(
    'button',
    {
      class: 'iconButton',
      'aria-label': 'Закрыть панель',
      title: 'Закрыть панель',
      onclick: () => attempt(() => post('/close', { frame: sidebar.frame })),
    },
    icon(icons.close),
  )
  return [
    el('div', { class: 'frameTitle' }, el('h2', {}, sidebar.title), reload, close),
    frameElement(sidebar.frame, `Панель: ${sidebar.title}`),
  ]
}
