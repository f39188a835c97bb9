/** The dialog of tools for tasks: which there are, which is connected, and what is wrong. */

import type { Input, Output } from '../../../rpc/contract'
import { pauseOf } from '../../../usecases/control/taskPause'
import { DataError } from '../../desk/dataError'
import type { Loaded } from '../../desk/load'
import type { DeskSession } from '../../desk/session'
import type { TaskTool, ToolAnswer } from '../../partners/taskTool'
import { taskTools } from '../../partners/taskTools'
import { wakeTasks } from './wakeTasks'

type State = Output<'tasks/state'>

interface Setting {
  readonly loaded: Loaded
  readonly session: DeskSession
}

export function toolState({ loaded }: Setting): State {
  const { message } = pauseOf(loaded.desk.service)
  return stateOf((_, connected) => ({ message: connected ? message : '', good: false }))
}

/** One tool at a time: the others are given up. */
export function connectTool({ tool: name, typed }: Input<'tasks/connect'>, { loaded, session }: Setting): State {
  const answer = toolNamed(name).connect(typed, loaded.desk.office)
  if (answer.good) {
    for (const other of taskTools) if (other.name !== name && other.form().connected) other.disconnect()
    wakeTasks(session)
  }
  return stateOf(toldOf(name, answer))
}

export function disconnectTool({ tool: name }: Input<'tasks/disconnect'>, { session }: Setting): State {
  const message = toolNamed(name).disconnect()
  wakeTasks(session)
  return stateOf(toldOf(name, { message, good: true }))
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
