/** Where to go on the board: its weeks, and on a phone, where a day or two is seen, the days of the week gone to. */

import { useSignal } from '@preact/signals'
import type { LocalDate } from '../../../domain/time/localTime'
import type { BoardModel } from '../../models/slots/slotBoard'
import { board as text } from '../../text/board.ru'
import { Button } from '../parts/Button'

export function BoardNav({ model }: { readonly model: BoardModel }) {
  const week = useSignal(0)
  return (
    <>
      <nav class="row small" aria-label={text.toWeek}>
        {model.mondays.value.map((monday, at) => (
          <Button
            key={monday}
            look="link"
            onClick={() => {
              week.value = at
              goTo(`week-${monday}`)
            }}
          >
            {text.from(monday)}
          </Button>
        ))}
      </nav>
      <nav class="row small to-day" aria-label={text.toDay}>
        {daysOf(model, week.value).map((date) => (
          <Button key={date} look="link" onClick={() => goTo(`day-${date}`)}>
            {text.day(date)}
          </Button>
        ))}
      </nav>
    </>
  )
}

/** Working days, and those off with something in them. */
function daysOf({ rows }: BoardModel, week: number): LocalDate[] {
  const days = rows.value.flatMap(({ weeks }) => weeks[week]?.days ?? [])
  return [...new Set(days.filter(({ isWorking, events }) => isWorking || events.length > 0).map(({ date }) => date))].sort()
}

function goTo(id: string): void {
  document.getElementById(id)?.scrollIntoView({ inline: 'start', block: 'nearest' })
}
