/** Results that a long command has so far, in a file: broken off, it goes on where it stood, as long as bundle and command are the same. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Thousands of results are not written out thousands of times. */
const betweenMs = 1000

export class Kept<Result> {
  private readonly results: Record<string, Result>
  private readonly stamp: string
  private writtenAt = -betweenMs
  private readonly atExit = () => this.write()

  /** @param command file of the running command; @param fresh what was kept does not count */
  constructor(
    private readonly path: string,
    command: string,
    fresh: boolean,
  ) {
    this.stamp = stampOf(readFileSync(command, 'utf8'), readFileSync(join(process.cwd(), 'dist', 'code.js'), 'utf8'))
    this.results = fresh ? {} : readKept(path, this.stamp)
  }

  /** How many were there when it began, and since. */
  get count(): number {
    return Object.keys(this.results).length
  }

  of(name: string, find: () => Result): Result {
    const known = this.results[name]
    if (known !== undefined) return known
    const found = find()
    this.results[name] = found
    if (performance.now() - this.writtenAt >= betweenMs) this.write()
    else if (!process.listeners('exit').includes(this.atExit)) process.once('exit', this.atExit)
    return found
  }

  private write(): void {
    this.writtenAt = performance.now()
    mkdirSync(dirname(this.path), { recursive: true })
    writeFileSync(this.path, JSON.stringify({ stamp: this.stamp, results: this.results }))
  }
}

/** No story opens a page: a build that differs in its pages alone, and so in its name, is the same. */
export function stampOf(command: string, code: string): string {
  const same = code.replace(/(\bbuildId = ")\w+(?=")/, '$1')
  return createHash('sha256').update(command).update(same).digest('hex').slice(0, 16)
}

function readKept<Result>(path: string, stamp: string): Record<string, Result> {
  if (!existsSync(path)) return {}
  const kept = JSON.parse(readFileSync(path, 'utf8')) as { stamp: string; results: Record<string, Result> }
  return kept.stamp === stamp ? kept.results : {}
}
