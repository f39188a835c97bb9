/** How long so many service calls take: each passes the gate, is counted, timed and listed. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createWorld } from '../../emulator/world/world'
import { place } from './fetching'
import { user } from './stranger'

/** In one run, as many as its six minutes of Google's hold; then the next one. */
const inOneRun = 2_000

const script = `function calls(count) {
  const cache = CacheService.getScriptCache()
  for (let at = 0; at < count; at++) cache.get('nothing')
}`

export function gateCalls(wanted: number): string {
  const folder = join(place, 'projects', 'gate')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'code.js'), script)
  const world = createWorld({ distFolder: folder, owner: user })
  const startedAt = performance.now()
  let made = 0
  while (made < wanted) {
    const { calls, error } = world.invoke({ fn: 'calls', entry: 'menu', user, args: [inOneRun] })
    if (error !== null) throw new Error(error.message)
    made += calls.filter(({ name }) => name === 'Cache.get').length
  }
  return `${made} gate calls in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`
}
