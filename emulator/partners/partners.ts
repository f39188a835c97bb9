/** Who answers at the addresses of others: the partners that live in this world. */
import type { CoreHost, FetchRequest, FetchResponse } from '../run/host'
import { ServiceError } from '../world/types'
import { answerPlanfix } from './planfix'

/** Google gives up on a silent server after a minute. */
const giveUpMs = 60_000

/** null = no partner has this address. */
export function partnerAnswer(host: CoreHost, request: FetchRequest): FetchResponse | null {
  const planfix = host.state.partners?.planfix
  if (planfix === undefined || !request.url.startsWith(`https://${planfix.host}/rest/`)) return null
  try {
    const answer = answerPlanfix(planfix, request, host.now())
    host.spend(planfix.latencyMs)
    return answer
  } catch (error) {
    host.spend(giveUpMs)
    throw new ServiceError(error instanceof Error ? error.message : String(error))
  }
}
