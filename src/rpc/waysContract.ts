/** «Приём заявок»: by which ways requests come, and the key of the receiver in Russia. */

import * as v from 'valibot'
import { type RequestRule, ruleSchema } from '../domain/intake/ruFirst/rule'

export const waysInputs = {
  'ways/open': v.object({}),
  'ways/set': ruleSchema,
  /** A new one; the former opens nothing from now on. */
  'ways/key': v.object({}),
} as const

export interface Ways extends RequestRule {
  /** A receiver has a key. */
  readonly hasKey: boolean
  /** Where the receiver sends to; '' = the web app is not published yet. */
  readonly url: string
}

export interface WaysOutputs {
  'ways/open': Ways
  'ways/set': Ways
  /** Shown once. */
  'ways/key': Ways & { readonly key: string }
}
