/** Telling Planfix of the claimed tasks, each result written down at once: a number that it gave is never lost. */

import type { PlanfixTrouble } from '../../../domain/office/planfixText.ru'
import { addDays, addMinutes, atMinute, dateOf, type LocalDateTime } from '../../../domain/time/localTime'
import { type PlanfixPause, pauseCell } from '../../../usecases/control/planfixPause'
import { type ServiceChange, serviceCells } from '../../desk/commit'
import type { Loaded } from '../../desk/load'
import { localNow } from '../../google/clock'
import { type CellsOfRow, ownCells } from '../../google/register/ownCells'
import { writeRegister } from '../../google/register/writer'
import { PlanfixError, sentenceOf } from './planfixError'
import { syncTask } from './planfixTasks'
import { type PlanfixClaim, type PlanfixJob, releasePlanfix } from './runs'

/** A run asks Planfix for so long; what is left is the next run's. */
const budgetMs = 30_000
const retryMinutes = 15

/** How long everything rests after which trouble, minutes; the day's limit lasts until the next day. */
const restMinutes: Readonly<Partial<Record<PlanfixTrouble, number>>> = { busy: 1, silent: 15 }
const restOtherwise = 60
/** Past midnight, when Planfix counts anew. */
const newDay = 10

/** What is written at the end of a run. */
interface Rest {
  readonly outbox: readonly CellsOfRow[]
  readonly pause: PlanfixPause | null
}

export function syncClaimed(claim: PlanfixClaim): void {
  try {
    const began = Date.now()
    let rest: Rest = { outbox: [], pause: null }
    for (const job of claim.jobs) {
      const isLeft = Date.now() - began > budgetMs || (rest.pause?.until ?? '') !== ''
      rest = isLeft ? leftOver(job, rest, claim.loaded) : carriedOut(job, rest, claim)
    }
    settle(claim.loaded, rest)
  } finally {
    releasePlanfix()
  }
}

function carriedOut(job: PlanfixJob, rest: Rest, { link, loaded }: PlanfixClaim): Rest {
  try {
    const planfixId = syncTask(link, job.task, job.tried, loaded.desk.office)
    writeDone(job, planfixId, loaded)
    return rest
  } catch (error) {
    if (!(error instanceof PlanfixError)) throw error
    const now = localNow(loaded.desk.office.settings.zone)
    const { trouble } = error
    const message = sentenceOf(error)
    if (trouble === 'refused' || trouble === 'missing') return refused(job, rest, message, addMinutes(now, retryMinutes))
    const pause = { until: restUntil(trouble, now), message: trouble === 'busy' ? '' : message }
    return leftOver(job, { ...rest, pause }, loaded)
  }
}

/** This one uses an attempt up; the others go on. */
function refused({ outbox }: PlanfixJob, rest: Rest, message: string, nextTry: LocalDateTime): Rest {
  const cells = outbox.map(({ row }) => ({ row, values: { nextTry, error: message } }))
  return { outbox: [...rest.outbox, ...cells], pause: { until: '', message } }
}

/** No attempt is used up: nothing is the task's fault. One stays counted, since Planfix may have been reached. */
function leftOver({ outbox }: PlanfixJob, rest: Rest, { moment }: Loaded): Rest {
  const { until = '', message = '' } = rest.pause ?? {}
  const cells = outbox.map(({ row, attempts }) => ({
    row,
    values: { attempts: Math.max(1, attempts - 1), nextTry: until || moment.now, error: until === '' ? '' : message },
  }))
  return { ...rest, outbox: [...rest.outbox, ...cells] }
}

function restUntil(trouble: PlanfixTrouble, now: LocalDateTime): LocalDateTime {
  if (trouble === 'dailyLimit') return atMinute(addDays(dateOf(now), 1), newDay)
  return addMinutes(now, restMinutes[trouble] ?? restOtherwise)
}

function writeDone({ task, outbox }: PlanfixJob, planfixId: string, loaded: Loaded): void {
  const isNew = planfixId !== task.planfixId
  const { now } = loaded.moment
  writeCells(loaded, {
    tasks: isNew ? [{ row: task.row, values: { planfixId } }] : [],
    outbox: outbox.map(({ row }) => ({ row, values: { done: now, error: '' } })),
  })
}

/** What waits, and what «Сегодня» tells of it. */
function settle(loaded: Loaded, { outbox, pause }: Rest): void {
  const planfix = pause === null ? '' : pauseCell(pause)
  const service = planfix === loaded.desk.service.planfix ? {} : { planfix }
  if (outbox.length > 0 || 'planfix' in service) writeCells(loaded, { tasks: [], outbox, service })
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
