/** Rules add to a deal what nobody decided: what people know, when its clock began. A further change of it in the same commit stands on that. */

import type { Deal } from '../../domain/deal/deal'
import type { Changes, RowChange } from '../changes'

/** A deal as it was decided, and as the rules made it. */
interface Stood {
  readonly decided: Deal
  readonly made: Deal
}

/** @param added keeps number and order of the plan's deals */
export function inTurn(plans: readonly Changes[], added: (plan: Changes) => Changes): Changes[] {
  const stood = new Map<number, Stood>()
  return plans.map((plan) => {
    const made = added({ ...plan, deals: plan.deals.map((change) => onTop(change, stood.get(change.after.id))) })
    for (const [at, { after }] of made.deals.entries()) stood.set(after.id, { decided: plan.deals[at]?.after ?? after, made: after })
    return made
  })
}

/** What the change itself decides stays decided. */
function onTop({ before, after }: RowChange<Deal>, stood: Stood | undefined): RowChange<Deal> {
  if (before === null || stood === undefined) return { before, after }
  const keys = Object.keys(stood.made) as (keyof Deal)[]
  const further = keys.filter((key) => stood.made[key] !== stood.decided[key])
  return {
    before: taking(before, further, stood.made),
    after: taking(
      after,
      further.filter((key) => after[key] === before[key]),
      stood.made,
    ),
  }
}

function taking(deal: Deal, keys: readonly (keyof Deal)[], from: Deal): Deal {
  return { ...deal, ...Object.fromEntries(keys.map((key) => [key, from[key]])) }
}
