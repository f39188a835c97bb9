/** G6.decide: one line a booking, due the next working day and before the consultation. */
import type { OpenQuestion } from '../../../src/usecases/changes'
import { questionKey, questionLines } from '../../../src/usecases/control/questionLines'
import { staffed } from '../../fixtures/staff'

const asked = (part: Partial<OpenQuestion> = {}): OpenQuestion => ({
  at: '2026-11-23T09:00',
  what: 'назначена, но это выходной день',
  dealId: 41721,
  organisation: 'АНО «Маяк»',
  start: '2026-11-25T10:00',
  row: 2,
  clientId: 7,
  ...part,
})

test('the office manager owes it within a working day', () => {
  expect(questionLines([asked()], staffed())).toMatchObject([
    {
      key: questionKey,
      clause: 'G6',
      subject: 'Решить о записи: АНО «Маяк»',
      who: 'офис-менеджер',
      opensAt: '2026-11-23T09:00',
      due: '2026-11-24T09:00',
      dealId: 41721,
      overdueTo: 'directorDigest',
    },
  ])
})

test.each([
  ['sooner', '2026-11-23T15:00', '2026-11-23T15:00'],
  ['later', '2026-11-25T10:00', '2026-11-24T09:00'],
  ['begun already', '2026-11-23T08:00', '2026-11-24T09:00'],
  ['without a time', null, '2026-11-24T09:00'],
])('a consultation %s', (_, start, due) => {
  expect(questionLines([asked({ start })], staffed())[0]?.due).toBe(due)
})

test('of several about one booking the first asked stands', () => {
  const later = asked({ at: '2026-11-23T10:00', what: 'пересекается' })
  expect(questionLines([later, asked()], staffed()).map(({ detail }) => detail)).toEqual(['назначена, но это выходной день'])
  expect(questionLines([asked(), asked({ dealId: 41722, organisation: '' })], staffed()).map(({ subject }) => subject)).toEqual([
    'Решить о записи: АНО «Маяк»',
    'Решить о записи: сделка № 41722',
  ])
})
