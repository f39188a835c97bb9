/** `npm run defects [-- words of a name]`, `-- 1/2` for the first half: each deliberate defect is built into a bundle and lived with until an invariant breaks. */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Plugin } from 'esbuild'
import type { Defect } from '../defects/defect'
import { defects } from '../defects/defects'
import { useBundle } from '../otherVersion'
import { play } from '../play'
import { storyOf } from '../story'

const seeds = ['defect 1', 'defect 2']
const weeks = 2
const dist = join(process.cwd(), 'dist')

interface Build {
  buildCode(options: { plugins: readonly Plugin[] }): Promise<string>
}

const patching = ({ file, find, put }: Defect): Plugin => ({
  name: 'defect',
  setup: (bundle) =>
    bundle.onLoad({ filter: new RegExp(`${file.replaceAll('/', '[\\\\/]').replace('.', '\\.')}$`) }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(find, () => put),
      loader: 'ts',
    })),
})

async function builtWith(defect: Defect, { buildCode }: Build): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'defect-'))
  cpSync(dist, folder, { recursive: true })
  writeFileSync(join(folder, 'code.js'), await buildCode({ plugins: [patching(defect)] }))
  return folder
}

/** The first seed whose weeks break an invariant; null = none does. */
function caughtBy(folder: string): string | null {
  useBundle(folder)
  for (const seed of seeds) {
    const { violation, story } = play(storyOf({ seed, weeks }))
    if (violation !== null)
      return `${seed}, step ${violation.step} (${story.steps[violation.step]?.deed}): ${violation.words.slice(17, 90)}`
  }
  return null
}

async function main(): Promise<void> {
  const wanted = process.argv.slice(2).join(' ')
  const build = (await import(pathToFileURL(join(process.cwd(), 'build.mjs')).href)) as Build
  const [, part, parts] = /^(\d+)\/(\d+)$/.exec(wanted) ?? []
  const chosen = defects.filter(({ name }, at) => (parts === undefined ? name.includes(wanted) : at % Number(parts) === Number(part) - 1))
  const sound = caughtBy(dist)
  console.log(`as shipped: ${sound ?? 'held'}`)
  let caught = 0
  for (const defect of chosen) {
    const how = caughtBy(await builtWith(defect, build))
    if (how !== null) caught++
    console.log(`${how === null ? 'MISSED' : 'caught'}  ${defect.name.padEnd(52)} ${how ?? ''}`)
  }
  console.log(`\ndeliberate defects caught  ${caught}/${chosen.length}`)
  process.exit(sound === null && caught === chosen.length ? 0 : 1)
}

void main()
