/** A run's context made by gas-local, in the place of emulator/run/realm.ts: the services are its mocks, and values stay the outer realm's own. */
import vm from 'node:vm'
import { copyPlain } from '../../emulator/run/copyPlain'
import type { Realm, RealmSources } from '../../emulator/run/realm'

interface GasLocal {
  /** Runs every .js file of the folder in one context made of the mocks. */
  require(folder: string, mocks: object): object
}
const gasLocal = jest.requireActual<GasLocal>('gas-local')

/** How often a bundle was loaded this way: a test asks, so that it does not compare a thing with itself. */
export const loads = { count: 0 }

/** The mocks are filled until the bundle is loaded; only then is there a context to evaluate in. */
export function createRealm(sources: RealmSources): Realm {
  const globals: Record<string, unknown> = { Date: clockOf(sources), Math: chanceOf(sources) }
  const evaluate = (source: string): unknown => vm.runInContext(source, globals)
  return {
    globals,
    evaluate,
    copy: copyPlain,
    copyJson: (value) => (value === undefined ? value : JSON.parse(JSON.stringify(value))),
    makeError: (name, message, details) => Object.assign(new Error(message), { name }, details === undefined ? {} : { details }),
    makeArray: (items) => [...items],
    isOwn: (value) => vm.isContext(globals) && (evaluate('(value) => value instanceof Object') as (value: object) => boolean)(value),
  }
}

export function loadBundle(realm: Realm, distFolder: string): void {
  loads.count += 1
  gasLocal.require(distFolder, realm.globals)
}

/** Date with the world's time. */
function clockOf({ now }: RealmSources): DateConstructor {
  return new Proxy(Date, {
    construct: (target, args, made) => Reflect.construct(target, args.length === 0 ? [now()] : args, made),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  })
}

function chanceOf({ random }: RealmSources): Math {
  return Object.create(Math, { random: { value: random } }) as Math
}
