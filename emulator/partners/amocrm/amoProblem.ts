/** Answers of amoCRM: lists with pages, `application/problem+json`, what of a batch is wrong. */
import type { FetchResponse } from '../../run/host'
import type { AmoAsked } from './amoRoute'

export interface Wrong {
  readonly code: string
  readonly path: string
  readonly detail: string
}

export const found = (body: object, code = 200): FetchResponse => ({
  code,
  headers: { 'Content-Type': 'application/hal+json' },
  body: JSON.stringify(body),
})

export function problem(status: number, title: string, more: object = {}): FetchResponse {
  const body = { title, type: 'https://httpstatus.es', status, detail: title, ...more }
  return { code: status, headers: { 'Content-Type': 'application/problem+json' }, body: JSON.stringify(body) }
}

/** One bad item refuses the whole batch; its place tells which. */
export function invalid(wrong: readonly (readonly Wrong[])[]): FetchResponse | null {
  const bad = wrong.flatMap((errors, index) => (errors.length === 0 ? [] : [{ request_id: String(index), errors }]))
  return bad.length === 0 ? null : problem(400, 'Bad Request', { 'validation-errors': bad })
}

const mostListed = 250

/** A page of a list; nothing on it = 204 without a body. */
export function listed(name: string, items: readonly object[], { query, path }: AmoAsked): FetchResponse {
  const limit = Math.min(mostListed, Number(query.get('limit') ?? 50))
  const page = Number(query.get('page') ?? 1)
  const shown = items.slice((page - 1) * limit, page * limit)
  if (shown.length === 0) return { code: 204, body: '' }
  const next = items.length > page * limit ? { next: { href: `/api/v4/${path}?page=${page + 1}` } } : {}
  return found({ _page: page, _links: next, _embedded: { [name]: shown } })
}

/** `filter[id][]=1&filter[id][]=2`, `filter[id][0]=1` or `filter[id]=1`; null = not asked. */
export function numbersIn(query: URLSearchParams, name: string): number[] | null {
  const asked = [...query].filter(([key]) => key === name || key.startsWith(`${name}[`)).map(([, value]) => Number(value))
  return asked.length === 0 ? null : asked
}

/** In the order that was asked for, by the time of change. */
export function byChange<T extends { readonly updated_at: number }>(items: T[], query: URLSearchParams): T[] {
  const asked = query.get('order[updated_at]')
  if (asked === null) return items
  return items.sort((a, b) => (asked === 'desc' ? b.updated_at - a.updated_at : a.updated_at - b.updated_at))
}

export function since(query: URLSearchParams, name: string): number {
  return Number(query.get(`filter[${name}][from]`) ?? 0)
}

export function itemsOf(body: unknown): Record<string, unknown>[] {
  return Array.isArray(body) ? (body as Record<string, unknown>[]) : [(body ?? {}) as Record<string, unknown>]
}
