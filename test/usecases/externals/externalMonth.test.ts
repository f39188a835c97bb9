/** T3: what a month's list says of a project. */
import { type Deal, emptyDeal } from '../../../src/domain/deal/deal'
import type { Caller } from '../../../src/usecases/changes'
import { externalMonth, list, pay } from '../../../src/usecases/externals/externalMonth'
import { heldDeal, office, project } from '../../fixtures/builders'
import { answerBy, changesBy, type Given, refTo, refusalOf, shownBy, whoMay } from '../../fixtures/known'
import { callers } from '../../fixtures/staff'

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

test('the year’s archive is looked at too, and only to be looked at', () => {
  const archived = heldDeal({ id: 40001, consultant: 'ПН', start: '2026-11-02T10:00', stage: 'won' })
  const standing = heldDeal({ id: 41600, consultant: 'ПН', start: '2026-11-10T10:00' })
  const { projects } = shownBy(
    list,
    { month: '2026-11' },
    { who: callers.director, deals: [standing], archive: { '2026': [archived], '2025': [archived] } },
  )
  expect(projects[0]?.consultations.map(({ ref, archived: isArchived }) => [ref.id, ref.row, isArchived])).toEqual([
    [40001, null, true],
    [41600, 2, false],
  ])
  expect(whoMay(list, { month: '2026-11' })).toEqual(['director', 'administrator', 'manager', 'otherManager'])
})

describe('T3: marked paid', () => {
  const one = heldDeal({ id: 41600, consultant: 'ПН' })
  const two = heldDeal({ id: 41601, consultant: 'ПН', paidAt: '2026-11-20T10:00', paidBy: 'Соколов Илья' })
  const given: Given = {
    who: callers.director,
    deals: [one, two],
    service: { scanned: '{"deals":"2026-11-23T08:00","slots":"2026-11-23T08:10","revision":"7","first":"2024-01-09"}' },
  }
  const input = (deals: readonly (typeof one)[], paid = true) => ({ deals: deals.map(refTo), paid })

  test('by whom and when; what stands so already is left alone, each deal once', () => {
    const { kind, deals } = changesBy(pay, input([one, two, one]), given)
    expect(kind).toBe('external/pay')
    expect(deals.map(({ after }) => [after.id, after.version, after.paidAt, after.paidBy])).toEqual([
      [41600, 2, '2026-11-23T09:00', 'Михайлова Марина'],
    ])
    expect(answerBy(pay, input([one, two]), given).deals).toEqual([{ id: 41600, row: 2, version: 2, clientId: 7 }])
  })

  test('the mark is taken away again', () => {
    expect(changesBy(pay, input([one, two], false), given)).toMatchObject({
      kind: 'external/unpay',
      deals: [{ after: { id: 41601, paidAt: null, paidBy: '' } }],
    })
  })

  test('the next tick looks at the deals anew; where nothing changed it need not', () => {
    expect(JSON.parse(changesBy(pay, input([one]), given).service.scanned ?? '')).toEqual({
      deals: null,
      slots: '2026-11-23T08:10',
      revision: '7',
      first: '2024-01-09',
    })
    expect(changesBy(pay, input([two]), given)).toMatchObject({ deals: [], service: {} })
  })

  test.each<[string, object, Partial<Deal>]>([
    ['of a staff consultant', { code: 'badValue' }, { consultant: 'ММ' }],
    ['not held yet', { code: 'badValue' }, { stage: 'assigned' }],
    ['changed since', { code: 'changedMeanwhile', id: 41600 }, { version: 2 }],
  ])('%s: all or none are marked', (_, problem, part) => {
    const others = heldDeal({ id: 41602, consultant: 'ПН' })
    expect(refusalOf(pay, input([others, one]), { ...given, deals: [{ ...one, ...part }, others] })).toMatchObject(problem)
  })

  test('a manager settles his own project’s', () => {
    expect(whoMay(pay, input([one]), { deals: [one] })).toEqual(['director', 'administrator', 'manager'])
    const northern = { ...one, project: 'Добрый Север' }
    expect(whoMay(pay, input([northern]), { deals: [northern] })).toEqual(['director', 'administrator', 'otherManager'])
  })
})
