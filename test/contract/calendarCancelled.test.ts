import { failure } from '../fixtures/calendarDesk'
import { handDesk, mm, shared } from './handDesk'

const removed = () => {
  const one = handDesk()
  const slot = one.put('ММ консультация', '2026-11-26T10:00')
  const other = one.put('АК консультация', '2026-11-26T12:00')
  const syncToken = one.list().nextSyncToken
  one.hand.remove({ calendarId: shared, id: slot.id, user: mm })
  return { ...one, slot, other, syncToken }
}

describe('cancelled events in lists', () => {
  const asked: [string, object][] = [
    ['showDeleted', { showDeleted: true }],
    ['updatedMin', { updatedMin: '2026-11-23T00:00:00+03:00' }],
  ]
  test.each(asked)('documented: %s lists them; the calendar that organises them goes on telling their details', (_, options) => {
    const { list, slot } = removed()
    expect(list(options).items!.find(({ id }) => id === slot.id)).toMatchObject({ status: 'cancelled', summary: 'ММ консультация' })
  })

  test('documented: a sync tells the id and that it is gone, no more', () => {
    const { list, slot, syncToken } = removed()
    expect(list({ syncToken }).items).toEqual([{ kind: 'calendar#event', id: slot.id, status: 'cancelled', etag: expect.any(String) }])
    expect(list().items!.map(({ summary }) => summary)).toEqual(['АК консультация'])
  })

  test('assumed: with deletedDetails «bare» showDeleted tells no more than a sync', () => {
    const { list, slot, hand } = removed()
    hand.setRules({ rules: { deletedDetails: 'bare' } })
    expect(list({ showDeleted: true }).items!.find(({ id }) => id === slot.id)).not.toHaveProperty('summary')
  })

  test('assumed: with cancelledEvents «always» they stand in lists that nobody asked for them', () => {
    const { list, slot, hand } = removed()
    hand.setRules({ rules: { cancelledEvents: 'always' } })
    expect(list({ singleEvents: true }).items!.map(({ id, status }) => [id, status])).toContainEqual([slot.id, 'cancelled'])
  })

  test('documented: a cancelled instance of a living series stands in a plain list, with id, series and original start', () => {
    const { list, put, hand } = handDesk()
    const series = put('ТЛ консультация', '2026-11-26T13:00', ['RRULE:FREQ=WEEKLY;COUNT=3'])
    const id = `${series.id}_20261203T100000Z`
    hand.remove({ calendarId: shared, id, user: mm })
    const [, gone] = list().items!
    expect(gone).toMatchObject({ id, status: 'cancelled', recurringEventId: series.id })
    expect(gone?.originalStartTime?.dateTime).toBe('2026-12-03T13:00:00+03:00')
    expect(gone).not.toHaveProperty('summary')
    expect(list({ singleEvents: true }).items!.map(({ status }) => status)).toEqual(['confirmed', 'confirmed'])
  })
})

describe('out of the bin', () => {
  test('documented: an event comes back under its id, confirmed, and `updated` has grown', () => {
    const { hand, slot, Events, instances } = removed()
    const gone = Events.get(shared, slot.id)
    hand.restore({ calendarId: shared, id: slot.id, user: mm })
    const back = Events.get(shared, slot.id)
    expect(back).toMatchObject({ id: slot.id, status: 'confirmed', summary: 'ММ консультация' })
    expect(back.updated! > gone.updated!).toBe(true)
    expect(instances().map(({ id }) => id)).toContain(slot.id)
  })

  test('assumed: a series comes back with the instances that people had changed, and without those they had deleted before', () => {
    const { hand, put, instances } = handDesk()
    const series = put('ТЛ консультация', '2026-11-26T13:00', ['RRULE:FREQ=WEEKLY;COUNT=3'])
    const at = (day: string) => ({ calendarId: shared, id: `${series.id}_202612${day}T100000Z`, user: mm })
    hand.patch({ ...at('03'), summary: 'ТЛ_Фонд' })
    hand.remove(at('10'))
    hand.remove({ calendarId: shared, id: series.id, user: mm })
    expect(instances()).toEqual([])
    hand.restore({ calendarId: shared, id: series.id, user: mm })
    expect(instances({ orderBy: 'startTime' }).map(({ summary }) => summary)).toEqual(['ТЛ консультация', 'ТЛ_Фонд'])
  })
})

describe('updated and etag', () => {
  test('documented: both change with each change, within one millisecond too', () => {
    const { hand, slot, other } = removed()
    const stamps = ['а', 'б', 'в'].map((summary) => hand.patch({ calendarId: shared, id: other.id, summary, user: mm }))
    expect(new Set([other, ...stamps].map(({ updated }) => updated)).size).toBe(4)
    expect([...stamps].sort((a, b) => (a.updated < b.updated ? -1 : 1))).toEqual(stamps)
    expect(new Set(stamps.map(({ etag }) => etag)).size).toBe(3)
    expect(slot.updated < stamps[0]!.updated).toBe(true)
  })

  test('documented: other reminders move the etag, not `updated`', () => {
    const { Events, other } = removed()
    const after = Events.patch({ reminders: { useDefault: false, overrides: [{ method: 'popup', minutes: 10 }] } }, shared, other.id)
    expect([after.updated, after.etag === other.etag]).toEqual([other.updated, false])
  })
})

describe('sync tokens', () => {
  const refused = (syncToken: string | undefined, rules = {}) => {
    const one = handDesk()
    one.put('ММ консультация', '2026-11-26T10:00')
    one.hand.setRules({ rules })
    return failure(() => one.list({ syncToken }))
  }
  const foreign = () => handDesk().as(mm).list(mm, {}).nextSyncToken
  const prefix = 'API call to calendar.events.list failed with error: '

  test.each([
    ['observed: a damaged one is 400', 'CPDAlvWDx70CEPDAlvWDx70CGAU='],
    ['observed: a cut one is 400', 'S'],
    ['assumed: one of another calendar is 400', undefined],
  ])('%s', (_, token) => {
    expect(refused(token ?? foreign())).toMatchObject({ code: 400, message: `${prefix}Invalid sync token value.` })
  })

  test('assumed: or 410, where the world says so', () => {
    const expired = { code: 410, message: `${prefix}Sync token is no longer valid, a full sync is required.` }
    expect(refused(foreign(), { foreignToken: 410 })).toMatchObject(expired)
    expect(refused('S', { damagedToken: 410 })).toMatchObject(expired)
  })

  test('assumed: a page token of another calendar is 400', () => {
    const one = handDesk()
    for (const hour of ['10', '12'])
      one.hand.insert({ calendarId: mm, summary: hour, start: `2026-11-26T${hour}:00`, end: '2026-11-26T13:00', user: mm })
    const pageToken = one.as(mm).list(mm, { maxResults: 1 }).nextPageToken
    expect(failure(() => one.list({ maxResults: 1, pageToken })).code).toBe(400)
  })
})
