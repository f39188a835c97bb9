/** `npm run bench [-- sizes]`, `… -- archive`, `… -- bundles`, `… -- --beside`, `… -- --json`: bundles the bench for Node and runs it on what `dist` holds. */
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'

const options = { beside: { type: 'boolean' }, docs: { type: 'boolean' } }
const { values, positionals } = parseArgs({ options, strict: false, allowPositionals: true })
const [part] = positionals
const isLarge = part === 'archive' || values.docs || positionals.some((one) => Number(one) > 100_000)
const entry = values.beside ? 'beside/main' : ['archive', 'bundles'].includes(part) ? part : 'main'
const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '..', '..')
const outfile = join(root, '.build', 'bench', `${entry.replace('/', '-')}.mjs`)

/** 300,000 rows of deals are beyond Google's ten million cells of a file: that limit is lifted, so that the others show. */
const withoutCellLimit = {
  name: 'withoutCellLimit',
  setup: (bundle) =>
    bundle.onLoad({ filter: /sheets[\\/]apiError\.ts$/ }, async ({ path }) => {
      const contents = await readFile(path, 'utf8')
      return {
        contents: isLarge ? contents.replace('workbookLimit = 10_000_000', 'workbookLimit = 1_000_000_000') : contents,
        loader: 'ts',
      }
    }),
}

process.chdir(root)
await build({
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  logLevel: 'warning',
  plugins: [withoutCellLimit],
  entryPoints: [join(here, `${entry}.ts`)],
  outfile,
})
await import(pathToFileURL(outfile).href)
