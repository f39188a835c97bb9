/** The workbench's tab «Planfix»: what the account's people would see. */
import { newPlanfix } from '../../emulator/partners/planfixState'
import type { PlanfixView } from '../../emulator/workbench/wire'
import { tinyBench } from './workbenchBench'

const people = [{ id: 1, name: 'Мария', lastname: 'Морозова', email: 'gg0@example.org' }]

test('a world without Planfix says so', async () => {
  expect(await tinyBench().get('/planfix')).toBeNull()
})

test('tasks with whose they are, their term and state, the newest first', async () => {
  const desk = tinyBench()
  const first = { name: 'Консультация', description: '<p>каб. 3</p>', template: null, comments: ['Перенесена'] }
  const tasks = [
    { id: 501, ...first, assignees: ['user:1'], endDateTime: { date: '27-11-2026', time: '15:00' }, status: 1 },
    { id: 502, ...first, assignees: [], endDateTime: null, status: 3 },
  ]
  desk.bench.world.state.partners = { planfix: newPlanfix({ host: 'centre.planfix.ru', token: 'ключ', users: people, tasks }) }
  const view = await desk.get<PlanfixView>('/planfix')
  expect(view.people).toEqual([{ name: 'Мария Морозова', email: 'gg0@example.org' }])
  expect(view.tasks.map(({ id, assignees, until, isNew }) => [id, assignees, until, isNew])).toEqual([
    [502, [], '', false],
    [501, ['gg0@example.org'], '27.11.2026 15:00', true],
  ])
})
