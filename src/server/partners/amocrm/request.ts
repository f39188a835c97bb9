/** Requests to amoCRM: at most five a second, every answer decoded or named. */

import * as v from 'valibot'
import { jsonIn } from '../../../domain/register/json'
import { AmoError, troubleOf, type Wrong } from './amoError'

/** How it is reached. */
export interface AmoAccess {
  /** 'centre.amocrm.ru'. */
  readonly host: string
  readonly token: string
}

/** amoCRM allows seven; its clock is not ours. */
const perSecond = 5
/** Google waits six minutes unless told: the whole of a run. */
const patience = { timeoutSeconds: 20 }
/** When the last requests of this run went. */
let sent: number[] = []

export interface AmoRequest<T extends v.GenericSchema> {
  readonly method?: 'get' | 'post' | 'patch' | 'delete'
  /** Below /api/v4/, with its query. */
  readonly path: string
  readonly body?: unknown
  readonly answer: T
}

/** null = an empty list. @throws AmoError */
export function askAmo<T extends v.GenericSchema>(access: AmoAccess, request: AmoRequest<T>): v.InferOutput<T> | null {
  keepPace(1)
  return answerOf(fetched(() => [UrlFetchApp.fetch(...optionsOf(access, request))])[0], request.answer)
}

/** Several lists in one call, at most five. @throws AmoError of the first that failed */
export function askTogether<T extends v.GenericSchema>(access: AmoAccess, requests: readonly AmoRequest<T>[]): (v.InferOutput<T> | null)[] {
  keepPace(requests.length)
  const asked = requests.map((request) => {
    const [url, options] = optionsOf(access, request)
    return { url, ...options }
  })
  const answers = fetched(() => UrlFetchApp.fetchAll(asked))
  return requests.map(({ answer }, index) => answerOf(answers[index], answer))
}

type Response = GoogleAppsScript.URL_Fetch.HTTPResponse
type Options = GoogleAppsScript.URL_Fetch.URLFetchRequestOptions & { readonly timeoutSeconds: number }

function optionsOf({ host, token }: AmoAccess, { method = 'get', path, body }: AmoRequest<v.GenericSchema>): [string, Options] {
  const options: Options = {
    method,
    headers: { Authorization: `Bearer ${token}`, Accept: 'application/json' },
    muteHttpExceptions: true,
    ...patience,
    ...(body === undefined ? {} : { contentType: 'application/json', payload: JSON.stringify(body) }),
  }
  return [`https://${host}/api/v4/${path}`, options]
}

function fetched(work: () => Response[]): Response[] {
  try {
    return work()
  } catch {
    throw new AmoError('silent')
  }
}

const told = v.object({ title: v.optional(v.string(), ''), detail: v.optional(v.string(), '') })
const invalid = v.object({
  'validation-errors': v.array(
    v.object({
      request_id: v.optional(v.union([v.string(), v.number()]), ''),
      errors: v.array(v.object({ path: v.optional(v.string(), ''), detail: v.optional(v.string(), '') })),
    }),
  ),
})

function answerOf<T extends v.GenericSchema>(response: Response | undefined, schema: T): v.InferOutput<T> | null {
  if (response === undefined) throw new AmoError('silent')
  const [status, text] = [response.getResponseCode(), response.getContentText()]
  if (status === 204) return null
  const json = jsonIn(text)
  if (status >= 300) throw troubleOf(status, wrongIn(json), v.is(told, json) ? v.parse(told, json).detail : '')
  const read = v.safeParse(schema, json)
  if (!read.success) throw new AmoError('silent')
  return read.output
}

/** `request_id` of an error is the item's place in the batch. */
function wrongIn(json: unknown): Wrong {
  const read = v.safeParse(invalid, json)
  if (!read.success) return {}
  const all = read.output['validation-errors'].map(({ request_id, errors }) => [
    Number(request_id),
    errors.map(({ path, detail }) => `${path}: ${detail}`).join('; '),
  ])
  return Object.fromEntries(all)
}

/** So many requests go now: a second is kept free for them. */
function keepPace(count: number): void {
  const now = Date.now()
  const lately = sent.filter((at) => now - at < 1_050)
  const over = lately.length + count - perSecond
  const oldest = lately[over - 1]
  if (over > 0 && oldest !== undefined) Utilities.sleep(oldest + 1_050 - now)
  const at = Date.now()
  sent = [...sent.filter((one) => at - one < 1_050), ...Array.from({ length: count }, () => at)]
}
