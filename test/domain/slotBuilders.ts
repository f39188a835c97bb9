/** A small office and its calendar on Monday 23 November 2026, 9:00: for tests of slots. */

import { findSlots, type SlotEvent, type SlotList, type SlotQuery } from '../../src/domain/calendar/slots'
import type { Person, WorkingCalendar } from '../../src/domain/office/office'
import type { Settings } from '../../src/domain/office/settings'
import { addMinutes } from '../../src/domain/time/localTime'

export const settings = {
  quotaPerWeek: 2,
  noticeMinutes: 60,
  horizonDays: 14,
  dayOpens: 540,
  dayCloses: 1080,
  shortDayCloses: 1020,
} as Settings
export const now = '2026-11-23T09:00'
export const calendar: WorkingCalendar = { days: {}, years: [2026] }

export const person = (initials: string, name: string, more: Partial<Person> = {}): Person => ({
  initials,
  name,
  email: '',
  roles: ['consultant'],
  topics: [8],
  external: false,
  ratePerHour: null,
  from: '2024-01-09',
  until: null,
  absences: [],
  ...more,
})
export const morozova = person('ММ', 'Морозова Мария Игоревна')
export const kuzmina = person('ЕК', 'Кузьмина Елена Юрьевна', { topics: [8, 3] })
export const zuev = person('ДЗ', 'Зуев Дмитрий Павлович')
export const nosov = person('ПН', 'Носов Павел Аркадьевич', { external: true, roles: ['externalConsultant'] })
export const titova = person('', 'Титова Оксана Дмитриевна', { topics: [], roles: ['officeManager'] })

let made = 0
export const event = (title: string, start: string, minutes = 60, more: Partial<SlotEvent> = {}): SlotEvent => {
  made++
  return {
    id: `e${made}`,
    etag: `"${made}"`,
    title,
    start,
    end: addMinutes(start, minutes),
    allDay: false,
    recurringEventId: '',
    private: {},
    ...more,
  }
}

export interface Asked extends Partial<Omit<SlotQuery, 'office'>> {
  readonly people?: readonly Person[]
  readonly settings?: Settings
}
export const find = (asked: Asked): SlotList => {
  const { people = [morozova, kuzmina, zuev, nosov, titova], settings: own = settings, ...query } = asked
  return findSlots({
    events: [],
    now,
    topic: 8,
    consultant: null,
    agreedWith: null,
    part: null,
    from: null,
    until: null,
    sinceWeekStart: null,
    office: { people, settings: own, calendar },
    ...query,
  })
}
export const starts = (asked: Asked) => find(asked).consultants.flatMap(({ slots }) => slots.map(({ start }) => start))
