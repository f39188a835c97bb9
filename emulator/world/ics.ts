/** Reading an .ics file through ical.js and putting its events into a stored calendar. */
import ICAL from 'ical.js'
import type { EventResource } from '../services/calendar/events/fields'
import { rulesOf } from '../services/calendar/rules'
import { instanceId } from '../services/calendar/series/instanceIds'
import { inZone, wallToInstant } from '../services/calendar/time'
import { insertEvent, patchEvent, removeEvent } from '../services/calendar/write'
import type { CalendarState } from './types'

export interface IcsTime {
  /** 'YYYY-MM-DD' for all-day, else 'YYYY-MM-DDTHH:mm:ss'. */
  readonly wall: string
  /** Zone of the wall clock; undefined = floating, the calendar's own. */
  readonly zone: string | undefined
}

export interface IcsEvent {
  readonly uid: string
  readonly summary: string
  readonly description: string
  readonly location: string
  readonly allDay: boolean
  readonly cancelled: boolean
  readonly start: IcsTime
  readonly end: IcsTime
  /** RRULE, RDATE and EXDATE lines as the Calendar API takes them. */
  readonly recurrence: readonly string[]
  /** Set where the entry replaces one instance of the series of the same uid. */
  readonly recurrenceId: IcsTime | undefined
}

/** Entries of the file in its order. Throws ical.js's ParserError for what is no iCalendar. */
export const readIcs = (text: string): IcsEvent[] => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map(readEvent)

const readEvent = (component: ICAL.Component): IcsEvent => {
  const event = new ICAL.Event(component)
  const recurrenceId = component.getFirstPropertyValue('recurrence-id')
  return {
    uid: event.uid,
    summary: event.summary ?? '',
    description: event.description ?? '',
    location: event.location ?? '',
    allDay: event.startDate.isDate,
    cancelled: component.getFirstPropertyValue('status') === 'CANCELLED',
    start: timeOf(event.startDate, component, 'dtstart'),
    end: timeOf(event.endDate, component, 'dtend'),
    recurrence: ['rrule', 'rdate', 'exdate'].flatMap((name) => component.getAllProperties(name).map((property) => property.toICALString())),
    recurrenceId: recurrenceId instanceof ICAL.Time ? timeOf(recurrenceId, component, 'recurrence-id') : undefined,
  }
}

const timeOf = (time: ICAL.Time, component: ICAL.Component, name: string): IcsTime => {
  const named = component.getFirstProperty(name) ?? component.getFirstProperty('dtstart')
  const zone = named?.getFirstParameter('tzid')
  return { wall: time.toString().replace(/Z$/, ''), zone: time.toString().endsWith('Z') ? 'UTC' : zone || undefined }
}

/** Puts all entries of the file into the calendar; answers how many. Changed or cancelled instances become exceptions. */
export const loadIcs = (calendar: CalendarState, text: string, nowIso: string): number => {
  const entries = readIcs(text)
  const ids = new Map<string, string>()
  const ordered = [...entries.filter((entry) => !entry.recurrenceId), ...entries.filter((entry) => entry.recurrenceId)]
  for (const entry of ordered) putEntry({ calendar, ids, nowMs: Date.parse(nowIso) }, entry)
  return entries.length
}

interface Loading {
  readonly calendar: CalendarState
  /** uid → id of the stored event. */
  readonly ids: Map<string, string>
  readonly nowMs: number
}

const putEntry = (loading: Loading, entry: IcsEvent): void => {
  const context = { calendar: loading.calendar, nowMs: loading.nowMs, actor: loading.calendar.id }
  const seriesId = entry.recurrenceId && loading.ids.get(entry.uid)
  if (seriesId && entry.recurrenceId) {
    const id = instanceId(seriesId, apiTime(entry.recurrenceId, loading.calendar), rulesOf(loading.calendar).instanceIds)
    if (entry.cancelled) removeEvent(context, id)
    else patchEvent(context, id, resourceOf(entry, loading.calendar))
  } else if (!entry.cancelled) {
    const event = insertEvent(context, { ...resourceOf(entry, loading.calendar), iCalUID: entry.uid }, () =>
      idOf(entry.uid, loading.ids.size),
    )
    loading.ids.set(entry.uid, event.id)
  }
}

// An event's id takes a–v and 0–9 only; the number keeps ids apart whatever the uid loses.
const idOf = (uid: string, index: number): string =>
  `ics${String(index).padStart(5, '0')}${uid
    .toLowerCase()
    .replace(/[^a-v0-9]/g, '')
    .slice(0, 24)}`

const resourceOf = (entry: IcsEvent, calendar: CalendarState): EventResource => ({
  summary: entry.summary,
  ...(entry.description !== '' && { description: entry.description }),
  ...(entry.location !== '' && { location: entry.location }),
  start: apiTime(entry.start, calendar),
  end: apiTime(entry.end, calendar),
  ...(entry.recurrence.length > 0 && { recurrence: [...entry.recurrence] }),
})

const apiTime = ({ wall, zone = 'floating' }: IcsTime, calendar: CalendarState) => {
  if (wall.length === 10) return { date: wall }
  const timeZone = zone === 'floating' ? calendar.timeZone : zone
  return { dateTime: inZone(timeZone, wallToInstant(timeZone, wall)), timeZone }
}
