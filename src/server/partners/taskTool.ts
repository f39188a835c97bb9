/** What the desk asks of a tool for tasks outside its sheets (A4, G3, K4), in the office's words. A tool is one folder here and one line of taskTools.ts. */

import type { Office } from '../../domain/office/office'
import type { ToolField } from '../../rpc/screens'
import type { TaskRow } from '../../usecases/control/taskRows'

export interface TaskTool {
  /** On the wire; Latin, never changed. */
  readonly name: string
  /** As people call it. */
  readonly title: string
  /** What the dialog says first. */
  readonly teach: string
  /** null = not connected. */
  connection(): TaskConnection | null
  /** What the dialog asks for, with the kept values; a key is never among them. */
  form(): ToolForm
  /** Tries what was typed, and keeps it only where the tool answers. */
  connect(typed: Readonly<Record<string, string>>, office: Office): ToolAnswer
  /** @returns the sentence that says so */
  disconnect(): string
}

export interface TaskConnection {
  /**
   * Brings the tool to where the row stands: the task is made, moved or closed, whatever was done before.
   * @param asked.tried an earlier run may have done it without knowing: it is looked for first
   * @returns the task's number there, '' = none is needed
   * @throws TaskToolError
   */
  carryOut(task: TaskRow, asked: { readonly tried: boolean; readonly office: Office }): string
  /**
   * Name, text and comments of a task without somebody; one that is gone is forgotten.
   * @param mask gives each text without him
   * @throws TaskToolError
   */
  forget(outsideId: string, mask: (text: string) => string): void
}

export interface ToolForm {
  readonly connected: boolean
  readonly fields: readonly ToolField[]
}

export interface ToolAnswer {
  readonly message: string
  readonly good: boolean
}

/**
 * How long all tasks wait after a trouble, minutes; 'tomorrow' = until the next day; 'none' = this one task was refused, the others go on;
 * 'wait' = this one waits for somebody, however long.
 */
export type Rest = number | 'tomorrow' | 'none' | 'wait'

/** The tool took no task. */
export class TaskToolError extends Error {
  constructor(
    code: string,
    readonly rest: Rest,
    /** What people are told; '' = it passes by itself. Never logged. */
    readonly told: string,
  ) {
    super(code)
    this.name = 'TaskToolError'
  }
}
