/** «Указатель»: a base of whole columns and the news since tell the same as whole columns of now, whatever happened in between. */
import fc from 'fast-check'
import { type Client, emptyClient } from '../../../src/domain/client/client'
import { type Deal, emptyDeal } from '../../../src/domain/deal/deal'
import type { RowChange } from '../../../src/usecases/changes'
import { type Base, baseOf, nothingYet } from '../../../src/usecases/index/base'
import { type DealIndex, dealIndex } from '../../../src/usecases/index/dealIndex'
import { isNothing, newsOf } from '../../../src/usecases/index/news'
import { clientSign, numberSign, outsideSign, partCount } from '../../../src/usecases/index/signs'

const since = '2026-06-01'
const first: Base = { summary: nothingYet, parts: Array.from({ length: partCount }, () => '') }

/** A deal made or changed; every third of them by way of another client, a question asked or taken back, an outside number. */
const step = fc.record({
  deal: fc.integer({ min: 0, max: 30 }),
  stage: fc.constantFrom<Deal['stage']>('held', 'feedback', 'won', 'lost'),
  clientId: fc.constantFrom(null, 1, 2, 3, 40),
  consultant: fc.constantFrom('ММ', 'ОП'),
  feedbackAskedAt: fc.constantFrom(null, '2026-07-01T10:00', '2026-11-20T12:30'),
  outsideIds: fc.constantFrom('', 'amo:41003', 'tilda:1178 page:a-key'),
  isRemade: fc.boolean(),
})

interface Lived {
  readonly deals: readonly Deal[]
  readonly index: DealIndex
}

function lived(steps: readonly (typeof step extends fc.Arbitrary<infer T> ? T : never)[]): Lived {
  let base = first
  let news: ReturnType<typeof newsOf>[] = []
  const deals: Deal[] = []
  for (const { deal, isRemade, ...fields } of steps) {
    const at = Math.min(deal, deals.length)
    const before = deals[at] ?? null
    const after: Deal = { ...(before ?? { ...emptyDeal, id: 100 + at }), ...fields }
    deals[at] = after
    const told = newsOf({ deals: [{ before, after }], clients: [] })
    news = isNothing(told) ? news : [...news, told]
    if (!isRemade) continue
    base = baseOf({ ids: deals.map(({ id }) => id), deals, clients: [], marks: [] }, since)
    news = []
  }
  return { deals, index: dealIndex({ summary: base.summary, news, parts: new Map(base.parts.map((text, part) => [part, text])) }) }
}

test('who was consulted, who was asked, which number and which sender is known: as the columns tell', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const { deals, index } = lived(steps)
      const past = index.past(since) ?? []
      const won = deals.flatMap(({ stage, clientId }) => (stage === 'won' && clientId !== null ? [clientId] : []))
      expect(new Set(past.flatMap(({ stage, clientId }) => (stage === 'won' ? [clientId] : [])))).toEqual(new Set(won))
      const asked = deals.flatMap(({ id, clientId, consultant, feedbackAskedAt }) =>
        feedbackAskedAt === null ? [] : [[id, clientId, consultant, feedbackAskedAt]],
      )
      const told = past.flatMap(({ id, clientId, consultant, feedbackAskedAt }) =>
        feedbackAskedAt === null ? [] : [[id, clientId, consultant, feedbackAskedAt]],
      )
      expect(told.sort()).toEqual(asked.sort())
      for (const { id, outsideIds } of deals) {
        const signs = [
          numberSign(id),
          ...outsideIds
            .split(' ')
            .filter((one) => one !== '')
            .map(outsideSign),
        ]
        for (const sign of signs) expect(index.having([sign])).toContain(id)
      }
      expect(index.having([numberSign(99), outsideSign('amo:1')])).toEqual([])
      expect(index.isTrueOf(deals.map(({ id }) => id))).toBe(true)
      expect(index.isTrueOf([...deals.map(({ id }) => id), 7])).toBe(false)
      deals.forEach((_, gone) => {
        expect(index.isTrueOf(deals.map(({ id }, at) => (at === gone ? null : id)))).toBe(false)
      })
      expect(index.nextRow).toBe(deals.length + 2)
    }),
    { seed: 63, numRuns: 60 },
  )
})

test('of questions before its first day it tells nothing at all', () => {
  const { index } = lived([{ deal: 0, stage: 'won', clientId: 1, consultant: 'ММ', feedbackAskedAt: null, outsideIds: '', isRemade: true }])
  expect(index.past('2026-05-31')).toBeNull()
  expect(index.past(since)).toHaveLength(1)
})

test('a client is found by phone, address and person, and by nothing of his in clear', () => {
  const after: Client = {
    ...emptyClient,
    id: 7,
    organisation: 'АНО «Маяк»',
    contact: 'Анна Иванова',
    phone: '8 911 416-01-23',
    email: 'a@example.org',
  }
  const change: RowChange<Client> = { before: null, after }
  const news = newsOf({ deals: [], clients: [change] })
  const index = dealIndex({ summary: nothingYet, news: [news], parts: new Map(first.parts.map((text, part) => [part, text])) })
  expect(index.having([clientSign('+79114160123')])).toEqual([7])
  expect(index.having([clientSign('a@example.org')])).toEqual([7])
  expect(index.having([clientSign('+79114160124')])).toEqual([])
  const { parts } = baseOf({ ids: [], deals: [], clients: [after], marks: [] }, since)
  expect(JSON.stringify([news, parts])).not.toMatch(/416|example|Иванова|маяк/i)
})

test('without the parts of its signs it does not say that nobody is known', () => {
  expect(dealIndex({ summary: nothingYet, news: [], parts: new Map() }).having([numberSign(1)])).toBeNull()
})
