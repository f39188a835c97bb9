/** T3: what a month's list says of a project. */
import { type Deal, emptyDeal } from '../../../src/domain/deal/deal'
import type { Caller } from '../../../src/usecases/changes'
import { externalMonth } from '../../../src/usecases/externals/externalMonth'
import { office, project } from '../../fixtures/builders'

const centre = 'Ресурсный центр НКО'
const directorCaller: Caller = { email: 'director@example.org', name: 'Михайлова Марина', initials: '', roles: ['director'] }
const managerCaller: Caller = { email: 'EP2@example.org', name: 'Соколов Илья', initials: '', roles: ['projectManager'] }

let next = 1
const row = (part: Partial<Deal> = {}) => ({
  row: next,
  value: {
    ...emptyDeal,
    id: next++,
    stage: 'won' as const,
    consultant: 'ПН',
    project: centre,
    organisation: 'АНО «Маяк»',
    start: '2026-11-10T10:00',
    minutes: 50,
    ...part,
  },
})
const listed = (rows: readonly ReturnType<typeof row>[], who = directorCaller, of = office()) =>
  externalMonth('2026-11', rows, of, who).projects

test('minutes by the rate per hour, paid apart; in the order of time', () => {
  const rows = [row({ start: '2026-11-20T10:00', paidAt: '2026-11-21T09:00', paidBy: 'Соколов Илья' }), row({ minutes: 60 })]
  expect(listed(rows)).toMatchObject([
    {
      project: centre,
      held: 2,
      counted: 2,
      limit: 12,
      minutes: 110,
      due: 2750,
      paid: 1250,
      consultations: [
        { start: '2026-11-10T10:00', due: 1500, rate: 1500, expert: 'Носов П. А.', paidAt: null },
        { start: '2026-11-20T10:00', due: 1250, paidBy: 'Соколов Илья' },
      ],
    },
  ])
})

test.each<[string, Partial<Deal>, number, number]>([
  ['booked for later', { stage: 'assigned', start: '2026-11-30T10:00' }, 1, 2],
  ['decided on, without a time yet', { stage: 'accepted', consultant: '', start: null, externalAt: '2026-11-12T10:00' }, 1, 2],
  ['another month', { start: '2026-10-30T10:00' }, 1, 1],
  ['a staff consultant', { consultant: 'ММ' }, 1, 1],
  ['lost', { stage: 'lost' }, 1, 1],
])('against the limit: %s', (_, part, held, counted) => {
  const limited = office({ projects: [project({ externalLimitPerMonth: 1 })] })
  expect(listed([row(), row(part)], directorCaller, limited)).toMatchObject([{ held, counted, limit: 1 }])
})

test('a manager sees his own project only; what has none is the director’s', () => {
  const rows = [row(), row({ project: 'Добрый Север' }), row({ project: '' })]
  expect(listed(rows).map((one) => one.project)).toEqual(['Добрый Север', 'не распределено', centre])
  expect(listed(rows, managerCaller).map((one) => one.project)).toEqual([centre])
})
