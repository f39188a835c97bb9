import { handDesk, mm, shared } from '../contract/handDesk'
import { calendarId } from '../fixtures/testHost'

const booked = () => {
  const one = handDesk()
  const slot = one.put('ММ_АНО «Причал»', '2026-11-26T10:00')
  one.Events.patch({ extendedProperties: { private: { deal: '17' } }, location: 'каб. 3' } as never, shared, slot.id)
  const place = { calendarId: shared, id: slot.id, user: mm }
  return { ...one, slot, place }
}

describe('the same event elsewhere', () => {
  test('cut and pasted: the old id is gone, the new event has the title and place, the marks only when asked', () => {
    const { hand, place, slot, instances, Events } = booked()
    const pasted = hand.cutAndPaste({ ...place, start: '2026-11-27T15:00' })
    expect([pasted.id === slot.id, pasted.summary, pasted.location, pasted.extendedProperties]).toEqual([
      false,
      'ММ_АНО «Причал»',
      'каб. 3',
      undefined,
    ])
    expect(Events.get(shared, slot.id).status).toBe('cancelled')
    expect(instances().map(({ id }) => id)).toEqual([pasted.id])
    expect(hand.cutAndPaste({ calendarId, id: pasted.id, start: '2026-11-28', user: mm }).start).toEqual({ date: '2026-11-28' })
  })

  test('deleted first, copied afterwards: out of the bin', () => {
    const { hand, place } = booked()
    hand.remove(place)
    const copy = hand.duplicate({ ...place, start: '2026-11-27T10:00', withPrivate: true })
    expect([copy.status, copy.extendedProperties?.private]).toEqual(['confirmed', { deal: '17' }])
  })

  test('copied with its guests, and into another calendar', () => {
    const { hand, place, as } = booked()
    hand.invite({ ...place, guests: ['anna@example.net'] })
    hand.duplicate({ ...place, start: '2026-11-27T10:00', withPrivate: false, withGuests: true, toCalendarId: mm })
    expect(as(mm).list(mm, {}).items![0]).toMatchObject({
      summary: 'ММ_АНО «Причал»',
      attendees: [{ email: 'anna@example.net', responseStatus: 'needsAction' }],
    })
  })

  test('moved to another calendar: triggers of both fire, the id stays', () => {
    const { hand, place, slot, fired, as } = booked()
    hand.moveTo({ ...place, toCalendarId: mm })
    expect(as(mm).get(mm, slot.id).organizer).toMatchObject({ email: mm })
    expect(fired.slice(-2).map(({ calendarId: id }) => id)).toEqual([shared, mm])
  })
})

describe('calendars by hand', () => {
  test('shared step by step: who is not named stays owner until «*» says otherwise', () => {
    const { hand, as } = booked()
    hand.share({ calendarId: shared, email: 'reader@example.org', role: 'reader' })
    expect([as('reader@example.org').list(shared).accessRole, as(mm).list(shared).accessRole]).toEqual(['reader', 'owner'])
    hand.share({ calendarId: shared, email: '*', role: 'freeBusyReader' })
    expect(as(mm).list(shared).accessRole).toBe('freeBusyReader')
  })

  test('a rule holds for every calendar, or for one', () => {
    const { hand, state } = booked()
    hand.setRules({ rules: { instanceIds: 'opaque' } })
    hand.setRules({ calendarId: mm, rules: { instanceIds: 'start' } })
    expect([state.calendars[shared]?.rules, state.calendars[mm]?.rules]).toEqual([{ instanceIds: 'opaque' }, { instanceIds: 'start' }])
  })

  test('all refusals are lifted at once', () => {
    const { hand, slot, state } = booked()
    hand.refuse({ calendarId: shared, id: slot.id, code: 403 })
    hand.refuse({ calendarId: shared, id: slot.id, code: 412 })
    expect(state.calendars[shared]?.refusals).toEqual([
      { eventId: slot.id, code: 412, message: 'Precondition Failed', methods: ['patch', 'update', 'delete'] },
    ])
    hand.allow({ calendarId: shared })
    expect(state.calendars[shared]?.refusals).toEqual([])
  })

  test('notes, place, colour and visibility are written and taken away', () => {
    const { hand, place, Events, slot } = booked()
    hand.patch({ ...place, description: 'взять отчёт', colorId: '5', visibility: 'private', location: null })
    const event = Events.get(shared, slot.id)
    expect(event).toMatchObject({ description: 'взять отчёт', colorId: '5', visibility: 'private' })
    expect(event).not.toHaveProperty('location')
  })
})
