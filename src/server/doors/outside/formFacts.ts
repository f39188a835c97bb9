/** What the centre's own form shows, kept for a minute: a flood of visitors costs no read of the register. */

import * as v from 'valibot'
import { decoded } from '../../../domain/register/stored'
import { clockOfMinute } from '../../../domain/text/russian'
import type { FormFacts } from '../../../rpc/formContract'
import { formHours, formReads } from '../../../usecases/intake/formHours'
import { readSteps } from '../../desk/read'
import { cached, keepCached } from '../../google/kept/cache'
import { platformErrorOf } from '../../google/platformError'
import { centreOf } from './centre'

const kept = v.object({
  at: v.number(),
  facts: v.object({
    centre: v.object({ name: v.string(), phone: v.string() }),
    policy: v.string(),
    calls: v.string(),
    hours: v.array(v.object({ start: v.string(), topics: v.array(v.number()) })),
  }),
})
const cacheKey = 'form'
const freshMs = 60_000
/** Where the register cannot be read, the rest of what was known is shown, without hours. */
const keptSeconds = 21_600

export const noFacts: FormFacts = { centre: { name: '', phone: '' }, policy: '', calls: '', hours: [] }

export function formFacts(spreadsheetId: string): FormFacts {
  const known = decoded(kept, cached(cacheKey), null)
  if (known !== null && Date.now() - known.at < freshMs) return known.facts
  try {
    const facts = readFacts(spreadsheetId)
    keepCached(cacheKey, JSON.stringify({ at: Date.now(), facts }), keptSeconds)
    return facts
  } catch (error) {
    console.error(`form: ${platformErrorOf(error).code}`)
    return { ...(known?.facts ?? noFacts), hours: [] }
  }
}

function readFacts(spreadsheetId: string): FormFacts {
  const { known } = readSteps({ spreadsheetId, email: '', entry: 'страница' }, formReads)
  const { settings } = known.desk.office
  return {
    centre: centreOf(known.desk.office),
    policy: settings.policyAddress,
    calls: `${clockOfMinute(settings.dayOpens)}–${clockOfMinute(settings.dayCloses)}`,
    hours: formHours(known),
  }
}
