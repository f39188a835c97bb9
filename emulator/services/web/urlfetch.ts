/** UrlFetchApp: requests go to the world's partners, then to its fetch handler; without one every address is unavailable. */

import { partnerAnswer } from '../../partners/partners'
import type { CoreHost, FetchRequest, FetchResponse } from '../../run/host'
import { strict } from '../../run/strict'
import { platformOf } from '../../world/platform/settings'
import { ServiceError } from '../../world/types'
import { requireKnown, requireValue } from '../knownMembers'
import { type Blob, decodeText, newBlob, toSigned } from './blob'

interface FetchOptions {
  method?: string
  headers?: Record<string, string>
  contentType?: string
  payload?: string | Record<string, string> | Blob
  muteHttpExceptions?: boolean
  /** Seconds to wait for a silent server (documented). */
  timeoutSeconds?: number
  followRedirects?: boolean
  validateHttpsCertificates?: boolean
  escaping?: boolean
  url?: string
}

const members = ['method', 'headers', 'contentType', 'payload', 'muteHttpExceptions', 'timeoutSeconds', 'url']

/** Redirects, certificates and escaping are as Google has them unless told: another choice is not emulated. */
function requireEmulated(options: FetchOptions): void {
  const asEver = ['followRedirects', 'validateHttpsCertificates', 'escaping'] as const
  requireKnown('UrlFetchApp.fetch option', options, [...members, ...asEver])
  for (const name of asEver) requireValue(`UrlFetchApp.fetch ${name}`, options[name], [true])
}

const isBlob = (payload: object): payload is Blob => 'getDataAsString' in payload

function payloadText(payload: FetchOptions['payload']): string {
  if (payload === undefined || payload === null) return ''
  if (typeof payload !== 'object') return String(payload)
  if (isBlob(payload)) return payload.getDataAsString()
  return new URLSearchParams(Object.entries(payload).map(([key, value]): [string, string] => [key, String(value)])).toString()
}

function requestOf(url: string, options: FetchOptions): FetchRequest {
  requireEmulated(options)
  const payload = payloadText(options.payload)
  return {
    url,
    method: (options.method ?? (options.payload === undefined ? 'get' : 'post')).toLowerCase(),
    headers: { ...options.headers },
    contentType: options.contentType ?? 'application/x-www-form-urlencoded',
    payload,
  }
}

/** Notes the longest address so far and refuses one over 2 KB (documented). */
function checkAddress(host: CoreHost, url: string): void {
  if (!/^https?:\/\/[^/\s]+/.test(url)) throw new ServiceError(`Invalid argument: ${url}`)
  const longest = host.state.longestAddress ?? { batchGet: 0, fetch: 0 }
  host.state.longestAddress = { ...longest, fetch: Math.max(longest.fetch, Buffer.byteLength(url)) }
  if (Buffer.byteLength(url) > platformOf(host.state).fetchAddress) throw new ServiceError('Limit Exceeded: URLFetch URL Length.')
}

function answer(host: CoreHost, request: FetchRequest, options: FetchOptions, came: number): FetchResponse {
  checkAddress(host, request.url)
  const partner = partnerAnswer(host, request, options.timeoutSeconds ?? platformOf(host.state).fetchTimeoutSeconds, came)
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
  const work = (): FetchResponse[] => {
    const came = host.now()
    return asked.map(({ url, options }) => answer(host, requestOf(url, options), options, came))
  }
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
