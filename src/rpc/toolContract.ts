/** Programs beside the desk: the tool for tasks, amoCRM. */

import * as v from 'valibot'
import { type AmoOutputs, amoInputs } from './amoContract'
import { text } from './inputParts'
import type { TaskTools } from './screens'

export const toolInputs = {
  ...amoInputs,
  'tasks/state': v.object({}),
  /** What was typed, by field of the tool; an empty key = the one that is kept. Kept only where the tool answers. */
  'tasks/connect': v.object({ tool: text, typed: v.record(v.string(), text) }),
  'tasks/disconnect': v.object({ tool: text }),
} as const

export interface ToolOutputs extends AmoOutputs {
  readonly 'tasks/state': TaskTools
  readonly 'tasks/connect': TaskTools
  readonly 'tasks/disconnect': TaskTools
}
