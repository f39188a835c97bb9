/** S1: «Список …» as plain rows. */
import { heldRows, listColumns } from '../../../src/domain/month/list'
import { listSheet } from '../../../src/usecases/month/listSheet'
import { heldDeal } from '../../fixtures/builders'
import { staffed } from '../../fixtures/staff'

const row = { ...heldDeal({ start: '2026-10-14T10:00' }), kind: 'НКО', municipality: 'Онега' }
const held = heldRows({ rows: [row], days: { from: '2026-10-01', until: '2026-10-31' }, office: staffed(), personal: true })

test('a heading that stays in sight, then a consultation a row, its time as a time', () => {
  const { rows, frozen, widths, charts } = listSheet(held, true)
  expect(rows[0]).toEqual({ style: 'heading', cells: listColumns.map(({ heading }) => heading) })
  expect(rows[1]?.cells.slice(0, 2)).toEqual([41721, { at: '2026-10-14T10:00' }])
  expect(rows[1]?.cells).toContain('АНО «Маяк»')
  expect([rows.length, frozen, charts, widths.length]).toEqual([2, 1, [], listColumns.length])
})

test('an empty month is its heading', () => {
  expect(listSheet([], true).rows).toHaveLength(1)
})
