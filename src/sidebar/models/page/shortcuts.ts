/** Keys that work anywhere: Esc, Ctrl+Enter, «?»; in the sidebar Alt+1…4 and «/» too. */

import { type Tab, tabs } from './desk'

export interface KeyPress {
  readonly key: string
  /** Place of the key: in the Russian layout «/» gives a full stop and Alt+1 may give any sign. */
  readonly code: string
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  /** The focus is where text is typed. */
  readonly typing: boolean
}

export type Shortcut = { readonly kind: 'tab'; readonly tab: Tab } | { readonly kind: 'search' | 'escape' | 'act' | 'help' }

export function shortcutOf(press: KeyPress): Shortcut | null {
  if (press.key === 'Escape') return { kind: 'escape' }
  if (press.ctrlKey || press.metaKey) return press.key === 'Enter' ? { kind: 'act' } : null
  const tab = press.altKey ? tabs[Number(/^(?:Digit|Numpad)(\d)$/.exec(press.code)?.[1]) - 1] : undefined
  if (tab) return { kind: 'tab', tab }
  if (press.key === '?' && !press.typing) return { kind: 'help' }
  const slash = press.key === '/' || press.code === 'Slash'
  return slash && !press.altKey && !press.typing ? { kind: 'search' } : null
}
