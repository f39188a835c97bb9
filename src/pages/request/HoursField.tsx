/** Hours that somebody of the centre has free, by day, as a wish. */

import { useState } from 'preact/hooks'
import { formLimits } from '../../domain/intake/formLimits'
import { clock, dateWords, dayOfWeek } from '../../domain/text/russian'
import type { FormHour } from '../../rpc/formContract'
import { words } from './text.ru'

/** Days that are shown at first, and at each press more. */
const daysAtOnce = 4

interface Props {
  readonly hours: readonly FormHour[]
  readonly chosen: readonly string[]
  readonly onChoose: (chosen: readonly string[]) => void
}

export function HoursField({ hours, chosen, onChoose }: Props) {
  const [shown, setShown] = useState(daysAtOnce)
  const days = daysOf(hours)
  const isFull = chosen.length >= formLimits.hours
  const turn = (start: string) => onChoose(chosen.includes(start) ? chosen.filter((one) => one !== start) : [...chosen, start].sort())
  return (
    <fieldset aria-describedby="when-hint">
      <legend>{words.when}</legend>
      <p class="hint" id="when-hint">
        {words.whenHint(formLimits.hours)}
      </p>
      {days.slice(0, shown).map(([day, starts]) => (
        <div key={day} role="group" aria-label={`${dayOfWeek(day)} ${dateWords(day)}`}>
          <span class="day" aria-hidden="true">
            {dayOfWeek(day)} {dateWords(day)}
          </span>
          <div class="hours">
            {starts.map((start) => (
              <label key={start} class="choice">
                <input
                  type="checkbox"
                  checked={chosen.includes(start)}
                  disabled={isFull && !chosen.includes(start)}
                  onChange={() => turn(start)}
                />
                {clock(start)}
              </label>
            ))}
          </div>
        </div>
      ))}
      {days.length > shown && (
        <button type="button" class="second" onClick={() => setShown(shown + daysAtOnce)}>
          {words.moreHours}
        </button>
      )}
    </fieldset>
  )
}

function daysOf(hours: readonly FormHour[]): (readonly [day: string, starts: readonly string[]])[] {
  const days = [...new Set(hours.map(({ start }) => start.slice(0, 10)))]
  return days.map((day) => [day, hours.filter(({ start }) => start.startsWith(day)).map(({ start }) => start)] as const)
}
