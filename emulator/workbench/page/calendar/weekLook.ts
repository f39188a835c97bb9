/** How the week looks: hours, labels, colours, and what an event shows. */
import type { Calendar } from '@event-calendar/core'
import type { EventView } from '../../wire'
import { el } from '../dom'

const colours: Readonly<Record<EventView['kind'], readonly [string, string]>> = {
  free: ['#e6f4ea', '#0d652d'],
  booked: ['#d2e3fc', '#174ea6'],
  other: ['#f1f3f4', '#3c4043'],
}

const twoDigits = { hour: '2-digit', minute: '2-digit' } as const

export const weekLook: Calendar.Options = {
  view: 'timeGridWeek',
  locale: 'ru',
  firstDay: 1,
  height: '100%',
  allDayContent: 'весь день',
  slotMinTime: '08:00',
  slotMaxTime: '21:00',
  slotDuration: '00:30',
  snapDuration: '00:15',
  slotHeight: 26,
  slotEventOverlap: false,
  flexibleSlotTimeLimits: true,
  editable: true,
  selectable: true,
  nowIndicator: false,
  headerToolbar: { start: 'title', center: '', end: 'weekend timeGridDay,timeGridWeek prev,next' },
  buttonText: { timeGridDay: 'День', timeGridWeek: 'Неделя', prev: 'Раньше', next: 'Позже' },
  dayHeaderFormat: { weekday: 'short', day: 'numeric', month: 'short' },
  titleFormat: { day: 'numeric', month: 'long', year: 'numeric' },
  slotLabelFormat: twoDigits,
  eventTimeFormat: twoDigits,
  eventContent: ({ event, timeText }) => ({
    domNodes: [titleElement(event), ...(event.allDay ? [] : [el('div', { class: 'eventTime' }, timeText)])],
  }),
  eventDidMount: ({ el: element, event, timeText }) => {
    element.title = event.allDay ? titleOf(event) : `${titleOf(event)}, ${timeText}`
    element.setAttribute('aria-label', element.title)
    element.dataset['event'] = String(event.id)
  },
}

/** Initials stand on their own line, so that a narrow event still says whose it is. */
const titleElement = (event: Calendar.Event): HTMLElement => {
  const [, initials = '', rest = ''] = /^(\S{1,4}?)((?:[\s_-].*)?)$/su.exec(titleOf(event)) ?? [null, '', titleOf(event)]
  return el('div', { class: 'eventTitle' }, initials !== '' && el('b', {}, initials), el('span', {}, rest))
}

export const asWeekEvent = (view: EventView): Calendar.EventInput => {
  const [backgroundColor, textColor] = colours[view.kind]
  const { id, start, end, allDay, kind } = view
  const extendedProps = { title: view.title || nameless(view), view }
  return { id, start, end, allDay, title: '', backgroundColor, textColor, classNames: [kind], extendedProps }
}

/** Of a private event others see the time alone. */
const nameless = ({ visibility }: EventView): string => (visibility === 'private' ? 'Занято' : '(Без названия)')

/** The event as the server told it. */
export const viewOf = (event: Calendar.Event): EventView => event.extendedProps['view'] as EventView

// The library's own title takes markup; ours is put in as text by eventContent.
export const titleOf = (event: Calendar.Event): string => String(event.extendedProps['title'] ?? '')

/** Of the focused event, '' = none is. */
export const eventIdOf = (target: EventTarget | null): string => (target instanceof HTMLElement && target.dataset['event']) || ''

/** «пт, 27 ноября, 11:00», of an all-day event without the hour. */
export const whenOf = ({ start, allDay }: Calendar.Event): string =>
  start.toLocaleString('ru', { weekday: 'short', day: 'numeric', month: 'long', ...(allDay ? {} : twoDigits) })
