/** «Открыть на телефоне»: the desk's address as a code for a phone's camera, and to copy. */

import { generate } from 'lean-qr'
import { useMemo } from 'preact/hooks'
import type { Page } from '../../models/page/page'
import { createDevicesModel } from '../../models/phone/devices'
import { onPhone as text } from '../../models/phone/text.ru'
import { CopyButton } from '../parts/CopyButton'
import { TroubleNotice, Waiting } from '../parts/Notices'

/** Modules of white around the code, as its readers want. */
const quiet = 4

export function OpenOnPhone({ page }: { readonly page: Page }) {
  const model = useMemo(() => createDevicesModel(page), [page])
  const look = (open: boolean) => {
    if (open && model.lines.value === null) void model.load()
  }
  return (
    <details class="fold on-phone" onToggle={(event) => look(event.currentTarget.open)}>
      <summary>{text.open}</summary>
      <div class="fold-inside">
        <TroubleNotice caller={model.finder} />
        {model.finder.busy.value !== '' && <Waiting>{text.open}</Waiting>}
        {model.lines.value !== null && (model.address.value === '' ? <p>{text.unknown}</p> : <Shown address={model.address.value} />)}
      </div>
    </details>
  )
}

function Shown({ address }: { readonly address: string }) {
  return (
    <>
      <p class="small">{text.lead}</p>
      <Code address={address} />
      <p class="small">{address}</p>
      <div>
        <CopyButton of={address}>{text.copy}</CopyButton>
      </div>
    </>
  )
}

function Code({ address }: { readonly address: string }) {
  const path = useMemo(() => pathOf(address), [address])
  return (
    <svg class="qr" viewBox={`0 0 ${path.size} ${path.size}`} role="img" aria-label={text.code} shape-rendering="crispEdges">
      <rect class="qr-ground" width={path.size} height={path.size} />
      <path class="qr-ink" d={path.d} />
    </svg>
  )
}

function pathOf(address: string): { readonly size: number; readonly d: string } {
  const code = generate(address)
  const rows = Array.from({ length: code.size }, (_, at) => at)
  const dots = rows.flatMap((y) => rows.flatMap((x) => (code.get(x, y) ? [`M${x + quiet} ${y + quiet}h1v1h-1z`] : [])))
  return { size: code.size + 2 * quiet, d: dots.join('') }
}
