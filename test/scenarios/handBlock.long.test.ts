/** A block of cells pasted over others: legal ones stand, «Сегодня» asks about them with one way back, and they go back together, once. */
import type { World } from '../../emulator/world/types'
import type { HandBlock } from '../../src/rpc/screens'
import { call, deskWorld, director, done, inDomain, morozova, nextTick, office, sheet } from '../fixtures/desk'
import { columnOf, registerEqualsJournal, rowsOf } from '../fixtures/register'

const messengers = (world: World) => rowsOf(world, 'Клиенты').map(({ cells }) => cells['Мессенджер'])
const blocksOf = (world: World, user = office): readonly HandBlock[] => done(world, 'desk/today', {}, user).blocks

/** Over the messengers of so many clients, one below the other. */
function pasted(count: number, user = office): { readonly world: World; readonly before: ReturnType<typeof messengers> } {
  const world = inDomain(deskWorld())
  const column = columnOf(sheet(world, 'Клиенты'), 'Мессенджер')
  const before = messengers(world)
  expect(before.length).toBeGreaterThanOrEqual(count)
  world.hand.paste({ sheet: 'Клиенты', row: 2, column, values: Array.from({ length: count }, (_, at) => [`вставлено ${at}`]), user })
  return { world, before }
}

test('put back together, journalled, once', () => {
  const { world, before } = pasted(24)
  expect(messengers(world).filter((text) => String(text).startsWith('вставлено'))).toHaveLength(24)
  const [block, ...others] = blocksOf(world)
  expect([block?.cells, block?.text, others]).toEqual([
    24,
    expect.stringMatching(/^Изменено сразу 24 ячейки: Титова О\. Д\., .* — Мессенджер$/),
    [],
  ])
  nextTick(world)
  expect(blocksOf(world)).toEqual([block])
  const { at, who } = block as HandBlock
  expect(done(world, 'desk/settleBlock', { at, who, take: true })).toEqual({ settled: true })
  expect(messengers(world)).toEqual(before)
  expect(blocksOf(world)).toEqual([])
  const lines = rowsOf(world, 'Журнал').length
  expect(done(world, 'desk/settleBlock', { at, who, take: true })).toEqual({ settled: true })
  expect(rowsOf(world, 'Журнал')).toHaveLength(lines)
  expect(rowsOf(world, 'Журнал').filter(({ cells }) => cells['Что'] === 'hand/putBack')).toHaveLength(24)
  registerEqualsJournal(world)
})

test('what somebody has changed since stays', () => {
  const { world, before } = pasted(24)
  const [block] = blocksOf(world)
  const column = columnOf(sheet(world, 'Клиенты'), 'Мессенджер')
  world.state.now += 120_000
  world.hand.type({ sheet: 'Клиенты', row: 5, column, value: 'дописано потом', user: office })
  const { at, who } = block as HandBlock
  done(world, 'desk/settleBlock', { at, who, take: true })
  expect(messengers(world)).toEqual(before.map((text, index) => (index === 3 ? 'дописано потом' : text)))
  registerEqualsJournal(world)
})

test('«Так и надо»: the cells stay, nobody is asked again', () => {
  const { world } = pasted(24)
  const after = messengers(world)
  const { at, who } = blocksOf(world)[0] as HandBlock
  done(world, 'desk/settleBlock', { at, who, take: false })
  nextTick(world)
  expect([messengers(world), blocksOf(world)]).toEqual([after, []])
})

test('twenty cells are work like any other', () => {
  expect(blocksOf(pasted(20).world)).toEqual([])
})

test('whoever pasted it is asked, and the office; nobody else', () => {
  const { world } = pasted(24)
  expect([office, director, morozova].map((user) => blocksOf(world, user).length)).toEqual([1, 1, 0])
  const { at, who } = blocksOf(world)[0] as HandBlock
  expect(call(world, 'desk/settleBlock', { at, who, take: true }, morozova)).toMatchObject({ ok: false, problem: { code: 'notAllowed' } })
})
