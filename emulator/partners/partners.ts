/** Who answers at the addresses of others: the partners that live in this world. */
import type { CoreHost, FetchRequest, FetchResponse } from '../run/host'
import { ServiceError } from '../world/types'
import { answerPlanfix } from './planfix'
import type { PlanfixState } from './planfixState'
import { answerXmlCalendar, xmlCalendarHost } from './xmlCalendar'
import type { XmlCalendarState } from './xmlCalendarState'

/** null = no partner has this address. Google gives up on a silent server after `timeoutSeconds`. */
export function partnerAnswer(host: CoreHost, request: FetchRequest, timeoutSeconds: number): FetchResponse | null {
  const { planfix, xmlCalendar } = host.state.partners ?? {}
  if (xmlCalendar !== undefined && request.url.startsWith(xmlCalendarHost))
    return fromXmlCalendar(host, xmlCalendar, request, timeoutSeconds)
  if (planfix === undefined || !request.url.startsWith(`https://${planfix.host}/rest/`)) return null
  const { answer, tookMs } = answered(planfix, request, host.now())
  host.spend(Math.min(tookMs, timeoutSeconds * 1000))
  if (answer instanceof ServiceError) throw answer
  // The other side has done it by then.
  if (tookMs > timeoutSeconds * 1000) throw new ServiceError(`Timeout: ${request.url}`)
  return answer
}

const usualMs = 300

function fromXmlCalendar(host: CoreHost, state: XmlCalendarState, { url }: FetchRequest, timeoutSeconds: number): FetchResponse {
  const answer = answerXmlCalendar(state, url)
  host.spend(answer === null ? timeoutSeconds * 1000 : usualMs)
  if (answer === null) throw new ServiceError(`Timeout: ${url}`)
  return answer
}

/** A server that says nothing takes for ever. */
function answered(planfix: PlanfixState, request: FetchRequest, now: number): { answer: FetchResponse | ServiceError; tookMs: number } {
  try {
    return { answer: answerPlanfix(planfix, request, now), tookMs: planfix.latencyMs }
  } catch (error) {
    return { answer: new ServiceError(error instanceof Error ? error.message : String(error)), tookMs: Number.POSITIVE_INFINITY }
  }
}
