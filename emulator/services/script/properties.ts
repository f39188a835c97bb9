/** PropertiesService: script, document and user properties with Google's size limits. */
import type { CoreHost } from '../../run/host'
import { effectiveUser, isWebApp } from '../../run/host'
import { strict } from '../../run/strict'
import { propertyLimits, texts } from '../../world/limits'
import { ServiceError } from '../../world/types'

type Store = Record<string, string>
type Gs = GoogleAppsScript.Properties.Properties

const bytes = (text: string): number => Buffer.byteLength(text, 'utf8')

const storeBytes = (store: Store): number => Object.entries(store).reduce((total, [key, value]) => total + bytes(key) + bytes(value), 0)

/** Value as Google keeps it; null and undefined fit no signature. */
function requireText(key: unknown, value: unknown): string {
  if (value !== null && value !== undefined && key !== null && key !== undefined) return String(value)
  throw new ServiceError(texts.signature(`${typeName(key)},${typeName(value)}`, 'PropertiesService.Properties.setProperty'))
}

const typeName = (value: unknown): string => (value === null || value === undefined ? 'null' : 'String')

function put(store: Store, added: Store): void {
  for (const value of Object.values(added)) {
    if (bytes(value) > propertyLimits.valueBytes) throw new ServiceError(texts.argumentTooLarge('value'))
  }
  if (storeBytes({ ...store, ...added }) > propertyLimits.storeBytes) throw new ServiceError(texts.propertyQuota)
  Object.assign(store, added)
}

const clear = (store: Store): void => {
  for (const key of Object.keys(store)) delete store[key]
}

function properties(host: CoreHost, storeOf: () => Store): Gs {
  const { gate } = host
  const write = (name: string, work: (store: Store) => void): Gs => {
    gate.call(name, () => work(storeOf()))
    return self
  }
  const self: Gs = strict('Properties', {
    getProperty: (key: string) => gate.call('Properties.get', () => storeOf()[String(key)] ?? null),
    getProperties: () => host.intoRealm(gate.call('Properties.get', () => ({ ...storeOf() }))),
    getKeys: () => host.intoRealm(gate.call('Properties.get', () => Object.keys(storeOf()))),
    setProperty: (key: string, value: string) => write('Properties.set', (store) => put(store, { [String(key)]: requireText(key, value) })),
    setProperties: (added: Record<string, string>, deleteAllOthers = false) =>
      write('Properties.set', (store) => {
        const texted = Object.fromEntries(Object.entries(added).map(([key, value]) => [key, requireText(key, value)]))
        if (deleteAllOthers) clear(store)
        put(store, texted)
      }),
    deleteProperty: (key: string) =>
      write('Properties.delete', (store) => {
        delete store[String(key)]
      }),
    deleteAllProperties: () => write('Properties.delete', clear),
  })
  return self
}

type Service = Pick<typeof PropertiesService, 'getScriptProperties' | 'getDocumentProperties' | 'getUserProperties'>

/** `getDocumentProperties()` is null in a web app, which has no open document. */
export function propertiesService(host: CoreHost): Service {
  const { state, invocation } = host
  const userStore = (): Store => {
    const user = effectiveUser(state, invocation)
    state.properties.user[user] ??= {}
    return state.properties.user[user]
  }
  return strict('PropertiesService', {
    getScriptProperties: () => properties(host, () => state.properties.script),
    getDocumentProperties: () => (isWebApp(invocation) ? null : properties(host, () => state.properties.document)) as Gs,
    getUserProperties: () => properties(host, userStore),
  })
}
