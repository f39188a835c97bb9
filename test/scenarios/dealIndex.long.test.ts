/** «Указатель» tells nothing false, after every command that writes, killed anywhere, with older code in between, under anybody's hands; and it mends itself. */
import type { World } from '../../emulator/world/types'
import { indexIn, liesOf, serviceCell } from '../fixtures/dealIndex'
import { deathFaults } from '../fixtures/deaths'
import { answersOf, invocationOf, keys } from '../fixtures/deedRace'
import { createInput, deskWorld, done, nextTick, office, phoned, run, sheet } from '../fixtures/desk'
import { otherDeeds } from '../fixtures/otherDeeds'
import { rowsOf, standingIn } from '../fixtures/register'
import { writingDeeds } from '../fixtures/writingDeeds'

/** `DEALINDEX=all`: every deed, and every call of a run to die at; otherwise some of them. */
const isAll = process.env['DEALINDEX'] === 'all'
const some = <T>(all: readonly T[], apart: number): T[] => all.filter((_, at) => isAll || at % apart === 0)
const everyDeed = Object.entries({ ...writingDeeds, ...otherDeeds })
const deeds = [...new Set([...some(everyDeed, 4), ...everyDeed.filter(([name]) => /Friday|undone|imported|import taken back/.test(name))])]

/** Believed as it stands, it tells what the sheets tell; so it does after a tick, and then it is believed. */
function isTrue(world: World): boolean {
  const index = indexIn(world)
  expect(index === null ? [] : liesOf(world, index)).toEqual([])
  return index !== null
}

function mended(world: World): void {
  nextTick(world)
  expect(isTrue(world)).toBe(true)
}

describe('every command that writes', () => {
  let kept = 0
  test.each(deeds)('%s', (_name, begin) => {
    const { world, ...deed } = begin()
    expect(answersOf([world.invoke(invocationOf(deed, keys[0]))])).toMatchObject([{ ok: true }])
    if (isTrue(world)) kept++
    mended(world)
  })

  test('all but the taking back of an import keep it up themselves', () => {
    expect(deeds.length - kept).toBeLessThanOrEqual(1)
    expect(kept).toBeGreaterThan(deeds.length / 2)
  })
})

describe('killed at every call, before and after it took effect', () => {
  test('a new deal, then a further one', () => {
    const world = deskWorld()
    const { calls } = run(world.fork(), 'deal/create', createInput())
    for (const fault of some(deathFaults(calls), 2)) {
      const dead = world.fork()
      run(dead, 'deal/create', createInput(), office, [fault])
      isTrue(dead)
      phoned(dead, 'Фонд «Север»')
      expect(isTrue(dead)).toBe(true)
    }
  })

  test('the tick that makes it', () => {
    const world = deskWorld()
    forget(world)
    const tick = { fn: 'tick', entry: 'trigger', user: '' } as const
    const { calls } = world.fork().invoke(tick)
    for (const fault of some(deathFaults(calls), 7)) {
      const dead = world.fork()
      dead.invoke(tick, [fault])
      isTrue(dead)
      mended(dead)
    }
  })
})

/** As an older register has it. */
function forget(world: World): void {
  setCell(world, 'Служебное', rowOfKey(world, 'indexed'), 1, '')
}

const rowOfKey = (world: World, key: string): number => sheet(world, 'Служебное').cells.findIndex((row) => standingIn(row?.[0]) === key)

function setCell(world: World, title: string, row: number, column: number, value: string): void {
  const { cells } = sheet(world, title)
  cells[row] = Object.assign([...(cells[row] ?? [])], { [column]: value })
}

/** «Указатель» made, then news below it. */
function standing(): World {
  const world = deskWorld()
  forget(world)
  mended(world)
  phoned(world, 'Фонд «Север»')
  expect(indexIn(world)).not.toBeNull()
  return world
}

const made = standing()

/** What a hand may do to it: the product reads columns, as if it were not there, until the tick has made it anew. */
const hands: readonly (readonly [string, (world: World) => void])[] = [
  ['its mark emptied', forget],
  ['its mark typed over', (world) => setCell(world, 'Служебное', rowOfKey(world, 'indexed'), 1, '999 0 ')],
  ['the summary emptied', (world) => setCell(world, 'Указатель', 1, 1, '')],
  ['the summary typed over', (world) => setCell(world, 'Указатель', 1, 1, 'x')],
  ['a line of news typed over', (world) => setCell(world, 'Новое в указателе', 1, 0, 'x')],
  [
    'the news emptied',
    (world) => {
      sheet(world, 'Новое в указателе').cells.length = 1
    },
  ],
  [
    'everything emptied',
    (world) => {
      for (const title of ['Указатель', 'Новое в указателе']) sheet(world, title).cells.length = 1
    },
  ],
  [
    'sorted the other way',
    (world) => {
      const { cells } = sheet(world, 'Указатель')
      sheet(world, 'Указатель').cells = [cells[0] ?? [], ...cells.slice(1).reverse()]
    },
  ],
]

describe('under somebody’s hands', () => {
  test.each(hands)('%s: the same letter is no second deal, and the tick mends it', (_what, spoil) => {
    const world = made.fork()
    const letter = 'Здравствуйте! Нужен ли нам новый устав?\nВера Шилова, 8 (911) 777-66-55'
    const { deal } = done(world, 'deal/create', createInput({ channel: 'email', letter }))
    spoil(world)
    expect(done(world, 'deal/create', createInput({ channel: 'email', letter })).deal.id).toBe(deal.id)
    expect(done(world, 'deal/open', { id: deal.id, row: null, clientId: null }).deal.id).toBe(deal.id)
    mended(world)
    expect(done(world, 'deal/create', createInput({ channel: 'email', letter })).deal.id).toBe(deal.id)
  })

  test('a part of the signs emptied: nothing of it is believed, and the day’s first tick writes it again', () => {
    const world = made.fork()
    const letter = 'Здравствуйте! Нужен ли нам новый устав?\nВера Шилова, 8 (911) 777-66-55'
    const { deal } = done(world, 'deal/create', createInput({ channel: 'email', letter }))
    forget(world)
    nextTick(world)
    for (let row = 5; row < sheet(world, 'Указатель').cells.length; row++) setCell(world, 'Указатель', row, 1, '')
    expect(done(world, 'deal/create', createInput({ channel: 'email', letter })).deal.id).toBe(deal.id)
    world.advanceTo(world.state.now + 24 * 3_600_000)
    expect(isTrue(world)).toBe(true)
  })

  test.each([
    ['sorted', (world: World) => world.hand.sort({ sheet: 'Сделки', column: 2, ascending: false, user: office })],
    ['a row deleted', (world: World) => world.hand.deleteRows({ sheet: 'Сделки', from: 5, count: 1, user: office })],
  ] as const)('«Сделки» %s: every deal is found by its number, before a tick and after', (_what, hand) => {
    const world = made.fork()
    hand(world)
    const ids = rowsOf(world, 'Сделки').flatMap(({ cells }) => (typeof cells['№'] === 'number' ? [cells['№']] : []))
    for (const id of [ids[0], ids[40], ids.at(-1)])
      expect(done(world, 'deal/open', { id: id ?? 0, row: null, clientId: null }).deal.id).toBe(id)
    mended(world)
    for (const id of [ids[0], ids[40], ids.at(-1)])
      expect(done(world, 'deal/open', { id: id ?? 0, row: null, clientId: null }).deal.id).toBe(id)
  })
})

test('code that does not know it writes beside it: it is not believed until the tick', () => {
  const world = made.fork()
  const before = serviceCell(world, 'indexed')
  phoned(world, 'АНО «Волна»')
  const [lines, row] = [serviceCell(world, 'indexed'), rowOfKey(world, 'indexed')]
  expect(lines).not.toBe(before)
  // As older code would have left it: its line of news is not there, and the mark is as it was.
  const service = made.fork()
  setCell(world, 'Служебное', row, 1, before)
  setCell(world, 'Служебное', row, 2, String(standingIn(sheet(service, 'Служебное').cells[row]?.[2])))
  sheet(world, 'Новое в указателе').cells.pop()
  expect(indexIn(world)).toBeNull()
  phoned(world, 'АНО «Причал-2»')
  expect(indexIn(world)).toBeNull()
  mended(world)
})
