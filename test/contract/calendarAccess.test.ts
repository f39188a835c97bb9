import type { AccessRole } from '../../emulator/world/types'
import { failure, slot } from '../fixtures/calendarDesk'
import { handDesk, mm, shared } from './handDesk'

const reader = 'reader@example.org'

const sharedWith = (role: AccessRole) => {
  const one = handDesk()
  const open = one.put('ММ консультация', '2026-11-26T10:00')
  const closed = one.put('ММ врач', '2026-11-26T12:00')
  one.hand.patch({ calendarId: shared, id: closed.id, visibility: 'private', description: 'анализы', user: mm })
  one.hand.share({ calendarId: shared, email: reader, role })
  return { ...one, open, closed, mine: one.as(reader) }
}

describe('access of people', () => {
  const roles: [AccessRole, boolean, (string | undefined)[]][] = [
    ['owner', true, ['ММ консультация', 'ММ врач']],
    ['writer', true, ['ММ консультация', 'ММ врач']],
    ['writerWithoutPrivateAccess', true, ['ММ консультация', undefined]],
    ['reader', false, ['ММ консультация', undefined]],
    ['freeBusyReader', false, [undefined, undefined]],
  ]

  test.each(roles)('documented: %s: may write %s, sees %j', (role, writes, titles) => {
    const { mine } = sharedWith(role)
    const { items, accessRole } = mine.list(shared, { singleEvents: true, orderBy: 'startTime' })
    expect([accessRole, items!.map(({ summary }) => summary)]).toEqual([role, titles])
    const insert = () => mine.insert(slot('х', '15:00', '16:00'), shared)
    if (writes) expect(insert().summary).toBe('х')
    else expect(insert).toThrow('You need to have writer access to this calendar.')
  })

  test('observed: no right to write is 403 with its reason, for every way of writing', () => {
    const { mine, open } = sharedWith('reader')
    const ways = [
      () => mine.patch({ summary: 'х' }, shared, open.id),
      () => mine.update(slot('х', '10:00', '11:00'), shared, open.id),
      () => mine.remove(shared, open.id),
      () => mine.move(shared, open.id, shared),
    ]
    expect(ways.map((way) => failure(way).code)).toEqual([403, 403, 403, 403])
    expect(ways[0]).toThrow(
      expect.objectContaining({
        details: expect.objectContaining({ errors: [expect.objectContaining({ reason: 'requiredAccessLevel' })] }),
      }),
    )
  })

  test('documented: without access there is no such calendar, in the list of calendars neither', () => {
    const { mine } = sharedWith('none')
    expect(failure(() => mine.list(shared))).toMatchObject({
      code: 404,
      message: 'API call to calendar.events.list failed with error: Not Found',
    })
  })

  test('documented: of a private event a reader learns when it is, and nothing else', () => {
    const { mine, closed } = sharedWith('reader')
    const event = mine.get(shared, closed.id)
    expect(event).toMatchObject({
      id: closed.id,
      status: 'confirmed',
      visibility: 'private',
      start: { dateTime: '2026-11-26T12:00:00+03:00' },
    })
    for (const name of ['summary', 'description', 'attendees', 'extendedProperties', 'organizer']) expect(event).not.toHaveProperty(name)
  })

  test('assumed: words and properties do not find what is hidden', () => {
    const { mine } = sharedWith('reader')
    expect(mine.list(shared, { q: 'анализы' }).items).toEqual([])
    expect(mine.list(shared, { q: 'консультация' }).items).toHaveLength(1)
  })

  test('documented: a person’s own calendar is the owner’s alone, and is called primary', () => {
    const { as } = sharedWith('reader')
    expect(as(mm).list('primary').accessRole).toBe('owner')
    expect(failure(() => as(reader).list(mm)).code).toBe(404)
  })

  test('assumed: a hand may no more than a script', () => {
    const { hand, open } = sharedWith('reader')
    expect(() => hand.remove({ calendarId: shared, id: open.id, user: reader })).toThrow('You need to have writer access to this calendar.')
    expect(hand.between({ calendarId: shared, from: '2026-11-26', to: '2026-11-27', user: reader }).map(({ summary }) => summary)).toEqual([
      'ММ консультация',
      '',
    ])
  })
})

describe('an event that Google always refuses', () => {
  test.each([403, 412, 404, 410, 500])('assumed: %d to patch, update and delete until it is lifted; other events go on', (code) => {
    const { Events, hand, put } = handDesk()
    const [bad, good] = [put('а', '2026-11-26T10:00'), put('б', '2026-11-26T12:00')]
    hand.refuse({ calendarId: shared, id: bad.id, code })
    for (let time = 0; time < 3; time++) expect(failure(() => Events.patch({ summary: 'х' }, shared, bad.id)).code).toBe(code)
    expect(failure(() => Events.remove(shared, bad.id)).code).toBe(code)
    expect(Events.get(shared, bad.id).summary).toBe('а')
    expect(Events.patch({ summary: 'х' }, shared, good.id).summary).toBe('х')
    hand.allow({ calendarId: shared, id: bad.id })
    expect(Events.patch({ summary: 'х' }, shared, bad.id).summary).toBe('х')
  })

  test('assumed: only the methods named, in the words given; a person’s hand is not refused', () => {
    const { Events, hand, put } = handDesk()
    const event = put('а', '2026-11-26T10:00')
    hand.refuse({ calendarId: shared, id: event.id, code: 403, message: 'Calendar usage limits exceeded.', methods: ['delete'] })
    expect(Events.patch({ summary: 'х' }, shared, event.id).summary).toBe('х')
    expect(failure(() => Events.remove(shared, event.id)).message).toBe(
      'API call to calendar.events.delete failed with error: Calendar usage limits exceeded.',
    )
    hand.remove({ calendarId: shared, id: event.id, user: mm })
    expect(Events.get(shared, event.id).status).toBe('cancelled')
  })
})
