/** «Отметить слоты»: the weeks by the hour; a tap offers or takes back, the norm on top of each, one button saves. */

import type { GridWeek } from '../../../domain/calendar/grid/ownGrid'
import { offeredIn } from '../../../domain/calendar/grid/taps'
import { weekWords } from '../../../domain/text/russian'
import type { Desk } from '../../models/page/desk'
import { weekLook } from '../../models/pocket/weekLook'
import { marks as text } from '../../text/pocket.ru'
import { Button } from '../parts/Button'
import { GoodNotice, TroubleNotice, Waiting } from '../parts/Notices'
import { WeekGrid } from './WeekGrid'

export function MarkSlots({ desk }: { readonly desk: Desk }) {
  const { finder, caller, grid, count, done, refused } = desk.marks
  const now = desk.page.clock.now.value
  return (
    <>
      <p class="faint">{text.teach}</p>
      <TroubleNotice caller={finder} />
      {grid.value === null && finder.busy.value !== '' && <Waiting>{text.loading}</Waiting>}
      {(grid.value?.weeks ?? [])
        .filter((week) => !weekLook(week, desk.marks.taps.value, now).isOver)
        .map((week) => (
          <Week key={week.monday} desk={desk} week={week} />
        ))}
      {grid.value !== null && <Legend />}
      {(count.value > 0 || done.value !== null || refused.value.length > 0) && (
        <div class="bar">
          <TroubleNotice caller={caller} />
          <Done desk={desk} />
          {count.value > 0 && <Save desk={desk} />}
        </div>
      )}
    </>
  )
}

/** What was done, with its way back; and what was not, by name. */
function Done({ desk }: { readonly desk: Desk }) {
  const { done, refused, caller } = desk.marks
  const did = done.value
  return (
    <>
      {did !== null && (
        <GoodNotice>
          {text.saved(did.offer.length, did.take.length)}
          <Button look="link" name="save" caller={caller} onClick={() => void desk.marks.undo()}>
            {text.undo}
          </Button>
        </GoodNotice>
      )}
      {refused.value.length > 0 && (
        <div class="notice ask marks-refused" role="status">
          <div>
            {text.refused}
            <ul>
              {refused.value.map(({ start, why }) => (
                <li key={start + why}>{text.refusedHour(start, why)}</li>
              ))}
            </ul>
          </div>
        </div>
      )}
    </>
  )
}

function Week({ desk, week }: { readonly desk: Desk; readonly week: GridWeek }) {
  const { taps, likeLast, repeat, progress } = desk.marks
  const offered = offeredIn(week, taps.value)
  const like = likeLast(week.monday)
  return (
    <section class="mark-week" aria-label={weekWords(week.monday)}>
      <div class="row between">
        <h2>{weekWords(week.monday)}</h2>
        <span class={offered >= week.norm ? 'good-text' : 'amber-text'} aria-live="polite">
          <strong class="norm">{text.norm(offered, week.norm)}</strong> {week.norm > 0 && text.lacks(week.norm - offered)}
        </span>
      </div>
      <WeekGrid desk={desk} week={week} />
      {like.length > 0 && progress.value === '' && (
        <Button look="link" onClick={() => repeat(week.monday)}>
          {text.like}
          <span class="faint"> +{like.length}</span>
        </Button>
      )}
    </section>
  )
}

function Legend() {
  return (
    <ul class="legend">
      {(Object.keys(text.legend) as (keyof typeof text.legend)[]).map((kind) => (
        <li key={kind}>
          <span class={`mark ${kind}`} aria-hidden="true" />
          {text.legend[kind]}
        </li>
      ))}
    </ul>
  )
}

function Save({ desk }: { readonly desk: Desk }) {
  const { caller, taps, progress, save, forget } = desk.marks
  const { offer, take } = taps.value
  return (
    <>
      <span class="unsaved" aria-live="polite">
        {progress.value || text.waits(offer.length, take.length)}
      </span>
      <Button look="primary" name="save" caller={caller} onClick={() => void save()}>
        {text.save}
      </Button>
      <Button look="link" disabled={progress.value !== ''} onClick={forget}>
        {text.forget}
      </Button>
    </>
  )
}
