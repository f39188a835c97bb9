/** A workbench without a port: the HTTP application over a world with the tiny bundle of test/fixtures/workbench. */
import { join } from 'node:path'
import type { Hono } from 'hono'
import { Bench, newMemory } from '../../emulator/workbench/bench/bench'
import { createApp } from '../../emulator/workbench/server'
import type { Change } from '../../emulator/workbench/wire'
import { createWorld } from '../../emulator/world/world'

export const distFolder = join(__dirname, '..', 'fixtures', 'workbench')
export const owner = 'office@example.org'
export const tinyWorld = () => createWorld({ distFolder, owner })

export interface TestBench {
  readonly bench: Bench
  readonly app: Hono
  /** What open pages were told. */
  readonly changes: Change[]
  get<T>(path: string): Promise<T>
  post<T>(path: string, body?: unknown): Promise<T>
}

export const tinyBench = (): TestBench => {
  const world = tinyWorld()
  const bench = new Bench({ world, memory: newMemory(world), notice: '', renew: tinyWorld, changed: () => undefined })
  const app = createApp(bench, distFolder)
  const changes: Change[] = []
  bench.subscribe((change) => changes.push(change))
  const answer = async <T>(response: Response | Promise<Response>): Promise<T> => (await (await response).json()) as T
  return {
    bench,
    app,
    changes,
    get: (path) => answer(app.request(`/api${path}`)),
    post: (path, body = {}) =>
      answer(app.request(`/api${path}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })),
  }
}
