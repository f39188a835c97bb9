/** Archiving that dies at any of its service calls, and people who sort, insert or delete rows while it runs: no deal is lost, none doubled. */
import type { CallRecord, Fault, World } from '../../emulator/world/types'
import { nightOf, officeOfYears, saidBy, tick } from '../fixtures/archiveDesk'
import { deathFaults } from '../fixtures/deaths'
import { director, sheet } from '../fixtures/desk'
import { columnOf, registerEqualsJournal, rowsOf, standingIn } from '../fixtures/register'

const office = officeOfYears(240)
nightOf(office)
const well = office.fork()
const base = tick(well)
const titles = ['Сделки', 'Архив 2024', 'Архив 2025']
const idsIn = (world: World) =>
  titles.map((title) =>
    rowsOf(world, title)
      .map(({ cells }) => Number(cells['№']))
      .sort((a, b) => a - b),
  )
const wanted = idsIn(well)
/** Calls of the archiving alone: what the tick does before it has its own tests. */
const own = base.calls.slice(base.calls.map(({ name }) => name).lastIndexOf('Lock.acquire'))

function failuresOf({ n, leaves }: CallRecord): Fault[] {
  const message = 'Service Spreadsheets timed out while accessing document with id X'
  return leaves ? (['fail', 'failAfter'] as const).map((kind): Fault => ({ at: n, kind, message })) : []
}

test('the office that is archived here', () => {
  expect(saidBy(base)).toBe('')
  expect(wanted.map(({ length }) => length)).toEqual([expect.any(Number), expect.any(Number), expect.any(Number)])
  expect(wanted.flat()).toHaveLength(240)
  registerEqualsJournal(well)
})

test('S1: killed or failed before and after each call, the following ticks bring the same end', () => {
  const faults = [...deathFaults(own), ...own.flatMap(failuresOf)]
  for (const fault of faults) {
    const world = office.fork()
    tick(world, [fault])
    tick(world)
    tick(world)
    expect({ fault, ids: idsIn(world) }).toEqual({ fault, ids: wanted })
    registerEqualsJournal(world)
  }
  expect(faults.length).toBeGreaterThan(20)
})

const user = director
const hands: Readonly<Record<string, (world: World) => void>> = {
  'sorts by the organisation': (world) => void world.hand.sort({ sheet: 'Сделки', column: 4, ascending: false, user }),
  'sorts by the stage': (world) => void world.hand.sort({ sheet: 'Сделки', column: 2, ascending: true, user }),
  'inserts rows above': (world) => void world.hand.insertRows({ sheet: 'Сделки', before: 2, count: 3, user }),
  'deletes rows': (world) => void world.hand.deleteRows({ sheet: 'Сделки', from: 2, count: 2, user }),
  'deletes the last rows': (world) => void world.hand.deleteRows({ sheet: 'Сделки', from: 230, count: 12, user }),
  'drags a column': (world) => void world.hand.moveColumn({ sheet: 'Сделки', from: 1, to: 6, user }),
  'sorts the clients': (world) => void world.hand.sort({ sheet: 'Клиенты', column: 3, ascending: false, user }),
}

describe.each(Object.entries(hands))('a person %s', (_, act) => {
  test('before any call: nothing is lost, nothing doubled, all of it the next day', () => {
    for (const { n } of own) {
      const world = office.fork()
      let isDone = false
      tick(world, [], {
        beforeCall: (at) => {
          if (at !== n || isDone) return
          isDone = true
          act(world)
        },
      })
      nightOf(world, '2026-11-25')
      tick(world)
      expect({ n, isDone, ids: idsIn(world) }).toEqual({ n, isDone: true, ids: wanted })
      registerEqualsJournal(world)
    }
  })

  test('and the run dies right after its transaction: the daily check mends what went astray', () => {
    const commit = own.find(({ name }) => name === 'Sheets.batchUpdate')?.n ?? 0
    const world = office.fork()
    tick(world, [{ at: commit, kind: 'killAfter' }], {
      beforeCall: (at) => {
        if (at === commit) act(world)
      },
    })
    nightOf(world, '2026-11-25')
    tick(world)
    expect(idsIn(world)).toEqual(wanted)
    registerEqualsJournal(world)
  })
})

function archiveAfter(world: World, months: number): void {
  const settings = sheet(world, 'Настройки')
  const title = 'В архив через, месяцев'
  const row = settings.cells.findIndex((cells) => standingIn(cells?.[0]) === title)
  settings.cells[row] = [title, months, 'S1']
}

test('the columns of an archive dragged about: further rows go under their headings', () => {
  const world = office.fork()
  archiveAfter(world, 22)
  tick(world)
  world.hand.moveColumn({ sheet: 'Архив 2025', from: 1, to: 9, user })
  world.hand.moveColumn({ sheet: 'Архив 2025', from: 3, to: 20, user })
  const before = rowsOf(world, 'Архив 2025').length
  archiveAfter(world, 13)
  nightOf(world, '2026-11-25')
  expect(saidBy(tick(world))).toBe('')
  expect(rowsOf(world, 'Архив 2025').length).toBeGreaterThan(before)
  expect(idsIn(world)).toEqual(wanted)
  expect(columnOf(sheet(world, 'Архив 2025'), '№')).not.toBe(1)
  registerEqualsJournal(world)
})
