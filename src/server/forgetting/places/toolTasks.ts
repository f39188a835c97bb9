/** Tasks about his consultations in the tool outside: name, text and comments. */

import type { TaskRow } from '../../../usecases/control/taskRows'
import { loadFurther } from '../../desk/load'
import { isTraining } from '../../google/training'
import { taskColumns, taskRowsOf } from '../../jobs/tasks/tasks'
import { connectedTool } from '../../partners/taskTools'
import { nothingFound, type Place, type Setting } from '../place'

/** A tool takes a request a second: two or three for each task. */
const atOnce = 5

export const toolTasks: Place = {
  name: 'tasks',
  portion: (setting, from) => {
    const tool = isTraining() ? null : connectedTool()
    const tasks = tool === null ? [] : tasksOf(setting)
    if (tool === null || tasks.length === 0) return nothingFound
    return {
      found: tasks.slice(from, from + atOnce).length,
      next: from + atOnce < tasks.length ? from + atOnce : null,
      write: () => {
        for (const { outsideId } of tasks.slice(from, from + atOnce)) tool.connection.forget(outsideId, setting.own.mask)
        return false
      },
    }
  },
}

function tasksOf({ loaded, scope }: Setting): TaskRow[] {
  const rows = taskRowsOf(loadFurther(loaded, { columns: { tasks: taskColumns } }))
  return rows.filter(({ dealId, outsideId }) => outsideId !== '' && dealId !== null && scope.deals.includes(dealId))
}
