/** A row of «Задачи» as a task in Planfix: created, moved, closed, and found again after an answer that never came. */

import * as v from 'valibot'
import { escapeHtml } from '../../../domain/letter/html'
import type { Office } from '../../../domain/office/office'
import type { LocalDateTime } from '../../../domain/time/localTime'
import type { TaskRow } from '../../../usecases/control/taskRows'
import type { PlanfixLink } from './connection'
import { assigneesOf } from './people'
import { PlanfixError } from './planfixError'
import { askPlanfix, failuresIn } from './request'
import { planfixTask } from './text.ru'

const pageSize = 100
/** The list is searched by the deal's number; so many pages would be an account that does not filter. */
const maxPages = 20

const created = v.object({ id: v.number() })
const anything = v.record(v.string(), v.unknown())
const listed = v.object({ tasks: v.array(v.object({ id: v.number(), description: v.optional(v.nullable(v.string()), '') })) })
const comments = v.object({ comments: v.array(v.object({ description: v.optional(v.nullable(v.string()), '') })) })

interface Asked {
  readonly tried: boolean
  readonly office: Office
}

/** TaskConnection.carryOut. @throws PlanfixError */
export function syncTask(link: PlanfixLink, task: TaskRow, { tried, office }: Asked): string {
  const known = task.outsideId === '' && tried ? findTask(link, task) : task.outsideId
  if (known === '') return task.met === null ? createTask(link, task, office) : ''
  try {
    if (task.met === null) update(link, known, { endDateTime: planfixTime(task.due), ...assigned(link, task, office) })
    else closeTask(link, known, task.met, tried)
    return known
  } catch (error) {
    if (!(error instanceof PlanfixError) || error.trouble !== 'missing') throw error
    // Somebody removed it there. What is still owed is asked for anew.
    return task.met === null ? createTask(link, task, office) : known
  }
}

function createTask(link: PlanfixLink, task: TaskRow, office: Office): string {
  const { subject, dealId, clause, who, due } = task
  const lines = [...planfixTask.lines(clause, who, markOf(task))]
  const body = {
    name: planfixTask.name(subject, dealId),
    description: lines.map(escapeHtml).join('<br>'),
    priority: 'NotUrgent',
    endDateTime: planfixTime(due),
    ...(link.template === null ? {} : { template: { id: link.template } }),
    ...assigned(link, task, office),
  }
  return String(askPlanfix(link, { method: 'post', path: 'task/', body, answer: created }).id)
}

/** Looked at each time: whom it is given to follows «Сотрудники» and Planfix as they are now. */
function assigned(link: PlanfixLink, { who }: TaskRow, office: Office): object {
  const users = assigneesOf(link, who, office)
  return users.length === 0 ? {} : { assignees: { users } }
}

/** By the deal's number in its name, and the mark in its text: the same obligation may have been opened and closed before. */
function findTask(link: PlanfixLink, task: TaskRow): string {
  const filters = [{ type: 8, operator: 'equal', value: planfixTask.searched(task.dealId) }]
  const mark = escapeHtml(markOf(task))
  for (let page = 0; page < maxPages; page++) {
    const body = { offset: page * pageSize, pageSize, filters, fields: 'id,name,description' }
    const { tasks } = askPlanfix(link, { method: 'post', path: 'task/list', body, answer: listed })
    const found = tasks.find(({ description }) => `${description}<`.includes(`${mark}<`))
    if (found !== undefined) return String(found.id)
    if (tasks.length < pageSize) return ''
  }
  return ''
}

/** 'A4.hold:41720:ММ#12': a key opened a second time stands in another row. */
function markOf({ key, row }: TaskRow): string {
  return `${key}#${row}`
}

/** By the account's status; where none is named, by a comment and the end date. */
function closeTask(link: PlanfixLink, id: string, met: LocalDateTime, tried: boolean): void {
  if (link.doneStatus !== null) {
    update(link, id, { status: { id: link.doneStatus } })
    return
  }
  update(link, id, { endDateTime: planfixTime(met) })
  const text = planfixTask.closed(met)
  if (tried && hasComment(link, id, text)) return
  askPlanfix(link, { method: 'post', path: `task/${id}/comments/`, body: { description: escapeHtml(text) }, answer: anything })
}

function hasComment(link: PlanfixLink, id: string, text: string): boolean {
  const body = { offset: 0, pageSize, fields: 'id,description' }
  const answer = askPlanfix(link, { method: 'post', path: `task/${id}/comments/list`, body, answer: comments })
  return answer.comments.some(({ description }) => (description ?? '').includes(escapeHtml(text)))
}

/** 200 = done, 202 = queued there. */
function update(link: PlanfixLink, id: string, body: object): void {
  const failures = failuresIn(askPlanfix(link, { method: 'post', path: `task/${id}`, body, answer: anything }))
  if (failures !== '') throw new PlanfixError('refused', failures)
}

/** dd-MM-yyyy. */
function planfixTime(at: LocalDateTime): { readonly date: string; readonly time: string } {
  const [date = '', time = ''] = at.split('T')
  return { date: date.split('-').reverse().join('-'), time }
}
