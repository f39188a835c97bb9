/** K3: what earlier deals tell, and whom to ask now. */

import { seededRandom } from '../../../emulator/world/seeded'
import { newClientDuties } from '../../../src/domain/obligations/duties/weekDuties'
import { feedbackReasons, isNewClient, newClientWhy, type PastDeal } from '../../../src/usecases/week/past'
import { heldDeal, office } from '../../fixtures/builders'
import { deskOf } from '../../fixtures/known'

const ready = heldDeal({ id: 41700, start: '2026-11-24T10:00' })
const incomplete = heldDeal({ id: 41701, content: '', start: '2026-11-23T10:00' })
const past = (part: Partial<PastDeal> = {}): PastDeal => ({
  id: 40000,
  clientId: 7,
  stage: 'won',
  consultant: 'ММ',
  feedbackAskedAt: null,
  ...part,
})

describe('K3: whom to ask', () => {
  const about = { now: '2026-11-27T15:00', office: { ...office(), required: [] } }
  const asking = { now: about.now, settings: about.office.settings }
  const why = (deals: readonly (typeof ready)[], before: readonly PastDeal[]) => [...feedbackReasons(deals, before, about).values()]

  test('a new client always; a known one where his consultant has asked nobody this month', () => {
    expect(why([ready], [])).toEqual(['новый клиент'])
    expect(why([ready], [past()])).toEqual(['у ММ в ноябре 2026 года ещё не спрашивали'])
    expect(why([ready], [past({ feedbackAskedAt: '2026-11-01T00:00' })])).toEqual([])
    expect(why([ready], [past({ feedbackAskedAt: '2026-10-31T23:59' })])).toHaveLength(1)
    expect(why([ready], [past({ feedbackAskedAt: '2026-11-02T10:00', consultant: 'СБ' })])).toHaveLength(1)
    expect(why([ready], [past({ stage: 'lost' })])).toEqual(['новый клиент'])
  })

  test.each([
    ['lately', { stage: 'feedback', feedbackAskedAt: '2026-11-20T10:00' }, false],
    ['taken back since', { stage: 'held', feedbackAskedAt: '2026-11-20T10:00' }, false],
    ['months ago', { stage: 'feedback', feedbackAskedAt: '2026-09-20T10:00' }, true],
  ] as const)('a client who was asked about another card, %s', (_, part, isNew) => {
    expect(why([ready], [past({ ...part, consultant: 'СБ' })])[0] === newClientWhy).toBe(isNew)
    expect(isNewClient(ready, null, [past(part)], asking)).toBe(isNew)
    expect(isNewClient(ready, null, [past({ ...part, clientId: 8 })], asking)).toBe(true)
  })

  test('of any weeks: Friday’s list, its closing and «Контроль» agree on who is new', () => {
    const random = seededRandom('who is new')
    const below = (end: number) => Math.floor(random() * end)
    for (let week = 0; week < 300; week++) {
      const deals = Array.from({ length: 1 + below(8) }, (_, id) => {
        const stage = (['held', 'held', 'feedback', 'won', 'lost'] as const)[below(5)] ?? 'held'
        const feedbackAskedAt = [null, null, '2026-11-20T10:00', '2026-09-20T10:00'][below(4)] ?? null
        const clientId = 1 + below(4)
        return heldDeal({ id: id + 1, clientId, organisation: `Фонд «Север ${clientId}»`, stage, feedbackAskedAt })
      })
      const held = deals.filter(({ stage, feedbackAskedAt }) => stage === 'held' && feedbackAskedAt === null)
      const listed = feedbackReasons(held, deals, about)
      const owed = newClientDuties(deals, new Set(), office(), about.now).map(({ subject }) => subject)
      for (const deal of held) {
        const isNew = isNewClient(deal, null, deals, asking)
        expect(listed.get(deal.id) === newClientWhy).toBe(isNew)
        expect(owed.some((subject) => subject.endsWith(deal.organisation))).toBe(isNew)
      }
    }
  })

  test('one of a consultant is enough, the first complete one', () => {
    const second = heldDeal({ id: 41710 })
    expect(why([ready, second], [past()])).toHaveLength(1)
    const required = deskOf().office.required
    expect([...feedbackReasons([incomplete, second], [past()], { ...about, office: { ...about.office, required } }).keys()]).toEqual([
      41701, 41710,
    ])
  })
})
