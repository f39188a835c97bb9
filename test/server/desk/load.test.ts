/** Loading: the office and the rows that one command needs, in one read. */
import { loadDesk, loadFurther, rowIssues } from '../../../src/server/desk/load'
import { schemaVersion } from '../../../src/server/google/register/schema'
import { acceptedDeal, assignedDeal, client } from '../../fixtures/builders'
import { byMorozova, byOffice, dragColumn, fakeDesk, serviceCells, sortDeals } from '../../fixtures/fakeDesk'
import type { FakeGoogle } from '../../fixtures/fakeGoogle'
import { sheetNamed } from '../../fixtures/fakeGrid'

const one = assignedDeal()
const two = acceptedDeal({ id: 41722 })
const desk = () => fakeDesk([one, two], [client()])
const wanted = { deals: [{ id: one.id, row: 2 }], clients: [{ id: 7, row: 8 }] }
const reads = ({ calls }: FakeGoogle) => calls.filter((name) => name === 'read').length

test('office, deal and client in one call, just those rows', () => {
  const google = desk()
  const { desk: loaded, moment } = loadDesk(byMorozova, wanted)
  expect(reads(google)).toBe(1)
  expect(loaded.deals.get(one.id)).toEqual({ row: 2, value: one })
  expect(loaded.clients.get(7)?.value.organisation).toBe('АНО «Маяк»')
  expect(loaded.deals.has(two.id)).toBe(false)
  expect(loaded.office.people.map(({ initials }) => initials)).toEqual(['ММ', 'СБ', ''])
  expect(moment).toMatchObject({ now: '2026-11-23T09:00', entry: 'панель', who: { initials: 'ММ', roles: ['consultant'] } })
  expect(google.ranges.some((range) => /!A2:/.test(range))).toBe(false)
})

test('somebody sorted: the id column says where the row is now', () => {
  const google = desk()
  sortDeals(google)
  expect(loadDesk(byOffice, wanted).desk.deals.get(one.id)).toEqual({ row: 3, value: one })
  expect(reads(google)).toBe(3)
})

test('a row that is not known is found by its number; one that is nowhere is absent', () => {
  const google = desk()
  const { desk: loaded } = loadDesk(byOffice, {
    deals: [
      { id: two.id, row: null },
      { id: 5, row: null },
    ],
  })
  expect([...loaded.deals.keys()]).toEqual([two.id])
  // Without «Указатель» both are looked for in the column of numbers, and the one that is nowhere once more.
  expect(reads(google)).toBe(4)
})

test('a remembered row beyond the end of the sheet is looked for', () => {
  desk()
  expect(loadDesk(byOffice, { deals: [{ id: two.id, row: 99 }] }).desk.deals.get(two.id)?.row).toBe(3)
})

test('a dragged column is found by its heading', () => {
  const google = desk()
  dragColumn(google, 'Консультант')
  const { desk: loaded, snapshot } = loadDesk(byOffice, { ...wanted, columns: { deals: ['id', 'consultant'] } })
  expect(loaded.deals.get(one.id)?.value).toEqual(one)
  expect(snapshot.columns.deals?.['consultant']).toEqual(['ММ'])
})

test('the first free row is known where the numbers were read', () => {
  desk()
  expect(loadDesk(byOffice, { columns: { deals: ['id'] } }).desk.nextDealRow).toBe(4)
  expect(loadDesk(byOffice, wanted).desk.nextDealRow).toBeNull()
})

test('a cell that cannot be read is named; the row is loaded without it', () => {
  const google = desk()
  const { cells } = sheetNamed(google.sheets, 'deals')
  const at = (cells[0] ?? []).indexOf('Начало')
  if (cells[1]) cells[1][at] = 'в среду'
  const loaded = loadDesk(byOffice, wanted)
  expect(rowIssues(loaded)).toMatchObject([{ where: 'Сделки', row: 2, column: 'Начало' }])
  expect(loaded.desk.deals.get(one.id)?.value.start).toBeNull()
})

test('further rows keep the office, and each row’s issues are told once', () => {
  const google = desk()
  const first = loadDesk(byOffice, wanted)
  google.forget()
  const further = loadFurther(first, { deals: [{ id: two.id, row: 3 }], whole: ['staff', 'discrepancies'] })
  expect([...further.desk.deals.keys()].sort()).toEqual([one.id, two.id])
  expect(further.desk.office).toBe(first.desk.office)
  expect(google.ranges.some((range) => range.includes('Сотрудники'))).toBe(false)
  expect(google.ranges.some((range) => range.includes('Расхождения'))).toBe(true)
})

test('a bad cell is named once, however many rounds there are', () => {
  const google = desk()
  const { cells } = sheetNamed(google.sheets, 'deals')
  if (cells[1]) cells[1][(cells[0] ?? []).indexOf('Начало')] = 'в среду'
  const further = loadFurther(loadDesk(byOffice, wanted), { deals: [{ id: two.id, row: 3 }] })
  expect(rowIssues(further)).toHaveLength(1)
})

describe('registers that are not ours to read', () => {
  const withSchema = (version: string, break_: (google: FakeGoogle) => void = () => undefined) => {
    const google = desk()
    const row = sheetNamed(google.sheets, 'service').cells.find(([key]) => key === 'schemaVersion')
    if (row) row.splice(1, 2, ...serviceCells('schemaVersion', version).slice(1))
    break_(google)
    return () => loadDesk(byOffice, wanted)
  }
  const codeOf = (work: () => unknown) => {
    try {
      work()
    } catch (error) {
      return (error as { code?: string }).code
    }
    return null
  }
  const withoutHeading = ({ sheets }: FakeGoogle) => {
    const heading = sheetNamed(sheets, 'deals').cells[0] ?? []
    heading[heading.indexOf('Начало')] = 'Старт'
  }
  const withoutValues = ({ sheets }: FakeGoogle) => {
    for (const row of sheetNamed(sheets, 'service').cells.slice(1)) row[1] = ''
  }
  const withoutKeys = ({ sheets }: FakeGoogle) => {
    for (const row of sheetNamed(sheets, 'service').cells.slice(1)) row.fill('')
  }
  const now = String(schemaVersion)

  test.each<[string, string, ((google: FakeGoogle) => void) | undefined, string | null]>([
    ['of today', now, undefined, null],
    ['emptied by hand: of today', '', undefined, null],
    ['all values emptied by hand', '', withoutValues, null],
    ['not set up', '', withoutKeys, 'notInstalled'],
    ['of a newer version', String(schemaVersion + 1), undefined, 'newerSchema'],
    ['a heading renamed', now, withoutHeading, 'headingMissing'],
  ])('%s', (_, version, break_, code) => {
    expect(codeOf(withSchema(version, break_))).toBe(code)
  })
})
