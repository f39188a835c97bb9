/** The bundle with a defect in it: a plugin of esbuild puts the other text in; no source is touched. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Plugin } from 'esbuild'
import { type Change, changesOf, type Defect } from './defect'

export interface Build {
  buildCode(options: { plugins: readonly Plugin[] }): Promise<string>
}

/** A folder as what is shipped, with other code; `drop` takes it away. */
export interface Built {
  readonly folder: string
  drop(): void
}

export async function builtWith(defect: Defect, dist: string, { buildCode }: Build): Promise<Built> {
  const code = await buildCode({ plugins: changesOf(defect).map(patching) })
  const folder = mkdtempSync(join(tmpdir(), 'defect-'))
  cpSync(dist, folder, { recursive: true })
  writeFileSync(join(folder, 'code.js'), code)
  return { folder, drop: () => rmSync(folder, { recursive: true }) }
}

const patching = ({ file, find, put }: Change): Plugin => ({
  name: 'defect',
  setup: (bundle) =>
    bundle.onLoad({ filter: new RegExp(`${file.replaceAll('/', '[\\\\/]').replace('.', '\\.')}$`) }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(find, () => put),
      loader: 'ts',
    })),
})
