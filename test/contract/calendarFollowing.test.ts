import { failure } from '../fixtures/calendarDesk'
import { handDesk, mm, shared } from './handDesk'

//  ноябрь 2026: чт 26 · декабрь: чт 3, чт 10, чт 17
const weekly = (rule = 'RRULE:FREQ=WEEKLY;COUNT=4') => {
  const one = handDesk()
  const series = one.put('ТЛ консультация', '2026-11-26T13:00', [rule])
  const at = (day: string) => ({ calendarId: shared, id: `${series.id}_202612${day}T100000Z`, user: mm })
  const days = () => one.starts().map((start) => start.slice(8))
  return { ...one, series, at, days }
}

describe('this and following', () => {
  test('observed: the series ends before the instance, another of the name <base>_R<start> begins there', () => {
    const { hand, at, series, Events } = weekly()
    const begun = hand.patchFollowing({ ...at('10'), summary: 'ТЛ онлайн' })
    expect(begun).toMatchObject({ id: `${series.id}_R20261210T100000`, summary: 'ТЛ онлайн', recurrence: ['RRULE:FREQ=WEEKLY;COUNT=2'] })
    expect(Events.get(shared, series.id).recurrence).toEqual(['RRULE:FREQ=WEEKLY;UNTIL=20261210T095959Z'])
  })

  test('observed: its instances are called <base>_<start> and name the new series', () => {
    const { hand, at, series, instances } = weekly()
    hand.patchFollowing({ ...at('10'), summary: 'ТЛ онлайн' })
    expect(instances({ orderBy: 'startTime' }).map(({ id, summary, recurringEventId }) => [id, summary, recurringEventId])).toEqual([
      [`${series.id}_20261126T100000Z`, 'ТЛ консультация', series.id],
      [`${series.id}_20261203T100000Z`, 'ТЛ консультация', series.id],
      [`${series.id}_20261210T100000Z`, 'ТЛ онлайн', `${series.id}_R20261210T100000`],
      [`${series.id}_20261217T100000Z`, 'ТЛ онлайн', `${series.id}_R20261210T100000`],
    ])
  })

  test('observed: other times mean other ids; a sync tells of the lost ones', () => {
    const { hand, at, series, list, days, instances } = weekly()
    const syncToken = list({ singleEvents: true }).nextSyncToken
    hand.patchFollowing({ ...at('10'), start: '2026-12-11T15:00' })
    expect(days()).toEqual(['26T13:00', '03T13:00', '11T15:00', '18T15:00'])
    const told = instances({ syncToken }).filter(({ id }) => !/_20261(126|203)/.test(id!))
    expect(told.map(({ id, status }) => [id!.replace(series.id, ''), status])).toEqual([
      ['_20261210T100000Z', 'cancelled'],
      ['_20261211T120000Z', 'confirmed'],
      ['_20261217T100000Z', 'cancelled'],
      ['_20261218T120000Z', 'confirmed'],
    ])
  })

  test('assumed: a weekly rule of one day follows to the new day', () => {
    const { hand, at, days } = weekly('RRULE:FREQ=WEEKLY;COUNT=3;BYDAY=TH')
    const begun = hand.patchFollowing({ ...at('03'), start: '2026-12-04T13:00' })
    expect(begun.recurrence).toEqual(['RRULE:FREQ=WEEKLY;COUNT=2;BYDAY=FR'])
    expect(days()).toEqual(['26T13:00', '04T13:00', '11T13:00'])
  })

  test('assumed: exceptions behind the cut are lost', () => {
    const { hand, at, instances } = weekly()
    hand.patch({ ...at('10'), summary: 'ТЛ_Фонд' })
    hand.remove(at('17'))
    hand.patchFollowing({ ...at('03'), summary: 'ТЛ онлайн' })
    expect(instances({ orderBy: 'startTime' }).map(({ summary }) => summary)).toEqual([
      'ТЛ консультация',
      'ТЛ онлайн',
      'ТЛ онлайн',
      'ТЛ онлайн',
    ])
  })

  test('assumed: or carried over, as far from their instances as they were', () => {
    const { hand, at, series, instances, days } = weekly()
    hand.setRules({ rules: { cutExceptions: 'carried' } })
    hand.patch({ ...at('10'), summary: 'ТЛ_Фонд', start: '2026-12-10T14:00' })
    hand.remove(at('17'))
    hand.patchFollowing({ ...at('03'), start: '2026-12-04T13:00' })
    expect(days()).toEqual(['26T13:00', '04T13:00', '11T14:00'])
    expect(instances().find(({ summary }) => summary === 'ТЛ_Фонд')).toMatchObject({
      id: `${series.id}_20261211T100000Z`,
      recurringEventId: `${series.id}_R20261203T100000`,
    })
  })

  test('assumed: at the first instance the series itself is changed; a second cut keeps the base of the name', () => {
    const { hand, at, series } = weekly()
    expect(hand.patchFollowing({ ...at('10'), id: `${series.id}_20261126T100000Z`, summary: 'ТЛ' }).id).toBe(series.id)
    hand.patchFollowing({ ...at('03'), summary: 'б' })
    expect(hand.patchFollowing({ ...at('10'), summary: 'в' }).id).toBe(`${series.id}_R20261210T100000`)
  })

  test('assumed: deleted likewise, dates that were left out stay where they belong', () => {
    const { hand, days, at, series, Events } = weekly('RRULE:FREQ=WEEKLY')
    hand.patch({
      ...at('x'),
      id: series.id,
      recurrence: ['RRULE:FREQ=WEEKLY', 'EXDATE;TZID=Europe/Moscow:20261203T130000,20261217T130000'],
    })
    hand.removeFollowing(at('24'))
    expect(days()).toEqual(['26T13:00', '10T13:00'])
    expect(Events.get(shared, series.id).recurrence).toEqual([
      'RRULE:FREQ=WEEKLY;UNTIL=20261224T095959Z',
      'EXDATE;TZID=Europe/Moscow:20261203T130000,20261217T130000',
    ])
  })

  test('assumed: days', () => {
    const { hand, starts } = handDesk()
    const series = hand.insert({
      calendarId: shared,
      summary: 'Отпуск',
      start: '2026-11-30',
      end: '2026-12-01',
      recurrence: ['RRULE:FREQ=DAILY;COUNT=4'],
      user: mm,
    })
    const begun = hand.patchFollowing({ calendarId: shared, id: `${series.id}_20261202`, start: '2026-12-05', user: mm })
    expect([begun.id, begun.recurrence]).toEqual([`${series.id}_R20261202`, ['RRULE:FREQ=DAILY;COUNT=2']])
    expect(starts()).toEqual(['2026-11-30', '2026-12-01', '2026-12-05', '2026-12-06'])
  })
})

describe('ids of instances', () => {
  const opaque = () => {
    const one = weekly()
    one.hand.setRules({ rules: { instanceIds: 'opaque' } })
    return one
  }

  test('observed (announced for the third quarter of 2026): another form, from which neither series nor start can be read', () => {
    const { instances, series } = opaque()
    for (const { id, recurringEventId } of instances()) {
      expect(id).toMatch(/^[a-v0-9]{5,}$/)
      expect(id).not.toContain(series.id)
      expect(recurringEventId).toBe(series.id)
    }
    expect(new Set(instances().map(({ id }) => id)).size).toBe(4)
  })

  test('assumed: they are read, changed and deleted like those of today', () => {
    const { instances, Events, days } = opaque()
    const [first, second] = instances({ orderBy: 'startTime' })
    expect(Events.get(shared, first!.id!).start).toEqual(first!.start)
    expect(Events.patch({ summary: 'ТЛ_Фонд' }, shared, first!.id!).id).toBe(first!.id)
    Events.remove(shared, second!.id!)
    expect(days()).toEqual(['26T13:00', '10T13:00', '17T13:00'])
    expect(failure(() => Events.get(shared, 'vvvvnosuchinstance')).code).toBe(404)
  })

  test('assumed: the form changes in a living world, stored exceptions keep their names', () => {
    const { hand, at, instances, days } = weekly()
    hand.patch({ ...at('10'), summary: 'ТЛ_Фонд' })
    hand.setRules({ rules: { instanceIds: 'opaque' } })
    expect(days()).toHaveLength(4)
    expect(instances().filter(({ id }) => id!.includes('_'))).toHaveLength(1)
  })
})

describe('a single event and a rule', () => {
  const repeated = (rules = {}) => {
    const one = handDesk()
    one.hand.setRules({ rules })
    const single = one.put('ТЛ консультация', '2026-11-26T13:00')
    const syncToken = one.list({ singleEvents: true }).nextSyncToken
    const series = one.hand.patch({ calendarId: shared, id: single.id, recurrence: ['RRULE:FREQ=WEEKLY;COUNT=2'], user: mm })
    return { ...one, single, series, syncToken }
  }

  test('assumed: its id becomes that of the series; instances are new, a sync says nothing of the old id', () => {
    const { single, series, instances, syncToken } = repeated()
    expect(series.id).toBe(single.id)
    const told = instances({ syncToken })
    expect(told.map(({ id, status }) => [id, status])).toEqual([
      [`${single.id}_20261126T100000Z`, 'confirmed'],
      [`${single.id}_20261203T100000Z`, 'confirmed'],
    ])
  })

  test('assumed: or a sync says that the old id is gone', () => {
    const { single, instances, syncToken } = repeated({ madeRecurring: 'told' })
    expect(instances({ syncToken })).toContainEqual(expect.objectContaining({ id: single.id, status: 'cancelled' }))
    expect(instances().map(({ id }) => id)).not.toContain(single.id)
  })

  test('assumed: back again the id is the single event’s, the instances are told as gone', () => {
    const { hand, single, list, instances, starts } = repeated()
    const syncToken = list({ singleEvents: true }).nextSyncToken
    hand.patch({ calendarId: shared, id: single.id, recurrence: null, user: mm })
    expect(starts()).toEqual(['2026-11-26T13:00'])
    expect(instances({ syncToken }).map(({ id, status }) => [id, status])).toEqual([
      [single.id, 'confirmed'],
      [`${single.id}_20261126T100000Z`, 'cancelled'],
      [`${single.id}_20261203T100000Z`, 'cancelled'],
    ])
  })
})

describe('series without an end', () => {
  test('documented: timeMax bounds them, however far the series has come', () => {
    const { starts } = weekly('RRULE:FREQ=WEEKLY')
    expect(starts({ timeMin: '2036-01-01T00:00:00Z', timeMax: '2036-02-01T00:00:00Z' })).toHaveLength(5)
    expect(starts({ timeMax: '2026-12-31T00:00:00Z' })).toHaveLength(5)
  })

  test('assumed: forty of them, in a list that nobody bounds: two years of each', () => {
    const { put, list, instances } = handDesk()
    for (let index = 0; index < 40; index++) put(`${index}`, '2026-11-26T13:00', ['RRULE:FREQ=WEEKLY'])
    const { items, nextPageToken } = list({ singleEvents: true, maxResults: 2500 })
    expect([items!.length, instances({ maxResults: 2500, pageToken: nextPageToken }).length]).toEqual([2500, 40 * 105 - 2500])
  })
})
