/** Clients whose term is over: looked through, ticked off, forgotten by one press. */

import { fullDayTime } from '../../../domain/text/russian'
import type { DueClient } from '../../../rpc/personalContract'
import type { PersonalModel } from '../../models/personal/personal'
import { personal as text } from '../../models/personal/personal.ru'
import { Empty, GoodNotice, TroubleNotice, Waiting } from '../parts/Notices'
import { ForgetDone } from './ForgetDone'

export function PersonalDue({ model }: { readonly model: PersonalModel }) {
  const { due, finder, caller, picked } = model
  const list = due.value
  if (list === null) return finder.busy.value === '' ? null : <Waiting>{text.loading}</Waiting>
  if (list.clients.length === 0)
    return (
      <>
        <ForgetDone model={model} />
        <Empty title={list.months === 0 ? text.noTerm : text.noneDue}>
          <p>{list.months === 0 ? text.noTermHelp : text.noneDueHelp(list.months)}</p>
        </Empty>
      </>
    )
  const all = list.clients.map(({ id }) => id)
  return (
    <>
      <TroubleNotice caller={caller} />
      <ForgetDone model={model} />
      {model.kept.value && <GoodNotice>{text.seenDone}</GoodNotice>}
      <p>{text.due(list.months)}</p>
      <label>
        <input
          type="checkbox"
          id="due-all"
          checked={picked.value.length === all.length}
          onChange={() => model.pick(picked.value.length === all.length ? [] : all)}
        />
        {text.all}
      </label>
      <ul class="personal-due">
        {list.clients.map((client) => (
          <Line key={client.id} model={model} client={client} />
        ))}
      </ul>
    </>
  )
}

function Line({ model: { picked, pick, page }, client }: { readonly model: PersonalModel; readonly client: DueClient }) {
  const { id, organisation, last, withdrawn } = client
  const isPicked = picked.value.includes(id)
  const toggled = isPicked ? picked.value.filter((one) => one !== id) : [...picked.value, id]
  return (
    <li>
      <label>
        <input type="checkbox" id={`due-${id}`} checked={isPicked} onChange={() => pick(toggled)} />
        {text.alsoCard(id, organisation)}
      </label>
      <span class="faint">
        {[last && text.last(fullDayTime(last, page.clock.now.value)), withdrawn && text.withdrawn].filter(Boolean).join(' · ')}
      </span>
    </li>
  )
}
