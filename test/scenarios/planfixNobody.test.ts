/** F12: a task whose consultant is not in Planfix waits and is told of; she is added, and it is hers; another consultant, and it is his. */
import type { World } from '../../emulator/world/types'
import { bookInput, done, morozova, nextTick, phoned, slotOf } from '../fixtures/desk'
import { besidePlanfix, connect, followUp, moveToEvening, planfixOf, planfixTasks } from '../fixtures/planfixDesk'

const notes = (world: World) => done(world, 'desk/today', {}).notes.filter(({ where }) => where === 'Planfix')

function withoutMorozova() {
  const world = besidePlanfix()
  const planfix = planfixOf(world)
  const all = planfix.users
  const isHers = ({ email }: (typeof all)[number]) => email.toLowerCase() === morozova
  const add = () => {
    planfix.users = all
  }
  planfix.users = all.filter((user) => !isHers(user))
  connect(world)
  const { card } = done(world, 'deal/book', bookInput(phoned(world, 'АНО «Маяк»'), slotOf(world, 'ММ', '2026-11-25')))
  followUp(world)
  return { world, add, id: card.deal.id }
}

test('no task without somebody who has it: it waits, and «Сегодня» says so, with every tick', () => {
  const { world, id } = withoutMorozova()
  expect(planfixTasks(world, id)).toEqual([])
  for (let tick = 0; tick < 8; tick++) nextTick(world)
  expect(planfixTasks(world, id)).toEqual([])
  expect(notes(world).map(({ message }) => message)).toEqual([expect.stringMatching(/^ММ: нет в Planfix .*Задача ждёт исполнителя/)])
})

test('she is added there: the next tick gives it to her, and nothing is told any more', () => {
  const { world, id, add } = withoutMorozova()
  add()
  nextTick(world)
  expect(planfixTasks(world, id)).toMatchObject([{ assignees: ['user:5'] }])
  nextTick(world)
  expect(notes(world)).toEqual([])
})

test('a task that stands there without anybody is given to her when it moves', () => {
  const { world, id, add } = withoutMorozova()
  add()
  nextTick(world)
  const task = planfixTasks(world, id)[0]
  if (task === undefined) throw new Error('the task is there')
  task.assignees = []
  moveToEvening(world, done(world, 'deal/open', { id, row: null, clientId: null }))
  followUp(world)
  expect(planfixTasks(world, id)[0]?.assignees).toEqual(['user:5'])
})
