/** What is closed is not read for what is open: twice the closed deals, the same calls and the same cells. */
import type { World } from '../../emulator/world/types'
import { stageTitles } from '../../src/domain/deal/words'
import { indexIn } from '../fixtures/dealIndex'
import { createInput, deskWorld, director, done, nextTick, office, phoned, run, sheet } from '../fixtures/desk'
import { rowsOf, standingIn } from '../fixtures/register'
import { sampleTable } from '../fixtures/sampleTable'

const friday = Date.parse('2026-11-27T16:00:00+03:00')

/** Rows that came past the script: «Указатель» is made anew by the tick. */
function withClosedTwice(world: World): World {
  const deals = sheet(world, 'Сделки')
  const stage = (deals.cells[0] ?? []).findIndex((cell) => standingIn(cell) === 'Этап')
  const closed = deals.cells.filter((row) => standingIn(row?.[stage]) === stageTitles.won || standingIn(row?.[stage]) === stageTitles.lost)
  const copies = closed.map((row) => (row ?? []).map((cell, column) => (column === 0 ? Number(standingIn(cell)) + 100_000 : cell)))
  deals.cells = [...deals.cells, ...copies]
  return world
}

function quiet(world: World): World {
  const service = sheet(world, 'Служебное')
  const row = service.cells.findIndex((cells) => standingIn(cells?.[0]) === 'indexed')
  service.cells[row] = ['indexed', '', null]
  nextTick(world)
  expect(indexIn(world)).not.toBeNull()
  return world
}

const begun = deskWorld()
const card = phoned(begun, 'АНО «Маяк»')
begun.state.now = friday
const { ready, awaiting } = done(begun, 'week/list', {})
const worlds = [quiet(begun.fork()), quiet(withClosedTwice(begun.fork()))] as const
const closing = [...ready, ...awaiting].slice(0, 10).map(({ ref, undistributed }) => ({
  ...{ ref, to: 'won' as const, reason: 'отвечал недавно' },
  ...(undistributed ? { project: 'не распределено' } : {}),
}))
/** A consultation of somebody whom the register does not know, under a number of its own. */
const strange: Readonly<Record<string, string>> = {
  ...{ ID: '900001', Компания: 'МБУ «Новое дело»', 'Основной контакт': 'Ян Новый' },
  ...{ 'Рабочий телефон (контакт)': '8 911 000-11-22', 'Рабочий email (контакт)': 'new@example.org' },
}
const sample = sampleTable('amocrm-deals.csv')
const table = {
  ...sample,
  rows: [sample.headings.map((heading, at) => strange[heading.replace('\ufeff', '')] ?? sample.rows[0]?.[at] ?? '')],
}

const read = 'Sheets.Values.batchGet'
const written = ['Lock.acquire', read, 'Sheets.batchUpdate', 'Lock.release']

const deeds: readonly (readonly [what: string, method: string, input: unknown, calls: readonly string[], user?: string])[] = [
  ['a new deal', 'deal/create', createInput({ requestKey: '0123456789abcdef01234567' }), written],
  [
    'a letter',
    'deal/create',
    createInput({ channel: 'email', letter: 'Нужен ли нам новый устав?\nВера Шилова, 8 (911) 777-66-55' }),
    written,
  ],
  ['closing a week', 'week/close', { deals: closing }, written],
  ['a card whose row is not known', 'deal/open', { id: card.deal.id, row: null, clientId: card.deal.clientId }, [read, read]],
  ['an imported row', 'import/apply', { kind: 'deals', table }, ['Lock.acquire', read, 'Properties.get', ...written.slice(2)], director],
]

test.each(deeds.map(([what, method, input, calls, user = office]) => ({ what, method, input, calls, user })))(
  '$what',
  ({ method, input, calls, user }) => {
    const [once, twice] = worlds.map((world) => run(world.fork(), method, input, user))
    expect([once?.value, twice?.value]).toMatchObject([{ ok: true }, { ok: true }])
    if (method === 'import/apply') expect(once?.value).toMatchObject({ value: { written: 1 } })
    expect([once, twice].map((record) => record?.calls.filter(({ leaves }) => leaves).map(({ name }) => name))).toEqual([calls, calls])
    expect(twice?.cellsRead).toBe(once?.cellsRead)
    expect(twice?.cellsWritten).toBe(once?.cellsWritten)
  },
)

test('the tick after an edit reads open deals and their lines alone, unless something differs', () => {
  const [once, twice] = worlds.map((world) => {
    const copy = world.fork()
    const read = () => nextTick(copy).find(({ fn }) => fn === 'tick')?.cellsRead ?? 0
    for (let ticks = 0; ticks < 2; ticks++) nextTick(copy)
    const idle = read()
    copy.state.properties.script['editedRows deals 2 2'] = '1'
    const noted = read()
    expect(copy.state.properties.script['editedRows deals 2 2']).toBeUndefined()
    return noted - idle
  })
  expect(once).toBeGreaterThan(100)
  expect(twice).toBe(once)
})

test('long news, as of an import, are put into it by the next tick, so that no command proves them again; a deal’s own wait', () => {
  const world = deskWorld()
  const news = () => rowsOf(world, 'Новое в указателе').filter(({ cells }) => String(cells['Значение'] ?? '') !== '').length
  const rows = sample.rows.map((cells) =>
    cells.map((cell, at) => (sample.headings[at]?.replace('\ufeff', '') === 'ID' ? `7${cell}` : cell)),
  )
  done(world, 'import/apply', { kind: 'deals', table: { ...sample, rows } }, director)
  expect(news()).toBeGreaterThan(0)
  nextTick(world)
  expect([news(), indexIn(world) === null]).toEqual([0, false])
  phoned(world, 'АНО «Компас»')
  nextTick(world)
  expect(news()).toBe(1)
})
