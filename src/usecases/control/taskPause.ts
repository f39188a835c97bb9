/** The tool for tasks takes none for a while: until when, and what people are told. */

import { decoded } from '../../domain/register/stored'
import { type ServiceState, stored, type TaskPause } from '../register/service'

export function pauseOf({ taskPause }: Pick<ServiceState, 'taskPause'>): TaskPause {
  return decoded(stored.taskPause, taskPause, { until: '', message: '', tool: '' })
}

export function pauseCell(pause: TaskPause): string {
  return JSON.stringify(pause)
}
