/** «Календарь»: the week of the shared calendar, worked with as consultants do: drag, stretch, rename, delete, create. */
import '@event-calendar/core/index.css'
import { type Calendar, createCalendar, Interaction, TimeGrid } from '@event-calendar/core'
import type { EventView } from '../wire'
import { el } from './dom'
import { editEvent, newEvent } from './eventForm'
import { get, post } from './requests'
import type { Store } from './store'
import { showProblem } from './toasts'

type EcEvent = Calendar.Event

const colours: Readonly<Record<EventView['kind'], readonly [string, string]>> = {
  free: ['#e6f4ea', '#0d652d'],
  booked: ['#d2e3fc', '#174ea6'],
  other: ['#f1f3f4', '#3c4043'],
}

export const mountCalendarTab = (panel: HTMLElement, store: Store): void => {
  const calendarId = store.state.summary.calendars[0]?.id
  if (calendarId === undefined) panel.append(el('p', { class: 'emptyState' }, 'Общего календаря в этом мире нет.'))
  else mountWeek(panel, store, calendarId)
}

const mountWeek = (panel: HTMLElement, store: Store, calendarId: string): void => {
  const filter = el('input', {
    type: 'search',
    id: 'eventFilter',
    placeholder: 'ММ или название',
    oninput: () => week.setOption('eventFilter', matching(filter.value)),
  })
  const legend = el(
    'span',
    { class: 'legend' },
    el('i', { class: 'free' }),
    'свободно',
    el('i', { class: 'booked' }),
    'занято',
    el('i', { class: 'other' }),
    'прочее',
  )
  const bar = el(
    'div',
    { class: 'calendarBar' },
    el('label', { for: 'eventFilter' }, 'Показать:'),
    filter,
    legend,
    el('span', { class: 'hint' }, 'Щелчок или протяжка по пустому месту — новое событие'),
  )
  const place = el('div', { class: 'week' })
  panel.append(bar, place)
  const week = createWeek(place, calendarId, store)
  follow(week, store)
}

const matching =
  (text: string) =>
  ({ event }: Calendar.EventFilterInfo): boolean =>
    String(event.extendedProps['title'] ?? '')
      .toLowerCase()
      .includes(text.trim().toLowerCase())

/** New events after every change; the week follows the clock when the clock leaves it. */
const follow = (week: Calendar, store: Store): void => {
  let revision = 0
  let day = ''
  store.watch(({ summary, tab }) => {
    if (tab !== 'calendar') return
    const today = summary.clock.now.slice(0, 10)
    if (today !== day) week.setOption('date', today).setOption('highlightedDates', [today])
    else if (summary.revision !== revision) week.refetchEvents()
    day = today
    revision = summary.revision
  })
}

const createWeek = (place: HTMLElement, calendarId: string, store: Store): Calendar => {
  const path = `/calendars/${encodeURIComponent(calendarId)}/events`
  const save = async (event: EcEvent, revert: () => void): Promise<void> => {
    try {
      await post(`${path}/${encodeURIComponent(String(event.id))}`, { start: wallOf(event.start), end: wallOf(event.end) })
    } catch (problem) {
      revert()
      showProblem(problem)
    }
  }
  const load = async ({ start, end }: Calendar.FetchInfo): Promise<Calendar.EventInput[]> =>
    (await get<EventView[]>(`${path}?from=${wallOf(start)}&to=${wallOf(end)}`)).map(asEcEvent)
  return createCalendar(place, [TimeGrid, Interaction], {
    ...look,
    date: store.state.summary.clock.now.slice(0, 10),
    eventSources: [{ events: load }],
    eventDrop: ({ event, revert }) => void save(event, revert),
    eventResize: ({ event, revert }) => void save(event, revert),
    eventClick: ({ event }) =>
      void editEvent({
        path,
        id: String(event.id),
        title: titleOf(event),
        start: wallOf(event.start),
        end: wallOf(event.end),
        note: noteOf(event),
      }),
    select: ({ start, end }) => void newEvent({ path, start: wallOf(start), end: wallOf(end) }),
  })
}

const look: Calendar.Options = {
  view: 'timeGridWeek',
  locale: 'ru',
  firstDay: 1,
  height: '100%',
  allDaySlot: true,
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
  eventResizableFromStart: false,
  nowIndicator: false,
  headerToolbar: { start: 'title', center: '', end: 'timeGridDay,timeGridWeek prev,next' },
  buttonText: { timeGridDay: 'День', timeGridWeek: 'Неделя', prev: 'Раньше', next: 'Позже', today: 'Сегодня' },
  dayHeaderFormat: { weekday: 'short', day: 'numeric', month: 'short' },
  titleFormat: { day: 'numeric', month: 'long', year: 'numeric' },
  slotLabelFormat: { hour: '2-digit', minute: '2-digit' },
  eventTimeFormat: { hour: '2-digit', minute: '2-digit' },
  eventContent: ({ event, timeText }) => ({
    domNodes: [el('div', { class: 'eventTitle' }, titleOf(event)), el('div', { class: 'eventTime' }, timeText)],
  }),
  eventDidMount: ({ el: element, event, timeText }) => {
    element.title = `${titleOf(event)}, ${timeText}`
    element.setAttribute('aria-label', element.title)
  },
}

const asEcEvent = (view: EventView): Calendar.EventInput => {
  const [backgroundColor, textColor] = colours[view.kind]
  const { id, start, end, allDay } = view
  return {
    id,
    start,
    end,
    allDay,
    title: '',
    backgroundColor,
    textColor,
    classNames: [view.kind],
    extendedProps: { title: view.title, recurring: view.recurring, description: view.description },
  }
}

// The library's own title takes markup; ours is put in as text by eventContent.
const titleOf = (event: EcEvent): string => String(event.extendedProps['title'] ?? '')

const noteOf = (event: EcEvent): string =>
  [
    event.extendedProps['recurring'] === true ? 'Одно из повторяющихся: изменится только оно.' : '',
    String(event.extendedProps['description'] ?? ''),
  ]
    .filter((part) => part !== '')
    .join('\n')

const pad = (value: number): string => String(value).padStart(2, '0')

/** The calendar works in the office's wall clock; the machine's zone does not matter. */
const wallOf = (date: Date): string =>
  `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}T${pad(date.getHours())}:${pad(date.getMinutes())}`
