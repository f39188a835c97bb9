/** Every tool for tasks that the desk knows; the first one that is connected gets them. */

import { planfix } from './planfix/planfix'
import type { TaskConnection, TaskTool } from './taskTool'

export const taskTools: readonly TaskTool[] = [planfix]

export interface ConnectedTool {
  readonly title: string
  readonly connection: TaskConnection
}

/** null = tasks stand on «Задачи» alone. */
export function connectedTool(): ConnectedTool | null {
  for (const tool of taskTools) {
    const connection = tool.connection()
    if (connection !== null) return { title: tool.title, connection }
  }
  return null
}
