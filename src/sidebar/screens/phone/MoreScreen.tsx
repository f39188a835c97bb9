/** «Ещё» of a phone: who one is, the windows that stand in menus elsewhere, one's devices, the way out. */

import { useMemo } from 'preact/hooks'
import { DeviceList } from '../../components/phone/DeviceList'
import { Windows } from '../../components/today/Windows'
import type { Desk } from '../../models/page/desk'
import { createDevicesModel } from '../../models/phone/devices'
import { devices, phone as text } from '../../models/phone/text.ru'

export function MoreScreen({ desk }: { readonly desk: Desk }) {
  const { page } = desk
  const model = useMemo(() => createDevicesModel(page), [page])
  return (
    <div class="screen">
      <p>
        <span class="faint">{text.me}</span> <strong>{page.me.name}</strong>
      </p>
      {page.phone?.inAddress === true && <p class="notice ask">{text.inAddress}</p>}
      <section aria-labelledby="more-windows">
        <h2 id="more-windows">{text.windows}</h2>
        <Windows desk={desk} />
      </section>
      <section aria-labelledby="more-devices">
        <h2 id="more-devices">{devices.title}</h2>
        <DeviceList model={model} />
      </section>
    </div>
  )
}
