/** How long a fresh context takes to compile and to start code.js, by how it is written down and by its size. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import vm from 'node:vm'
import { gzipSync } from 'node:zlib'
import { kilobytes, median } from './figures'

type Packing = Readonly<Record<string, boolean | number>>
type BuildCode = (options?: { readonly packing?: Packing }) => Promise<string>

const rounds = 60
/** Ways to make it smaller. */
const packings: Readonly<Record<string, Packing>> = {
  'all names short': { minify: true },
  'names as written': { minifyWhitespace: true, minifySyntax: true },
  'names as written, short lines': { minifyWhitespace: true, minifySyntax: true, lineLimit: 120 },
  'names and lines as written': { minifySyntax: true },
}

export async function measureCode() {
  const { buildCode } = (await import(pathToFileURL(join(process.cwd(), 'build.mjs')).href)) as { buildCode: BuildCode }
  const built = Object.entries(packings).map(async ([name, packing]) => [name, await buildCode({ packing })] as const)
  const shipped = await buildCode()
  const texts = [
    ...(await Promise.all(built)),
    ['as shipped', shipped],
    ...[2, 3].map((times) => [`as shipped, ${times} times over`, padded(shipped, times)]),
  ] as [string, string][]
  const taken = texts.map((): Taken[] => [])
  // In turn, so that a busy moment of the computer hits all of them.
  for (let round = 0; round < rounds; round++) for (const [index, [, text]] of texts.entries()) taken[index]?.push(start(text, round))
  return texts.map(([bundle, text], index) => ({
    bundle,
    KB: kilobytes(text),
    gzip: kilobytes(gzipSync(text)),
    compile: median(taken[index]?.map(({ compile }) => compile)),
    start: median(taken[index]?.map((one) => one.start)),
  }))
}

interface Taken {
  readonly compile: number
  readonly start: number
}

/** The comment at the end differs, or V8 would take what it compiled the last time. */
function start(text: string, round: number): Taken {
  const context = vm.createContext({})
  const before = performance.now()
  const script = new vm.Script(`${text}\n// ${round} ${before}`)
  const compiled = performance.now()
  script.runInContext(context)
  return { compile: compiled - before, start: performance.now() - compiled }
}

/** More code of the same kind, evaluated too: the bundle again under other names. */
function padded(text: string, times: number): string {
  return Array.from({ length: times }, (_, copy) => (copy === 0 ? text : text.replaceAll('ConsultationDesk', `Desk${copy}`))).join('\n')
}
