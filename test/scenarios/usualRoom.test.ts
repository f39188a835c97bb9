/** The room proposed with an hour: where two clients of this consultant were sent already, in this week and the coming ones. */
import type { Input } from '../../src/rpc/contract'
import { bookInput, deskWorld, done, phoned, slotOf } from '../fixtures/desk'

const asked: Input<'slot/list'> = { topic: null, consultant: 'ММ', agreedWith: null, part: null, from: null }

test('no client’s address goes to another client; the room of two does, in the same two calls', () => {
  const world = deskWorld()
  const proposed = () => done(world, 'slot/list', asked).consultants.map(({ place }) => place ?? null)
  const booked = (organisation: string, place: string) =>
    done(world, 'deal/book', bookInput(phoned(world, organisation), slotOf(world), { place }))
  expect(proposed()).toEqual([null])
  booked('АНО «Маяк»', 'каб. 3')
  booked('ТОС «Двор»', 'пр. Ленина, 5, кв. 8')
  expect(proposed()).toEqual([null])
  booked('Фонд «Поморье»', 'каб. 3')
  const { calls } = world
    .fork()
    .invoke({ fn: 'rpc', entry: 'rpc', user: 'office@example.org', args: [{ method: 'slot/list', input: asked }] })
  expect([proposed(), calls.filter(({ leaves }) => leaves).length]).toEqual([['каб. 3'], 2])
})
