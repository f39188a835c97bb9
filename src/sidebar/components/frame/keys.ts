/** The keys that work the same on every screen and dialog: Esc, Ctrl+Enter, «?»; the sidebar adds «/» and Alt+1…4. */

import { type KeyPress, type Shortcut, shortcutOf } from '../../models/page/shortcuts'

export interface KeyDeeds {
  /** Closes what is innermost and open. */
  escape(): void
  help(): void
  /** The sidebar's own. */
  other?(shortcut: Shortcut): void
}

export function listenToKeys(deeds: KeyDeeds): void {
  document.addEventListener('keydown', (event) => {
    const shortcut = event.defaultPrevented ? null : shortcutOf(pressOf(event))
    if (!shortcut) return
    if (shortcut.kind === 'escape') return deeds.escape()
    event.preventDefault()
    if (shortcut.kind === 'act') pressBlue(event.target)
    else if (shortcut.kind === 'help') deeds.help()
    else deeds.other?.(shortcut)
  })
}

/** Esc leaves the field first, so that nothing typed is closed by habit. True = it was in one. */
export function leaveField(): boolean {
  const { activeElement } = document
  if (!isTyping(activeElement)) return false
  ;(activeElement as HTMLElement).blur()
  return true
}

/** Ctrl+Enter: the save bar's button where something typed waits, else the blue one nearest to the focus. */
function pressBlue(target: EventTarget | null): void {
  const near = target instanceof Element ? target.closest('.panel, form') : null
  const blue = near?.querySelector<HTMLButtonElement>(blueButton) ?? document.querySelector<HTMLButtonElement>(blueButton)
  blue?.click()
}

const blueButton = '.bar .button[type=submit]:not(:disabled), .button.primary:not(:disabled), .button.strong:not(:disabled)'

function pressOf(event: KeyboardEvent): KeyPress {
  const { key, code, altKey, ctrlKey, metaKey, target } = event
  return { key, code, altKey, ctrlKey, metaKey, typing: isTyping(target) }
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input:not([type=radio], [type=checkbox]), textarea, select')
}
