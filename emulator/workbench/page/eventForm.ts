/** The small window of one event: its title and times, saving, copying, deleting. */
import { el } from './dom'
import { post } from './requests'
import { attempt, showToast } from './toasts'

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
  const save = async (): Promise<void> => {
    await post(path, form.values())
    lastTitle = form.values().title
  }
  show('Новое событие', form, [{ label: 'Создать', blue: true, run: save }])
}

export const editEvent = (event: KnownEvent): void => {
  const address = `${event.path}/${encodeURIComponent(event.id)}`
  const form = fields(event)
  const remove = async (): Promise<void> => {
    await post(`${address}/remove`)
    showToast(`Удалено: ${event.title}`, { action: { label: 'Вернуть', run: () => attempt(() => post(`${address}/restore`)) } })
  }
  show(
    'Событие',
    form,
    [
      { label: 'Удалить', run: remove },
      { label: 'Копия на следующий день', run: () => post(`${address}/duplicate`, { start: dayLater(event.start) }) },
      { label: 'Сохранить', blue: true, run: () => post(address, form.values()) },
    ],
    event.note,
  )
}

const dayLater = (wall: string): string => new Date(Date.parse(`${wall}Z`) + 86_400_000).toISOString().slice(0, 16)

const fields = ({ title, start, end }: Times & { title: string }) => {
  const name = el('input', { name: 'title', value: title, required: true })
  const from = el('input', { name: 'start', type: 'datetime-local', value: start, step: 900 })
  const until = el('input', { name: 'end', type: 'datetime-local', value: end, step: 900 })
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

const show = (title: string, form: ReturnType<typeof fields>, actions: readonly Action[], note = ''): void => {
  const done = (action: Action) => () => attempt(() => action.run().then(() => dialog.close()))
  const buttons = actions.map((action) =>
    el('button', { type: 'button', class: action.blue ? 'blue' : 'plain', onclick: done(action) }, action.label),
  )
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    buttons.at(-1)?.click()
  }
  const body = el(
    'form',
    { onsubmit: submit },
    el('h2', {}, title),
    ...form.elements,
    note !== '' && el('p', { class: 'note' }, note),
    el('div', { class: 'buttons' }, ...buttons),
    el('button', { type: 'submit', hidden: true }),
  )
  const dialog = el(
    'dialog',
    { class: 'eventForm', 'aria-label': title, onclick: (event) => event.target === dialog && dialog.close() },
    body,
  )
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
  form.first.select()
}
