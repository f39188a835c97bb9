/** Ui of SpreadsheetApp: menus, sidebar, dialogs, alerts; all it does is noted among the execution's effects. */
import { strict } from '../../run/strict'
import { platformOf } from '../../world/platform/settings'
import { ServiceError, type UiEffect } from '../../world/types'
import type { AppContext } from './appContext'

/** The part of HtmlOutput that a page shown in the spreadsheet needs. */
interface Page {
  getContent(): string
  getTitle(): string
  getWidth(): number | null
  getHeight(): number | null
}

const buttons = { OK: 'OK', CANCEL: 'CANCEL', YES: 'YES', NO: 'NO', CLOSE: 'CLOSE' } as const
const buttonSets = { OK: 'OK', OK_CANCEL: 'OK_CANCEL', YES_NO: 'YES_NO', YES_NO_CANCEL: 'YES_NO_CANCEL' } as const
const defaultDialog = { width: 600, height: 400 }
const containerScope = 'https://www.googleapis.com/auth/script.container.ui'

export const appUi = (context: AppContext): object => {
  const show = shower(context)
  return strict('Ui', {
    Button: strict('Button', { ...buttons }),
    ButtonSet: strict('ButtonSet', { ...buttonSets }),
    createMenu: (caption: string) => menuBuilder(show, String(caption)),
    createAddonMenu: () => menuBuilder(show, 'Расширения'),
    showSidebar: (page: Page | string) => {
      const { html, title } = contentOf(page)
      requireContainerScope(context, 'showSidebar')
      show('showSidebar', { kind: 'sidebar', title, html })
    },
    showModalDialog: (page: Page | string, title: string) => dialog(context, show, { page, title, modal: true }),
    showModelessDialog: (page: Page | string, title: string) => dialog(context, show, { page, title, modal: false }),
    alert: (...args: string[]) => alertBox(show, args, platformOf(context.host.state).alertAnswer),
    prompt: (...args: string[]) => promptBox(show, args),
  })
}

type Show = (member: string, effect: UiEffect) => void

const shower =
  (context: AppContext): Show =>
  (member, effect) => {
    context.host.gate.call(`Ui.${member}`, () => {
      context.ui.push(effect)
      return null
    })
  }

// A simple trigger runs without authorisation: it may make menus, not open pages.
const requireContainerScope = (context: AppContext, member: string): void => {
  const { entry } = context.host.invocation
  if (entry !== 'simpleEdit' && entry !== 'open') return
  throw new ServiceError(`Specified permissions are not sufficient to call Ui.${member}. Required permissions: ${containerScope}`)
}

const contentOf = (page: Page | string): { html: string; title: string; width: number | null; height: number | null } =>
  typeof page === 'string'
    ? { html: page, title: '', width: null, height: null }
    : { html: page.getContent(), title: page.getTitle(), width: page.getWidth(), height: page.getHeight() }

const dialog = (context: AppContext, show: Show, { page, title, modal }: { page: Page | string; title: string; modal: boolean }): void => {
  const { html, width, height } = contentOf(page)
  const member = modal ? 'showModalDialog' : 'showModelessDialog'
  requireContainerScope(context, member)
  show(member, {
    kind: 'dialog',
    modal,
    title: String(title),
    width: width ?? defaultDialog.width,
    height: height ?? defaultDialog.height,
    html,
  })
}

// The person is taken to agree, unless the world says otherwise: OK or Yes.
const alertBox = (show: Show, args: readonly string[], answer: 'YES' | 'NO'): string => {
  const set = args.find((arg) => arg in buttonSets && arg !== 'OK') ?? 'OK'
  const words = args.filter((arg, index) => index === 0 || !(arg in buttonSets))
  show('alert', { kind: 'alert', message: words.join('\n') })
  return set.startsWith('YES') ? buttons[answer] : buttons.OK
}

// The person is taken to close the box: nobody types here.
const promptBox = (show: Show, args: readonly string[]): object => {
  show('prompt', { kind: 'alert', message: args.filter((arg, index) => index === 0 || !(arg in buttonSets)).join('\n') })
  return strict('PromptResponse', { getSelectedButton: () => buttons.CLOSE, getResponseText: () => '' })
}

interface MenuItem {
  readonly label: string
  readonly fn: string
}

interface MenuBuilder {
  addItem(label: string, fn: string): MenuBuilder
  addSeparator(): MenuBuilder
  addSubMenu(menu: MenuBuilder): MenuBuilder
  addToUi(): void
}

// What a builder holds, for the menu that takes it in.
const menus = new WeakMap<object, { name: string; items: MenuItem[] }>()

const menuBuilder = (show: Show, name: string): MenuBuilder => {
  const items: MenuItem[] = []
  const builder: MenuBuilder = strict('Menu', {
    addItem: (label: string, fn: string) => {
      items.push({ label: String(label), fn: String(fn) })
      return builder
    },
    addSeparator: () => builder,
    addSubMenu: (menu: MenuBuilder) => {
      const inner = menus.get(menu)
      for (const item of inner?.items ?? []) items.push({ ...item, label: `${inner?.name} › ${item.label}` })
      return builder
    },
    addToUi: () => show('addToUi', { kind: 'menu', name, items: [...items] }),
  })
  menus.set(builder, { name, items })
  return builder
}
