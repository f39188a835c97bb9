/** Rows whose journal is not whole. */
import { brokenRows, isAhead } from '../../../src/usecases/register/brokenJournal'
import type { StandingRow } from '../../../src/usecases/register/reconcile'
import { assignedDeal } from '../../fixtures/builders'
import { lineAbout } from '../../fixtures/known'

const line = (version: number, id = 41721) => lineAbout({ id, version }, 'deal/fill', { place: ['', 'каб. 3'] })
const told = (version: number) => ({ ...line(version), change: JSON.stringify({ toldAt: [null, '2026-11-23T09:01'] }) })
const broken = (...lines: Parameters<typeof brokenRows>[1]) => [...brokenRows('Сделки', lines)]

test.each([
  ['whole', [line(1), line(2), line(3)], []],
  ['two lines of one version', [line(1), line(2), line(2)], []],
  ['a gap', [line(1), line(3)], [41721]],
  ['a letter’s line', [line(1), told(1), line(2)], []],
  ['a gap behind a letter’s line', [line(1), told(2), line(3)], [41721]],
  ['without its beginning', [line(2)], [41721]],
  ['a line that cannot be read', [line(1), { ...line(2), change: '{' }], [41721]],
  ['another row’s gap', [line(1), line(2, 41700)], [41700]],
  ['another sheet’s line', [line(1), { ...line(3), table: 'Клиенты' as const }], []],
] as const)('%s', (_, lines, ids) => {
  expect(broken(...lines)).toEqual(ids)
})

describe('a row ahead of its lines', () => {
  const deal = assignedDeal({ version: 3 })
  const row = (part: object): StandingRow => ({
    row: 2,
    fields: { ...deal, ...part } as StandingRow['fields'],
    unreadable: {},
    mistyped: [],
  })

  test.each([
    ['a later version, another cell', { version: 4, place: 'каб. 9' }, true],
    ['a version typed over alone', { version: 4 }, false],
    ['a cell alone', { place: 'каб. 9' }, false],
    ['a letter that has gone', { toldAt: '2026-11-23T09:01' }, true],
  ])('%s: %j is %s', (_, part, isSo) => {
    expect(isAhead(row(part), deal)).toBe(isSo)
  })
})
