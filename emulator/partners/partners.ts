/** Who answers at the addresses of others: the partners that live in this world. */
import type { CoreHost, FetchRequest, FetchResponse } from '../run/host'
import { ServiceError } from '../world/types'
import { answerAmo } from './amocrm/amoAnswer'
import type { AmoState } from './amocrm/amoState'
import { answerPlanfix } from './planfix'
import type { PlanfixState } from './planfixState'
import { answerVk, vkHost } from './vk/vkAnswer'
import type { VkState } from './vk/vkState'
import { answerXmlCalendar, xmlCalendarHost } from './xmlCalendar'
import type { XmlCalendarState } from './xmlCalendarState'

/**
 * null = no partner has this address. Google gives up on a silent server after `timeoutSeconds`.
 * @param came when it was sent, epoch ms: those of one `fetchAll` go together
 */
export function partnerAnswer(host: CoreHost, request: FetchRequest, timeoutSeconds: number, came = host.now()): FetchResponse | null {
  const { planfix, xmlCalendar, amocrm, vk } = host.state.partners ?? {}
  if (xmlCalendar !== undefined && request.url.startsWith(xmlCalendarHost))
    return fromXmlCalendar(host, xmlCalendar, request, timeoutSeconds)
  if (amocrm !== undefined && request.url.startsWith(`https://${amocrm.subdomain}.amocrm.ru/api/v4/`))
    return waited(
      host,
      answered(amocrm, (came) => answerAmo(amocrm, request, came), came),
      request,
      timeoutSeconds,
    )
  if (vk !== undefined && request.url.startsWith(vkHost))
    return waited(
      host,
      answered(vk, (at) => answerVk(vk, request, at), came),
      request,
      timeoutSeconds,
    )
  if (planfix === undefined || !request.url.startsWith(`https://${planfix.host}/rest/`)) return null
  return waited(
    host,
    answered(planfix, (now) => answerPlanfix(planfix, request, now), host.now()),
    request,
    timeoutSeconds,
  )
}

interface Answered {
  readonly answer: FetchResponse | ServiceError
  readonly tookMs: number
}

function waited(host: CoreHost, { answer, tookMs }: Answered, request: FetchRequest, timeoutSeconds: number): FetchResponse {
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
function answered(
  { latencyMs }: Pick<AmoState | PlanfixState | VkState, 'latencyMs'>,
  ask: (now: number) => FetchResponse,
  now: number,
): Answered {
  try {
    return { answer: ask(now), tookMs: latencyMs }
  } catch (error) {
    return { answer: new ServiceError(error instanceof Error ? error.message : String(error)), tookMs: Number.POSITIVE_INFINITY }
  }
}
