/** Where people are signed in, each with its way out. */

import { useEffect } from 'preact/hooks'
import type { DeviceLine } from '../../../rpc/deviceContract'
import type { DevicesModel } from '../../models/phone/devices'
import { devices as text } from '../../models/phone/text.ru'
import { Button } from '../parts/Button'
import { TroubleNotice, Waiting } from '../parts/Notices'

export function DeviceList({ model }: { readonly model: DevicesModel }) {
  const { finder, caller, lines } = model
  useEffect(() => void model.load(), [model])
  return (
    <>
      <TroubleNotice caller={finder} />
      <TroubleNotice caller={caller} />
      {lines.value === null && finder.busy.value !== '' && <Waiting>{text.loading}</Waiting>}
      {lines.value?.length === 0 && <p class="faint">{text.none}</p>}
      <ul class="devices">
        {lines.value?.map((line) => (
          <li key={line.id}>
            <Line model={model} line={line} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Line({ model, line }: { readonly model: DevicesModel; readonly line: DeviceLine }) {
  const title = line.isOwn ? line.name : `${line.who}: ${line.name}`
  return (
    <>
      <div>
        <strong>{title}</strong>
        {line.isHere && <span class="faint"> · {text.here}</span>}
        <span class="detail">{text.dates(line.since, line.seen, line.until)}</span>
      </div>
      <Button name={`end-${line.id}`} caller={model.caller} label={`${text.end}: ${title}`} onClick={() => void model.end(line)}>
        {line.isHere ? text.leave : text.end}
      </Button>
    </>
  )
}
