import { desk, failure, slot } from '../fixtures/calendarDesk'
import { calendarId } from '../fixtures/testHost'

describe('Calendar.Events.list', () => {
  const week = () => {
    const one = desk()
    one.insert(slot('раннее', '09:00', '10:00'))
    one.insert(
      slot('среднее', '10:00', '11:00', { description: 'для АНО «Надежда»', extendedProperties: { private: { deal: '17' } } as never }),
    )
    one.insert(slot('позднее', '11:00', '12:00'))
    one.insert({ summary: 'Отпуск ММ', start: { date: '2026-11-26' }, end: { date: '2026-11-27' } })
    return one
  }
  const ordered = { singleEvents: true, orderBy: 'startTime' }

  test('documented: timeMin bounds the end, timeMax the start, both exclusive', () => {
    const window = { timeMin: '2026-11-26T10:00:00+03:00', timeMax: '2026-11-26T11:00:00+03:00' }
    expect(week().titles({ ...ordered, ...window })).toEqual(['Отпуск ММ', 'среднее'])
    expect(week().titles({ ...ordered, timeMin: '2026-11-26T21:00:00Z' })).toEqual([])
  })

  const forbidden: [string, object][] = [
    ['timeMin without an offset', { timeMin: '2026-11-26T10:00:00' }],
    ['an empty window', { timeMin: '2026-11-26T10:00:00Z', timeMax: '2026-11-26T10:00:00Z' }],
    ['orderBy startTime without singleEvents', { orderBy: 'startTime' }],
    ['maxResults 0', { maxResults: 0 }],
    ['a foreign page token', { pageToken: 'x' }],
    ['a name it does not know', { singleEvent: true }],
  ]
  test.each(forbidden)('documented: %s is 400', (_, options) => {
    expect(failure(() => week().list(options)).code).toBe(400)
  })

  test('documented: private properties and words narrow the list', () => {
    expect(week().titles({ privateExtendedProperty: 'deal=17' })).toEqual(['среднее'])
    expect(week().titles({ privateExtendedProperty: ['deal=17', 'version=1'] })).toEqual([])
    expect(week().titles({ q: 'надежда' })).toEqual(['среднее'])
  })

  test('documented: pages; the sync token stands on the last one only', () => {
    const { list } = week()
    const first = list({ maxResults: 3 })
    expect([first.items?.length, typeof first.nextPageToken, first.nextSyncToken]).toEqual([3, 'string', undefined])
    const second = list({ maxResults: 3, pageToken: first.nextPageToken })
    expect([second.items?.length, second.nextPageToken, typeof second.nextSyncToken]).toEqual([1, undefined, 'string'])
    expect(new Set([...first.items!, ...second.items!].map((event) => event.id)).size).toBe(4)
  })

  test('documented: 250 a page by default, 2,500 at most', () => {
    const { insert, list } = desk()
    for (let index = 0; index < 2600; index++) insert(slot(`${index}`, '10:00', '11:00'))
    expect(list().items).toHaveLength(250)
    expect(list({ maxResults: 9999 }).items).toHaveLength(2500)
  })

  test('documented: with updatedMin deletions since then are listed', () => {
    const { list, Events, host, insert } = week()
    host.state.now += 3_600_000
    Events.remove(calendarId, insert(slot('снято', '15:00', '16:00')).id!)
    expect(list({ updatedMin: '2026-11-23T09:30:00+03:00' }).items!.map(({ summary, status }) => [summary, status])).toEqual([
      ['снято', 'cancelled'],
    ])
  })

  test('documented: fields', () => {
    expect(week().list({ ...ordered, maxResults: 1, fields: 'items(summary),nextSyncToken' })).toEqual({
      items: [{ summary: 'Отпуск ММ' }],
    })
  })
})

describe('Calendar.Events.list with a sync token', () => {
  const synced = (options: object = {}) => {
    const one = desk()
    const [a, b] = [one.insert(slot('а', '09:00', '10:00')), one.insert(slot('б', '10:00', '11:00'))]
    return { ...one, a, b, token: one.list(options).nextSyncToken }
  }

  test('documented: nothing new, then the changed and the cancelled ones', () => {
    const { list, Events, a, b, insert, token } = synced()
    expect(list({ syncToken: token }).items).toEqual([])
    Events.patch({ summary: 'а2' }, calendarId, a.id!)
    Events.remove(calendarId, b.id!)
    insert({ summary: 'в', start: { date: '2026-12-01' }, end: { date: '2026-12-02' } })
    const changes = list({ syncToken: token })
    expect(changes.items!.map(({ summary, status }) => [summary, status])).toEqual([
      ['а2', 'confirmed'],
      [undefined, 'cancelled'],
      ['в', 'confirmed'],
    ])
    expect(list({ syncToken: changes.nextSyncToken }).items).toEqual([])
    expect(list({ syncToken: token }).items).toHaveLength(3)
  })

  test('documented: a change made between two pages comes with the next sync', () => {
    const { list, Events, a, b } = synced()
    const first = list({ maxResults: 1 })
    Events.patch({ summary: 'сменилось' }, calendarId, first.items![0]!.id!)
    const last = list({ maxResults: 1, pageToken: first.nextPageToken })
    expect([first.items![0]!.id, last.items![0]!.id].sort()).toEqual([a.id, b.id].sort())
    expect(list({ syncToken: last.nextSyncToken }).items!.map((event) => event.summary)).toEqual(['сменилось'])
  })

  test('documented: incremental pages', () => {
    const { list, Events, a, b, token } = synced()
    for (const event of [a, b]) Events.patch({ colorId: '2' }, calendarId, event.id!)
    const first = list({ syncToken: token, maxResults: 1 })
    expect(first.nextSyncToken).toBeUndefined()
    const last = list({ syncToken: token, maxResults: 1, pageToken: first.nextPageToken })
    expect(last.items).toHaveLength(1)
    expect(last.nextSyncToken).toBeDefined()
  })

  test.each([
    { timeMin: '2026-11-26T10:00:00Z' },
    { timeMax: '2026-11-26T10:00:00Z' },
    { q: 'а' },
    { orderBy: 'updated' },
    { privateExtendedProperty: 'a=b' },
    { showDeleted: false },
  ])('documented: not together with %j', (extra) => {
    const { list, token } = synced()
    expect(failure(() => list({ syncToken: token, ...extra })).code).toBe(400)
  })

  test('assumed: other parameters than the first list had are refused', () => {
    const { list, token } = synced({ singleEvents: true })
    expect(failure(() => list({ syncToken: token })).code).toBe(400)
    expect(list({ syncToken: token, singleEvents: true }).items).toEqual([])
  })

  test('documented: a narrowed list mints no token', () => {
    expect(synced().list({ q: 'а' }).nextSyncToken).toBeUndefined()
  })

  test('documented: a token that is too old is 410', () => {
    const { list, calendar, token } = synced()
    calendar.oldestValidRevision = calendar.revision + 1
    expect(failure(() => list({ syncToken: token }))).toEqual({
      name: 'GoogleJsonResponseException',
      message: 'API call to calendar.events.list failed with error: Sync token is no longer valid, a full sync is required.',
      code: 410,
    })
  })
})
