/** Cells of the slot board: what stands in a day, and a week's sums in words. */

import type { BoardDay, BoardEvent, BoardWeek } from '../../../domain/calendar/slotBoard'
import { dateOf } from '../../../domain/time/localTime'
import { type BoardModel, isShort } from '../../models/slots/slotBoard'
import { board as text } from '../../text/board.ru'

interface DayProps {
  readonly model: BoardModel
  readonly day: BoardDay
  /** Said in the cell itself where no heading says it. */
  readonly dated?: boolean
}

export function DayCell({ model, day, dated = false }: DayProps) {
  return (
    <td class={dayLook(model, day)}>
      {dated && <DayName model={model} day={day} />}
      {day.events.map((event) => (
        <Event key={`${event.start} ${event.organisation}`} event={event} />
      ))}
      {day.absent !== '' && <span class="away">{day.absent}</span>}
    </td>
  )
}

export function DayName({ model, day }: DayProps) {
  return (
    <span class="day-name">
      {text.day(day.date)}
      {isToday(model, day) && <span class="now-day"> {text.today}</span>}
      {!day.isWorking && <span class="small"> {text.dayOff}</span>}
    </span>
  )
}

export function dayLook(model: BoardModel, day: BoardDay): string {
  const now = model.page.clock.now.value
  return [
    'day',
    day.isWorking ? '' : 'off',
    day.absent === '' ? '' : 'gone',
    isToday(model, day) ? 'now' : '',
    day.date < now.slice(0, 10) ? 'past' : '',
  ]
    .filter(Boolean)
    .join(' ')
}

function isToday(model: BoardModel, day: BoardDay): boolean {
  return day.date === dateOf(model.page.clock.now.value)
}

function Event({ event }: { readonly event: BoardEvent }) {
  return (
    <div class={event.organisation === '' ? 'event' : 'event booked'}>
      <span class="hours">{text.hours(event)}</span>{' '}
      <span class="what" title={event.organisation}>
        {event.busy ?? (event.organisation || text.free)}
      </span>
    </div>
  )
}

export function WeekSum({ week }: { readonly week: BoardWeek }) {
  const advice = text.advice(week)
  return (
    <>
      <strong>{text.offered(week)}</strong>
      {isShort(week) && <span class="lacks">{text.lacks(week)}</span>}
      {advice !== '' && <span class="detail">{advice}</span>}
      <span class="detail">{text.held(week)}</span>
    </>
  )
}
