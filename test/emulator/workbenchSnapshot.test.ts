/** Opening and keeping the workbench's world: sample, restart, reset, a broken snapshot, a busy port, a missing build. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Keeper, type Opened, openWorld } from '../../emulator/workbench/bench/snapshot'
import { readCommand } from '../../emulator/workbench/commandLine'
import { start } from '../../emulator/workbench/start'
import { loadWorld } from '../../emulator/world/world'
import { distFolder, owner, tinyWorld } from './workbenchBench'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'workbench-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const open = (reset = false): Opened =>
  openWorld({
    path: join(folder, 'world.json'),
    reset,
    load: (path) => loadWorld(path, { distFolder, owner }),
    create: tinyWorld,
    now: () => new Date('2026-11-23T06:00:00Z'),
  })

const keep = (opened: Opened): void => new Keeper(join(folder, 'world.json'), () => opened).save()

test('the first start says that it is the sample office', () => {
  expect(open().said).toBe('Открыт пример офиса: понедельник, 23 ноября 2026, 09:00.')
})

test('a restart goes on where it stopped: the world, and who was signed in', () => {
  const first = open()
  first.world.state.now += 60_000
  first.memory.user = 'gg0@example.org'
  keep(first)
  const second = open()
  expect(second.world.state.now).toBe(first.world.state.now)
  expect(second.memory.user).toBe('gg0@example.org')
})

test('--reset begins anew and keeps the previous state beside', () => {
  const first = open()
  first.world.state.now += 60_000
  keep(first)
  expect(open(true).world.state.now).toBe(first.world.state.now - 60_000)
  expect(readdirSync(folder)).toContain('world.previous.json')
})

test.each(['{"formatVersion":1', '{"formatVersion":99}', ''])('a broken snapshot (%p) is set aside whole, never overwritten', (broken) => {
  writeFileSync(join(folder, 'world.json'), broken)
  const opened = open()
  keep(opened)
  expect(opened.said).toMatch(/Снимок .*Файл отложен как world\.broken-2026-11-23T06-00-00\.json, открыт новый пример офиса\.$/)
  expect(readFileSync(join(folder, 'world.broken-2026-11-23T06-00-00.json'), 'utf8')).toBe(broken)
})

describe('a start that cannot be', () => {
  const options = { port: 0, world: 'world.json', reset: false }

  test('without a build: a sentence, and the snapshot is not touched', async () => {
    writeFileSync(join(folder, 'world.json'), 'мой снимок')
    await expect(start({ ...options, root: folder })).rejects.toThrow(/^Нет сборки: файл dist\/code\.js не найден\. Запустите npm start/)
    expect(readFileSync(join(folder, 'world.json'), 'utf8')).toBe('мой снимок')
  })

  test('a busy port is named, with the command for another', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const address = other.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    cpSync(distFolder, join(folder, 'dist'), { recursive: true })
    mkdirSync(join(folder, '.build', 'workbench'), { recursive: true })
    writeFileSync(join(folder, '.build', 'workbench', 'page.js'), '')
    writeFileSync(join(folder, 'world.json'), 'чужой снимок')
    await expect(start({ ...options, port, root: folder })).rejects.toThrow(
      new RegExp(`^Порт ${port} занят: .*npm start -- --port ${port + 7}`),
    )
    expect(readFileSync(join(folder, 'world.json'), 'utf8')).toBe('чужой снимок')
    await new Promise((resolve) => other.close(resolve))
  })
})

describe('the command line', () => {
  test('has defaults and three options', () => {
    expect(readCommand([])).toEqual({ reset: false, port: 4173, world: '.world/world.json' })
    expect(readCommand(['--reset', '--port', '4180', '--world', 'w.json'])).toEqual({ reset: true, port: 4180, world: 'w.json' })
  })

  test.each([[['--prot', '1']], [['--port']], [['--port', 'x']], [['--world', '--reset']]])('refuses %p with a sentence', (args) => {
    expect(() => readCommand(args)).toThrow(/^(Не понимаю|После --)/)
  })
})
