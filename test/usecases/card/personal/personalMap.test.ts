/** «Что где хранится»: each place, of how many people, since when. */
import { map } from '../../../../src/usecases/card/personal/personalMap'
import { client, heldDeal } from '../../../fixtures/builders'
import { shownBy } from '../../../fixtures/known'
import { callers } from '../../../fixtures/staff'

test('people are counted where they stand, and what is under way is told', () => {
  const clients = [
    client({ id: 7, created: '2026-03-01T09:00' }),
    client({ id: 8, created: '2026-02-01T09:00', contact: '', phone: '', email: '', messenger: '' }),
  ]
  const value = shownBy(map, {}, { who: callers.director, clients, deals: [heldDeal()] })
  const line = (place: string) => value.lines.find((one) => one.place === place)
  expect(line('«Клиенты»')).toMatchObject({ people: 1, since: '2026-03-01' })
  expect(line('«Журнал»')).toMatchObject({ people: null, since: null })
  expect(value).toMatchObject({ progress: { left: 0, filesLeft: [] }, months: 0 })
})
