/** The fields of one event: title and times, then place, notes, colour, who sees it, how it repeats. */
import type { EventView } from '../../wire'
import { el } from '../dom'
import { repeatField } from './eventRepeat'
import { timeFields } from './eventTimes'
import { labelled, pair, select } from './formParts'

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

export const eventFields = (given: Given): Fields => {
  const title = el('input', { name: 'title', value: given.title })
  const times = timeFields(given)
  const location = el('input', { name: 'location', value: given.location ?? '' })
  const description = el('textarea', { name: 'description', rows: 2 }, given.description ?? '')
  const colour = select('colour', colours, given.colour ?? '')
  const visibility = select('visibility', visibilities, given.visibility ?? '')
  const repeat = repeatField(given.rule ?? '')
  return {
    elements: [
      labelled('Название', title),
      ...times.elements,
      repeat.element,
      labelled('Место', location),
      labelled('Заметки', description),
      pair(labelled('Цвет', colour), labelled('Кому видно', visibility)),
    ],
    first: title,
    values: () => ({
      title: title.value,
      ...times.values(),
      location: location.value,
      description: description.value,
      colour: colour.value,
      visibility: visibility.value,
      rule: repeat.value(times.allDay()),
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
