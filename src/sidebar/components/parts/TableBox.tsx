/** A table that scrolls within its own box: the keyboard reaches it. */

import type { ComponentChildren } from 'preact'
import { common } from '../../text/common.ru'

export function TableBox({ children }: { readonly children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <div role="group" class="table-box" tabIndex={0} aria-label={common.table}>
      {children}
    </div>
  )
}
