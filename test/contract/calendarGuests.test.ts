import { failure } from '../fixtures/calendarDesk'
import { client, handDesk, mm, shared } from './handDesk'

const invited = (notify = true) => {
  const one = handDesk()
  const event = one.put('ММ_АНО «Причал»', '2026-11-26T10:00')
  const place = { calendarId: shared, id: event.id, user: mm }
  one.hand.invite({ ...place, guests: [client, mm], notify })
  return { ...one, event, place, get: (calendarId = shared) => one.as(calendarId).get(calendarId, event.id) }
}

describe('guests', () => {
  test('documented: nobody has answered at first; the organiser is told by `self`', () => {
    const { get } = invited()
    expect(get().attendees).toEqual([
      { email: client, responseStatus: 'needsAction' },
      { email: mm, responseStatus: 'needsAction' },
    ])
    expect(get().organizer).toEqual({ email: shared, self: true })
  })

  test.each(['accepted', 'declined', 'tentative', 'needsAction'] as const)(
    'documented: %s is kept, and nothing that people see is changed',
    (response) => {
      const { get, hand, event } = invited()
      hand.answer({ calendarId: shared, id: event.id, guest: client, response: 'accepted' })
      const before = get()
      hand.answer({ calendarId: shared, id: event.id, guest: client, response, comment: 'буду' })
      const after = get()
      expect(after.attendees?.[0]).toEqual({ email: client, responseStatus: response, comment: 'буду' })
      expect([after.summary, after.start, after.end, after.sequence]).toEqual([before.summary, before.start, before.end, before.sequence])
    },
  )

  test('documented: an answer grows the etag: a write on the old one is 412', () => {
    const { get, hand, event, Events } = invited()
    const { etag } = get()
    hand.answer({ calendarId: shared, id: event.id, guest: client, response: 'declined' })
    expect(failure(() => Events.patch({ summary: 'х' }, shared, event.id, {}, { 'If-Match': etag })).code).toBe(412)
  })

  test('documented: a list of guests replaces the old one, their answers too', () => {
    const { get, hand, event, Events } = invited()
    hand.answer({ calendarId: shared, id: event.id, guest: client, response: 'accepted' })
    Events.patch({ attendees: [{ email: client }] }, shared, event.id)
    expect(get().attendees).toEqual([{ email: client, responseStatus: 'needsAction' }])
  })

  test.each([
    ['no address', [{ displayName: 'Анна' }]],
    ['an answer that there is not', [{ email: client, responseStatus: 'maybe' }]],
    ['a field that there is not', [{ email: client, phone: '1' }]],
  ])('assumed: %s is 400', (_, attendees) => {
    const { Events, event } = invited()
    expect(failure(() => Events.patch({ attendees } as never, shared, event.id)).code).toBe(400)
  })
})

describe('letters of Google to guests', () => {
  test('assumed: invitation, change, end; a kind of their own that no quota counts', () => {
    const { hand, place, letters, state } = invited()
    hand.patch({ ...place, start: '2026-11-27T10:00' })
    hand.uninvite({ ...place, guests: [mm] })
    hand.remove(place)
    expect(letters().filter((line) => line.startsWith(client))).toEqual([
      `${client}: Приглашение: ММ_АНО «Причал»`,
      `${client}: Обновлённое приглашение: ММ_АНО «Причал»`,
      `${client}: Отменено: ММ_АНО «Причал»`,
    ])
    expect(
      letters()
        .filter((line) => line.startsWith(mm))
        .at(-1),
    ).toBe(`${mm}: Отменено: ММ_АНО «Причал»`)
    expect(state.letters.every(({ kind }) => kind === 'calendar')).toBe(true)
    expect(state.quotas.used.mailRecipients).toBeUndefined()
  })

  test('assumed: answers, colour and notes for nobody send none to guests; a shared calendar gets none either', () => {
    const { hand, place, event, letters } = invited()
    const before = letters().length
    hand.answer({ calendarId: shared, id: event.id, guest: client, response: 'accepted' })
    hand.patch({ ...place, colorId: '5' })
    expect(letters()).toHaveLength(before)
  })

  test('assumed: an organiser who is a person is told of answers', () => {
    const { hand, letters } = handDesk()
    const event = hand.insert({
      calendarId: mm,
      summary: 'Встреча',
      start: '2026-11-26T10:00',
      end: '2026-11-26T11:00',
      guests: [client],
      user: mm,
    })
    hand.answer({ calendarId: mm, id: event.id, guest: client, response: 'declined' })
    expect(letters()).toEqual([`${client}: Приглашение: Встреча`, `${mm}: Отклонено: Встреча`])
  })

  test.each([
    [{}, 0],
    [{ sendUpdates: 'none' }, 0],
    [{ sendUpdates: 'all' }, 2],
    [{ sendNotifications: true }, 2],
    [{ sendUpdates: 'externalOnly' }, 1],
  ])('documented: the script writes to nobody unless it says so: %j', (options, count) => {
    const { Events, event, state } = invited(false)
    Events.patch({ summary: 'х' }, shared, event.id, options)
    expect(state.letters).toHaveLength(count)
  })
})

describe('one event in two calendars', () => {
  test('documented: the guest’s copy has the same id and iCalUID, private things are each calendar’s own', () => {
    const { get, event, Events, as } = invited()
    Events.patch({ extendedProperties: { private: { deal: '17' }, shared: { kind: 'x' } }, colorId: '5' } as never, shared, event.id)
    as(mm).patch({ colorId: '7', extendedProperties: { private: { mine: '1' } } } as never, mm, event.id)
    expect(get(mm)).toMatchObject({
      iCalUID: event.iCalUID,
      colorId: '7',
      extendedProperties: { private: { mine: '1' }, shared: { kind: 'x' } },
    })
    expect(get(mm).organizer).toEqual({ email: shared })
    expect(get(mm).attendees?.[1]).toMatchObject({ email: mm, self: true })
    expect(get()).toMatchObject({ colorId: '5', extendedProperties: { private: { deal: '17' } } })
  })

  test('documented: what the organiser changes reaches the copy, the end too', () => {
    const { get, event, Events, fired, hand, place } = invited()
    Events.patch({ summary: 'ММ_Фонд' }, shared, event.id)
    expect(get(mm).summary).toBe('ММ_Фонд')
    hand.remove(place)
    expect(get(mm).status).toBe('cancelled')
    expect(fired.slice(-2).map(({ calendarId }) => calendarId)).toEqual([shared, mm])
  })

  test('documented: an answer on the copy reaches the organiser; to take the copy away is to decline', () => {
    const { get, event, hand } = invited()
    hand.answer({ calendarId: mm, id: event.id, guest: mm, response: 'accepted' })
    expect(get().attendees?.[1]?.responseStatus).toBe('accepted')
    hand.remove({ calendarId: mm, id: event.id, user: mm })
    expect([get().status, get().attendees?.[1]?.responseStatus, get(mm).status]).toEqual(['confirmed', 'declined', 'cancelled'])
  })

  test('assumed: series and their exceptions', () => {
    const { hand, put, as } = handDesk()
    const series = put('Планёрка', '2026-11-26T10:00', ['RRULE:FREQ=WEEKLY;COUNT=3'])
    hand.invite({ calendarId: shared, id: series.id, guests: [mm], user: mm })
    hand.patch({ calendarId: shared, id: `${series.id}_20261203T070000Z`, start: '2026-12-04T10:00', user: mm })
    hand.patchFollowing({ calendarId: shared, id: `${series.id}_20261210T070000Z`, summary: 'Летучка', user: mm })
    const items = as(mm).list(mm, { singleEvents: true, orderBy: 'startTime' }).items!
    expect(items.map(({ summary, start }) => [summary, start?.dateTime?.slice(8, 10)])).toEqual([
      ['Планёрка', '26'],
      ['Планёрка', '04'],
      ['Летучка', '10'],
    ])
  })
})

describe('another organiser', () => {
  const text = 'Shared properties can only be changed by the organizer of the event.'
  const received = (more = {}) => {
    const one = handDesk()
    const event = one.hand.receive({
      calendarId: shared,
      organizer: 'boss@example.com',
      summary: 'Совещание',
      start: '2026-11-26T10:00',
      end: '2026-11-26T11:00',
      ...more,
    })
    return { ...one, event }
  }

  test.each([
    ['title', { summary: 'х' }],
    ['time', { start: { dateTime: '2026-11-26T12:00:00+03:00' }, end: { dateTime: '2026-11-26T13:00:00+03:00' } }],
    ['guests', { attendees: [] }],
  ])('observed: a patch of %s is 403', (_, resource) => {
    const { Events, event } = received()
    expect(failure(() => Events.patch(resource, shared, event.id))).toEqual({
      name: 'GoogleJsonResponseException',
      message: `API call to calendar.events.patch failed with error: ${text}`,
      code: 403,
    })
  })

  test('observed: the reason stands in the details', () => {
    const { Events, event } = received()
    const work = () => Events.patch({ summary: 'х' }, shared, event.id)
    expect(work).toThrow(
      expect.objectContaining({
        details: { code: 403, message: text, errors: [{ domain: 'calendar', reason: 'forbiddenForNonOrganizer', message: text }] },
      }),
    )
  })

  test('documented: an update is 403 even where a patch is let through; a patch of the own things is', () => {
    const { Events, event, hand } = received()
    expect(Events.patch({ colorId: '5', reminders: { useDefault: true } }, shared, event.id).colorId).toBe('5')
    hand.setRules({ rules: { sharedPatch: 'ownCopy' } })
    expect(failure(() => Events.update({ summary: 'х', start: event.start, end: event.end }, shared, event.id)).code).toBe(403)
  })

  test('assumed: with sharedPatch «ownCopy» the copy alone changes', () => {
    const { as, event, hand, Events } = invited()
    hand.setRules({ rules: { sharedPatch: 'ownCopy' } })
    as(mm).patch({ summary: 'моё' }, mm, event.id)
    expect([as(mm).get(mm, event.id).summary, Events.get(shared, event.id).summary]).toEqual(['моё', 'ММ_АНО «Причал»'])
  })

  test('documented: where guests may modify, their change is everybody’s', () => {
    const { as, event, Events } = invited()
    Events.patch({ guestsCanModify: true }, shared, event.id)
    as(mm).patch({ summary: 'общее' }, mm, event.id)
    expect(Events.get(shared, event.id).summary).toBe('общее')
  })

  test('assumed: a person’s hand is refused in the same way', () => {
    const { hand, event } = received()
    expect(() => hand.patch({ calendarId: shared, id: event.id, summary: 'х', user: mm })).toThrow(text)
  })
})

describe('Events.move', () => {
  test('documented: the destination becomes the organiser, the id stays, a sync tells that it is gone here', () => {
    const { Events, put, list, hand } = handDesk()
    hand.addCalendar({ id: 'archive@group.calendar.google.com', summary: 'Архив' })
    const slot = put('ММ консультация', '2026-11-26T10:00')
    const syncToken = list().nextSyncToken
    const moved = Events.move(shared, slot.id, 'archive@group.calendar.google.com')
    expect(moved).toMatchObject({
      id: slot.id,
      organizer: { email: 'archive@group.calendar.google.com', displayName: 'Архив', self: true },
    })
    expect(list({ syncToken }).items!.map(({ id, status }) => [id, status])).toEqual([[slot.id, 'cancelled']])
    expect(Events.list('archive@group.calendar.google.com').items).toHaveLength(1)
  })

  test('observed: one instance of a series is 400', () => {
    const { as, put } = handDesk()
    const series = put('ТЛ консультация', '2026-11-26T13:00', ['RRULE:FREQ=WEEKLY;COUNT=2'])
    expect(failure(() => as(mm).move(shared, `${series.id}_20261203T100000Z`, mm))).toMatchObject({
      code: 400,
      message: 'API call to calendar.events.move failed with error: Cannot change the organizer of an instance.',
    })
  })

  test('assumed: a series moves with its exceptions; another organiser’s event does not', () => {
    const { as, hand, put, state } = handDesk()
    const series = put('ТЛ консультация', '2026-11-26T13:00', ['RRULE:FREQ=WEEKLY;COUNT=3'])
    hand.patch({ calendarId: shared, id: `${series.id}_20261203T100000Z`, summary: 'ТЛ_Фонд', user: mm })
    as(mm).move(shared, series.id, mm)
    expect(
      as(mm)
        .list(mm, { singleEvents: true })
        .items!.map(({ summary }) => summary),
    ).toEqual(['ТЛ консультация', 'ТЛ_Фонд', 'ТЛ консультация'])
    const foreign = hand.receive({
      calendarId: shared,
      organizer: 'boss@example.com',
      summary: 'х',
      start: '2026-11-26T10:00',
      end: '2026-11-26T11:00',
    })
    expect(failure(() => as(mm).move(shared, foreign.id, mm)).code).toBe(403)
    expect(state.calendars[shared]!.events.filter(({ status }) => status !== 'cancelled')).toHaveLength(1)
  })
})
