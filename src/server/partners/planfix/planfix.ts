/** Planfix as one of the tools for tasks; the file to read first here. */

import type { TaskTool } from '../taskTool'
import { forgetLink, type PlanfixLink, planfixLink } from './connection'
import { connectPlanfix } from './dialog'
import { forgetInTask } from './forgetInTask'
import { forgetPeople } from './people'
import { syncTask } from './planfixTasks'
import { fieldTexts, planfixLinkTexts, teach } from './text.ru'

export const planfix: TaskTool = {
  name: 'planfix',
  title: 'Planfix',
  teach,
  connection: () => {
    const link = planfixLink()
    if (link === null) return null
    return { carryOut: (task, asked) => syncTask(link, task, asked), forget: (id, mask) => forgetInTask(link, id, mask) }
  },
  form: () => {
    const link = planfixLink()
    return { connected: link !== null, fields: fieldsOf(link) }
  },
  connect: connectPlanfix,
  disconnect: () => {
    forgetLink()
    forgetPeople()
    return planfixLinkTexts.unlinked()
  },
}

function fieldsOf(link: PlanfixLink | null) {
  const { account, token, tokenKept, template, done } = fieldTexts
  return [
    { name: 'account', ...account, value: link?.host ?? '' },
    { name: 'token', ...(link === null ? token : tokenKept), value: '', secret: true },
    { name: 'template', ...template, value: String(link?.template ?? '') },
    { name: 'done', ...done, value: String(link?.doneStatus ?? '') },
  ]
}
