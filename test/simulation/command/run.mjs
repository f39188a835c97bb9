/** `npm run simulate`, `npm run defects`, `npm run races`, `npm run crashes`: bundles the command for Node and runs it on what `dist` holds. */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { build } from 'esbuild'

// A run of the bundle is over after some milliseconds: what the engine makes of its functions meanwhile costs more than it brings.
const budget = '--interrupt-budget=5000000'
setFlagsFromString(budget)
// Processes that it starts are told too.
process.execArgv.push(budget)

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '..', '..', '..')
const given = process.argv[2] ?? ''
const name = ['defects', 'races', 'crashes'].includes(given) ? given : 'main'
if (name !== 'main') process.argv.splice(2, 1)
const bundled = join(root, '.build', 'simulate')
process.chdir(root)
await build({
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  packages: 'external',
  logLevel: 'warning',
  // What lives a story stands alone too: what was lived counts as long as that is the same, whatever is printed of it.
  entryPoints: (name === 'main' ? ['main', 'lived'] : [name]).map((one) => join(here, `${one}.ts`)),
  outdir: bundled,
  outExtension: { '.js': '.cjs' },
})
createRequire(import.meta.url)(join(bundled, `${name}.cjs`))
