/** `npm run simulate`: bundles the simulator for Node and runs it on what `dist` holds. */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '..', '..', '..')
const outfile = join(root, '.build', 'simulate', 'main.cjs')
process.chdir(root)
await build({
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  packages: 'external',
  logLevel: 'warning',
  entryPoints: [join(here, 'main.ts')],
  outfile,
})
createRequire(import.meta.url)(outfile)
