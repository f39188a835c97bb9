/** The world on disk: opening it, setting a broken one aside, keeping it saved, and the small memory of the bench beside it. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { World } from '../../world/types'
import { type BenchMemory, newMemory } from './bench'

export interface Opened {
  readonly world: World
  readonly memory: BenchMemory
  /** A sentence about this start. */
  readonly said: string
}

export interface Sources {
  readonly path: string
  readonly reset: boolean
  /** Reads a snapshot; throws where it cannot be read. */
  readonly load: (path: string) => World
  readonly create: () => World
  /** For the name of a file set aside. */
  readonly now: () => Date
}

export const openWorld = (sources: Sources): Opened => {
  mkdirSync(dirname(sources.path), { recursive: true })
  if (!existsSync(sources.path)) return begin(sources, 'Открыт пример офиса: понедельник, 23 ноября 2026, 09:00.')
  if (sources.reset) {
    renameSync(sources.path, beside(sources.path, 'previous'))
    return begin(
      sources,
      `Начато заново: пример офиса, понедельник, 23 ноября 2026, 09:00. Прежнее состояние — ${fileBeside(sources, 'previous')}.`,
    )
  }
  return readOrSetAside(sources)
}

const readOrSetAside = (sources: Sources): Opened => {
  try {
    const world = sources.load(sources.path)
    return {
      world,
      memory: readMemory(sources.path, world),
      said: 'Продолжаем с места, где остановились. Начать заново: npm start -- --reset.',
    }
  } catch (error) {
    const label = `broken-${sources.now().toISOString().slice(0, 19).replaceAll(':', '-')}`
    renameSync(sources.path, beside(sources.path, label))
    return begin(sources, `${reasonOf(error)} Файл отложен как ${fileBeside(sources, label)}, открыт новый пример офиса.`)
  }
}

// The world's own sentence ends with an advice that is being followed here.
const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message.replace(/ Отложите файл.*$/, '') : `Снимок не читается: ${String(error)}.`

const begin = (sources: Sources, said: string): Opened => {
  const world = sources.create()
  return { world, memory: newMemory(world), said }
}

/** '.world/world.json', 'previous' → '.world/world.previous.json'. */
const beside = (path: string, label: string): string => join(dirname(path), `${basename(path).replace(/\.json$/, '')}.${label}.json`)
const fileBeside = (sources: Sources, label: string): string => basename(beside(sources.path, label))

const readMemory = (path: string, world: World): BenchMemory => {
  try {
    return { ...newMemory(world), ...(JSON.parse(readFileSync(beside(path, 'bench'), 'utf8')) as Partial<BenchMemory>) }
  } catch {
    return newMemory(world)
  }
}

export const setAsidePrevious = (path: string): void => {
  if (existsSync(path)) renameSync(path, beside(path, 'previous'))
}

/** Saves soon after a change and at the end; many changes in a row are one save. */
export class Keeper {
  private timer: NodeJS.Timeout | undefined

  constructor(
    private readonly path: string,
    private readonly current: () => { world: World; memory: BenchMemory },
  ) {}

  changed(): void {
    this.timer ??= setTimeout(() => this.save(), 400)
  }

  save(): void {
    clearTimeout(this.timer)
    this.timer = undefined
    const { world, memory } = this.current()
    world.save(this.path)
    writeFileSync(beside(this.path, 'bench'), JSON.stringify(memory))
  }
}
