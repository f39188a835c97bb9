/** What each long command came to on a build, in a line: the summary of stories tells it as long as the build is the same. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { stampOf } from './kept'

const commands = { crashes: 'crash points, each', races: 'interleavings', defects: 'deliberate defects' } as const
type Command = keyof typeof commands

export interface Tally {
  readonly stamp: string
  /** The fuller run of one build is told. */
  readonly done: number
  readonly line: string
}
export type Tallies = Partial<Readonly<Record<Command, Tally>>>

const path = join(process.cwd(), '.build', 'tallies.json')
const present = () => stampOf('', readFileSync(join(process.cwd(), 'dist', 'code.js'), 'utf8'))

export function talliesIn(file: string): Tallies {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Tallies
  } catch {
    return {}
  }
}

/** @param done of how many `line` tells */
export function noteTally(command: Command, done: number, line: string, { file = path, stamp = present() } = {}): void {
  const kept = talliesIn(file)
  const known = kept[command]
  if (known?.stamp === stamp && known.done > done) return
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify({ ...kept, [command]: { stamp, done, line } }))
}

export function talliedLines({ file = path, stamp = present() } = {}): string[] {
  const kept = talliesIn(file)
  return (Object.keys(commands) as Command[]).map((command) => {
    const tally = kept[command]
    const line = tally?.stamp === stamp ? tally.line : `not run on this build: npm run ${command}`
    return `${commands[command].padEnd(25)} ${line}`
  })
}
