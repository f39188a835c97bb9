/** The whole board: rows consultants, columns the days of three weeks; names and headings stay while it scrolls. */

import type { BoardRow, BoardWeek } from '../../../domain/calendar/slotBoard'
import { type BoardModel, shortWeeks } from '../../models/slots/slotBoard'
import { board as text } from '../../text/board.ru'
import { common } from '../../text/common.ru'
import { Button } from '../parts/Button'
import { DayCell, DayName, dayLook, WeekSum } from './BoardCells'

interface Props {
  readonly model: BoardModel
}

export function BoardTable({ model }: Props) {
  const rows = model.rows.value
  return (
    // A place that scrolls has to be reachable by the keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: as above
    <section class="board-box" tabIndex={0} aria-label={text.table}>
      <table class="board">
        <thead>
          <Weeks weeks={rows[0]?.weeks ?? []} />
          <Days model={model} weeks={rows[0]?.weeks ?? []} />
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.initials} model={model} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Weeks({ weeks }: { readonly weeks: readonly BoardWeek[] }) {
  return (
    <tr class="weeks">
      <th scope="col" rowSpan={2} class="who">
        {text.consultant}
      </th>
      {weeks.map(({ monday }) => (
        <th key={monday} id={`week-${monday}`} scope="colgroup" colSpan={8}>
          <span>{text.span(monday)}</span>
        </th>
      ))}
    </tr>
  )
}

function Days({ model, weeks }: Props & { readonly weeks: readonly BoardWeek[] }) {
  return (
    <tr class="days">
      {weeks.flatMap(({ monday, days }) => [
        <th key={monday} scope="col" class="sum">
          {text.sum}
        </th>,
        ...days.map((day) => (
          <th key={day.date} id={`day-${day.date}`} scope="col" class={dayLook(model, { ...day, absent: '' })}>
            <DayName model={model} day={day} />
          </th>
        )),
      ])}
    </tr>
  )
}

function Row({ model, row }: Props & { readonly row: BoardRow }) {
  const short = shortWeeks(row)
  const id = `repeat-${row.initials}`
  return (
    <tr class={row.mine ? 'mine' : undefined}>
      <th scope="row" class="who">
        <span class="initials">{row.initials}</span> {row.name}
        {row.external && <span class="faint"> · {common.external}</span>}
        {short.length > 0 && (
          <span class="lacks">
            {text.short(
              short.map(({ monday }) => monday),
              short.length === row.weeks.length,
            )}
          </span>
        )}
        {model.mayRepeat(row) && (
          <Button look="link" id={id} label={`${text.repeatShort}: ${row.name}`} onClick={() => model.repeat.open(row, null, id)}>
            {text.repeatShort}
          </Button>
        )}
      </th>
      {row.weeks.flatMap((week) => [
        <td key={week.monday} class="sum">
          <WeekSum week={week} />
        </td>,
        ...week.days.map((day) => <DayCell key={day.date} model={model} day={day} />),
      ])}
    </tr>
  )
}
