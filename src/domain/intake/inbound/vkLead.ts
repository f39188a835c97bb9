/** A lead form of VK and what somebody answered to it, as its API tells them; what is believed of it is labelled in test/contract/vk.test.ts. */

import * as v from 'valibot'
import { oneLine } from '../../letter/plainLine'
import type { Inbound, InboundList } from './inbound'

const whole = v.pipe(v.number(), v.integer(), v.minValue(1))

export const vkForm = v.object({
  form_id: whole,
  name: v.optional(v.string(), ''),
  questions: v.optional(v.array(v.object({ key: v.string(), label: v.optional(v.string(), '') })), []),
})
export type VkForm = v.InferOutput<typeof vkForm>

const value = v.object({ value: v.union([v.string(), v.number(), v.boolean()]) })
const vkLead = v.object({
  lead_id: whole,
  user_id: v.optional(v.number(), 0),
  date: whole,
  answers: v.array(v.object({ key: v.string(), answer: v.union([value, v.array(value)]) })),
})

export function listOfForm({ form_id, name, questions }: VkForm): InboundList {
  const labels = questions.filter(({ label }) => label.trim() !== '').map(({ key, label }) => [key, oneLine(label).slice(0, 200)])
  return { id: String(form_id), name: oneLine(name).slice(0, 200), questions: Object.fromEntries(labels) }
}

/** What the parser of all senders calls it otherwise. */
const names: Readonly<Record<string, string>> = { patronymic_name: 'middle_name' }

/**
 * null = it cannot be read.
 * @example inboundOfLead({ lead_id: 7, date: 1795424400, answers: [{ key: 'phone_number', answer: { value: '+7 …' } }] }, form)
 */
export function inboundOfLead(item: unknown, list: InboundList): Inbound | null {
  const read = v.safeParse(vkLead, item)
  if (!read.success) return null
  const { lead_id, user_id, date, answers } = read.output
  const told = answers.map(({ key, answer }) => {
    const values = Array.isArray(answer) ? answer : [answer]
    return [nameOf(key, list), values.map((one) => String(one.value)).join(', ')] as const
  })
  const page = user_id > 0 ? [['ВКонтакте', `https://vk.com/id${user_id}`] as const] : []
  const body = Object.fromEntries([['form name', `ВКонтакте: ${list.name}`], ['lead_id', `${list.id}.${lead_id}`], ...page, ...told])
  const posted = { contentType: 'application/json', body: JSON.stringify(body), parameters: { from: ['vk'] } }
  return { id: String(lead_id), at: date, posted }
}

/** A known key says what it is; a question of the office's own is called as people read it. */
function nameOf(key: string, { questions }: InboundList): string {
  return /^(custom|question)/.test(key) ? (questions[key] ?? key) : (names[key] ?? key)
}
