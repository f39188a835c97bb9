/** The fields of one event: title and times, then place, notes, colour, who sees it, how it repeats. */
import type { EventView } from '../../wire'
import { el } from '../dom'

type Given = Pick<EventView, 'title' | 'start' | 'end'> & Partial<EventView>

export interface Values {
  readonly title: string
  readonly start: string
  readonly end: string
  readonly location: string
  readonly description: string
  readonly colour: string
  readonly visibility: string
  readonly rule: string
}

export interface Fields {
  readonly elements: readonly HTMLElement[]
  readonly first: HTMLInputElement
  readonly values: () => Values
}

/** Google's own names of the eleven colours. */
const colours: readonly (readonly [string, string])[] = [
  ['', 'Как у календаря'],
  ['11', 'Помидор'],
  ['4', 'Фламинго'],
  ['6', 'Мандарин'],
  ['5', 'Банан'],
  ['2', 'Шалфей'],
  ['10', 'Базилик'],
  ['7', 'Павлин'],
  ['9', 'Черника'],
  ['1', 'Лаванда'],
  ['3', 'Виноград'],
  ['8', 'Графит'],
]

const visibilities: readonly (readonly [string, string])[] = [
  ['', 'Всем, у кого есть доступ'],
  ['private', 'Личное: другим только время'],
  ['public', 'Открытое'],
]

const rules: readonly (readonly [string, string])[] = [
  ['', 'Не повторяется'],
  ['RRULE:FREQ=DAILY', 'Каждый день'],
  ['RRULE:FREQ=WEEKLY', 'Каждую неделю'],
  ['RRULE:FREQ=WEEKLY;INTERVAL=2', 'Раз в две недели'],
  ['RRULE:FREQ=MONTHLY', 'Каждый месяц'],
]

export const eventFields = (given: Given): Fields => {
  const type = given.start.length === 10 ? 'date' : 'datetime-local'
  const title = el('input', { name: 'title', value: given.title })
  const start = el('input', { name: 'start', type, value: given.start })
  const end = el('input', { name: 'end', type, value: given.end })
  const location = el('input', { name: 'location', value: given.location ?? '' })
  const description = el('textarea', { name: 'description', rows: 2 }, given.description ?? '')
  const colour = select('colour', colours, given.colour ?? '')
  const visibility = select('visibility', visibilities, given.visibility ?? '')
  const rule = select('rule', withOwn(rules, given.rule ?? ''), given.rule ?? '')
  return {
    elements: [
      row('Название', title),
      pair(row('Начало', start), row('Конец', end)),
      row('Место', location),
      row('Заметки', description),
      pair(row('Цвет', colour), row('Кому видно', visibility)),
      row('Повтор', rule),
    ],
    first: title,
    values: () => ({
      title: title.value,
      start: start.value,
      end: end.value,
      location: location.value,
      description: description.value,
      colour: colour.value,
      visibility: visibility.value,
      rule: rule.value,
    }),
  }
}

/** What the person has changed; times go together. */
export const changedFields = (fields: Fields, before: EventView): Partial<Values> => {
  const after = fields.values()
  const names = ['title', 'location', 'description', 'colour', 'visibility', 'rule'] as const
  const changed = Object.fromEntries(names.filter((name) => after[name] !== before[name]).map((name) => [name, after[name]]))
  const moved = after.start !== before.start || after.end !== before.end
  return { ...changed, ...(moved && { start: after.start, end: after.end }) }
}

const row = (label: string, input: HTMLElement): HTMLElement => el('label', {}, label, input)
const pair = (...rows: HTMLElement[]): HTMLElement => el('div', { class: 'fieldPair' }, ...rows)

export const select = (name: string, choices: readonly (readonly [string, string])[], value: string): HTMLSelectElement => {
  const element = el('select', { name }, ...choices.map(([key, text]) => el('option', { value: key }, text)))
  element.value = value
  return element
}

/** A rule that the list does not have is shown as it is. */
const withOwn = (choices: typeof rules, value: string): typeof rules =>
  choices.some(([key]) => key === value) ? choices : [...choices, [value, value.replace('RRULE:', '')]]
