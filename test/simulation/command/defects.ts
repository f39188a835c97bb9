/** `npm run defects [-- words of a name]`, `-- 1/2` for the first half, `-- --scenarios`, `-- --weeks` by who sees them, `-- --fresh`: each deliberate defect is built into a bundle and must be seen. */
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { type Build, builtWith } from '../defects/built'
import type { Defect } from '../defects/defect'
import { defects } from '../defects/defects'
import { type Seen, seenByScenario, seenInWeeks } from '../defects/seen'
import { noteTally } from './tallies'

const { values, positionals } = parseArgs({
  options: {
    fresh: { type: 'boolean', default: false },
    scenarios: { type: 'boolean', default: false },
    weeks: { type: 'boolean', default: false },
  },
  allowPositionals: true,
})
const kept = join(process.cwd(), '.build', 'defects.json')

/** What was seen of a bundle stays seen: a run that was broken off goes on where it stood. */
const known: Record<string, Seen> = existsSync(kept) && !values.fresh ? JSON.parse(readFileSync(kept, 'utf8')) : {}

/** What a result hangs on beside the bundle: the office that is lived, or the scenario. */
const common = [
  ...filesIn('test/fixtures'),
  ...filesIn('emulator').filter((file) => !file.includes('workbench') || file.endsWith('sampleOffice.ts')),
]
const weeks = filesIn('test/simulation').filter((file) => !/(command|defects|races|crashes)[\\/]/.test(file))

/** By the scenario, or by the weeks. */
function seen(folder: string, { seenBy }: Pick<Defect, 'seenBy'>): Seen {
  const code = readFileSync(join(folder, 'code.js'), 'utf8')
  const tests = [...common, ...(seenBy === undefined ? weeks : [`test/scenarios/${seenBy.file}`])]
  const print = printOf([code, JSON.stringify(seenBy ?? null), ...tests.map((file) => readFileSync(file, 'utf8'))])
  if (!(print in known)) {
    known[print] = seenBy === undefined ? seenInWeeks(folder) : seenByScenario(folder, seenBy)
    writeFileSync(kept, JSON.stringify(known))
  }
  return known[print] ?? null
}

function filesIn(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  return names.flatMap((name) => (/\.(ts|txt|csv)$/.test(name) ? [join(folder, name)] : []))
}

const printOf = (texts: readonly string[]) => createHash('sha256').update(texts.join('\n')).digest('hex').slice(0, 24)

function chosenBy(wanted: string): Defect[] {
  const [, part, parts] = /^(\d+)\/(\d+)$/.exec(wanted) ?? []
  const isAsked = ({ seenBy }: Defect) => (seenBy === undefined ? !values.scenarios : !values.weeks)
  return defects
    .filter(isAsked)
    .filter(({ name }, at) => (parts === undefined ? name.includes(wanted) : at % Number(parts) === Number(part) - 1))
}

/** Scenarios and weeks see nothing in the sound bundle; else that a defect is seen would say nothing. */
const seenInSound = (chosen: readonly Defect[], dist: string): Seen =>
  chosen.reduce<Seen>((found, defect) => found ?? seen(dist, defect), null)

async function main(): Promise<void> {
  const startedAt = performance.now()
  const dist = mkdtempSync(join(tmpdir(), 'sound-'))
  cpSync(join(process.cwd(), 'dist'), dist, { recursive: true })
  const build = (await import(pathToFileURL(join(process.cwd(), 'build.mjs')).href)) as Build
  const chosen = chosenBy(positionals.join(' '))
  const sound = seenInSound(chosen, dist)
  console.log(`as shipped: ${sound ?? 'held'}`)
  let caught = 0
  for (const defect of chosen) {
    const { folder, drop } = await builtWith(defect, dist, build)
    const how = seen(folder, defect)
    drop()
    if (how !== null) caught++
    console.log(`${how === null ? 'MISSED' : 'caught'}  ${defect.name.padEnd(52)} ${how ?? ''}`)
  }
  console.log(`\ndeliberate defects caught  ${caught}/${chosen.length}, ${Math.round((performance.now() - startedAt) / 1000)} s`)
  if (chosen.length === defects.length) noteTally('defects', caught, `${caught}/${chosen.length} caught`)
  process.exit(sound === null && caught === chosen.length ? 0 : 1)
}

void main()
