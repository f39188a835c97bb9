/** «Закрытие недели»: the list, the card, and the one button that closes. */

import { Button } from '../components/Button'
import { BadNotice, Empty, GoodNotice, TroubleNotice, Waiting } from '../components/Notices'
import { WeekCardPane } from '../components/WeekCardPane'
import { WeekList } from '../components/WeekList'
import type { WeekModel } from '../models/week'
import { week as text } from '../text/dialogs.ru'

export function WeekScreen({ model }: { readonly model: WeekModel }) {
  const { week, finder, rows, selected } = model
  return (
    <main class="dialog week">
      <div class="dialog-top">
        <h1>
          {text.title} <span class="faint">{week.value && text.until(week.value.closesAt, model.page.clock.now.value)}</span>
        </h1>
        <TroubleNotice caller={finder} />
        <Result model={model} />
        {week.value === null && finder.busy.value !== '' && <Waiting>{text.loading}</Waiting>}
      </div>
      {week.value && rows.value.length === 0 && <Empty title={text.emptyTitle}>{<p>{text.empty}</p>}</Empty>}
      {rows.value.length > 0 && (
        <div class={`week-both${finder.busy.value === '' ? '' : ' stale'}`}>
          <WeekList model={model} />
          {selected.value && <WeekCardPane key={selected.value.card.deal.id} model={model} row={selected.value} />}
        </div>
      )}
      {rows.value.length > 0 && <CloseBar model={model} />}
    </main>
  )
}

function CloseBar({ model }: { readonly model: WeekModel }) {
  const { won, feedback } = model.counts.value
  const left = model.week.value?.incomplete.length ?? 0
  const closing = model.caller.busy.value !== ''
  return (
    <div class="dialog-bar">
      <TroubleNotice caller={model.caller} />
      <span class="faint">{closing ? text.closing(won + feedback) : left > 0 ? text.notReady(left) : ''}</span>
      <Button look="primary" name="close" caller={model.caller} disabled={won + feedback === 0} onClick={() => void model.close()}>
        {text.close(won, feedback)}
      </Button>
    </div>
  )
}

function Result({ model }: { readonly model: WeekModel }) {
  const result = model.result.value
  if (!result) return null
  return (
    <>
      {result.closed + result.asked > 0 && (
        <GoodNotice quiet={model.letters.told.value}>{text.closed(result.closed, result.asked)}</GoodNotice>
      )}
      {result.refused.length > 0 && (
        <BadNotice>
          {text.refused(result.refused.length)}
          <ul>
            {result.refused.map((one) => (
              <li key={one.id}>
                {text.number(one.id)}: {one.sentence}
              </li>
            ))}
          </ul>
        </BadNotice>
      )}
    </>
  )
}
