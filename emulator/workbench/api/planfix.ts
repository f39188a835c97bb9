/** Route of the tab «Planfix»: the account's tasks as its own people see them. */
import { Hono } from 'hono'
import { newStatus, type PlanfixState, type PlanfixTask } from '../../partners/planfixState'
import type { Bench } from '../bench/bench'
import type { PlanfixTaskView, PlanfixView } from '../wire'

export const planfixRoutes = (bench: Bench): Hono =>
  new Hono().get('/planfix', (context) => context.json(planfixView(bench.world.state.partners?.planfix)))

const planfixView = (planfix: PlanfixState | undefined): PlanfixView | null =>
  planfix === undefined
    ? null
    : {
        host: planfix.host,
        token: planfix.token,
        requests: planfix.requests.length,
        people: planfix.users.map(({ name, lastname, email }) => ({ name: `${name} ${lastname}`.trim(), email })),
        tasks: planfix.tasks.map((task) => taskView(planfix, task)).reverse(),
      }

const taskView = (planfix: PlanfixState, task: PlanfixTask): PlanfixTaskView => ({
  id: task.id,
  name: task.name,
  description: task.description,
  assignees: planfix.users.filter(({ id }) => task.assignees.includes(`user:${id}`)).map(({ email }) => email),
  until: task.endDateTime === null ? '' : `${task.endDateTime.date.replaceAll('-', '.')} ${task.endDateTime.time}`.trim(),
  isNew: task.status === newStatus,
  comments: task.comments,
})
