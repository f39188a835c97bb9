/** Nothing is cut: what a text takes in a cell is measured as it is stored, and the journal always reads back. */

import fc from 'fast-check'
import { type Deal, emptyDeal } from '../../../src/domain/deal/deal'
import { cellLimit } from '../../../src/domain/register/cellLength'
import { outboxRows } from '../../../src/server/desk/rows/outboxRows'
import { changes, type Moment } from '../../../src/usecases/changes'
import { misfit } from '../../../src/usecases/register/fitting'
import { changeIn, foldJournal, journalOf } from '../../../src/usecases/register/journal'

const now = '2026-11-23T09:00'
const moment: Moment = { now, who: { email: 'a@example.org', name: '', initials: '', roles: [] }, entry: 'панель' }

const signs = fc.constantFrom('к', '"', '\\', '\n', '\u0000', '\u001f', '\ud800', '\udc00', '😀', '=', '⟦1⟧', '<b>', '\u202e')
const lengths = fc.constantFrom(0, 1, 499, 500, 501, 3_333, 3_334, 9_999, 10_000, 10_001, 20_000, 50_000)
const texts = fc.oneof(
  fc.tuple(signs, lengths).map(([sign, length]) => sign.repeat(length)),
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc
    .tuple(fc.string({ unit: 'binary', maxLength: 40 }), lengths)
    .map(([text, length]) => text.repeat(Math.ceil(length / 40)).slice(0, length)),
)
const fields = ['content', 'recommendations', 'request', 'place', 'comments', 'raw', 'report', 'organisation'] as const
const deals = fc.record(Object.fromEntries(fields.map((field) => [field, texts])) as Record<(typeof fields)[number], typeof texts>)

test('a plan is refused, or every line of its journal fits one cell and reads back as it was typed', () => {
  let taken = 0
  fc.assert(
    fc.property(fc.option(deals, { nil: null }), deals, (was, typed) => {
      const before: Deal | null = was === null ? null : { ...emptyDeal, id: 1, version: 1, ...was }
      if (before !== null && misfit(changes({ kind: 'x', deals: [{ before: null, after: before }] })) !== null) return
      const plan = changes({ kind: 'deal/fill', deals: [{ before, after: { ...emptyDeal, id: 1, version: 2, ...typed } }] })
      if (misfit(plan) !== null) return
      const lines = journalOf(plan, moment)
      taken += 1
      expect(lines.filter(({ change }) => change.length > cellLimit || changeIn({ change }) === null)).toEqual([])
      expect(foldJournal(before ?? emptyDeal, lines)).toEqual(plan.deals[0]?.after)
    }),
    { numRuns: 500 },
  )
  expect(taken).toBeGreaterThan(20)
})

test('a letter of any length goes, in one row or in several', () => {
  const link = { purpose: 'stop', dealId: 1, until: '2026-12-01', tag: 'x' } as const
  fc.assert(
    fc.property(fc.array(texts, { maxLength: 12 }), fc.boolean(), (parts, isHtml) => {
      const body = parts.join('\n')
      const letter = {
        key: 'k',
        to: 'a@example.org',
        subject: 'Сводка',
        body,
        links: [link],
        ...(isHtml ? { html: `<p>${body}</p>` } : {}),
      }
      const rows = outboxRows([letter], now)
      expect(rows.filter(({ payload }) => String(payload).length > cellLimit)).toEqual([])
      expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
      const told = rows.map(({ payload }) => (JSON.parse(String(payload)) as { body: string }).body)
      const isDivided = (text: string) => text.replace(/\n/g, '')
      expect(isDivided(told.join('\n'))).toBe(isDivided(body))
    }),
    { numRuns: 100 },
  )
})
