/** The sheet and the own booking: many cells emptied at once come back together, and what has been held already is entered with a note. */
import type { World } from '../../emulator/world/types'
import { call, completeClient, deskWorld, director, done, inDomain, morozova, nextTick, office, sheet } from '../fixtures/desk'
import { columnOf, registerEqualsJournal, rowsOf } from '../fixtures/register'
import { filled, move } from '../fixtures/stages'

const cardOf = (world: World, id: number) => done(world, 'deal/open', { id, row: null, clientId: null }, director)

describe('many cells at once', () => {
  const empty = (world: World, rows: number) => {
    const column = columnOf(sheet(world, 'Клиенты'), 'E-mail')
    world.hand.paste({ sheet: 'Клиенты', row: 2, column, values: Array.from({ length: rows }, () => ['']), user: office })
  }
  const emails = (world: World) => rowsOf(world, 'Клиенты').map(({ cells }) => cells['E-mail'])

  test('a column emptied comes back as a whole, and a toast says of how many', () => {
    const world = deskWorld()
    const before = emails(world)
    empty(world, 60)
    expect(emails(world)).toEqual(before)
    const toast = world.state.executions.flatMap(({ ui }) => ui).find(({ kind }) => kind === 'toast')
    expect(toast).toMatchObject({ message: expect.stringMatching(/опустело сразу \d+ ячее?к/) })
    registerEqualsJournal(world)
  })

  test('a few are work', () => {
    const world = deskWorld()
    empty(world, 5)
    expect(emails(world).slice(0, 5)).toEqual([null, null, null, null, null])
    registerEqualsJournal(world)
  })
})

describe('I9: a consultation that has been held already', () => {
  const { organisation: _, ...person } = completeClient
  const input = {
    clientId: null,
    client: { ...person, organisation: 'АНО «Вчера»' },
    consultant: 'ММ',
    topic: 10,
    request: '',
    format: 'phone',
    place: '',
    slot: null,
  } as const
  const yesterday = { start: '2026-11-20T11:00', end: '2026-11-20T12:00' }

  test('is entered with a note, stands in the calendar, and nobody outside is written to', () => {
    const world = inDomain(deskWorld())
    expect(call(world, 'deal/bookOwn', { ...input, at: yesterday }, morozova)).toMatchObject({ problem: { code: 'reasonNeeded' } })
    const { card } = done(world, 'deal/bookOwn', { ...input, at: yesterday, overrideReason: 'позвонили прямо мне' }, morozova)
    expect(card.deal).toMatchObject({
      stage: 'assigned',
      start: yesterday.start,
      comments: expect.stringMatching(/внесена уже проведённая консультация.* — позвонили прямо мне/),
    })
    const held = move(world, card, 'held', { fields: filled }, morozova)
    nextTick(world)
    nextTick(world)
    expect(cardOf(world, held.deal.id).deal).toMatchObject({ stage: 'held', start: yesterday.start })
    expect(world.state.letters.filter(({ to }) => to === completeClient.email)).toEqual([])
    registerEqualsJournal(world)
  })

  test.each([
    ['another’s', { ...input, at: yesterday, overrideReason: 'x' }, 'ph9@example.org', 'notAllowed'],
    ['still running', { ...input, at: { start: '2026-11-23T08:30', end: '2026-11-23T09:30' }, overrideReason: 'x' }, morozova, 'badValue'],
    ['of the summer', { ...input, at: { start: '2026-07-20T11:00', end: '2026-07-20T12:00' }, overrideReason: 'x' }, morozova, 'badValue'],
  ] as const)('%s is refused', (_, asked, user, code) => {
    expect(call(inDomain(deskWorld()), 'deal/bookOwn', asked, user)).toMatchObject({ problem: { code } })
  })
})
