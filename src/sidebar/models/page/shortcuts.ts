/** Keys that work anywhere: Esc, Ctrl+Enter, «?»; in the sidebar Alt with the number of a tab and «/» too. */

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

/** `at`: place of the tab, from 0. */
export type Shortcut = { readonly kind: 'tab'; readonly at: number } | { readonly kind: 'search' | 'escape' | 'act' | 'help' }

export function shortcutOf(press: KeyPress): Shortcut | null {
  if (press.key === 'Escape') return { kind: 'escape' }
  if (press.ctrlKey || press.metaKey) return press.key === 'Enter' ? { kind: 'act' } : null
  const at = press.altKey ? Number(/^(?:Digit|Numpad)([1-9])$/.exec(press.code)?.[1]) - 1 : Number.NaN
  if (at >= 0) return { kind: 'tab', at }
  if (press.key === '?' && !press.typing) return { kind: 'help' }
  const slash = press.key === '/' || press.code === 'Slash'
  return slash && !press.altKey && !press.typing ? { kind: 'search' } : null
}
