/** appsscript.json asks for just what the shipped code needs: a scope too many frightens people, one too few fails on their first click. */
import { buildOf, requireDist } from './building'
import { jsonOf, textOf } from './files'
import { neededScopes, serviceCalls, unsettledCalls } from './scopes'

interface Manifest {
  readonly timeZone: string
  readonly runtimeVersion: string
  readonly exceptionLogging: string
  readonly oauthScopes: readonly string[]
  readonly dependencies: { readonly enabledAdvancedServices: readonly { userSymbol: string; serviceId: string; version: string }[] }
}

const manifest = jsonOf<Manifest>('appsscript.json')
let code = ''

beforeAll(() => {
  requireDist()
  code = textOf('dist/code.js')
})

test('every service call of the bundle has a row in the table of scopes', () => {
  expect(unsettledCalls(code)).toEqual([])
  expect(serviceCalls(code)).toContain('Sheets.Spreadsheets.batchUpdate')
})

test('the scopes are those of the calls, no more and no fewer', () => {
  expect([...manifest.oauthScopes].sort()).toEqual(neededScopes(code))
})

test('the table sees a call that would need a further scope', () => {
  const built = buildOf("export function rpc() { return UrlFetchApp.fetch('https://api.example.org/') }")
  expect(neededScopes(built.code)).toEqual(['https://www.googleapis.com/auth/script.external_request'])
  expect(unsettledCalls('DriveApp.getFileById("x")')).toEqual(['DriveApp.getFileById'])
})

test('advanced services: Sheets v4, Calendar v3 and Drive v3, enabled because they are called', () => {
  const enabled = manifest.dependencies.enabledAdvancedServices
  expect(enabled).toEqual([
    { userSymbol: 'Sheets', serviceId: 'sheets', version: 'v4' },
    { userSymbol: 'Calendar', serviceId: 'calendar', version: 'v3' },
    { userSymbol: 'Drive', serviceId: 'drive', version: 'v3' },
  ])
  for (const { userSymbol } of enabled) expect(serviceCalls(code).filter((call) => call.startsWith(`${userSymbol}.`))).not.toEqual([])
})

test('V8, errors to the cloud log, the office zone', () => {
  expect(manifest).toMatchObject({ runtimeVersion: 'V8', exceptionLogging: 'STACKDRIVER', timeZone: 'Europe/Moscow' })
})

test('the manifest ships unchanged', () => {
  expect(textOf('dist/appsscript.json')).toBe(textOf('appsscript.json'))
})
