/** For browser tests: a workbench in this process with the sample office. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bench } from '../../emulator/workbench/bench/bench'
import { start } from '../../emulator/workbench/start'

const root = process.cwd()

export interface TestWorkbench {
  readonly url: string
  readonly bench: Bench
  stop(): Promise<void>
}

/**
 * A workbench on its own port and its own throw-away snapshot. `sample: true` is the office at Monday 2026-11-23 09:00;
 * the only other world is a snapshot file, given by its path.
 */
export const startWorkbench = async (options: { port: number; sample: true } | { port: number; world: string }): Promise<TestWorkbench> => {
  requirePage()
  const folder = mkdtempSync(join(tmpdir(), 'workbench-'))
  const world = 'world' in options ? options.world : join(folder, 'world.json')
  const running = await start({ port: options.port, world, reset: false, root })
  const stop = async () => {
    await running.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { url: running.url, bench: running.bench, stop }
}

const requirePage = (): void => {
  if (!existsSync(join(root, '.build', 'workbench', 'print.js')))
    execFileSync('node', ['emulator/workbench/buildWorkbench.mjs', '--page'], { cwd: root })
}
