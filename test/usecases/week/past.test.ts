/** K3: what earlier deals tell, and whom to ask now. */
import { feedbackReasons, type PastDeal } from '../../../src/usecases/week/past'
import { heldDeal } from '../../fixtures/builders'
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
  const about = { now: '2026-11-27T15:00', required: [] }
  const why = (deals: readonly (typeof ready)[], before: readonly PastDeal[]) => [...feedbackReasons(deals, before, about).values()]

  test('a new client always; a known one where his consultant has asked nobody this month', () => {
    expect(why([ready], [])).toEqual(['новый клиент'])
    expect(why([ready], [past()])).toEqual(['у ММ в ноябре 2026 года ещё не спрашивали'])
    expect(why([ready], [past({ feedbackAskedAt: '2026-11-01T00:00' })])).toEqual([])
    expect(why([ready], [past({ feedbackAskedAt: '2026-10-31T23:59' })])).toHaveLength(1)
    expect(why([ready], [past({ feedbackAskedAt: '2026-11-02T10:00', consultant: 'СБ' })])).toHaveLength(1)
    expect(why([ready], [past({ stage: 'lost' })])).toEqual(['новый клиент'])
  })

  test('one of a consultant is enough, the first complete one', () => {
    const second = heldDeal({ id: 41710 })
    expect(why([ready, second], [past()])).toHaveLength(1)
    const required = deskOf().office.required
    expect([...feedbackReasons([incomplete, second], [past()], { ...about, required }).keys()]).toEqual([41701, 41710])
  })
})
