/** «Календарь»: the week of the shared calendar, worked with as consultants do: drag, stretch, rename, delete, create. */
import type { Calendar } from '@event-calendar/core'
import { el } from '../dom'
import type { Store } from '../store'
import { calendarSetButton } from './calendarSet'
import { restoreButton } from './removedEvents'
import { createWeek } from './week'
import { titleOf } from './weekLook'

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
  const hint = el('span', { class: 'hint' }, 'Пустое место — новое событие, Delete — удалить')
  const place = el('div', { class: 'week' })
  panel.append(
    el(
      'div',
      { class: 'calendarBar' },
      el('label', { for: 'eventFilter' }, 'Показать:'),
      filter,
      legend(),
      restoreButton(),
      hint,
      calendarSetButton(calendarId),
    ),
    place,
  )
  const week = createWeek(place, calendarId, store)
  follow(week, store)
}

const legend = (): HTMLElement => {
  const mark = (kind: string): HTMLElement => el('i', { class: kind })
  return el('span', { class: 'legend' }, mark('free'), 'свободно', mark('booked'), 'занято', mark('other'), 'прочее')
}

const matching =
  (text: string) =>
  ({ event }: Calendar.EventFilterInfo): boolean =>
    titleOf(event).toLowerCase().includes(text.trim().toLowerCase())

/** New events after every change; the week goes where the clock goes. */
const follow = (week: Calendar, store: Store): void => {
  let revision = 0
  let day = ''
  store.watch(({ summary, tab }) => {
    if (tab !== 'calendar') return
    const today = summary.clock.now.slice(0, 10)
    if (today !== day) week.setOption('date', today).setOption('highlightedDates', [today])
    if (summary.revision !== revision) week.refetchEvents()
    day = today
    revision = summary.revision
  })
}
