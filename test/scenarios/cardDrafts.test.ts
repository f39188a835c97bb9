/** What is typed on a phone and not saved: kept for the same person's other devices, forgotten when it is saved, old, or its client is forgotten. */
import type { World } from '../../emulator/world/types'
import type { Input } from '../../src/rpc/contract'
import { bookInput, deskWorld, director, done, office, phoned, refusal, run, sheet, slotOf } from '../fixtures/desk'
import { rowsOf, valuesOf } from '../fixtures/register'

const day = 24 * 60 * 60_000
const phone = 'phone-of-titova'

function keep(world: World, id: number, texts: Record<string, string>, part: Partial<Input<'draft/keep'>> = {}, user = office) {
  const told = Object.fromEntries(Object.entries(texts).map(([key, typed]) => [key, { typed, was: '', version: 1 }]))
  const deal = { id, row: null, version: 1, clientId: null }
  return done(world, 'draft/keep', { deal, device: phone, where: 'phone', texts: told, ...part }, user)
}

function drafts(world: World, id: number, user = office) {
  const { drafts = [] } = done(world, 'deal/open', { id, row: null, clientId: null }, user)
  return drafts.map(({ device, where, at, texts }) => [
    device,
    where,
    at,
    Object.fromEntries(Object.entries(texts).map(([key, { typed }]) => [key, typed])),
  ])
}

const rows = (world: World) => rowsOf(world, 'Черновики')

test('another device of the same person finds it, nobody else does; rows that are free again are taken', () => {
  const world = deskWorld()
  const { deal } = phoned(world, 'АНО «Маяк»')
  expect(keep(world, deal.id, { 'deal.content': '=СУММ(1)', 'deal.minutes': '45' })).toEqual({ at: '2026-11-23T09:00' })
  keep(world, deal.id, { 'deal.content': 'Другое' }, { device: 'second-phone', where: 'computer' })
  const first = [phone, 'phone', '2026-11-23T09:00', { 'deal.content': '=СУММ(1)', 'deal.minutes': '45' }]
  expect(drafts(world, deal.id)).toEqual([first, ['second-phone', 'computer', '2026-11-23T09:00', { 'deal.content': 'Другое' }]])
  expect(drafts(world, deal.id, director)).toEqual([])

  keep(world, deal.id, { 'deal.content': 'Смета' })
  expect(drafts(world, deal.id)[0]).toEqual([phone, 'phone', '2026-11-23T09:00', { 'deal.content': 'Смета' }])
  keep(world, deal.id, {})
  keep(world, deal.id, {}, { device: 'second-phone' })
  expect([drafts(world, deal.id), rows(world)]).toEqual([[], []])
  keep(world, deal.id, { 'deal.content': 'Снова', 'deal.request': 'и снова' })
  expect(rows(world).map(({ row }) => row)).toEqual([2, 3])
})

test('an unchanged draft is no write, a repeated one neither; four calls where there is something to write', () => {
  const world = deskWorld()
  const { deal } = phoned(world, 'АНО «Маяк»')
  const { ref } = done(world, 'deal/open', { id: deal.id, row: null, clientId: null })
  const input = { deal: ref, device: phone, where: 'phone', texts: { 'deal.content': { typed: 'Смета', was: '', version: 1 } } }
  const calls = () =>
    run(world, 'draft/keep', input)
      .calls.filter(({ leaves }) => leaves)
      .map(({ name }) => name.split('.').at(-1))
  expect(calls()).toHaveLength(4)
  const before = rows(world)
  expect(calls().filter((name) => name === 'batchUpdate')).toEqual([])
  expect(rows(world)).toEqual(before)
})

test('who may not fill the card keeps nothing on it; a closed one and one that is not there take nothing; giving up always works', () => {
  const world = deskWorld()
  const { deal, ref } = done(world, 'deal/book', bookInput(phoned(world, 'АНО «Маяк»'), slotOf(world))).card
  const input = (id: number, typed: string) => ({
    deal: { id, row: null, version: 1, clientId: null },
    device: phone,
    where: 'phone' as const,
    texts: typed === '' ? {} : { 'deal.content': { typed, was: '', version: 1 } },
  })
  expect(refusal(world, 'draft/keep', input(deal.id, 'Смета'), 'ph9@example.org')).not.toBe('')
  expect(refusal(world, 'draft/keep', input(999_999, 'Смета'))).toMatch('999')
  done(world, 'deal/move', { deal: ref, to: 'lost', reason: 'отказ клиента', fields: {} })
  expect(refusal(world, 'draft/keep', input(deal.id, 'Смета'))).not.toBe('')
  expect(done(world, 'draft/keep', input(deal.id, ''))).toEqual({ at: '2026-11-23T09:00' })
  expect(rows(world)).toEqual([])
})

test('a month later it is gone, with the next one that is kept; of many devices the newest stay', () => {
  const world = deskWorld()
  const { deal } = phoned(world, 'АНО «Маяк»')
  keep(world, deal.id, { 'deal.content': 'Смета' })
  world.state.now += 31 * day
  expect(drafts(world, deal.id)).toEqual([])
  for (let device = 1; device <= 7; device += 1) {
    world.state.now += 60_000
    keep(world, deal.id, { 'deal.content': `${device}` }, { device: `device-number-${device}` })
  }
  expect(drafts(world, deal.id).map(([device]) => device)).toEqual([7, 6, 5, 4, 3].map((n) => `device-number-${n}`))
  expect(rows(world)).toHaveLength(5)
})

test('what people type into the sheet disturbs nobody', () => {
  const world = deskWorld()
  const { deal } = phoned(world, 'АНО «Маяк»')
  keep(world, deal.id, { 'deal.content': 'Смета' })
  const place = valuesOf(world, 'Черновики')[0]?.indexOf('Когда') ?? -1
  const cells = sheet(world, 'Черновики').cells
  cells[1] = (cells[1] ?? []).map((cell, column) => (column === place ? 'вчера' : cell))
  expect(drafts(world, deal.id)).toEqual([])
  keep(world, deal.id, { 'deal.content': 'Снова' })
  expect(drafts(world, deal.id).map(([, , , texts]) => texts)).toEqual([{ 'deal.content': 'Снова' }])
})
