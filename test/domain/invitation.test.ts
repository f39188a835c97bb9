/** Calendar files of letters, read back by ical.js: what was meant is what a calendar takes. */

import fc from 'fast-check'
import ICAL from 'ical.js'
import { type Invitation, invitationText } from '../../src/domain/letter/invitation'

const sent = {
  from: { name: 'Центр "НКО"', email: 'office@example.org' },
  at: '2026-11-23T09:00',
  utcOf: (at: string) => `${at.replace(/[-:]/g, '')}00Z`,
}
const event: Invitation = {
  uid: '7.abc@consultation-desk',
  sequence: 3,
  start: '2026-11-27T10:00',
  end: '2026-11-27T11:00',
  isOff: false,
  title: 'Консультация: Ресурсный центр НКО',
  place: 'ул. Ленина, 1; каб. 3',
  about: ['Консультант: Морозова Мария', 'Телефон центра: 20-65-10'],
}

function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const only = calendar.getAllSubcomponents('vevent')
  return { method: calendar.getFirstPropertyValue('method'), events: only.map((one) => new ICAL.Event(one)), component: only[0] }
}

test('a time, a place, what for', () => {
  const { method, events, component } = read(invitationText(event, sent))
  expect(method).toBe('PUBLISH')
  expect(events).toHaveLength(1)
  expect(events[0]).toMatchObject({
    uid: event.uid,
    sequence: 3,
    summary: event.title,
    location: event.place,
    organizer: 'mailto:office@example.org',
  })
  expect(events[0]?.description).toBe(event.about.join('\n'))
  expect([events[0]?.startDate.toString(), events[0]?.endDate.toString()]).toEqual(['2026-11-27T10:00:00Z', '2026-11-27T11:00:00Z'])
  expect(component?.getFirstPropertyValue('status')).toBe('CONFIRMED')
})

test('off: the same event is taken out', () => {
  const { method, component } = read(invitationText({ ...event, isOff: true, end: '', sequence: 4 }, sent))
  expect([method, component?.getFirstPropertyValue('status'), component?.hasProperty('dtend')]).toEqual(['CANCEL', 'CANCELLED', false])
})

const nasty = fc.string({
  unit: fc.constantFrom(...'аб\\;,:"\r\n\t \u0000\u202e\ud83d', '😀', 'END:VEVENT', 'ATTENDEE:mailto:a@b.ru', '\r\nBEGIN:VEVENT'),
  maxLength: 300,
})

test('1,000 texts of all kinds: one event, its lines within 75 octets, nothing added, no character cut in two', () => {
  fc.assert(
    fc.property(nasty, nasty, (place, about) => {
      const text = invitationText({ ...event, place, about: [about], title: about }, sent)
      expect(text.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([])
      expect(text.replace(/\r\n/g, '')).not.toMatch(/[\r\n\u0000]/)
      const { events, component } = read(text)
      expect(events).toHaveLength(1)
      expect(component?.getAllProperties().filter(({ name }) => name === 'attendee')).toEqual([])
      expect(events[0]?.description).toBe(events[0]?.summary)
      expect(Buffer.from(text).toString()).toBe(text)
    }),
    { numRuns: 1_000, seed: 20261129 },
  )
})
