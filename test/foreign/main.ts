/** `npm run foreign [-- --copies FOLDER] [-- words of a name]`: libraries and Google's samples, unchanged, on the emulator. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { fileOf, googlesSamples, packagesOf, projectOf, type Repository } from './fetching'
import { gateCalls, toldOf } from './gateCalls'
import { type Judged, judged } from './judged'
import { libraries, scripts } from './libraries'
import { samples } from './samples'
import type { Stranger } from './stranger'

interface Build {
  buildCode(options: {
    readonly entry: string
    readonly globals: readonly string[]
    readonly packing: { readonly nodePaths: readonly string[] }
  }): Promise<string>
}

interface Wanted {
  readonly stranger: Stranger
  folder(): Promise<string>
}

const { values, positionals } = parseArgs({
  options: { copies: { type: 'string', default: process.env['FOREIGN'] ?? '' } },
  allowPositionals: true,
})
const userOf = (name: string) => join(process.cwd(), 'test', 'foreign', 'users', name)

/** In Apps Script the library's functions and these are one script. */
const scriptOf = (user: string) => readFileSync(userOf(user), 'utf8').replaceAll(/^export /gm, '')

async function copied(from: Repository, files: readonly string[]): Promise<Map<string, string>> {
  const texts = new Map<string, string>()
  for (const file of files) texts.set(file, await fileOf(from, file, values.copies))
  return texts
}

async function builtWith(name: string, packages: Readonly<Record<string, string>>, user: string): Promise<string> {
  const { buildCode } = (await import(pathToFileURL(join(process.cwd(), 'build.mjs')).href)) as Build
  const packing = { nodePaths: [packagesOf(name, packages)] }
  const code = await buildCode({ entry: userOf(user), globals: ['find', 'update', 'insert', 'remove'], packing })
  return projectOf(name, new Map([['code.js', code]]))
}

const all: readonly Wanted[] = [
  ...libraries.map((one) => ({ stranger: one, folder: () => builtWith(one.name, one.packages, one.user) })),
  ...scripts.map((one) => ({
    stranger: one,
    folder: async () => projectOf(one.name, (await copied(one.from, one.files)).set('user.js', scriptOf(one.user))),
  })),
  ...samples.map((one) => ({ stranger: one, folder: async () => projectOf(one.name, await copied(googlesSamples, one.files)) })),
]

function lineOf({ name, ran, missing, failed, wrong }: Judged, deeds: number): string {
  const lines = [
    ...(missing.length > 0 ? [`not emulated: ${missing.join(', ')}`] : []),
    ...failed.map((one) => `error: ${one}`),
    ...wrong.map((one) => `WRONG: ${one}`),
  ]
  return [`${name.padEnd(32)} ${ran.length}/${deeds} ran`, ...lines.map((line) => `    ${line}`)].join('\n')
}

/** For a million calls. */
const mostSeconds = 60

async function main(): Promise<void> {
  let [whole, wrong, left] = [0, 0, 0]
  const chosen = all.filter(({ stranger }) => stranger.name.includes(positionals.join(' ')))
  for (const { stranger, folder } of chosen) {
    try {
      const found = judged(stranger, await folder())
      console.log(lineOf(found, stranger.deeds.length))
      wrong += found.wrong.length
      if (found.ran.length === stranger.deeds.length) whole++
    } catch (error) {
      left++
      console.log(`${stranger.name.padEnd(32)} not run: ${(error as Error).message.split('\n')[0]}`)
    }
  }
  console.log(`\n${whole} of ${chosen.length} ran whole, ${left} could not be fetched; answered wrongly without an error: ${wrong}`)
  const calls = positionals.length === 0 ? gateCalls(1_000_000) : null
  if (calls !== null) console.log(toldOf(calls))
  const isSlow = calls !== null && calls.seconds > mostSeconds
  if (isSlow) console.log(`above ${mostSeconds} s`)
  process.exit(wrong === 0 && left === 0 && !isSlow ? 0 : 1)
}

void main()
