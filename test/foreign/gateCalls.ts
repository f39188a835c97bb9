/** How long so many service calls take: each passes the gate, is counted, timed and listed. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createWorld } from '../../emulator/world/world'
import { user } from './stranger'

/** In one run, as many as its six minutes of Google's hold; then the next one. */
const inOneRun = 2_000

const script = `function calls(count) {
  const cache = CacheService.getScriptCache()
  for (let at = 0; at < count; at++) cache.get('nothing')
}`

export interface GateCalls {
  readonly made: number
  readonly runs: number
  readonly seconds: number
}

export function gateCalls(wanted: number): GateCalls {
  const folder = mkdtempSync(join(tmpdir(), 'gate-'))
  writeFileSync(join(folder, 'code.js'), script)
  const world = createWorld({ distFolder: folder, owner: user })
  const startedAt = performance.now()
  let [made, runs] = [0, 0]
  for (; made < wanted; runs++) {
    const { calls, error } = world.invoke({ fn: 'calls', entry: 'menu', user, args: [inOneRun] })
    if (error !== null) throw new Error(error.message)
    made += calls.filter(({ name }) => name === 'Cache.get').length
  }
  return { made, runs, seconds: (performance.now() - startedAt) / 1000 }
}

export const toldOf = ({ made, seconds }: GateCalls): string => `${made.toLocaleString('en')} gate calls in ${seconds.toFixed(1)} s`
