/** google.script.* inside a frame: calls go to the workbench's server, under Google's value rules. */

import { localFile } from '../../frame/localFile'
import { createQueue, legalArguments } from '../../frame/valueRules'
import type { RunAnswer, Selection } from '../../wire'

type Success = (value: unknown, userObject?: unknown) => void
type Failure = (error: Error, userObject?: unknown) => void

interface Handlers {
  readonly success?: Success
  readonly failure?: Failure
  readonly userObject?: unknown
}

const frame = Number(document.currentScript?.dataset['frame'])
const queue = createQueue(10)

const runner = (handlers: Handlers): unknown =>
  new Proxy(
    {},
    {
      get: (_, name) => {
        if (typeof name !== 'string' || name === 'then') return undefined
        if (name === 'withSuccessHandler') return (success: Success) => runner({ ...handlers, success })
        if (name === 'withFailureHandler') return (failure: Failure) => runner({ ...handlers, failure })
        if (name === 'withUserObject') return (userObject: unknown) => runner({ ...handlers, userObject })
        return (...args: unknown[]) => call(name, legalArguments(args, readForm), handlers)
      },
    },
  )

const call = (fn: string, args: readonly unknown[], handlers: Handlers): void =>
  queue(async () => {
    const answer = await post(fn, args)
    // Handlers run on their own, as Google calls them: an error in one is the page's, not the call's.
    setTimeout(() => deliver(fn, answer, handlers))
  })

const deliver = (fn: string, answer: RunAnswer, { success, failure, userObject }: Handlers): void => {
  if (answer.ok) success?.(answer.value, userObject)
  else if (failure) failure(Object.assign(new Error(answer.message), { name: 'ScriptError' }), userObject)
  else console.error(`Uncaught ${fn}: ${answer.message}`)
}

const post = async (fn: string, args: readonly unknown[]): Promise<RunAnswer> => {
  try {
    const body = JSON.stringify({ fn, args, frame, selection: selection(), alone: !isByHand() })
    const response = await fetch('/api/run', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })
    const answer = (await response.json()) as RunAnswer | { message: string }
    return 'ok' in answer ? answer : { ok: false, message: answer.message }
  } catch {
    // Google's words for a lost connection.
    return { ok: false, message: 'NetworkError: Connection failure due to HTTP 0' }
  }
}

/** When somebody last did something on this page; coming to its window is no deed yet. */
let touched = Number.NEGATIVE_INFINITY
const deeds = ['click', 'keydown', 'input', 'change', 'submit', 'drop'] as const
const touch = ({ isTrusted }: Event): void => {
  if (isTrusted) touched = performance.now()
}
for (const deed of deeds) document.addEventListener(deed, touch, { capture: true })
window.addEventListener('focus', () => (touched = Number.NEGATIVE_INFINITY), { capture: true })

const deedMs = 5_000

/** A call that follows somebody's deed; the page's others are its own: drawing itself, looking again once a minute. */
const isByHand = (): boolean => performance.now() - touched < deedMs

/** The cell where the person is now, told by the page around this frame. */
const selection = (): Selection | null => {
  const around = window.parent as Window & { workbenchSelection?: () => Selection | null }
  return around === window ? null : (around.workbenchSelection?.() ?? null)
}

const readForm = (value: object): Record<string, unknown> | undefined => {
  if (!(value instanceof HTMLFormElement)) return undefined
  const fields: Record<string, unknown> = {}
  for (const [name, field] of new FormData(value)) {
    const text = typeof field === 'string' ? field : field.name
    const before = fields[name]
    fields[name] = before === undefined ? text : [...(Array.isArray(before) ? before : [before]), text]
  }
  return fields
}

const tell = (message: Record<string, unknown>): void => window.parent.postMessage({ workbench: true, frame, ...message }, location.origin)

const host = {
  close: () => tell({ verb: 'close' }),
  setHeight: (height: number) => tell({ verb: 'height', pixels: height }),
  setWidth: (width: number) => tell({ verb: 'width', pixels: width }),
  editor: { focus: () => tell({ verb: 'focus' }) },
  origin: location.origin,
}

interface Place {
  readonly hash: string
  readonly parameter: Record<string, string>
  readonly parameters: Record<string, string[]>
}

const url = {
  getLocation: (done: (place: Place) => void): void => {
    const parameters: Record<string, string[]> = {}
    for (const [name, value] of new URLSearchParams(location.search)) parameters[name] = [...(parameters[name] ?? []), value]
    const parameter = Object.fromEntries(Object.entries(parameters).map(([name, values]) => [name, values[0] ?? '']))
    setTimeout(() => done({ hash: location.hash.slice(1), parameter, parameters }))
  },
}

/** Files that the desk has put into Drive are opened from the workbench's own world. */
document.addEventListener('click', ({ target }) => {
  const link = target instanceof Element ? target.closest('a') : null
  const local = link ? localFile(link.href) : null
  if (link && local) link.href = local
})

/** The address of the page around the frame, as the script may change it; here the frame's own. */
const history = {
  replace: (state: unknown, parameters: Readonly<Record<string, string>> | null, hash: string): void => {
    const query = parameters === null ? location.search : new URLSearchParams(parameters).toString()
    window.history.replaceState(state, '', `${location.pathname}${query && `?${query.replace(/^\?/, '')}`}${hash && `#${hash}`}`)
  },
}

if (document.currentScript?.dataset['storage'] === 'refused') {
  const refuse = (): never => {
    throw new DOMException("Failed to read the 'localStorage' property from 'Window': Access is denied for this document.", 'SecurityError')
  }
  Object.defineProperty(window, 'localStorage', { get: refuse })
}

Object.assign(window, { google: { script: { run: runner({}), host, url, history } } })
