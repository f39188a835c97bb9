/** Left side of the week's closing: all cards by what can be done with them, walked with the arrows. */

import { dayTime, shortName } from '../../../domain/text/russian'
import { type WeekGroup, type WeekModel, type WeekRow, weekGroups } from '../../models/dialogs/week'
import { nameOf } from '../../models/page/page'
import { week as text } from '../../text/dialogs.ru'

export function WeekList({ model }: { readonly model: WeekModel }) {
  const selected = model.selected.value?.card.deal.id
  const steps: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 }
  return (
    <div
      class="week-list"
      id="week-list"
      role="listbox"
      tabIndex={0}
      aria-label={text.list}
      aria-activedescendant={selected === undefined ? undefined : `week-${selected}`}
      onKeyDown={(event) => {
        const step = steps[event.key]
        if (step) {
          event.preventDefault()
          model.move(step)
          document.getElementById(`week-${model.selected.value?.card.deal.id}`)?.scrollIntoView({ block: 'nearest' })
        }
        if (event.key === 'Enter') model.enter()
      }}
    >
      {weekGroups.map((group) => (
        <Group key={group} model={model} group={group} />
      ))}
    </div>
  )
}

function Group({ model, group }: { readonly model: WeekModel; readonly group: WeekGroup }) {
  const rows = model.rows.value.filter((row) => row.group === group)
  if (rows.length === 0) return null
  return (
    <div role="group" aria-label={text.groups[group]} class={`week-group ${group}`}>
      <div class="group-name" aria-hidden="true">
        {text.groups[group]}{' '}
        <span class="faint">
          {rows.length}
          {group === 'incomplete' && ` · ${text.whose(byConsultant(rows))}`}
        </span>
      </div>
      {rows.map((row) => (
        <Row key={row.card.deal.id} model={model} row={row} />
      ))}
    </div>
  )
}

/** K4: who is to be asked for what is missing, the most cards first. */
function byConsultant(rows: readonly WeekRow[]): (readonly [initials: string, n: number])[] {
  const counts = new Map<string, number>()
  for (const { card } of rows) counts.set(card.deal.consultant, (counts.get(card.deal.consultant) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])
}

function Row({ model, row }: { readonly model: WeekModel; readonly row: WeekRow }) {
  const { deal, missing } = row.card
  const chosen = model.selected.value?.card.deal.id === deal.id
  const choice = model.choiceOf(row)
  const now = model.page.clock.now.value || (model.week.value?.closesAt ?? '')
  return (
    <div
      role="option"
      id={`week-${deal.id}`}
      tabIndex={-1}
      aria-selected={chosen}
      class="week-row"
      onClick={() => model.select(row)}
      onKeyDown={undefined}
    >
      <span class="number">{deal.id}</span>
      <span class="who">
        <span class="name">{deal.organisation || deal.contact}</span>
        <span class="detail">{text.held(deal.start ? dayTime(deal.start, now) : '', shortName(nameOf(model.page, deal.consultant)))}</span>
        {missing.length > 0 && <Lacks model={model} row={row} />}
      </span>
      {missing.length === 0 && <span class={`choice ${choice}`}>{text.choices[choice]}</span>}
    </div>
  )
}

function Lacks({ model, row }: { readonly model: WeekModel; readonly row: WeekRow }) {
  const { deal, missing } = row.card
  const save = model.saves.value[deal.id]
  if (save === 'going') return <span class="lacks saving">{text.saving}</span>
  const titles = text.lacks(missing.map((field) => field.title))
  return <span class={`lacks${save === 'failed' ? ' bad-text' : ''}`}>{save === 'failed' ? text.notSaved(titles) : titles}</span>
}
