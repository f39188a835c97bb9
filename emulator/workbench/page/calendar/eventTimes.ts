/** Begin and end of an event, with hours or as whole days; the last day is named as people say it, not the day after. */
import { el } from '../dom'
import { labelled, pair } from './formParts'

export interface Times {
  /** 'YYYY-MM-DDTHH:mm', or 'YYYY-MM-DD' of an all-day event, whose end is the day after the last. */
  readonly start: string
  readonly end: string
}

export interface TimeFields {
  readonly elements: readonly HTMLElement[]
  readonly allDay: () => boolean
  readonly values: () => Times
}

export const timeFields = (given: Times): TimeFields => {
  const start = el('input', { name: 'start' })
  const end = el('input', { name: 'end' })
  const whole = el('input', { name: 'allDay', type: 'checkbox', checked: isDay(given.start), onchange: () => turn() })
  const show = (times: Times): void => {
    for (const input of [start, end]) input.type = isDay(times.start) ? 'date' : 'datetime-local'
    start.value = times.start
    end.value = isDay(times.start) ? dayFrom(times.end, -1) : times.end
  }
  const values = (): Times => ({ start: start.value, end: start.type === 'date' ? dayFrom(end.value, 1) : end.value })
  const turn = (): void => {
    const now = start.value === '' || end.value === '' ? given : values()
    show(whole.checked === isDay(now.start) ? now : whole.checked ? asDays(now) : asHours(now))
  }
  show(given)
  return {
    elements: [pair(labelled('Начало', start), labelled('Конец', end)), el('label', { class: 'check' }, whole, 'Весь день')],
    allDay: () => whole.checked,
    values,
  }
}

const isDay = (wall: string): boolean => wall.length === 10

const dayFrom = (day: string, days: number): string => {
  const at = Date.parse(`${day}T00:00Z`)
  return Number.isNaN(at) ? '' : new Date(at + days * 86_400_000).toISOString().slice(0, 10)
}

/** Tuesday 10:00–11:00 is Tuesday; what ends at midnight does not take the next day. */
const asDays = ({ start, end }: Times): Times => {
  const first = start.slice(0, 10)
  const last = end.slice(11) === '00:00' && end.slice(0, 10) > first ? end.slice(0, 10) : dayFrom(end.slice(0, 10), 1)
  return { start: first, end: last }
}

/** A day becomes its first hour of work. */
const asHours = ({ start, end }: Times): Times => ({ start: `${start}T09:00`, end: `${dayFrom(end, -1)}T10:00` })
