/** What the methods of «Отчёт» read: one round, whatever the size of the register. */
import { monthPeriod, periodOf } from '../../../src/domain/month/period'
import { preview } from '../../../src/usecases/month/monthPreview'
import { monthReads, monthRows, summaryOf } from '../../../src/usecases/month/monthRows'
import { client, heldDeal, unsortedDeal } from '../../fixtures/builders'
import { knownTo } from '../../fixtures/known'

const october = { period: { kind: 'month', month: '2026-10' } } as const

test('of the archive: whole columns from the year compared with on, of earlier years who was consulted', () => {
  const { archive } = monthReads(monthPeriod('2026-10'))
  const wide = archive?.('2026').length ?? 0
  expect(['2024', '2025', '2027'].map((year) => (archive?.(year).length ?? 0) === wide)).toEqual([false, true, true])
  expect(archive?.('2024')).toContain('clientId')
  expect(monthReads(periodOf({ kind: 'year', year: 2026 })).archive?.('2025')).toHaveLength(wide)
})

test('rows carry what the client’s card says; a client that is not there says nothing', () => {
  const known = knownTo(preview, october, { deals: [heldDeal(), heldDeal({ id: 2, clientId: 9 })], clients: [client()] })
  expect(monthRows(known).map(({ kind, municipality }) => [kind, municipality])).toEqual([
    ['НКО', 'Архангельск'],
    ['', ''],
  ])
})

test('of earlier years only those who were consulted', () => {
  const archive = { '2023': [heldDeal({ id: 1, stage: 'won' }), unsortedDeal({ id: 2, stage: 'lost' })] }
  expect(monthRows(knownTo(preview, october, { archive })).map(({ id }) => id)).toEqual([1])
})

test('breaches without a time are passed over', () => {
  const known = knownTo({ ...preview, reads: () => ({ columns: { breaches: ['at', 'clause', 'subject', 'dealId'] } }) }, october, {
    sheets: {
      breaches: [
        { at: '2026-10-05T10:00', clause: 'I5', subject: 'x', dealId: 1 },
        { at: null, clause: 'I5', subject: 'y', dealId: 2 },
      ],
    },
  })
  expect(summaryOf(known, [], monthPeriod('2026-10')).breaches).toMatchObject([{ clause: 'I5', count: 1 }])
})
