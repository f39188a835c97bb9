/** Builds the workbench: its server into .build/workbench.mjs, its page, the print page and the frames' bridge into .build/workbench/. */
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = resolve(here, '..', '..')

/** @param {{ server?: boolean }} [options] tests that start the server in their own process build the page alone */
export async function buildWorkbench({ server = true } = {}) {
  const page = join(root, '.build', 'workbench')
  await mkdir(page, { recursive: true })
  const browser = { bundle: true, minify: true, target: 'es2022', format: 'iife', logLevel: 'warning', legalComments: 'none' }
  await Promise.all([
    build({ ...browser, entryPoints: [join(here, 'page', 'main.ts')], outfile: join(page, 'page.js') }),
    build({ ...browser, entryPoints: [join(here, 'page', 'print', 'main.ts')], outfile: join(page, 'print.js') }),
    build({ ...browser, entryPoints: [join(here, 'page', 'frame', 'shim.ts')], outfile: join(page, 'shim.js') }),
    ...(server ? [buildServer()] : []),
  ])
}

const buildServer = () =>
  build({
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
    entryPoints: [join(here, 'main.ts')],
    outfile: join(root, '.build', 'workbench.mjs'),
  })

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildWorkbench({ server: !process.argv.includes('--page') })
