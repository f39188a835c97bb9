/** A clean clone installs the same packages everywhere, and the commands that README names are there. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { jsonOf, root } from './files'

interface Package {
  readonly type: string
  readonly private: boolean
  readonly scripts: Readonly<Record<string, string>>
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
}
interface Lock {
  readonly lockfileVersion: number
  readonly packages: Readonly<
    Record<
      string,
      Package & {
        readonly version?: string
        readonly resolved?: string
        readonly integrity?: string
        readonly optional?: boolean
        readonly os?: string[]
        readonly cpu?: string[]
        readonly libc?: string[]
      }
    >
  >
}

const ours = jsonOf<Package>('package.json')
const lock = jsonOf<Lock>('package-lock.json')
const wanted = { ...ours.dependencies, ...ours.devDependencies }

test('every version is pinned exactly', () => {
  expect(Object.keys(wanted)).toContain('typescript')
  expect(Object.entries(wanted).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
})

test('the lockfile holds the same versions', () => {
  expect(lock.lockfileVersion).toBeGreaterThanOrEqual(3)
  const locked = Object.keys(wanted).map((name) => [name, lock.packages[`node_modules/${name}`]?.version])
  expect(Object.fromEntries(locked)).toEqual(wanted)
})

/** Binaries for systems that the project was not locked on stand in the lock by version alone (docs/decisions/0014). */
function isForeign({
  optional,
  os,
  cpu,
  libc,
}: {
  readonly optional?: boolean
  readonly os?: string[]
  readonly cpu?: string[]
  readonly libc?: string[]
}): boolean {
  const isHere =
    (os?.includes('linux') ?? true) && (cpu?.includes('x64') || cpu?.includes('arm64') || cpu === undefined) && !libc?.includes('musl')
  return optional === true && !isHere
}

test('every locked package is checked by its hash, and none is tied to a registry of one machine', () => {
  const installed = Object.entries(lock.packages).filter(([path, one]) => path !== '' && !isForeign(one))
  const tied = (resolved = 'https://registry.npmjs.org/'): boolean => !resolved.startsWith('https://registry.npmjs.org/')
  expect(installed.filter(([, { integrity, resolved }]) => integrity === undefined || tied(resolved)).map(([path]) => path)).toEqual([])
})

test('the commands are there', () => {
  expect(Object.keys(ours.scripts)).toEqual(expect.arrayContaining(['start', 'test', 'check', 'build', 'bench', 'deploy']))
  expect(ours).toMatchObject({ type: 'module', private: true })
  expect(ours.scripts['deploy']).toBe('node deploy.mjs')
})

test('files that the commands name exist', () => {
  const named = Object.values(ours.scripts).flatMap((script) =>
    [...script.matchAll(/node (?!\.build)(\S+\.mjs)/g)].map((match) => match[1] ?? ''),
  )
  expect(named).toContain('test/run.mjs')
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([])
})
