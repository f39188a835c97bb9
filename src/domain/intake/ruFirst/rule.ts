/** By which ways requests come: by all, or first to the centre's own receiver in Russia. It stands in the script's properties, which a door reads before any sheet. */

import * as v from 'valibot'
import { jsonIn } from '../../register/json'
import { declaredDoors } from './doors'

/** Of the receiver's page: '' = not told yet. */
const address = v.union([v.literal(''), v.pipe(v.string(), v.maxLength(500), v.regex(/^https:\/\/[^\s<>"']{3,}$/i))])

export const ruleSchema = v.object({
  mode: v.picklist(['all', 'ruFirst']),
  address,
  /** Doors that the office says record in Russia (declaredDoors). */
  declared: v.array(v.picklist(declaredDoors)),
})
export type RequestRule = v.InferOutput<typeof ruleSchema>

export const everyWay: RequestRule = { mode: 'all', address: '', declared: [] }

/** What cannot be read closes the doors: nobody's data are to be taken by a mistake. '' = nobody has chosen. */
export function ruleIn(text: string): RequestRule {
  const read = v.safeParse(ruleSchema, jsonIn(text))
  if (read.success) return read.output
  return text === '' ? everyWay : { ...everyWay, mode: 'ruFirst' }
}
