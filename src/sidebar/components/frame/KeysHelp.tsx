/** «?»: the keys, the same on every screen. */

import type { Signal } from '@preact/signals'
import { common } from '../../text/common.ru'
import { Button } from '../parts/Button'

export function KeysHelp({ open, inSidebar }: { readonly open: Signal<boolean>; readonly inSidebar: boolean }) {
  if (!open.value) return null
  const rows = inSidebar ? [...common.keys.everywhere, ...common.keys.sidebar] : common.keys.everywhere
  return (
    <section class="keys-help panel" aria-label={common.keys.title}>
      <h2>{common.keys.title}</h2>
      <dl>
        {rows.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <div>
        <Button
          onClick={() => {
            open.value = false
          }}
        >
          {common.understood}
        </Button>
      </div>
    </section>
  )
}
