/** One week of hours, thumb-sized; days off are grey and narrow. */

import type { GridDay, GridWeek } from '../../../domain/calendar/grid/ownGrid'
import { clock, weekWords } from '../../../domain/text/russian'
import type { Desk } from '../../models/page/desk'
import { type Cell, weekLook } from '../../models/pocket/weekLook'
import { marks as text } from '../../text/pocket.ru'

interface Props {
  readonly desk: Desk
  readonly week: GridWeek
}

export function WeekGrid({ desk, week }: Props) {
  const { rows } = weekLook(week, desk.marks.taps.value, desk.page.clock.now.value)
  const isEmpty = week.days.map(({ off }, day) => off !== '' && rows.every(({ cells }) => (cells[day] ?? []).length === 0))
  return (
    <table class="marks" aria-label={weekWords(week.monday)}>
      <thead>
        <tr>
          <th scope="col" class="hour">
            <span class="hidden-words">{text.hour}</span>
          </th>
          {week.days.map((day, at) => (
            <DayHead key={day.date} day={day} isEmpty={isEmpty[at] === true} isToday={desk.page.clock.now.value.startsWith(day.date)} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ hour, cells }) => (
          <tr key={hour}>
            <th scope="row" class="hour">
              {hour}
            </th>
            {cells.map((own, day) => (
              <td key={week.days[day]?.date} class={week.days[day]?.off === '' ? undefined : 'off'}>
                {own.map((cell) => (
                  <Hour key={cell.start} desk={desk} cell={cell} />
                ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function DayHead({ day, isEmpty, isToday }: { readonly day: GridDay; readonly isEmpty: boolean; readonly isToday: boolean }) {
  const [name, number] = text.day(day.date).split(' ')
  return (
    <th
      scope="col"
      class={`${isEmpty ? 'narrow ' : ''}${day.off === '' ? '' : 'off'}`}
      title={day.off === '' ? undefined : text.dayOff(day.date, day.off)}
    >
      <span class={isToday ? 'is-today' : undefined}>
        {name}
        <br />
        {number}
      </span>
      {day.off !== '' && <span class="hidden-words">{day.off}</span>}
    </th>
  )
}

const signs: Partial<Readonly<Record<Cell['kind'], string>>> = {
  free: '✓',
  kept: '✓',
  held: '✓',
  booked: '●',
  busy: '–',
  offer: '+',
  take: '×',
}

function Hour({ desk, cell }: { readonly desk: Desk; readonly cell: Cell }) {
  const { kind, what, start, tap } = cell
  const words = text.cell(start, kind, what)
  const sign = start.endsWith(':00') ? (signs[kind] ?? '') : clock(start)
  const isWaiting = desk.marks.progress.value !== ''
  if (tap === null)
    return (
      <span class={`mark ${kind}`} role="img" aria-label={words} title={words}>
        {sign}
      </span>
    )
  return (
    <button
      type="button"
      class={`mark ${kind}`}
      aria-label={words}
      aria-pressed={kind === 'free' || kind === 'offer'}
      disabled={isWaiting}
      onClick={() => desk.marks.tap(tap, { start, end: cell.end })}
    >
      {sign}
    </button>
  )
}
