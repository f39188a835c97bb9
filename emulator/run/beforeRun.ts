/** What happens to an execution before its code begins: whose account it really is, and why it does not begin at all. */

import { texts } from '../world/limits'
import { authorizationText, isStranger, wrongAccountTexts } from '../world/platform/consent'
import { deploymentOf } from '../world/platform/deployments'
import { quotaLeft } from '../world/platform/quotas'
import { platformOf } from '../world/platform/settings'
import type { Invocation, WorldState } from '../world/types'
import { effectiveUser, isTriggerRun, isWebApp } from './host'

/** A panel's call goes to the browser's default account, which need not be the one that opened the sheet (observed). */
export function asCalled(state: WorldState, invocation: Invocation): Invocation {
  const { entry, user } = invocation
  const account = entry === 'rpc' && user !== '' ? (state.browsers?.[user] ?? user) : user
  return account === user ? invocation : { ...invocation, user: account, sheetAccount: user }
}

/** A trigger's function gets its event, also where a test starts it by name. */
export function withEvent(state: WorldState, invocation: Invocation): Invocation {
  const { entry, fn, args = [] } = invocation
  if (entry !== 'trigger' || args.length > 0) return invocation
  const trigger = state.triggers.find((one) => one.fn === fn && one.owner === (invocation.owner ?? state.owner))
  return trigger === undefined ? invocation : { ...invocation, args: [{ authMode: 'FULL', triggerUid: trigger.uid }] }
}

/** Google's words for a run that does not begin; null = it does. */
export function refusalOf(state: WorldState, invocation: Invocation): string | null {
  const account = effectiveUser(state, invocation)
  if (isTriggerRun(invocation) && quotaLeft(state, account, 'triggerSeconds') <= 0) return texts.computerTime
  if (isWebApp(invocation) && deploymentOf(state, invocation.deployment) === null) return texts.notDeployed
  if (invocation.entry === 'open' || invocation.entry === 'simpleEdit' || !isStranger(state, account)) return null
  return invocation.sheetAccount === undefined ? authorizationText : wrongAccountTexts[platformOf(state).browserRefusal]
}
