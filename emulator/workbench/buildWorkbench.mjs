/** Builds the workbench: its server into .build/workbench.mjs; its page, the print page, the frames' bridge and who plays stories into .build/workbench/. */
import { existsSync } from 'node:fs'
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
    buildPlayer(page),
    ...(server ? [buildServer()] : []),
  ])
}

/** The simulation stands with the tests: where these are not, no story is played. */
const player = join(root, 'test', 'simulation', 'storyPlayer.ts')

const buildPlayer = async (page) => {
  if (!existsSync(player)) return
  await build({
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    packages: 'external',
    logLevel: 'warning',
    entryPoints: [player],
    outfile: join(page, 'story.cjs'),
  })
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
