/** A task in Planfix without somebody: its name and text, and comments, which Planfix lets be changed by their number (assumed, never tried). */

import * as v from 'valibot'
import type { PlanfixLink } from './connection'
import { PlanfixError } from './planfixError'
import { askPlanfix } from './request'

const pageSize = 100
const anything = v.record(v.string(), v.unknown())
const text = v.optional(v.nullable(v.string()), '')
const task = v.object({ task: v.object({ name: text, description: text }) })
const comments = v.object({ comments: v.array(v.object({ id: v.number(), description: text })) })

type Mask = (text: string) => string

/** @throws PlanfixError */
export function forgetInTask(link: PlanfixLink, id: string, mask: Mask): void {
  try {
    forgetTexts(link, id, mask)
    forgetComments(link, id, mask)
  } catch (error) {
    if (!(error instanceof PlanfixError) || error.trouble !== 'missing') throw error
  }
}

function forgetTexts(link: PlanfixLink, id: string, mask: Mask): void {
  const { name, description } = askPlanfix(link, { method: 'get', path: `task/${id}?fields=id,name,description`, answer: task }).task
  const body = { ...changed('name', name ?? '', mask), ...changed('description', description ?? '', mask) }
  if (Object.keys(body).length > 0) askPlanfix(link, { method: 'post', path: `task/${id}`, body, answer: anything })
}

function forgetComments(link: PlanfixLink, id: string, mask: Mask): void {
  const body = { offset: 0, pageSize, fields: 'id,description' }
  const read = askPlanfix(link, { method: 'post', path: `task/${id}/comments/list`, body, answer: comments })
  for (const { id: comment, description } of read.comments) {
    const made = changed('description', description ?? '', mask)
    if (Object.keys(made).length > 0)
      askPlanfix(link, { method: 'post', path: `task/${id}/comments/${comment}`, body: made, answer: anything })
  }
}

function changed(name: string, text: string, mask: Mask): Readonly<Record<string, string>> {
  const masked = mask(text)
  return masked === text ? {} : { [name]: masked }
}
