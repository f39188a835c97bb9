/** A date and a time of one's own, for what stands in no free slot. */

import type { OwnTime } from '../../models/intake/ownTime'
import { text } from '../../text.ru'
import { TextField } from '../parts/Field'

interface Props {
  /** Begins the ids of the three fields. */
  readonly name: string
  readonly time: OwnTime
  readonly fault?: string
  readonly onType: (change: Partial<OwnTime>) => void
}

export function OwnTimeFields({ name, time, fault, onType }: Props) {
  return (
    <div class="pair own-time">
      <TextField
        id={`${name}-date`}
        label={text.moves.date}
        type="date"
        value={time.date}
        fault={fault}
        onType={(date) => onType({ date })}
      />
      <TextField id={`${name}-from`} label={text.moves.from} type="time" value={time.from} onType={(from) => onType({ from })} />
      <TextField id={`${name}-to`} label={text.moves.to} type="time" value={time.to} onType={(to) => onType({ to })} />
    </div>
  )
}
