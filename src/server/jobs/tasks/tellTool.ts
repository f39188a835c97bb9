/** Telling the tool of the claimed tasks, each result written down at once: a number that it gave is never lost. */

import { cutLine } from '../../../domain/letter/plainLine'
import { addDays, addMinutes, atMinute, dateOf, type LocalDateTime } from '../../../domain/time/localTime'
import { pauseCell } from '../../../usecases/control/taskPause'
import type { TaskPause } from '../../../usecases/register/service'
import { type ServiceChange, serviceCells } from '../../desk/commit'
import type { Loaded } from '../../desk/load'
import { localNow } from '../../google/clock'
import { type CellsOfRow, ownCells } from '../../google/register/ownCells'
import { writeRegister } from '../../google/register/writer'
import { type Rest, TaskToolError } from '../../partners/taskTool'
import { releaseTool, type TaskClaim, type TaskJob } from './toolRuns'

/** A run asks the tool for so long; what is left is the next run's. */
const budgetMs = 30_000
const retryMinutes = 15
/** Before the next tick: only a run that asks can tell of it. */
const waitMinutes = 5

/** Past midnight, when a day's limit is counted anew. */
const newDay = 10

/** What is written at the end of a run. */
interface Outcome {
  readonly outbox: readonly CellsOfRow[]
  readonly pause: Pick<TaskPause, 'until' | 'message'> | null
}

export function tellTool(claim: TaskClaim): void {
  try {
    const began = Date.now()
    let so: Outcome = { outbox: [], pause: null }
    for (const job of claim.jobs) {
      const isLeft = Date.now() - began > budgetMs || (so.pause?.until ?? '') !== ''
      so = isLeft ? leftOver(job, so, claim.loaded) : carriedOut(job, so, claim)
    }
    settle(claim, so)
  } finally {
    releaseTool()
  }
}

function carriedOut(job: TaskJob, so: Outcome, { tool, loaded }: TaskClaim): Outcome {
  try {
    const { office } = loaded.desk
    writeDone(job, tool.connection.carryOut(job.task, { tried: job.tried, office }), loaded)
    return so
  } catch (error) {
    if (!(error instanceof TaskToolError)) throw error
    const now = localNow(loaded.desk.office.settings.zone)
    const { rest } = error
    const told = cutLine(error.told, toldMost)
    if (rest === 'wait') return waiting(job, so, told, addMinutes(now, waitMinutes))
    if (rest === 'none') return refused(job, so, told, addMinutes(now, retryMinutes))
    return leftOver(job, { ...so, pause: { until: restUntil(rest, now), message: told } }, loaded)
  }
}

/** Of what a tool answers, its beginning is told. */
const toldMost = 1_000

/** This one uses an attempt up; the others go on. */
function refused({ outbox }: TaskJob, so: Outcome, message: string, nextTry: LocalDateTime): Outcome {
  const cells = outbox.map(({ row }) => ({ row, values: { nextTry, error: message } }))
  return { outbox: [...so.outbox, ...cells], pause: { until: '', message } }
}

/** Nothing was done, and no attempt is used up: it goes on until the one it waits for is there. */
function waiting({ outbox }: TaskJob, so: Outcome, message: string, nextTry: LocalDateTime): Outcome {
  const cells = outbox.map(({ row, attempts }) => ({ row, values: { attempts: attempts - 1, nextTry, error: message } }))
  return { outbox: [...so.outbox, ...cells], pause: { until: '', message } }
}

/** No attempt is used up: nothing is the task's fault. One stays counted, since the tool may have been reached. */
function leftOver({ outbox }: TaskJob, so: Outcome, { moment }: Loaded): Outcome {
  const { until = '', message = '' } = so.pause ?? {}
  const cells = outbox.map(({ row, attempts }) => ({
    row,
    values: { attempts: Math.max(1, attempts - 1), nextTry: until || moment.now, error: until === '' ? '' : message },
  }))
  return { ...so, outbox: [...so.outbox, ...cells] }
}

function restUntil(rest: Exclude<Rest, 'none' | 'wait'>, now: LocalDateTime): LocalDateTime {
  return rest === 'tomorrow' ? atMinute(addDays(dateOf(now), 1), newDay) : addMinutes(now, rest)
}

function writeDone({ task, outbox }: TaskJob, outsideId: string, loaded: Loaded): void {
  const isNew = outsideId !== task.outsideId
  const { now } = loaded.moment
  writeCells(loaded, {
    tasks: isNew ? [{ row: task.row, values: { outsideId } }] : [],
    outbox: outbox.map(({ row }) => ({ row, values: { done: now, error: '' } })),
  })
}

/** What waits, and what «Сегодня» tells of it. */
function settle({ tool, loaded }: TaskClaim, { outbox, pause }: Outcome): void {
  const taskPause = pause === null ? '' : pauseCell({ ...pause, tool: tool.title })
  const service = taskPause === loaded.desk.service.taskPause ? {} : { taskPause }
  if (outbox.length > 0 || 'taskPause' in service) writeCells(loaded, { tasks: [], outbox, service })
}

interface Cells {
  readonly tasks: readonly CellsOfRow[]
  readonly outbox: readonly CellsOfRow[]
  readonly service?: ServiceChange
}

function writeCells(loaded: Loaded, { tasks, outbox, service = {} }: Cells): void {
  const { layouts } = loaded.snapshot
  writeRegister(loaded.session.spreadsheetId, {
    layouts,
    patches: [],
    appends: {},
    replaced: {},
    service: serviceCells(loaded, service),
    more: [...ownCells('tasks', layouts.tasks, tasks), ...ownCells('outbox', layouts.outbox, outbox)],
  })
}
