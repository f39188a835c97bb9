/** Opens the world, serves the workbench on a port, saves as it goes: `npm start` and the browser tests both begin here. */
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type AddressInfo, createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { serve } from '@hono/node-server'
import { createWorld, loadWorld } from '../world/world'
import { Bench } from './bench/bench'
import { Keeper, openWorld, setAsidePrevious } from './bench/snapshot'
import { createSampleWorld, sampleOwner } from './sampleOffice'
import { createApp } from './server'
import type { StoryParts } from './story/storyBench'
import type { StoryPlayer } from './story/storyPlayer'

export interface StartOptions {
  readonly port: number
  /** Snapshot file. */
  readonly world: string
  readonly reset: boolean
  /** Project folder with dist/, .build/ and emulator/sample/. */
  readonly root: string
}

export interface Running {
  readonly url: string
  readonly said: string
  readonly bench: Bench
  stop(): Promise<void>
}

/** A start that cannot be; its message is the sentence to show. */
export class StartProblem extends Error {}

export const start = async (options: StartOptions): Promise<Running> => {
  const distFolder = requireBuild(options.root)
  await requireFreePort(options.port)
  const path = resolve(options.root, options.world)
  const create = () => createSampleWorld({ distFolder, sampleFolder: join(options.root, 'emulator', 'sample') })
  const opened = openWorld({
    path,
    reset: options.reset,
    load: (file) => loadWorld(file, { distFolder, owner: sampleOwner }),
    create,
    now: () => new Date(),
  })
  const renew = () => {
    const world = create()
    setAsidePrevious(path)
    return world
  }
  const keeper: Keeper = new Keeper(path, () => bench)
  const stories: StoryParts = {
    player: await storyPlayer(options.root),
    revive: (state) => createWorld({ distFolder, owner: sampleOwner, snapshot: state }),
    setAside: () => {
      keeper.save()
      setAsidePrevious(path)
    },
  }
  const { world, memory, said: notice } = opened
  const bench = new Bench({ world, memory, notice, renew, changed: () => keeper.changed(), stories })
  keeper.save()
  const { url, close } = await listen(bench, options)
  const stop = async () => {
    keeper.save()
    await close()
  }
  return { url, said: opened.said, bench, stop }
}

/** Built beside the page by `node build.mjs` in a checkout with the tests; without it no story is played. */
const storyPlayer = async (root: string): Promise<StoryPlayer | null> => {
  const file = join(root, '.build', 'workbench', 'story.cjs')
  if (!existsSync(file)) return null
  return (createRequire(join(root, 'package.json'))(file) as { readonly storyPlayer: StoryPlayer }).storyPlayer
}

const requireBuild = (root: string): string => {
  const distFolder = join(root, 'dist')
  if (!existsSync(join(distFolder, 'code.js')))
    throw new StartProblem('Нет сборки: файл dist/code.js не найден. Запустите npm start — он соберёт её сам, или node build.mjs.')
  if (!existsSync(join(root, '.build', 'workbench', 'page.js'))) {
    throw new StartProblem('Нет страницы стенда: .build/workbench/page.js не найден. Запустите npm start или node build.mjs.')
  }
  return distFolder
}

/** Before the snapshot is touched: the one who holds the port may be working with it. */
const requireFreePort = (port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => reject(error.code === 'EADDRINUSE' ? busy(port) : error))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()))
  })

const listen = (bench: Bench, options: StartOptions): Promise<{ url: string; close: () => Promise<void> }> =>
  new Promise((resolve, reject) => {
    const app = createApp(bench, join(options.root, '.build', 'workbench'))
    const server = serve({ fetch: app.fetch, port: options.port, hostname: '127.0.0.1' }, (address: AddressInfo) => {
      const close = () =>
        new Promise<void>((closed) => {
          server.close(() => closed())
          if ('closeAllConnections' in server) server.closeAllConnections()
        })
      resolve({ url: `http://localhost:${address.port}`, close })
    })
    server.on('error', (error: NodeJS.ErrnoException) => reject(error.code === 'EADDRINUSE' ? busy(options.port) : error))
  })

const busy = (port: number): StartProblem => {
  const other = port + 7
  const command = `npm start -- --port ${other} --world .world/${other}.json`
  return new StartProblem(`Порт ${port} занят: возможно, стенд уже открыт на http://localhost:${port}. Для второго запустите ${command}`)
}
