/** Must show 5: every regular expression of intake, matching and folding on 100,000 characters of evil text. */

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

const root = join(__dirname, '../../..')
const places = [
  'src/domain/intake',
  'src/domain/client',
  'src/domain/text/fold.ts',
  'src/domain/letter/plainLine.ts',
  'src/domain/letter/theirs.ts',
  'src/domain/letter/letterHtml.ts',
  'src/usecases/intake',
  'src/server/doors/intakeRate.ts',
  'src/server/doors/webApp.ts',
]

function filesIn(path: string): string[] {
  if (statSync(join(root, path)).isFile()) return [path]
  return readdirSync(join(root, path)).flatMap((name) => filesIn(`${path}/${name}`))
}

interface Pattern {
  readonly file: string
  readonly text: string
}

/** Regular expressions as they are written. */
function patternsIn(file: string): Pattern[] {
  const found: Pattern[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) found.push({ file, text: node.text })
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.ES2022, true))
  return found
}

const patterns = places.flatMap(filesIn).flatMap(patternsIn)
const length = 100_000
const atoms = [
  ...' \t\n\ra1.,:;-_+@#/\\=&%"\'<>()[]{}«»*?!|~^$яЁ№\u00a0\u200b\ud83d\ude00',
  'a.',
  'a@',
  '@a.',
  '8 ',
  '1-',
  '%D0',
  '%',
  'доб',
  'и ',
  ' и ',
  '> ',
  'с уважением ',
  'С Уважением, А',
  'merged:1 ',
  'not:1 ',
  'От: ',
  'пишет:\n',
  'электронн ',
  'Анна ',
  '://',
  '. ',
  '.а',
  '--x\r\n',
  '\r\n',
  ';name="',
  'a=',
]
const heads = ['', 'a']
const tails = ['', '@', '\n!']

/** The least of three: a busy computer counts for nothing. */
function timeOf(pattern: RegExp, text: string, times = 3): number {
  const started = performance.now()
  text.replace(pattern, '')
  const ms = performance.now() - started
  return ms < 10 || times === 1 || ms > 2_000 ? ms : Math.min(ms, timeOf(pattern, text, times - 1))
}

const texts = atoms.flatMap((atom) => {
  const repeated = atom.repeat(Math.ceil(length / atom.length))
  return heads.flatMap((head) => tails.map((tail) => ({ of: JSON.stringify(`${head}${atom}…${tail}`), text: `${head}${repeated}${tail}` })))
})

function slowest({ text }: Pattern): { readonly ms: number; readonly of: string } {
  const end = text.lastIndexOf('/')
  const pattern = new RegExp(text.slice(1, end), text.slice(end + 1))
  return texts.map((one) => ({ of: one.of, ms: timeOf(pattern, one.text) })).reduce((a, b) => (b.ms > a.ms ? b : a))
}

test(`${patterns.length} patterns, each on ${texts.length} texts of 100,000 characters`, () => {
  const table = patterns.map((pattern) => ({ ...pattern, ...slowest(pattern) })).sort((a, b) => b.ms - a.ms)
  const line = ({ ms, of, text, file }: (typeof table)[number]) => `${ms.toFixed(1).padStart(8)} ms  ${text}  by ${of}  ${file}`
  process.stdout.write(`${table.map(line).join('\n')}\n`)
  // Quadratic ones take seconds here; a busy computer makes linear ones ten times slower at most.
  expect(table.filter(({ ms }) => ms > 500).map(line)).toEqual([])
  expect(patterns.length).toBeGreaterThan(80)
})
