/** «Доступ…»: who may do what in the calendar, and which of two ways Google goes where its documentation is silent. */
import type { CalendarSetView } from '../../wire'
import { el } from '../dom'
import { attempt } from '../head/toasts'
import { get, post } from '../requests'
import { select } from './formParts'

type Choices = readonly (readonly [string, string])[]

const roles: Choices = [
  ['owner', 'Владелец'],
  ['writer', 'Меняет события'],
  ['writerWithoutPrivateAccess', 'Меняет, личных не видит'],
  ['reader', 'Только смотрит'],
  ['freeBusyReader', 'Видит только занятость'],
  ['none', 'Нет доступа'],
]

/** What is asked about Google, and its two answers. */
const ways: Readonly<Record<string, readonly [question: string, choices: Choices]>> = {
  instanceIds: [
    'Номера повторяющихся событий',
    [
      ['start', 'как сейчас'],
      ['opaque', 'новые, без времени внутри'],
    ],
  ],
  cutExceptions: [
    '«Это и следующие»: правки дальше',
    [
      ['lost', 'пропадают'],
      ['carried', 'переходят'],
    ],
  ],
  sharedPatch: [
    'Чужое приглашение менять',
    [
      ['refused', 'нельзя: 403'],
      ['ownCopy', 'можно свою копию'],
    ],
  ],
  cancelledEvents: [
    'Удалённые события в списках',
    [
      ['asked', 'только когда спросили'],
      ['always', 'всегда'],
    ],
  ],
  foreignToken: [
    'Чужая метка сверки',
    [
      ['400', 'ошибка 400'],
      ['410', 'ошибка 410'],
    ],
  ],
  madeRecurring: [
    'Событие стало повторяться',
    [
      ['silent', 'старый номер молча исчез'],
      ['told', 'сверка сообщает об этом'],
    ],
  ],
}

export const calendarSetButton = (calendarId: string): HTMLElement => {
  const path = `/calendars/${encodeURIComponent(calendarId)}`
  const open = (): void => attempt(async () => show(path, await get<CalendarSetView>(`${path}/set`)))
  return el('button', { class: 'plain', onclick: open }, 'Доступ…')
}

const show = (path: string, view: CalendarSetView): void => {
  const close = { type: 'button', class: 'blue', onclick: () => dialog.close() }
  const body = el(
    'form',
    { method: 'dialog' },
    el('h2', {}, 'Доступ к календарю'),
    el('ul', { class: 'guests access' }, ...view.access.map((person) => accessLine(path, person))),
    el('details', {}, el('summary', {}, 'Как поведёт себя Google'), ...Object.keys(ways).map((name) => wayLine(path, name, view.rules))),
    el('div', { class: 'buttons' }, el('button', close, 'Готово')),
  )
  const dialog = el('dialog', { class: 'eventForm', 'aria-label': 'Доступ к календарю' }, body)
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
}

const accessLine = (path: string, { email, name, role }: CalendarSetView['access'][number]): HTMLElement => {
  const choice = select('role', roles, role)
  choice.setAttribute('aria-label', `Доступ: ${name}`)
  choice.addEventListener('change', () => attempt(() => post(`${path}/access`, { email, role: choice.value })))
  return el('li', {}, el('span', { title: email }, name), choice)
}

const wayLine = (path: string, name: string, rules: CalendarSetView['rules']): HTMLElement => {
  const [question, choices] = ways[name] ?? ['', []]
  const choice = select(name, choices, String(rules[name]))
  const value = () => (/^\d+$/.test(choice.value) ? Number(choice.value) : choice.value)
  choice.addEventListener('change', () => attempt(() => post(`${path}/rules`, { [name]: value() })))
  return el('label', {}, question, choice)
}
