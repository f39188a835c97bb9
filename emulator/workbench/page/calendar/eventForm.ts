/** The small window of one event: its title and times, saving, copying, deleting. */
import { el } from '../dom'
import { attempt } from '../head/toasts'
import { post } from '../requests'
import { removeEvent } from './removedEvents'

/** 'YYYY-MM-DDTHH:mm', or 'YYYY-MM-DD' for all-day. */
interface Times {
  readonly start: string
  readonly end: string
}

interface NewEvent extends Times {
  readonly path: string
}

interface KnownEvent extends NewEvent {
  readonly id: string
  readonly title: string
  readonly note: string
}

let lastTitle = 'ММ консультация'

export const newEvent = ({ path, start, end }: NewEvent): void => {
  const form = fields({ title: lastTitle, start, end })
  const create = async (): Promise<void> => {
    await post(path, form.values())
    lastTitle = form.values().title
  }
  show({ title: 'Новое событие', form, actions: [{ label: 'Создать', blue: true, run: create }] })
}

export const editEvent = (event: KnownEvent): void => {
  const address = `${event.path}/${encodeURIComponent(event.id)}`
  const form = fields(event)
  const save: Action = { label: 'Сохранить', blue: true, run: () => post(address, changed(event, form.values())) }
  const copy: Action = { label: 'Копия на завтра', run: () => post(`${address}/duplicate`, { start: dayLater(event.start) }) }
  show({
    title: 'Событие',
    form,
    actions: [{ label: 'Удалить', run: () => removeEvent({ address, title: event.title }) }, copy, save],
    note: event.note,
  })
}

const changed = (before: Times & { title: string }, after: Times & { title: string }): Partial<typeof after> => ({
  ...(after.title !== before.title && { title: after.title }),
  ...((after.start !== before.start || after.end !== before.end) && { start: after.start, end: after.end }),
})

const dayLater = (wall: string): string =>
  new Date(Date.parse(wall.length === 10 ? wall : `${wall}Z`) + 86_400_000).toISOString().slice(0, wall.length)

type Form = ReturnType<typeof fields>

const fields = ({ title, start, end }: Times & { title: string }) => {
  const name = el('input', { name: 'title', value: title, required: true })
  const type = start.length === 10 ? 'date' : 'datetime-local'
  const from = el('input', { name: 'start', type, value: start })
  const until = el('input', { name: 'end', type, value: end })
  const row = (label: string, input: HTMLInputElement): HTMLElement => el('label', {}, label, input)
  return {
    elements: [row('Название', name), row('Начало', from), row('Конец', until)],
    first: name,
    values: () => ({ title: name.value, start: from.value, end: until.value }),
  }
}

interface Action {
  readonly label: string
  readonly blue?: boolean
  readonly run: () => Promise<unknown>
}

interface Shown {
  readonly title: string
  readonly form: Form
  /** The last one is what Enter does. */
  readonly actions: readonly Action[]
  readonly note?: string
}

const show = ({ title, form, actions, note = '' }: Shown): void => {
  const done = (action: Action) => () => attempt(() => action.run().then(() => dialog.close()))
  const buttons = actions.map((action) =>
    el('button', { type: 'button', class: action.blue ? 'blue' : 'plain', onclick: done(action) }, action.label),
  )
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    buttons.at(-1)?.click()
  }
  const noteLine = note !== '' && el('p', { class: 'note' }, note)
  const row = el('div', { class: 'buttons' }, ...buttons, el('button', { type: 'submit', hidden: true }))
  const body = el('form', { onsubmit: submit }, el('h2', {}, title), ...form.elements, noteLine, row)
  const outside = (event: MouseEvent): void => {
    if (event.target === dialog) dialog.close()
  }
  const dialog = el('dialog', { class: 'eventForm', 'aria-label': title, onmousedown: outside }, body)
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
  form.first.select()
}
