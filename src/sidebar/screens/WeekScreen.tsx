/** «Закрытие недели»: the list, the card, and the one button that closes. */

import type { StayedCard } from '../../rpc/contract'
import { Button } from '../components/parts/Button'
import { BadNotice, Empty, GoodNotice, TroubleNotice, Waiting } from '../components/parts/Notices'
import { WeekCardPane } from '../components/week/WeekCardPane'
import { WeekList } from '../components/week/WeekList'
import type { WeekModel } from '../models/dialogs/week'
import { common } from '../text/common.ru'
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
      {rows.value.length > 0 ? <CloseBar model={model} /> : <LeaveBar model={model} />}
    </main>
  )
}

function CloseBar({ model }: { readonly model: WeekModel }) {
  const { won, feedback } = model.counts.value
  const left = model.week.value?.incomplete.length ?? 0
  const closing = model.caller.busy.value === 'close'
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

/** Beside «Закрыть 10» it would be pressed by mistake. */
function LeaveBar({ model }: { readonly model: WeekModel }) {
  return (
    <div class="dialog-bar">
      <Button onClick={() => model.page.transport.close()}>{common.close}</Button>
    </div>
  )
}

function Result({ model }: { readonly model: WeekModel }) {
  const result = model.result.value
  const undone = model.undone.value
  return (
    <>
      {result && result.undo.length > 0 && (
        <GoodNotice quiet={model.letters.told.value}>
          {text.closed(result)}.{' '}
          <Button look="link" name="undo" caller={model.caller} onClick={() => void model.undo()}>
            {text.undo}
          </Button>
        </GoodNotice>
      )}
      {undone && undone.undone > 0 && <GoodNotice>{text.undone(undone.undone)}</GoodNotice>}
      {result && <Stayed title={text.refused} cards={result.refused} />}
      {undone && <Stayed title={text.notUndone} cards={undone.refused} />}
    </>
  )
}

/** Cards that stayed as they were, by reason. */
function Stayed({ title, cards }: { readonly title: (n: number) => string; readonly cards: readonly StayedCard[] }) {
  if (cards.length === 0) return null
  const reasons = [...new Set(cards.map(({ sentence }) => sentence))]
  return (
    <BadNotice>
      {title(cards.length)}
      <ul>
        {reasons.map((reason) => (
          <li key={reason}>
            {text.numbers(cards.filter(({ sentence }) => sentence === reason).map(({ id }) => id))}: {reason}
          </li>
        ))}
      </ul>
    </BadNotice>
  )
}
