/** Committing: rows, journal, letters, tasks, «Контроль» and service cells in one transaction; a row that moved meanwhile is repaired. */
import type { Deal } from '../../../src/domain/deal/deal'
import { dealTitles } from '../../../src/domain/deal/fieldTitles'
import { commit } from '../../../src/server/desk/commit'
import { loadDesk } from '../../../src/server/desk/load'
import { changes } from '../../../src/usecases/changes'
import { acceptedDeal, assignedDeal, client } from '../../fixtures/builders'
import { byOffice, dealIn, dragColumn, fakeDesk, rowsIn, serviceIn, sortDeals } from '../../fixtures/fakeDesk'
import { type Cell, sheetNamed } from '../../fixtures/fakeGrid'

const one = assignedDeal()
const two = acceptedDeal({ id: 41722, place: 'каб. 7' })
const wanted = {
  deals: [
    { id: one.id, row: 2 },
    { id: two.id, row: 3 },
  ],
  clients: [{ id: 7, row: 8 }],
  columns: { deals: ['id'] },
}

function standing() {
  const google = fakeDesk([one, two], [client()])
  const loaded = loadDesk(byOffice, wanted)
  google.forget()
  return { google, loaded }
}
const filled: Deal = { ...one, version: 2, content: 'Разобрали отчёт', minutes: 50 }
const filling = changes({ kind: 'deal/fill', reason: '', deals: [{ before: one, after: filled }] })
const letter = { key: 'client:1', to: 'client1@example.org', subject: 's', body: 'b' }

test('a plan of nothing costs no call', () => {
  const { google, loaded } = standing()
  expect(commit(loaded, [])).toEqual({ deals: new Map(), lettersWaiting: 0, note: '' })
  expect(google.calls).toEqual([])
})

test('the row, its line in the journal and the revision in one write', () => {
  const { google, loaded } = standing()
  const { deals } = commit(loaded, [filling])
  expect(google.calls).toEqual(['write'])
  expect(deals.get(one.id)).toEqual({ row: 2, value: filled })
  expect(dealIn(google, one.id)).toMatchObject({ version: 2, content: 'Разобрали отчёт', minutes: 50, place: one.place })
  const line = rowsIn(google, 'journal').pop()
  expect(line).toMatchObject({ table: 'Сделки', rowId: one.id, version: 2, kind: 'deal/fill', who: 'office@example.org' })
  expect(JSON.parse(String(line?.['change']))).toEqual({ version: [1, 2], content: ['', 'Разобрали отчёт'], minutes: [null, 50] })
  expect(serviceIn(google, 'revision')).toBe('8')
})

test('all or nothing: what Google refuses of it leaves the rest as it was', () => {
  const { google, loaded } = standing()
  const lines = rowsIn(google, 'journal').length
  google.before('write', () => void google.sheets.splice(google.sheets.indexOf(sheetNamed(google.sheets, 'outbox')), 1))
  expect(() => commit(loaded, [filling, changes({ kind: 'x', letters: [letter] })])).toThrow('sheetMissing')
  expect(google.calls).toEqual(['write'])
  expect(dealIn(google, one.id)).toMatchObject({ version: 1, content: '' })
  expect(rowsIn(google, 'journal')).toHaveLength(lines)
})

test('new rows go below the last one; the number is above every number ever given', () => {
  const { google, loaded } = standing()
  const third = acceptedDeal({ id: 50_000, clientId: 90 })
  const made = changes({
    kind: 'deal/create',
    deals: [{ before: null, after: third }],
    clients: [{ before: null, after: client({ id: 90 }) }],
  })
  expect(commit(loaded, [made]).deals.get(50_000)?.row).toBe(4)
  expect([serviceIn(google, 'lastDealId'), serviceIn(google, 'lastClientId')]).toEqual(['50000', '90'])
  sheetNamed(google.sheets, 'deals').cells.splice(3, 1)
  expect(loadDesk(byOffice, wanted).desk.service).toMatchObject({ lastDealId: '50000', lastClientId: '90' })
})

test('a smaller number does not take the highest one back', () => {
  const { google, loaded } = standing()
  commit(loaded, [changes({ kind: 'import/deals', deals: [{ before: null, after: acceptedDeal({ id: 100 }) }] })])
  expect(serviceIn(google, 'lastDealId')).toBe('41722')
})

test('letters and events to be freed wait in «Исходящие», and are counted', () => {
  const { google, loaded } = standing()
  const calendar = {
    kind: 'book',
    eventId: 'e',
    etag: '',
    summary: '',
    start: '',
    end: '',
    mark: { deal: 1, version: 1, booking: '', was: '' },
    rest: [],
    restSummary: '',
  } as const
  const moved = changes({ ...filling, calendar, letters: [letter], freed: [{ eventId: 'event-1', summary: 'ММ консультация' }] })
  expect(commit(loaded, [moved]).lettersWaiting).toBe(2)
  const waiting = rowsIn(google, 'outbox').filter(({ kind }) => kind !== 'задача')
  expect(waiting.map(({ kind, to, attempts, done }) => [kind, to, attempts, done])).toEqual([
    ['письмо', 'client1@example.org', 0, null],
    ['календарь', '', 0, null],
  ])
})

test('what a person typed never becomes a formula or a number', () => {
  const { google, loaded } = standing()
  const typed = { ...one, version: 2, content: '=1+1', place: '007' }
  commit(loaded, [changes({ kind: 'deal/fill', deals: [{ before: one, after: typed }] })])
  const { cells } = sheetNamed(google.sheets, 'deals')
  const cell = (heading: string): Cell | undefined => cells[1]?.[(cells[0] ?? []).indexOf(heading)]
  expect(dealIn(google, one.id)).toMatchObject({ content: '=1+1', place: '007' })
  expect(typeof cell('№')).toBe('number')
  expect(cells[1]).toContain('007')
})

test('rows of other sheets are no change of deals: the revision stays', () => {
  const { google, loaded } = standing()
  commit(loaded, [
    changes({
      kind: 'x',
      rows: [
        { table: 'settings', row: 2, values: { value: 'другой' } },
        { table: 'settings', row: null, values: { title: 'Новая', value: '1' } },
      ],
    }),
  ])
  expect(rowsIn(google, 'settings').map(({ value }) => value)).toEqual(['другой', '1'])
  expect(serviceIn(google, 'revision')).toBe('7')
})

test('service cells come along, each in its row', () => {
  const { google, loaded } = standing()
  commit(loaded, [filling], { syncToken: 'token-2' })
  expect(serviceIn(google, 'syncToken')).toBe('token-2')
  expect(serviceIn(google, 'schemaVersion')).not.toBe('')
})

describe('somebody was at the sheet between read and write', () => {
  test('sorted: both rows are what their journal says', () => {
    const { google, loaded } = standing()
    google.before('write', () => sortDeals(google))
    commit(loaded, [filling])
    expect(dealIn(google, one.id)).toMatchObject({ version: 2, content: 'Разобрали отчёт', minutes: 50, organisation: one.organisation })
    expect(dealIn(google, two.id)).toMatchObject({ version: 1, content: '', minutes: null, place: 'каб. 7' })
    expect(google.calls).toEqual(['write', 'read', 'write'])
  })

  test('a column dragged: the row is what its journal says', () => {
    const { google, loaded } = standing()
    google.before('write', () => dragColumn(google, dealTitles.content))
    commit(loaded, [filling])
    expect(dealIn(google, one.id)).toMatchObject({
      id: one.id,
      version: 2,
      content: 'Разобрали отчёт',
      minutes: 50,
      organisation: one.organisation,
    })
  })

  test('the row deleted: nothing is written over another’s', () => {
    const { google, loaded } = standing()
    google.before('write', () => sheetNamed(google.sheets, 'deals').cells.splice(1, 1))
    commit(loaded, [filling])
    expect(dealIn(google, two.id)).toMatchObject({ version: 1, content: '', place: 'каб. 7' })
  })
})
