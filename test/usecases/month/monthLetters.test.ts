/** S2: letters of a month to the managers of projects. */
import { lettersToQueue, monthsTold } from '../../../src/usecases/month/monthLetters'
import { letters } from '../../../src/usecases/month/settleMonth'
import { client, heldDeal } from '../../fixtures/builders'
import { shownBy } from '../../fixtures/known'
import { callers, centre, north } from '../../fixtures/staff'

const letter = (project: string, part = {}) => ({
  project,
  to: `${project}@example.org`,
  subject: 's',
  body: 'b',
  held: 1,
  sent: 0,
  ...part,
})
const month = '2026-10'

const managed = (name: string, managerEmail = `${name}@example.org`) => ({ ...centre, name, managerEmail })

test('a project without an address gets none and keeps nobody waiting', () => {
  const all = [letter('a'), letter('b', { to: '' })]
  expect(lettersToQueue(all, { month, projects: ['a', 'b'], anew: true }).map(({ key }) => key)).toEqual(['month:2026-10:a'])
  expect(monthsTold(['month:2026-10:a'], () => [], { projects: [managed('a'), managed('b', '')] })).toEqual([month])
})

test('S2: told is a month of which every manager’s letter has gone, the last one with these', () => {
  const projects = [managed('a'), managed('b')]
  const told = (sent: readonly string[], before: readonly string[] = []) => monthsTold(sent, () => before, { projects })
  expect(told(['month:2026-10:a'])).toEqual([])
  expect(told(['month:2026-10:a', 'month:2026-10:b'])).toEqual([month])
  expect(told(['month:2026-10:b:2'], ['month:2026-10:a'])).toEqual([month])
  expect(told(['month:2026-10:b'], ['month:2026-09:a'])).toEqual([])
  expect(told(['feedback:41720'], ['month:2026-10:a', 'month:2026-10:b'])).toEqual([])
})

test('sent already, it goes only where that is meant', () => {
  expect(lettersToQueue([letter('a', { sent: 1 })], { month, projects: ['a'], anew: false })).toEqual([])
})

test('a third time is the third letter', () => {
  expect(lettersToQueue([letter('a', { sent: 2 })], { month, projects: ['a'], anew: true })).toMatchObject([
    { key: 'month:2026-10:a:3', priority: 3 },
  ])
})

test('letters of another project or month with a longer name are not counted', () => {
  const outbox = [
    'month:2026-10:Ресурсный центр НКО',
    'month:2026-10:Ресурсный центр НКО:2',
    'month:2026-10:Ресурсный центр НКО: филиал',
    'month:2026-09:Ресурсный центр НКО',
  ]
  const given = { who: callers.director, office: { projects: [centre, north] }, sheets: { outbox: outbox.map((key) => ({ key })) } }
  expect(shownBy(letters, { month }, given).letters.map(({ sent }) => sent)).toEqual([2, 0])
})

test('a private person’s name is no organisation', () => {
  const held = heldDeal({ stage: 'won', start: '2026-10-14T10:00', organisation: 'Иванова Анна Петровна' })
  const bodyOf = (kind: string) =>
    shownBy(letters, { month }, { who: callers.director, deals: [held], clients: [client({ kind })] }).letters[0]?.body ?? ''
  expect(bodyOf('физическое лицо')).not.toContain('Иванова')
  expect(bodyOf('НКО')).toContain('Иванова')
})
