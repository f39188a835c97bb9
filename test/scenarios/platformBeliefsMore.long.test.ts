/** More of what Google does and a first office meets: etags that grow, answers to letters, ticks without a calendar, frames, series without an end. */
import type { World } from '../../emulator/world/types'
import { answer, copy, drag, insert, invite, note, openLines, rename, settle } from '../fixtures/consultantHand'
import { booked, bookInput, call, deskWorld, director, done, eventOf, nextTick, office, phoned, slotsOf } from '../fixtures/desk'
import { bookedWorld, check, move } from '../fixtures/movingDesk'
import { rowsOf } from '../fixtures/register'

describe('an etag that has grown (412), where the event itself is to be moved', () => {
  const moving = () => {
    const { world, card } = bookedWorld()
    const at = { start: '2026-11-25T09:00', end: '2026-11-25T10:00', etag: eventOf(world, card.deal.eventId).etag }
    return { world, id: card.deal.eventId, input: move(world, card, { slot: null, at }) }
  }

  test.each<[string, (world: World, id: string) => unknown]>([
    ['notes', (world, id) => note(world, id, { description: 'ключ на вахте', colorId: '5' })],
    ['a guest', (world, id) => invite(world, id, 'guest@example.com')],
    [
      'a guest’s answer',
      (world, id) => {
        invite(world, id, 'guest@example.com')
        answer(world, id, 'guest@example.com', 'accepted')
      },
    ],
  ])('by %s: it is moved, and what stands on it stays', (_what, grow) => {
    const { world, id, input } = moving()
    grow(world, id)
    const dressed = eventOf(world, id)
    expect(done(world, 'deal/reschedule', input).card.deal.start).toBe('2026-11-25T09:00')
    const { description, attendees } = eventOf(world, id)
    expect([description, attendees]).toEqual([dressed.description, dressed.attendees])
    check(world)
  })

  test.each<[string, (world: World, id: string) => unknown]>([
    ['another time', (world, id) => drag(world, id, '2026-11-24T16:00')],
    ['given free', (world, id) => rename(world, id, 'ММ консультация')],
    ['a colleague’s', (world, id) => rename(world, id, 'ОП_АНО «Причал»')],
  ])('%s: somebody was faster, and nothing is changed', (_what, change) => {
    const { world, id, input } = moving()
    change(world, id)
    const stood = eventOf(world, id)
    expect(call(world, 'deal/reschedule', input).ok).toBe(false)
    expect(eventOf(world, id)).toEqual(stood)
  })

  test.each<[string, (world: World, booked: string) => { readonly id: string }]>([
    ['the free event behind a slot', (world) => insert(world, 'ММ консультация', '2026-11-26T11:00', '2026-11-26T12:00')],
    [
      'a copy of a booking behind it, which its consultant has made a free hour',
      (world, booked) => rename(world, copy(world, booked, '2026-11-26T11:00', true).id, 'ММ консультация'),
    ],
  ])('%s, with a note on it since, gives its beginning', (_what, free) => {
    const { world, card } = bookedWorld()
    insert(world, 'ММ консультация', '2026-11-26T10:00', '2026-11-26T11:00')
    const behind = free(world, card.deal.eventId)
    const waiting = phoned(world, 'Фонд «Север»')
    const slot = slotsOf(world, 'ММ').find(({ start }) => start === '2026-11-26T10:00')
    if (slot === undefined) throw new Error('the hour is not offered')
    const { join = null, heldBy: _, ...ref } = slot as typeof slot & { heldBy?: unknown }
    note(world, behind.id, { description: 'после обеда' })
    expect(done(world, 'deal/book', { ...bookInput(waiting, ref, { minutes: 90 }), join }).card.deal.end).toBe('2026-11-26T11:30')
    check(world)
  })
})

describe('answers to letters', () => {
  const repliesOf = (world: World): string[] => {
    const before = world.state.letters.length
    booked(world, 'АНО «Причал»')
    done(world, 'outbox/send', {})
    return [...new Set(world.state.letters.slice(before).map(({ replyTo }) => replyTo))]
  }

  test('go to the office manager, whoever’s account sends', () => {
    expect(repliesOf(deskWorld())).toEqual([office])
  })

  test('or to the address of «Настройки»; what is no address is refused', () => {
    const world = deskWorld()
    expect(call(world, 'settings/save', { values: { repliesTo: 'на почту' } }, director).ok).toBe(false)
    done(world, 'settings/save', { values: { repliesTo: 'desk@centre.example' } }, director)
    expect(repliesOf(world)).toEqual(['desk@centre.example'])
    const [sample] = done(world, 'letter/samples', {}, director).letters
    done(world, 'letter/test', { kind: sample?.kind ?? '' }, director)
    expect(world.state.letters.at(-1)?.replyTo).toBe('desk@centre.example')
  })
})

describe('a tick that cannot read the calendar', () => {
  const heartbeat = (world: World) => done(world, 'settings/open', {}, director).checks.find(({ key }) => key === 'heartbeat')

  test.each(['permission', 'gone', 'transient'] as const)('%s: «Проверка» says that the trigger is alive, and what is not', (kind) => {
    const world = deskWorld()
    settle(world)
    expect(heartbeat(world)?.state).toBe('good')
    world.faults.next('Calendar.Events.list', kind, { times: 1000, run: { fn: 'tick' } })
    for (let tick = 0; tick < 2; tick++) nextTick(world)
    expect(heartbeat(world)).toMatchObject({ state: 'bad', text: expect.stringMatching(/программа запускается.*календарь не читается с/) })
    world.faults.lift()
    nextTick(world)
    expect(heartbeat(world)?.state).toBe('good')
  })
})

describe('pages in Google’s frames', () => {
  const shown = (world: World): [string, string][] =>
    ['showSidebar', 'openSettings', 'openImport', 'openSlotBoard'].flatMap((fn) =>
      world
        .invoke({ fn, entry: 'menu', user: director })
        .ui.flatMap((effect): [string, string][] => ('html' in effect ? [[fn, effect.html]] : [])),
    )
  const page = (world: World): string =>
    String(
      (world.invoke({ fn: 'doGet', entry: 'webGet', user: '', args: [{ parameter: { p: 'r', d: '1' } }] }).value as { content: string })
        .content,
    )

  test('links open a window of their own, as Google lets no page lead the one around it away', () => {
    const world = deskWorld()
    const pages = [...shown(world), ['doGet', page(world)] as const]
    expect(pages).toHaveLength(5)
    for (const [name, html] of pages) {
      expect([name, /<base target="(\w+)">/.exec(html)?.[1]]).toEqual([name, '_blank'])
      expect([name, /target[:=]\s*"_(top|parent|self)"/.exec(html)]).toEqual([name, null])
    }
  })

  test('the width of a phone is told by addMetaTag', () => {
    expect(page(deskWorld())).toContain('<meta name="viewport" content="width=device-width, initial-scale=1">')
  })
})

describe('a series without an end', () => {
  const linesOf = (world: World, id: string) => openLines(world).filter((line) => line.includes(id))

  test('is looked at as far as the horizon; one wrong title in it is one line, which goes with its cause', () => {
    const world = deskWorld()
    settle(world)
    const before = rowsOf(world, 'Зеркало календаря').length
    const wrong = insert(world, 'ММ консультацыя', '2026-11-25T16:00', '2026-11-25T17:00', ['RRULE:FREQ=WEEKLY'])
    const daily = insert(world, 'СБ консультация', '2026-11-25T16:00', '2026-11-25T17:00', ['RRULE:FREQ=DAILY'])
    settle(world)
    expect([linesOf(world, wrong.id).length, linesOf(world, daily.id).length]).toEqual([1, 0])
    expect(rowsOf(world, 'Зеркало календаря').length - before).toBeLessThan(60)
    rename(world, daily.id, 'СБ_АНО «Никто»')
    rename(world, wrong.id, 'ММ консультация')
    settle(world)
    expect([linesOf(world, wrong.id).length, linesOf(world, daily.id).length]).toEqual([0, 1])
  })
})
