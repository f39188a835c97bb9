/** The week itself: events from the server, and what the person does to them by hand. */
import '@event-calendar/core/index.css'
import { type Calendar, createCalendar, Interaction, TimeGrid } from '@event-calendar/core'
import type { EventView } from '../../wire'
import { attempt, showProblem, showToast } from '../head/toasts'
import { get, post } from '../requests'
import type { Store } from '../store'
import { editEvent, newEvent } from './eventForm'
import { removeEvent } from './removedEvents'
import { asWeekEvent, eventIdOf, titleOf, viewOf, weekLook, whenOf } from './weekLook'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const weekend: (0 | 6)[] = [0, 6]

export const createWeek = (place: HTMLElement, calendarId: string, store: Store): Calendar => {
  const path = `/calendars/${encodeURIComponent(calendarId)}/events`
  const initials = (): string => store.state.summary.initials
  const week: Calendar = createCalendar(place, [TimeGrid, Interaction], {
    ...weekLook,
    date: store.state.summary.clock.now.slice(0, 10),
    hiddenDays: weekend,
    customButtons: { weekend: { text: 'Выходные', click: () => showWeekend(week.getOption('hiddenDays')?.length !== 0) } },
    eventSources: [{ events: (range: Calendar.FetchInfo) => load(range) }],
    eventDrop: (change) => void save(change),
    eventResize: (change) => void save(change),
    eventClick: ({ event }) => editEvent(path, { ...viewOf(event), ...timesOf(event) }),
    dateClick: ({ date, allDay }) =>
      newEvent({
        path,
        initials: initials(),
        ...timesOf({ start: date, end: new Date(date.getTime() + (allDay ? dayMs : hourMs)), allDay }),
      }),
    select: (range) => newEvent({ path, initials: initials(), ...timesOf(range) }),
  })
  const showWeekend = (shown: boolean): void => void week.setOption('hiddenDays', shown ? [] : weekend)
  /** Saturday and Sunday appear by themselves when something stands there. */
  const load = async ({ start, end }: Calendar.FetchInfo): Promise<Calendar.EventInput[]> => {
    const events = await get<EventView[]>(`${path}?from=${wallOf(start)}&to=${wallOf(new Date(end.getTime() + 2 * dayMs))}`)
    if (events.some(({ start: at, allDay }) => !allDay && isWeekend(new Date(at)))) showWeekend(true)
    return events.map(asWeekEvent)
  }
  const addressOf = (id: string): string => `${path}/${encodeURIComponent(id)}`
  const save = async ({ event, oldEvent, revert }: Change): Promise<void> => {
    const address = addressOf(String(event.id))
    try {
      await post(address, timesOf(event))
      const back = (): void => attempt(() => post(address, timesOf(oldEvent)))
      showToast(`${titleOf(event)}: ${whenOf(event)}`, { title: 'Передвинуто', action: { label: 'Вернуть', run: back } })
    } catch (problem) {
      revert()
      showProblem(problem)
    }
  }
  place.addEventListener('keydown', ({ key, target }) => {
    const id = key === 'Delete' ? eventIdOf(target) : ''
    const event = id === '' ? null : week.getEventById(id)
    if (event) attempt(() => removeEvent({ address: addressOf(id), title: titleOf(event) }))
  })
  return week
}

interface Change {
  readonly event: Calendar.Event
  readonly oldEvent: Calendar.Event
  readonly revert: () => void
}

const isWeekend = (date: Date): boolean => date.getDay() === 0 || date.getDay() === 6

interface Range {
  readonly start: Date
  readonly end: Date
  readonly allDay: boolean
}

const timesOf = ({ start, end, allDay }: Range): { start: string; end: string } => {
  const length = allDay ? 10 : 16
  return { start: wallOf(start).slice(0, length), end: wallOf(end).slice(0, length) }
}

const pad = (value: number): string => String(value).padStart(2, '0')

/** The calendar works in the office's wall clock; the machine's zone does not matter. */
const wallOf = (date: Date): string =>
  `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}T${pad(date.getHours())}:${pad(date.getMinutes())}`
