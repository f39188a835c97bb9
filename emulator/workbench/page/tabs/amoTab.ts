/** «amoCRM»: the board of stages beside the desk, and the card where one edits as its users do. */
import type { AmoLeadView, AmoView } from '../../bench/amoView'
import { el, fill } from '../dom'
import { attempt } from '../head/toasts'
import { get, post } from '../requests'
import type { Store } from '../store'
import { texts } from '../text.ru'

export const mountAmoTab = (panel: HTMLElement, store: Store): void => {
  const user = el('select', { id: 'amoUser' })
  const about = el('span', { class: 'hint' })
  const board = el('div', { class: 'amoBoard' })
  const card = el('div', { class: 'amoCard' })
  let view: AmoView | null = null
  let chosen = 0
  const load = async (): Promise<void> => {
    view = await get<AmoView | null>('/amocrm')
    draw()
  }
  const act = (path: string, body: object = {}): void =>
    attempt(async () => {
      await post(`/amocrm/${path}`, body)
      await load()
    })
  const form = el('button', { type: 'button', class: 'plain', onclick: () => act('form') }, texts.amo.form)
  const draw = (): void => {
    about.textContent = view === null ? texts.amo.absent : texts.amo.connect(view)
    fillUsers(user, view)
    fill(
      board,
      view === null ? [] : view.stages.map(({ id, name }) => column(name, view?.leads.filter(({ status }) => status === id) ?? [], choose)),
    )
    const lead = view?.leads.find(({ id }) => id === chosen)
    fill(
      card,
      view === null || lead === undefined
        ? [el('p', { class: 'hint' }, texts.amo.choose)]
        : [cardOf(view, lead, (path, body) => act(path, { ...body, user: user.value }))],
    )
  }
  const choose = (id: number): void => {
    chosen = id
    draw()
  }
  panel.append(
    el('div', { class: 'listHead' }, el('label', { for: 'amoUser' }, texts.amo.whose), user, form, about),
    el('div', { class: 'scroll amoColumns' }, board, card),
  )
  let revision = 0
  store.watch(({ summary, tab }) => {
    if (tab !== 'amocrm' || summary.revision === revision) return
    revision = summary.revision
    attempt(load)
  })
}

const fillUsers = (select: HTMLSelectElement, view: AmoView | null): void => {
  const chosen = select.value
  fill(
    select,
    (view?.users ?? []).map(({ id, name }) => el('option', { value: id }, name)),
  )
  if (view?.users.some(({ id }) => String(id) === chosen) === true) select.value = chosen
}

const column = (title: string, leads: readonly AmoLeadView[], choose: (id: number) => void): HTMLElement =>
  el(
    'section',
    { 'aria-label': title },
    el('h3', {}, `${title} · ${leads.length}`),
    ...leads.map((lead) =>
      el('button', { type: 'button', class: 'amoLead', onclick: () => choose(lead.id) }, lead.company || lead.name || String(lead.id)),
    ),
  )

const cardOf = (view: AmoView, lead: AmoLeadView, act: (path: string, body: object) => void): HTMLElement => {
  const stage = el(
    'select',
    { id: 'amoStage' },
    ...view.stages.map(({ id, name }) => el('option', { value: id, selected: id === lead.status }, name)),
  )
  const inputs = view.fields.map(({ name, words }, index) => ({ name, input: inputOf(`amoField${index}`, lead.fields[name] ?? '', words) }))
  const note = el('textarea', { id: 'amoNote', rows: 2 })
  const save = (event: Event): void => {
    event.preventDefault()
    act(`leads/${lead.id}`, {
      status: Number(stage.value),
      note: note.value,
      fields: Object.fromEntries(inputs.map(({ name, input }) => [name, input.value])),
    })
  }
  return el(
    'form',
    { onsubmit: save },
    el('h3', {}, lead.company || lead.name),
    el('p', { class: 'hint' }, `№ ${lead.id} · ${lead.name} · ${lead.contact}`),
    el('label', { for: 'amoStage' }, texts.amo.stage),
    stage,
    ...inputs.flatMap(({ name, input }) => [el('label', { for: input.id }, name), input]),
    el('label', { for: 'amoNote' }, texts.amo.note),
    note,
    el(
      'div',
      { class: 'amoButtons' },
      el('button', { type: 'submit', class: 'blue' }, texts.amo.save),
      el('button', { type: 'button', class: 'plain', onclick: () => act(`leads/${lead.id}/remove`, {}) }, texts.amo.remove),
    ),
    ...lead.notes.map((text) => el('p', { class: 'planfixComment' }, text)),
  )
}

const inputOf = (id: string, value: string, words: readonly string[] | null): HTMLInputElement | HTMLSelectElement => {
  if (words === null) return el('input', { id, value })
  return el('select', { id }, ...['', ...words].map((word) => el('option', { value: word, selected: word === value }, word)))
}
