import { type Event, failure, slot } from '../fixtures/calendarDesk'
import { handDesk, mm, shared } from './handDesk'

const withMine = () => {
  const one = handDesk()
  const mine = one.as(mm)
  return { ...one, mine, insert: (resource: object, calendarId = mm) => mine.insert(resource as Event, calendarId) }
}

const birthday = {
  summary: 'День рождения',
  ...{ start: { date: '2026-12-01' }, end: { date: '2026-12-02' }, recurrence: ['RRULE:FREQ=YEARLY'] },
  ...{ eventType: 'birthday', visibility: 'private', transparency: 'transparent' },
}
const office = { workingLocationProperties: { type: 'homeOffice', homeOffice: {} } }
const kinds: [string, object][] = [
  [
    'outOfOffice',
    { ...slot('Болею', '09:00', '18:00'), eventType: 'outOfOffice', outOfOfficeProperties: { autoDeclineMode: 'declineNone' } },
  ],
  ['focusTime', { ...slot('', '10:00', '12:00'), eventType: 'focusTime' }],
  [
    'workingLocation',
    { ...slot('', '09:00', '18:00'), eventType: 'workingLocation', visibility: 'public', transparency: 'transparent', ...office },
  ],
  ['birthday', birthday],
]

describe('kinds of events', () => {
  test.each(kinds)('documented: %s stands in a person’s own calendar only', (eventType, resource) => {
    const { insert } = withMine()
    expect(insert(resource).eventType).toBe(eventType)
    expect(failure(() => insert(resource, shared)).code).toBe(400)
  })

  test('documented: the filter eventTypes; a token belongs to its kinds; without a title there is none', () => {
    const { insert, mine } = withMine()
    for (const [, resource] of kinds) insert(resource)
    insert(slot('обычное', '13:00', '14:00'))
    const list = (options: object) => mine.list(mm, options)
    expect(
      list({ eventTypes: ['focusTime', 'default'] })
        .items!.map(({ summary }) => summary)
        .sort(),
    ).toEqual(['обычное', undefined])
    expect(list({ eventTypes: 'birthday' }).items).toHaveLength(1)
    expect(list({}).items).toHaveLength(5)
    expect(failure(() => list({ eventTypes: ['party'] })).code).toBe(400)
    const syncToken = list({ eventTypes: 'default' }).nextSyncToken
    expect(list({ eventTypes: 'default', syncToken }).items).toEqual([])
    expect(failure(() => list({ syncToken })).code).toBe(400)
  })

  test('observed: the kind stays; an update that leaves it out is refused', () => {
    const { insert, mine } = withMine()
    const { id } = insert(kinds[1]![1])
    const refusal = { code: 400, message: expect.stringContaining('Event type cannot be changed.') }
    expect(failure(() => mine.update(slot('х', '10:00', '11:00'), mm, id!))).toMatchObject(refusal)
    expect(failure(() => mine.patch({ eventType: 'default' }, mm, id!))).toMatchObject(refusal)
    expect(mine.patch({ summary: 'Отчёт' }, mm, id!).summary).toBe('Отчёт')
  })

  test('documented: of a birthday title, day, colour and reminders may change, the rest may not; a letter’s event is never made', () => {
    const { insert, mine } = withMine()
    const { id } = insert(birthday)
    expect(mine.patch({ summary: 'ДР', colorId: '5' }, mm, id!).summary).toBe('ДР')
    expect(failure(() => mine.patch({ location: 'дома' }, mm, id!)).code).toBe(400)
    expect(failure(() => insert({ ...slot('Рейс', '10:00', '12:00'), eventType: 'fromGmail' })).code).toBe(400)
  })

  test('documented: of a letter’s event title and time may not change', () => {
    const { insert, mine, state } = withMine()
    const { id } = insert(slot('Рейс', '10:00', '12:00'))
    const { events } = state.calendars[mm]!
    events[0] = { ...events[0]!, eventType: 'fromGmail' }
    expect(failure(() => mine.patch({ summary: 'х' }, mm, id!)).code).toBe(400)
    expect(mine.patch({ colorId: '3' }, mm, id!).colorId).toBe('3')
    expect(failure(() => mine.move(mm, id!, shared)).code).toBe(400)
  })

  test.each([
    ['outOfOffice for days', { summary: 'х', start: { date: '2026-12-01' }, end: { date: '2026-12-02' }, eventType: 'outOfOffice' }],
    ['outOfOffice with notes', { ...slot('х', '09:00', '18:00'), eventType: 'outOfOffice', description: 'болею' }],
    [
      'a public working place that is busy',
      { ...slot('', '09:00', '18:00'), eventType: 'workingLocation', visibility: 'public', ...office },
    ],
    ['properties of another kind', { ...slot('х', '09:00', '18:00'), outOfOfficeProperties: {} }],
    ['no kind', { ...slot('х', '09:00', '18:00'), eventType: 'party' }],
  ])('observed: %s is 400', (_, resource) => {
    expect(failure(() => withMine().insert(resource)).code).toBe(400)
  })
})

describe('fields are kept and answered', () => {
  const all = {
    description: 'взять отчёт',
    location: 'каб. 3',
    colorId: '11',
    transparency: 'transparent',
    visibility: 'confidential',
    reminders: { useDefault: false, overrides: [{ method: 'email', minutes: 60 }] },
    source: { title: 'Заявка', url: 'https://example.org/17' },
    guestsCanModify: true,
    guestsCanInviteOthers: false,
    guestsCanSeeOtherGuests: false,
    anyoneCanAddSelf: true,
  }

  test.each(Object.entries(all))('documented: %s', (name, value) => {
    const { Events, insert, list } = withMine()
    const { id } = insert({ ...slot('а', '10:00', '11:00'), [name]: value }, shared)
    expect(Events.get(shared, id!)).toHaveProperty([name], value)
    expect(list().items![0]).toHaveProperty([name], value)
    expect(Events.patch({ [name]: null }, shared, id!)).not.toHaveProperty([name], value)
  })

  test('documented: attachments and conference data, with the flag that says the caller knows of them', () => {
    const { Events, insert } = withMine()
    const { id } = insert(slot('а', '10:00', '11:00'), shared)
    const attachments = [{ fileUrl: 'https://drive.google.com/open?id=1', title: 'Устав' }]
    const conferenceData = { conferenceId: 'abc', conferenceSolution: { name: 'Meet' } }
    expect(Events.patch({ attachments }, shared, id!, { supportsAttachments: true }).attachments).toEqual(attachments)
    expect(Events.patch({ conferenceData } as Event, shared, id!)).not.toHaveProperty('conferenceData')
    expect(Events.patch({ conferenceData } as Event, shared, id!, { conferenceDataVersion: 1 }).conferenceData).toEqual(conferenceData)
  })

  test('documented: what Google keeps by default is answered so, or left out', () => {
    const event = withMine().insert({ ...slot('а', '10:00', '11:00'), transparency: 'opaque', visibility: 'default' }, shared)
    expect(event).toMatchObject({ reminders: { useDefault: true }, eventType: 'default' })
    expect(event).not.toHaveProperty('transparency')
    expect(event).not.toHaveProperty('visibility')
  })

  test.each([
    ['both default and own reminders', { reminders: { useDefault: true, overrides: [{ method: 'email', minutes: 5 }] } }],
    ['a reminder five weeks before', { reminders: { useDefault: false, overrides: [{ method: 'email', minutes: 50_000 }] } }],
    ['a colour that there is not', { colorId: '12' }],
    ['a visibility that there is not', { visibility: 'hidden' }],
    ['a source that is no address', { source: { title: 'а', url: 'отчёт' } }],
    ['a field that Google does not have', { titel: 'а' }],
    ['a field inside a field that Google does not have', { source: { href: 'https://example.org' } }],
  ])('documented: %s is 400', (_, more) => {
    expect(failure(() => withMine().insert({ ...slot('а', '10:00', '11:00'), ...more }, shared)).code).toBe(400)
  })

  const unknown: [string, (events: ReturnType<typeof withMine>['Events'], id: string) => unknown][] = [
    ['the field gadget of an event', (events, id) => events.patch({ gadget: { type: 'x' } } as Event, shared, id)],
    ['the field sequence of an event', (events, id) => events.patch({ sequence: 7 }, shared, id)],
    [
      'attachments without supportsAttachments',
      (events, id) => events.patch({ attachments: [{ fileUrl: 'https://example.org' }] }, shared, id),
    ],
    ['maxAttendees of Events.get', (events, id) => events.get(shared, id, { maxAttendees: 1 })],
    ['sendupdates of Events.patch', (events, id) => events.patch({ summary: 'х' }, shared, id, { sendupdates: 'all' })],
    ['showHiddenInvitations of Events.list', (events) => events.list(shared, { showHiddenInvitations: true })],
    [
      'making a conference (conferenceData.createRequest)',
      (events, id) => events.patch({ conferenceData: { createRequest: { requestId: '1' } } }, shared, id, { conferenceDataVersion: 1 }),
    ],
  ]
  test.each(unknown)('assumed: %s is told as the emulator’s own ignorance', (what, work) => {
    const { Events, insert } = withMine()
    const { id } = insert(slot('а', '10:00', '11:00'), shared)
    expect(() => work(Events, id!)).toThrow(`Calendar: ${what} is not emulated`)
  })

  test('documented: read-only fields of a resource that is sent back are passed over', () => {
    const { Events, insert } = withMine()
    const event = insert(slot('а', '10:00', '11:00'), shared)
    const after = Events.update(
      { ...event, summary: 'б', organizer: { email: 'x@example.org' }, created: '2020-01-01T00:00:00Z' },
      shared,
      event.id!,
    )
    expect([after.summary, after.organizer?.email, after.created]).toEqual(['б', shared, event.created])
  })
})
