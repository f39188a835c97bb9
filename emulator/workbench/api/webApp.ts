/** The web app: GET and POST at /webapp/exec become doGet and doPost, with Google's event object. */
import { type Context, Hono } from 'hono'
import type { WebAnswer } from '../../run/answer'
import { platformOf } from '../../world/platform/settings'
import type { Bench } from '../bench/bench'
import { withShim } from '../frames'

export const webAppRoutes = (bench: Bench): Hono => {
  const answer = async (context: Context, post: boolean): Promise<Response> => {
    const args = [post ? await postEvent(context) : getEvent(context)]
    const record = bench.run({ fn: post ? 'doPost' : 'doGet', entry: post ? 'webPost' : 'webGet', user: '', args })
    if (record.error) return context.html(errorPage(record.error.message))
    return served(bench, context, record.value as WebAnswer)
  }
  return new Hono().get('/*', (context) => answer(context, false)).post('/*', (context) => answer(context, true))
}

const served = (bench: Bench, context: Context, { kind, content, mimeType, isFramed }: WebAnswer): Response => {
  if (kind === 'text') return context.body(content, 200, { 'Content-Type': `${mimeType}; charset=utf-8` })
  if (isFramed !== true) context.header('X-Frame-Options', 'SAMEORIGIN')
  const number = bench.frames.add(content, '')
  const withoutStorage = platformOf(bench.world.state).pageStorage === 'refused'
  return context.html(withShim({ number, html: content, user: '', withoutStorage }))
}

const getEvent = (context: Context): Record<string, unknown> => {
  const url = new URL(context.req.url)
  return { ...eventOf(url, [...url.searchParams]), contentLength: -1 }
}

/** Fields of a form join the parameters of the address, as on Google. */
const postEvent = async (context: Context): Promise<Record<string, unknown>> => {
  const url = new URL(context.req.url)
  const contents = await context.req.text()
  const type = (context.req.header('content-type') ?? '').split(';')[0]?.trim() ?? ''
  const form = type === 'application/x-www-form-urlencoded' ? [...new URLSearchParams(contents)] : []
  const length = Buffer.byteLength(contents)
  const postData = { contents, length, name: 'postData', type }
  return { ...eventOf(url, [...url.searchParams, ...form]), contentLength: length, postData }
}

const eventOf = (url: URL, pairs: readonly (readonly [string, string])[]): Record<string, unknown> => {
  const parameters: Record<string, string[]> = {}
  for (const [name, value] of pairs) parameters[name] = [...(parameters[name] ?? []), value]
  const parameter = Object.fromEntries(Object.entries(parameters).map(([name, values]) => [name, values[0]]))
  const path = url.pathname.replace(/^\/webapp\/exec\/?/, '')
  return {
    parameter,
    parameters,
    queryString: url.search.slice(1),
    contextPath: '',
    ...(path !== '' && { pathInfo: decodeURIComponent(path) }),
  }
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const errorPage = (message: string): string =>
  `<!doctype html><meta charset="utf-8"><title>Ошибка</title><p style="font:14px Arial;margin:2em">${message.replace(/[&<>"]/g, (sign) => escapes[sign] ?? '')}</p>`
