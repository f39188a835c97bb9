/** A fresh vm context for one run: ECMAScript only, with the virtual clock and seeded randomness in the places of Date and Math.random. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import vm from 'node:vm'

/** Where the context takes time and chance from. */
export interface RealmSources {
  now(): number
  random(): number
}

/** The context's own makers of values, and its global object. */
export interface Realm {
  readonly globals: Record<string, unknown>
  /** Deep copy of plain data with this realm's prototypes. */
  copy<T>(value: T): T
  /** The same of what travels as JSON, faster. */
  copyJson<T>(value: T): T
  makeError(name: string, message: string, details: unknown): Error
  makeArray(items: readonly unknown[]): unknown[]
  isOwn(value: object): boolean
  /** Runs source text in the context and gives its value. */
  evaluate(source: string): unknown
}

type Makers = Pick<Realm, 'copy' | 'makeError' | 'makeArray' | 'isOwn'> & { readonly parse: (text: string) => unknown }

/** Runs inside the context before anything else. */
const prelude = new vm.Script(
  `(function (sources) {
    'use strict'
    const RealDate = Date
    // A script's clock counts whole milliseconds.
    const now = () => Math.floor(sources.now())
    const VirtualDate = new Proxy(RealDate, {
      construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
      apply: () => new RealDate(now()).toString(),
      get: (target, key, receiver) => (key === 'now' ? now : Reflect.get(target, key, target)),
    })
    Object.defineProperty(RealDate.prototype, 'constructor', { value: VirtualDate, writable: true, configurable: true })
    Object.defineProperty(globalThis, 'Date', { value: VirtualDate, writable: true, configurable: true, enumerable: false })
    Math.random = () => sources.random()
    // Only the script's own file is named, as Google names it: nothing of the emulator or of the host shows.
    const isScripts = (frame) => frame.isEval() || /[\\/]code.js$/.test(frame.getFileName() ?? '')
    const place = (frame) => \`\n    at \${frame.getFunctionName() ?? '<anonymous>'} (code:\${frame.getLineNumber()}:\${frame.getColumnNumber()})\`
    const RealError = Error
    RealError.prepareStackTrace = (error, frames) => RealError.prototype.toString.call(error) + frames.filter(isScripts).map(place).join('')
    for (const name of ['WebAssembly', 'console', 'SharedArrayBuffer', 'Atomics']) delete globalThis[name]
    const isDate = (value) => Object.prototype.toString.call(value) === '[object Date]'
    const copy = (value) => {
      if (value === null || typeof value !== 'object') return typeof value === 'function' ? undefined : value
      if (Array.isArray(value)) {
        const items = []
        for (let i = 0; i < value.length; i++) items.push(copy(value[i]))
        return items
      }
      if (isDate(value)) return new RealDate(value.getTime())
      const members = {}
      for (const key of Object.keys(value)) {
        const copied = copy(value[key])
        if (copied !== undefined) members[key] = copied
      }
      return members
    }
    const makeError = (name, message, details) => {
      const error = new Error(message)
      Object.defineProperty(error, 'name', { value: name, writable: true, configurable: true, enumerable: false })
      if (details !== undefined) error.details = copy(details)
      Error.captureStackTrace(error, makeError)
      return error
    }
    const makeArray = (items) => Array.from(items)
    const isOwn = (value) => value instanceof Object
    return { copy, makeError, makeArray, isOwn, parse: JSON.parse }
  })`,
  { filename: 'emulator-prelude.js' },
)

/** A global object of the engine's own; before Node 20.18 one that stands for a fresh object outside and looks every name up there. */
function freshGlobals(): Record<string, unknown> {
  const { DONT_CONTEXTIFY } = (vm.constants ?? {}) as Partial<typeof vm.constants>
  return vm.createContext(DONT_CONTEXTIFY ?? {}, { codeGeneration: { strings: true, wasm: false } }) as Record<string, unknown>
}

/** Without the line of the host's source that Node else writes above a stack. */
const quietly = { displayErrors: false }

export function createRealm(sources: RealmSources): Realm {
  const globals = freshGlobals()
  const { parse, ...makers } = (prelude.runInContext(globals) as (sources: RealmSources) => Makers)(sources)
  const copyJson = <T>(value: T): T => (value === undefined ? value : (parse(JSON.stringify(value)) as T))
  return { ...makers, copyJson, globals, evaluate: (source) => vm.runInContext(source, globals, quietly) }
}

interface Compiled {
  readonly script: vm.Script
  /** Of the file it was compiled from. */
  readonly mtimeMs: number
  readonly size: number
}

/** By path: a bundle that was not built anew since is not compiled anew. The script holds no state; each context runs its top level afresh. */
const compiled = new Map<string, Compiled>()

/** Loads `code.js` of the bundle, and nothing else of the folder, into the realm. Throws what the bundle's top level throws. */
export function loadBundle(realm: Realm, distFolder: string): void {
  const code = `${distFolder}/code.js`
  if (!existsSync(code)) throw new Error(`${code} is not there: build the bundle first`)
  scriptOf(code).runInContext(realm.globals, quietly)
}

function scriptOf(code: string): vm.Script {
  const { mtimeMs, size } = statSync(code)
  const known = compiled.get(code)
  if (known !== undefined && known.mtimeMs === mtimeMs && known.size === size) return known.script
  const script = new vm.Script(readFileSync(code, 'utf8'), { filename: code })
  compiled.set(code, { script, mtimeMs, size })
  return script
}

/** Calls `start` inside the context; a run that never comes to a service call is stopped after `limitMs` of real time. */
export function callWithLimit(realm: Realm, start: () => unknown, limitMs: number): unknown {
  const name = '__emulatorStart'
  Object.defineProperty(realm.globals, name, { value: start, configurable: true, enumerable: false })
  return vm.runInContext(`${name}()`, realm.globals, { timeout: limitMs, filename: 'emulator-start.js', ...quietly })
}
