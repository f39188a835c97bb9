/** The small window of one event: its fields, guests, saving, copying, cutting, deleting. */
import type { EventView } from '../../wire'
import { el } from '../dom'
import { attempt } from '../head/toasts'
import { post } from '../requests'
import { changedFields, eventFields, type Fields } from './eventFields'
import { guestList } from './eventGuests'
import { refusalField } from './eventRefusal'
import { scopeField } from './eventScope'
import { removeEvent } from './removedEvents'

interface NewEvent {
  readonly path: string
  /** 'YYYY-MM-DDTHH:mm', or 'YYYY-MM-DD' for all-day. */
  readonly start: string
  readonly end: string
  /** Of the person who sits here, '' = none. */
  readonly initials: string
}

/** A consultant offers an hour of their own; others write whose it is. */
export const newEvent = ({ path, start, end, initials }: NewEvent): void => {
  const fields = eventFields({ title: `${initials || 'ММ'} консультация`, start, end })
  const create = () => post(path, fields.values())
  show({ title: 'Новое событие', fields, parts: [], actions: [{ label: 'Создать', blue: true, run: create }] })
}

export const editEvent = (path: string, event: EventView): void => {
  const address = `${path}/${encodeURIComponent(event.id)}`
  const fields = eventFields(event)
  const scope = event.recurring ? scopeField() : null
  const chosen = () => (scope === null ? {} : { scope: scope.value() })
  const tomorrow = { start: dayLater(event.start) }
  const save = () => post(address, { ...changedFields(fields, event), ...chosen() })
  show({
    title: 'Событие',
    fields,
    parts: [
      event.organizer !== '' && el('p', { class: 'note' }, `Приглашение от ${event.organizer}: название и время меняет только он.`),
      scope?.element ?? false,
      guestList(address, event.guests),
    ],
    more: {
      fields: [refusalField(address, event.refusal)],
      open: event.refusal !== 0,
      actions: [
        { label: 'Копия без меток программы', run: () => post(`${address}/duplicate`, { ...tomorrow, withPrivate: false }) },
        { label: 'Вырезать и вставить на завтра', run: () => post(`${address}/cut`, tomorrow) },
      ],
    },
    actions: [
      { label: 'Удалить', run: () => removeEvent({ address, title: event.title }, chosen()) },
      { label: 'Копия на завтра', run: () => post(`${address}/duplicate`, tomorrow) },
      { label: 'Сохранить', blue: true, run: save },
    ],
  })
}

const dayLater = (wall: string): string =>
  new Date(Date.parse(wall.length === 10 ? wall : `${wall}Z`) + 86_400_000).toISOString().slice(0, wall.length)

interface Action {
  readonly label: string
  readonly blue?: boolean
  readonly run: () => Promise<unknown>
}

interface Shown {
  readonly title: string
  readonly fields: Fields
  /** Below the fields. */
  readonly parts: readonly (HTMLElement | false)[]
  /** Folded away: what is done seldom. */
  readonly more?: { readonly open: boolean; readonly fields: readonly HTMLElement[]; readonly actions: readonly Action[] }
  /** The last one is what Enter does. */
  readonly actions: readonly Action[]
}

const show = ({ title, fields, parts, more, actions }: Shown): void => {
  const done = (action: Action) => () => attempt(() => action.run().then(() => dialog.close()))
  const button = (action: Action): HTMLElement =>
    el('button', { type: 'button', class: action.blue ? 'blue' : 'plain', onclick: done(action) }, action.label)
  const buttons = actions.map(button)
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    buttons.at(-1)?.click()
  }
  const rest = more && folded(more.open, [...more.fields, el('div', { class: 'moreButtons' }, ...more.actions.map(button))])
  const row = el('div', { class: 'buttons' }, ...buttons, el('button', { type: 'submit', hidden: true }))
  const body = el('form', { onsubmit: submit }, el('h2', {}, title), ...fields.elements, ...parts, rest ?? false, row)
  const outside = (event: MouseEvent): void => {
    if (event.target === dialog) dialog.close()
  }
  const dialog = el('dialog', { class: 'eventForm', 'aria-label': title, onmousedown: outside }, body)
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
  fields.first.select()
}

const folded = (open: boolean, parts: readonly HTMLElement[]): HTMLElement =>
  el('details', { open }, el('summary', {}, 'Ещё: копия без меток, вырезать, отказ Google'), ...parts)
