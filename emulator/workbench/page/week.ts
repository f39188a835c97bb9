/** The week itself: events from the server, and what the person does to them by hand. */
import '@event-calendar/core/index.css'
import { type Calendar, createCalendar, Interaction, TimeGrid } from '@event-calendar/core'
import type { EventView } from '../wire'
import { editEvent, newEvent } from './eventForm'
import { get, post } from './requests'
import type { Store } from './store'
import { showProblem } from './toasts'
import { asWeekEvent, noteOf, titleOf, weekLook } from './weekLook'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const weekend: (0 | 6)[] = [0, 6]

export const createWeek = (place: HTMLElement, calendarId: string, store: Store): Calendar => {
  const path = `/calendars/${encodeURIComponent(calendarId)}/events`
  const week: Calendar = createCalendar(place, [TimeGrid, Interaction], {
    ...weekLook,
    date: store.state.summary.clock.now.slice(0, 10),
    hiddenDays: weekend,
    customButtons: { weekend: { text: 'Выходные', click: () => showWeekend(week.getOption('hiddenDays')?.length !== 0) } },
    eventSources: [{ events: (range: Calendar.FetchInfo) => load(range) }],
    eventDrop: ({ event, revert }) => void save(event, revert),
    eventResize: ({ event, revert }) => void save(event, revert),
    eventClick: ({ event }) => editEvent({ path, id: String(event.id), title: titleOf(event), note: noteOf(event), ...timesOf(event) }),
    dateClick: ({ date, allDay }) =>
      newEvent({ path, ...timesOf({ start: date, end: new Date(date.getTime() + (allDay ? dayMs : hourMs)), allDay }) }),
    select: (range) => newEvent({ path, ...timesOf(range) }),
  })
  const showWeekend = (shown: boolean): void => void week.setOption('hiddenDays', shown ? [] : weekend)
  /** Saturday and Sunday appear by themselves when something stands there. */
  const load = async ({ start, end }: Calendar.FetchInfo): Promise<Calendar.EventInput[]> => {
    const events = await get<EventView[]>(`${path}?from=${wallOf(start)}&to=${wallOf(new Date(end.getTime() + 2 * dayMs))}`)
    if (events.some(({ start: at, allDay }) => !allDay && isWeekend(new Date(at)))) showWeekend(true)
    return events.map(asWeekEvent)
  }
  const save = async (event: Calendar.Event, revert: () => void): Promise<void> => {
    try {
      await post(`${path}/${encodeURIComponent(String(event.id))}`, timesOf(event))
    } catch (problem) {
      revert()
      showProblem(problem)
    }
  }
  return week
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
