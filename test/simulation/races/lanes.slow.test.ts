/** Nothing that writes is left out of races and crashes: each method and each global of the bundle has a lane that changes something, or is named as silent and changes nothing. */
import { readFileSync } from 'node:fs'
import type { Method, RpcAnswer } from '../../../src/rpc/contract'
import { pageInputs } from '../../../src/rpc/pageContract'
import { methods } from '../../../src/usecases/method/methods'
import { director, office } from '../../fixtures/desk'
import { opening } from '../../fixtures/pagesDesk'
import { rows } from '../../fixtures/rights/methods'
import { asking } from './lane'
import { lanes } from './lanes'
import { shared } from './office'
import { silentGlobals, silentMethods } from './silent'
import { changedBy } from './standing'

const runs = lanes.map((lane) => lane.invocation(false))
const requested = (fn: string) =>
  new Set(runs.filter((one) => one.fn === fn).map(({ args }) => (args?.[0] as { method?: string } | undefined)?.method))
const writes = (name: string) => {
  const method = methods[name as Method]
  return !('look' in method) || 'looks' in method
}

test('each method that is no look, or not always, has a lane or is named as silent', () => {
  const without = Object.keys(methods).filter((name) => writes(name) && !requested('rpc').has(name))
  expect(without.sort()).toEqual(Object.keys(silentMethods).sort())
})

test('each method of a page for people outside has a lane', () => {
  expect(Object.keys(pageInputs).filter((name) => !requested('page').has(name))).toEqual([])
})

test('each global of the bundle has a lane or is named as silent', () => {
  const globals = [...readFileSync('dist/code.js', 'utf8').matchAll(/^function (\w+)\(\) \{\n {2}return \w+\.\1\.apply/gm)].map(
    ([, name]) => name,
  )
  const run = new Set(runs.map(({ fn }) => fn))
  expect(globals.filter((name) => !run.has(name ?? '')).sort()).toEqual(Object.keys(silentGlobals).sort())
})

test('no two have one name', () => expect(new Set(lanes.map(({ name }) => name)).size).toBe(lanes.length))

test.each(lanes.map((lane) => [lane.name, lane] as const))('%s changes something', (_, { world, invocation }) => {
  const after = world.fork()
  const { error, value } = after.invoke(invocation(false))
  expect([error, (value as Partial<RpcAnswer<unknown>> | null)?.ok === false && value]).toEqual([null, false])
  expect(changedBy(world, after)).not.toEqual([])
})

const besideAmo = lanes.find(({ name }) => name === 'amo/disconnect')

test.each(Object.keys(silentMethods) as Method[])('%s changes nothing', (name) => {
  const world = name.startsWith('amo/') && besideAmo !== undefined ? besideAmo.world : shared.world
  const after = world.fork()
  const [input] = Object.values(rows.find(({ method }) => method === name)?.inputs ?? {})
  expect(after.invoke(asking(name, input, director)(false)).error).toBeNull()
  // A partner notes that it was asked.
  expect(changedBy(world, after).filter((part) => part !== 'partners')).toEqual([])
})

test.each(Object.keys(silentGlobals))('%s changes nothing', (fn) => {
  const after = shared.world.fork()
  const pages = [{}, { form: '' }].map((given) => opening(given))
  for (const run of fn === 'doGet' ? pages : [{ fn, entry: 'menu', user: office } as const]) expect(after.invoke(run).error).toBeNull()
  expect(changedBy(shared.world, after)).toEqual([])
})
