/** A consultant's own board: a row a week, big enough to read without scrolling. */

import type { BoardRow } from '../../../domain/calendar/slotBoard'
import type { BoardModel } from '../../models/slots/slotBoard'
import { board as text } from '../../text/board.ru'
import { Button } from '../parts/Button'
import { DayCell, WeekSum } from './BoardCells'

export function OwnWeeks({ model, row }: { readonly model: BoardModel; readonly row: BoardRow }) {
  return (
    <div class="board-box">
      <table class="board own" aria-label={text.ownTable}>
        <tbody>
          {row.weeks.map((week) => {
            const id = `repeat-${week.monday}`
            return (
              <tr key={week.monday}>
                <th scope="row" class="who">
                  <span class="initials">{text.span(week.monday)}</span>
                  <WeekSum week={week} />
                  <Button
                    look="link"
                    id={id}
                    label={`${text.repeat} ${text.span(week.monday)}`}
                    onClick={() => model.repeat.open(row, week.monday, id)}
                  >
                    {text.repeat}
                  </Button>
                </th>
                {week.days.map((day) => (
                  <DayCell key={day.date} model={model} day={day} dated />
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
