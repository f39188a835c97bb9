/** «Повторить прошлую неделю»: the week, the slots with a reason at each that is left out, and the button that writes. */

import type { Proposed } from '../../models/slots/repeatWeek'
import type { BoardModel } from '../../models/slots/slotBoard'
import { board, repeat as text } from '../../text/board.ru'
import { Button } from '../parts/Button'
import { SelectField } from '../parts/Field'
import { GoodNotice, TroubleNotice, Waiting } from '../parts/Notices'

export function RepeatWeek({ model }: { readonly model: BoardModel }) {
  const { caller, person, monday, proposal, count, result } = model.repeat
  const shown = result.value ?? proposal.value
  return (
    <main>
      <form
        class="dialog"
        onSubmit={(event) => {
          event.preventDefault()
          void model.repeat.write()
        }}
      >
        <div class="dialog-body narrow">
          <h1>{board.repeatOf(person.value?.name ?? '')}</h1>
          <SelectField
            id="repeat-week"
            label={text.week}
            value={monday.value}
            options={model.mondays.value.map((value) => ({ value, title: board.span(value) }))}
            onType={model.repeat.choose}
          />
          <p class="faint">{text.teach(monday.value)}</p>
          {caller.busy.value === 'look' && <Waiting>{text.loading}</Waiting>}
          {caller.busy.value === 'write' && <Waiting>{text.writing(count.value)}</Waiting>}
          <TroubleNotice caller={caller} />
          {result.value && <GoodNotice>{text.done(result.value.written)}</GoodNotice>}
          {shown && <Slots proposal={shown} written={result.value !== null} />}
        </div>
        <div class="dialog-bar">
          <Button id="repeat-back" onClick={model.repeat.close}>
            {text.back}
          </Button>
          {!result.value && (
            <Button look="primary" submit name="write" caller={caller} disabled={count.value === 0}>
              {text.write(count.value)}
            </Button>
          )}
        </div>
      </form>
    </main>
  )
}

function Slots({ proposal, written }: { readonly proposal: Proposed; readonly written: boolean }) {
  const { slots } = proposal
  if (slots.length === 0) return <p>{text.nothing}</p>
  return (
    <>
      {slots.every(({ why }) => why !== '') && !written && <p>{text.allTaken}</p>}
      <ul class="proposed" aria-label={text.list}>
        {slots.map(({ start, end, why }) => (
          <li key={start} class={why === '' ? undefined : 'left-out'}>
            <span>{text.slot(start, end)}</span>
            <span class={why === '' ? 'good-text' : 'faint'}>
              {why === '' ? (written ? text.written : text.ready) : text.not(why, written)}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
