/** Strangers' code, fetched when it is run and never kept in this repository: packages by npm, files of GitHub by their address, or from a folder. */
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** A repository at one commit; in a folder of copies it lies as 'owner+name'. */
export interface Repository {
  readonly name: string
  readonly commit: string
}

export const googlesSamples: Repository = {
  name: 'googleworkspace/apps-script-samples',
  commit: '8a31678d1d7e7eb9ab5e937adcc12b216ad9d4cb',
}
export const tamotsu: Repository = { name: 'itmammoth/Tamotsu', commit: 'c82411a08c08fd61263cbaef3db51688b7e2508b' }

export const place = join(process.cwd(), '.build', 'foreign')

/** @param copies folder with a copy of each repository, '' = over the network */
export async function fileOf({ name, commit }: Repository, path: string, copies: string): Promise<string> {
  if (copies !== '') return readFileSync(join(copies, name.replace('/', '+'), path), 'utf8')
  const kept = join(place, name.replace('/', '+'), commit, path)
  if (!existsSync(kept)) {
    const text = await fetched(`https://raw.githubusercontent.com/${name}/${commit}/${path}`)
    mkdirSync(dirname(kept), { recursive: true })
    writeFileSync(kept, text)
  }
  return readFileSync(kept, 'utf8')
}

async function fetched(address: string): Promise<string> {
  const answer = await fetch(address, { signal: AbortSignal.timeout(20_000) }).catch((error: Error) => {
    throw new Error(`no network to ${new URL(address).hostname} (${error.message}); give a folder of copies: --copies FOLDER`)
  })
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}`)
  return await answer.text()
}

/** What the emulator runs: scripts in one file, pages by their names, advanced services as the product has them. */
export async function projectOf(name: string, texts: ReadonlyMap<string, string>): Promise<string> {
  const folder = join(place, 'projects', name.replaceAll(/\W+/g, '-'))
  mkdirSync(folder, { recursive: true })
  const scripts = [...texts].filter(([path]) => !path.endsWith('.html')).map(([, text]) => text)
  writeFileSync(join(folder, 'code.js'), scripts.join('\n'))
  for (const [path, text] of texts) if (path.endsWith('.html')) writeFileSync(join(folder, basename(path)), text)
  copyFileSync('appsscript.json', join(folder, 'appsscript.json'))
  return folder
}

/** @returns the folder of installed packages */
export function packagesOf(name: string, wanted: Readonly<Record<string, string>>): string {
  const folder = join(place, 'packages', name.replaceAll(/\W+/g, '-'))
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: wanted }))
  const stands = Object.entries(wanted).every(([one, version]) => installed(folder, one) === version)
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--fetch-retries=0', '--loglevel=error']
  if (!stands) execFileSync('npm', ['install', ...flags], { cwd: folder, timeout: 120_000, stdio: 'pipe' })
  return join(folder, 'node_modules')
}

function installed(folder: string, name: string): string | null {
  const path = join(folder, 'node_modules', name, 'package.json')
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version : null
}
