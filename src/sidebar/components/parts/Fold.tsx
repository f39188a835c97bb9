/** A quiet line that opens: what one rarely needs. */

import type { ComponentChildren } from 'preact'
import { Icon } from './Icon'

export function Fold({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <details class="fold">
      <summary>
        <Icon shape="right" />
        {title}
      </summary>
      <div class="fold-inside">{children}</div>
    </details>
  )
}
