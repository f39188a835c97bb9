/** K3: a new client is asked once, however many consultations he had before Friday (story 1 of a year). */

import { seededRandom } from '../../emulator/world/seeded'
import { breachKey } from '../../src/domain/obligations/breach'
import { newClientDuties } from '../../src/domain/obligations/duties/weekDuties'
import { heldDeal, office } from '../fixtures/builders'

const now = '2026-11-27T16:00'
const at = (day: number, hour: number) => `2026-11-${day}T${hour}:00`
const held = (id: number, clientId: number, day: number, part: Partial<ReturnType<typeof heldDeal>> = {}) =>
  heldDeal({ id, clientId, organisation: `Фонд «Север ${clientId}»`, start: at(day, 10), end: at(day, 11), feedbackAskedAt: null, ...part })
const duties = (deals: ReturnType<typeof held>[], consulted: number[] = []) => newClientDuties(deals, new Set(consulted), office(), now)

test('two consultations in one week are one duty, from the first one on', () => {
  const [one, ...others] = duties([held(2, 7, 25), held(1, 7, 24)])
  expect(others).toEqual([])
  expect(one).toMatchObject({
    subject: 'Спросить отзыв у нового клиента: Фонд «Север 7»',
    detail: '№ 1, первая консультация',
    opensAt: at(24, 11),
  })
})

test('who was asked about one of them is not asked about the other', () => {
  expect(duties([held(1, 7, 24, { stage: 'feedback', feedbackAskedAt: at(24, 12) }), held(2, 7, 25)])).toEqual([])
  expect(duties([held(1, 7, 24, { stage: 'feedback', feedbackAskedAt: at(24, 12) }), held(2, 8, 25)])).toHaveLength(1)
})

test('two cards of one name are told apart by nobody: one duty stands until both are asked', () => {
  const same = { organisation: 'Фонд «Север»' }
  expect(duties([held(1, 7, 24, same), held(2, 8, 25, same)])).toHaveLength(1)
  expect(duties([held(1, 7, 24, { ...same, stage: 'feedback', feedbackAskedAt: at(24, 12) }), held(2, 8, 25, same)])).toHaveLength(1)
})

test('of any weeks: no two duties are one row of «Нарушения», and no new client is left out', () => {
  const random = seededRandom('new clients')
  const below = (end: number) => Math.floor(random() * end)
  for (let office = 0; office < 300; office++) {
    const deals = Array.from({ length: 1 + below(12) }, (_, id) =>
      held(id + 1, 1 + below(4), 23 + below(4), below(4) === 0 ? { feedbackAskedAt: at(26, 12), stage: 'feedback' } : {}),
    )
    const made = duties(deals)
    const keys = made.map((duty) => breachKey({ ...duty, dealId: null }))
    expect(new Set(keys).size).toBe(keys.length)
    const asked = new Set(deals.flatMap(({ clientId, feedbackAskedAt }) => (feedbackAskedAt === null ? [] : [clientId])))
    const owed = new Set(deals.flatMap(({ clientId }) => (asked.has(clientId) ? [] : [clientId])))
    expect(made).toHaveLength(owed.size)
  }
})
