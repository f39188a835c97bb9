/** UrlFetchApp: requests go to the world's partners, then to its fetch handler; without one every address is unavailable. */

import { partnerAnswer } from '../../partners/partners'
import type { CoreHost, FetchRequest, FetchResponse } from '../../run/host'
import { strict } from '../../run/strict'
import { ServiceError } from '../../world/types'
import { type Blob, decodeText, newBlob, toSigned } from './blob'

interface FetchOptions {
  method?: string
  headers?: Record<string, string>
  contentType?: string
  payload?: string | Record<string, string> | Blob
  muteHttpExceptions?: boolean
  url?: string
}

const isBlob = (payload: object): payload is Blob => 'getDataAsString' in payload

function payloadText(payload: FetchOptions['payload']): string {
  if (payload === undefined || payload === null) return ''
  if (typeof payload !== 'object') return String(payload)
  if (isBlob(payload)) return payload.getDataAsString()
  return new URLSearchParams(Object.entries(payload).map(([key, value]): [string, string] => [key, String(value)])).toString()
}

function requestOf(url: string, options: FetchOptions): FetchRequest {
  const payload = payloadText(options.payload)
  return {
    url,
    method: (options.method ?? (options.payload === undefined ? 'get' : 'post')).toLowerCase(),
    headers: { ...options.headers },
    contentType: options.contentType ?? 'application/x-www-form-urlencoded',
    payload,
  }
}

function answer(host: CoreHost, request: FetchRequest): FetchResponse {
  if (!/^https?:\/\/[^/\s]+/.test(request.url)) throw new ServiceError(`Invalid argument: ${request.url}`)
  const partner = partnerAnswer(host, request)
  if (partner !== null) return partner
  const handler = host.settings.fetchHandler
  if (!handler) throw new ServiceError(`Address unavailable: ${request.url}`)
  try {
    const { code, headers = {}, body } = handler(request)
    return { code, headers, body }
  } catch (error) {
    throw new ServiceError(error instanceof Error ? error.message : String(error))
  }
}

function requireSuccess(url: string, response: FetchResponse, options: FetchOptions): void {
  if (response.code < 400 || options.muteHttpExceptions === true) return
  const host = /^https?:\/\/[^/?#]+/.exec(url)?.[0] ?? url
  const excerpt = response.body.slice(0, 200)
  throw new ServiceError(
    `Request failed for ${host} returned code ${response.code}. Truncated server response: ${excerpt} (use muteHttpExceptions option to examine full response)`,
  )
}

interface HttpResponse {
  getResponseCode(): number
  getContentText(charset?: string): string
  getContent(): number[]
  getHeaders(): Record<string, string>
  getAllHeaders(): Record<string, string>
  getBlob(): Blob
}

function httpResponse(host: CoreHost, response: FetchResponse): HttpResponse {
  const bytes = Buffer.from(response.body, 'utf8')
  const headers = (): Record<string, string> => host.intoRealm({ ...response.headers })
  return strict('HTTPResponse', {
    getResponseCode: () => response.code,
    getContentText: (charset?: string) => decodeText(bytes, charset),
    getContent: () => host.intoRealm(toSigned(bytes)),
    getHeaders: headers,
    getAllHeaders: headers,
    getBlob: () => newBlob(bytes, response.headers?.['Content-Type'] ?? null, null),
  })
}

interface Service {
  fetch(url: string, options?: FetchOptions): HttpResponse
  fetchAll(requests: readonly (string | FetchOptions)[]): HttpResponse[]
}

function fetchMany(host: CoreHost, name: string, asked: readonly { url: string; options: FetchOptions }[]): HttpResponse[] {
  const work = (): FetchResponse[] => asked.map(({ url, options }) => answer(host, requestOf(url, options)))
  const responses = host.gate.call(name, work, () => ({ quota: { name: 'urlFetch', amount: asked.length } }))
  responses.forEach((response, index) => {
    const one = asked[index]
    if (one) requireSuccess(one.url, response, one.options)
  })
  return responses.map((response) => httpResponse(host, response))
}

const askedOf = (request: string | FetchOptions): { url: string; options: FetchOptions } =>
  typeof request === 'string' ? { url: request, options: {} } : { url: String(request.url), options: request }

export function urlFetchService(host: CoreHost): Service {
  return strict('UrlFetchApp', {
    fetch: (url: string, options: FetchOptions = {}) =>
      fetchMany(host, 'UrlFetchApp.fetch', [{ url: String(url), options }])[0] as HttpResponse,
    fetchAll: (requests: readonly (string | FetchOptions)[]) => fetchMany(host, 'UrlFetchApp.fetchAll', requests.map(askedOf)),
  } satisfies Partial<Record<keyof GoogleAppsScript.URL_Fetch.UrlFetchApp, unknown>>)
}
