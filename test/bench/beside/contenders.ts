/** Who is measured beside the product: each a folder here with its deeds and its packages, fetched when the bench runs. */
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const folders = ['floor', 'by-hand', 'sheetquery', 'sheetbase'] as const
type Folder = (typeof folders)[number]
export type Who = 'product' | Folder

/** As the tables name them. */
export const names: Readonly<Record<Who, string>> = {
  product: 'Consultation Desk',
  floor: 'floor',
  'by-hand': 'by hand, SpreadsheetApp',
  sheetquery: 'sheetquery 1.5.2',
  sheetbase: '@sheetbase/sheets 1.1.0',
}

export interface Contender {
  readonly who: Folder
  /** Holds its code.js, as clasp would push it. */
  readonly code: string
}

export interface Contenders {
  readonly ready: readonly Contender[]
  /** One sentence for each that is not measured, and why. */
  readonly leftOut: readonly string[]
}

type BuildCode = (options: {
  readonly entry: string
  readonly globals: readonly string[]
  readonly packing: { readonly nodePaths: readonly string[] }
}) => Promise<string>

const here = join(process.cwd(), 'test', 'bench', 'beside')
/** Where packages and built code lie; a test takes another place. */
export const built = process.env['BESIDE'] ?? join(process.cwd(), '.build', 'beside')

export async function prepareContenders(): Promise<Contenders> {
  const ready: Contender[] = []
  const leftOut: string[] = []
  for (const who of folders) {
    try {
      fetchPackages(who)
      ready.push({ who, code: await buildContender(who) })
    } catch (error) {
      leftOut.push(`${names[who]} is left out: ${(error as Error).message.split('\n')[0]}`)
    }
  }
  return { ready, leftOut }
}

function fetchPackages(who: Folder): void {
  const wanted = join(here, who, 'package.json')
  const { dependencies } = JSON.parse(readFileSync(wanted, 'utf8')) as { dependencies?: Readonly<Record<string, string>> }
  const folder = join(built, who)
  mkdirSync(folder, { recursive: true })
  copyFileSync(wanted, join(folder, 'package.json'))
  if (Object.entries(dependencies ?? {}).every(([name, version]) => installedVersion(folder, name) === version)) return
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--fetch-retries=0', '--loglevel=error']
  execFileSync('npm', ['install', ...flags], { cwd: folder, timeout: 120_000, stdio: 'pipe' })
}

function installedVersion(folder: string, name: string): string | null {
  const path = join(folder, 'node_modules', name, 'package.json')
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version : null
}

/** Built as the product is; the manifest is the product's too. */
async function buildContender(who: Folder): Promise<string> {
  const { buildCode } = (await import(pathToFileURL(join(process.cwd(), 'build.mjs')).href)) as { buildCode: BuildCode }
  const code = await buildCode({
    entry: join(here, who, 'deeds.js'),
    globals: ['find', 'findByNumber', 'update', 'book', 'tell', 'insert'],
    packing: { nodePaths: [join(built, who, 'node_modules')] },
  })
  const folder = join(built, who, 'code')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'code.js'), code)
  copyFileSync(join(process.cwd(), 'appsscript.json'), join(folder, 'appsscript.json'))
  return folder
}
