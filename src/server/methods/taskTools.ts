/** The dialog of tools for tasks: which there are, which is connected, and what is wrong. */

import { accept, type Outcome, refuse } from '../../domain/problem'
import type { Input, Output } from '../../rpc/contract'
import { pauseOf } from '../../usecases/control/taskPause'
import { forbidden } from '../../usecases/permissions'
import { DataError } from '../desk/dataError'
import { type Loaded, loadDesk } from '../desk/load'
import type { DeskSession } from '../desk/session'
import { wakeTasks } from '../jobs/tasks/wakeTasks'
import type { TaskTool, ToolAnswer } from '../partners/taskTool'
import { taskTools } from '../partners/taskTools'

type State = Output<'tasks/state'>

export function state(_input: Input<'tasks/state'>, session: DeskSession): Outcome<State> {
  const loaded = loadDesk(session)
  const { message } = pauseOf(loaded.desk.service)
  return allowed(loaded) ?? accept(stateOf((_, connected) => ({ message: connected ? message : '', good: false })))
}

/** One tool at a time: the others are given up. */
export function connect({ tool: name, typed }: Input<'tasks/connect'>, session: DeskSession): Outcome<State> {
  const loaded = loadDesk(session)
  const denied = allowed(loaded)
  if (denied !== null) return denied
  const answer = toolNamed(name).connect(typed, loaded.desk.office)
  if (answer.good) {
    for (const other of taskTools) if (other.name !== name && other.form().connected) other.disconnect()
    wakeTasks(session)
  }
  return accept(stateOf(toldOf(name, answer)))
}

export function disconnect({ tool: name }: Input<'tasks/disconnect'>, session: DeskSession): Outcome<State> {
  const denied = allowed(loadDesk(session))
  if (denied !== null) return denied
  const message = toolNamed(name).disconnect()
  wakeTasks(session)
  return accept(stateOf(toldOf(name, { message, good: true })))
}

function allowed({ moment }: Loaded): Outcome<State> | null {
  const denied = forbidden(moment.who, 'connect')
  return denied === null ? null : refuse(denied)
}

function toolNamed(name: string): TaskTool {
  const found = taskTools.find((tool) => tool.name === name)
  if (found !== undefined) return found
  throw new DataError([{ where: 'запрос страницы', row: null, column: 'tool', message: `нет программы «${name.slice(0, 50)}»` }])
}

type Told = (name: string, connected: boolean) => ToolAnswer

function toldOf(name: string, answer: ToolAnswer): Told {
  return (one) => (one === name ? answer : { message: '', good: false })
}

function stateOf(told: Told): State {
  return {
    tools: taskTools.map(({ name, title, teach, form }) => {
      const shown = form()
      return { name, title, teach, ...shown, ...told(name, shown.connected) }
    }),
  }
}
