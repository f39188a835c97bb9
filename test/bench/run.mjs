/** `npm run bench [-- sizes]`, `npm run bench -- archive`: bundles the bench for Node and runs it on what `dist` holds. */
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '..', '..')
const outfile = join(root, '.build', 'bench.mjs')

process.chdir(root)
await build({
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  logLevel: 'warning',
  entryPoints: [join(here, process.argv[2] === 'archive' ? 'archive.ts' : 'main.ts')],
  outfile,
})
await import(pathToFileURL(outfile).href)
