/** The build refuses what Google would not run or should not be given; what it makes is one bundle with real top-level functions. */
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import vm from 'node:vm'
import { buildOf, buildRules, requireDist } from './building'
import { root, textOf } from './files'

const dist = (name: string): string => join(root, 'dist', name)

beforeAll(requireDist)

describe('build.mjs refuses', () => {
  test('a global that is not on the list', () => {
    expect(buildOf('export function rpc() { return 1 }\nexport function wipeEverything() { return 2 }').refused).toMatch(/wipeEverything/)
  })

  test.each(['fetch', 'URL', 'setTimeout', 'process', 'TextEncoder', 'window', 'structuredClone'])('a bundle that names %s', (name) => {
    expect(buildOf(`export function rpc() { return String(${name}) }`).refused).toBe(`code.js names what Apps Script lacks: ${name}`)
  })

  test('a bundle that only asks whether the name is there: it is not meant for Apps Script', () => {
    expect(buildOf("export function rpc() { return typeof process === 'undefined' ? 1 : 2 }").refused).toMatch(/process/)
  })

  test('a bundle over its budget', () => {
    const { budgets } = buildRules()
    const { refused } = buildOf(`export function rpc() { return '${'x'.repeat(budgets['code.js'])}' }`)
    expect(refused).toMatch(new RegExp(`^code\\.js has \\d+ bytes, the budget is ${budgets['code.js']}$`))
  })

  test("Node's own modules", () => {
    expect(buildOf("import { readFileSync } from 'node:fs'\nexport function rpc() { return readFileSync('x') }").refused).toMatch(/node:fs/)
  })
})

test('a property or a local variable of such a name is no use of it', () => {
  const { code, refused } = buildOf('export function rpc(request) { const fetch = request.process; return [fetch, request.URL] }')
  expect(refused).toBe('')
  expect(code).toMatch(/request\.process;\s+return \[fetch\w*, request\.URL\]/)
})

test('functions and their parameters keep their names: an error on Google says where it was', () => {
  const { code } = buildOf(
    'function bookHour(request) { throw new Error(request.id) }\nexport function rpc(request) { return bookHour(request) }',
  )
  expect(() => vm.runInNewContext(`${code}\nrpc({ id: 41006 })`, {}, { filename: 'code.js' })).toThrow(
    expect.objectContaining({ stack: expect.stringMatching(/41006\n +at bookHour \(code\.js:\d+:\d+\)\n +at (\w+\.)?rpc /) }),
  )
})

describe('dist', () => {
  test.each(['code.js', 'sidebar.html', 'dialogs.html', 'import.html', 'pages.html', 'form.html', 'guide.html'] as const)(
    '%s keeps its budget',
    (name) => {
      expect(statSync(dist(name)).size).toBeLessThanOrEqual(buildRules().budgets[name])
    },
  )

  test('the bundle loads where there is nothing but the language, and leaves its functions behind', () => {
    const before = Object.getOwnPropertyNames(vm.runInNewContext('globalThis'))
    const globals: Record<string, unknown> = {}
    vm.runInNewContext(readFileSync(dist('code.js'), 'utf8'), globals)
    const made = Object.keys(globals).filter((name) => !before.includes(name))
    expect(made.sort()).toEqual(['ConsultationDesk', ...exportedNames()].sort())
    for (const name of exportedNames()) expect(typeof globals[name]).toBe('function')
  })

  test('every export of main.ts is a top-level function of the text, as menus, triggers and pages look for it', () => {
    const declared = [...readFileSync(dist('code.js'), 'utf8').matchAll(/^function (\w+)\(/gm)].map((match) => match[1])
    expect(declared.sort()).toEqual(exportedNames().sort())
  })

  test('only listed functions are global, and none ends in _ (a page could not call it)', () => {
    const { allowedGlobals } = buildRules()
    expect(exportedNames().filter((name) => !allowedGlobals.includes(name))).toEqual([])
    expect(allowedGlobals.filter((name) => name.endsWith('_'))).toEqual([])
  })
})

const exportedNames = (): string[] => {
  const names = [...textOf('src/server/doors/main.ts').matchAll(/^export (?:async )?(?:function|const|class) (\w+)/gm)].map(
    (match) => match[1] ?? '',
  )
  expect(names).toContain('rpc')
  return names
}
