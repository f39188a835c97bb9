/** `npm run bench -- --beside [sizes] [--floor] [--json] [--docs]`: the product beside libraries, a script by hand and the floor. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createBenchOffice } from '../office'
import { built, type Contender, prepareContenders } from './contenders'
import { measureOn, type Size } from './measure'
import { pictureOf } from './picture'
import { type Report, reportOf, textOf } from './report'

const given = process.argv.slice(2)
/** The generated office has 150 open deals and some that are closed. */
const smallest = 200
const isSize = (one: string): boolean => Number.isInteger(Number(one)) && Number(one) >= smallest
const unknown = given.filter((one) => !['--beside', '--floor', '--json', '--docs'].includes(one) && !isSize(one))
if (unknown.length > 0) throw new Error(`Sizes from ${smallest} on, --floor, --json, --docs; not ${unknown.join(' ')}`)
const sizes = given.some(isSize) ? given.filter(isSize).map(Number) : [1_000, 10_000, 50_000]

const { ready, leftOut } = await prepareContenders()
/** Of three hundred thousand rows a library reads twenty million cells for each deed. */
const asked = given.includes('--floor') ? ready.filter(({ who }) => who === 'floor') : ready
const report = reportOf(
  sizes.map((deals) => timed(deals, asked)),
  leftOut,
)
console.log(textOf(report))
mkdirSync(built, { recursive: true })
if (given.includes('--json')) written(`${built}/report.json`, `${JSON.stringify(report, null, 2)}\n`)
if (given.includes('--docs')) writeDocs(report)

function timed(deals: number, contenders: readonly Contender[]): Size {
  const startedAt = performance.now()
  const size = measureOn(createBenchOffice(deals), contenders)
  console.error(`${deals.toLocaleString('en')} deals: ${((performance.now() - startedAt) / 1000).toFixed(1)} s`)
  return size
}

/** The picture, and the table as it was printed. */
function writeDocs(printed: Report): void {
  written('docs/pictures/bench.svg', pictureOf(printed))
  const [before = '', , after = ''] = readFileSync('docs/bench.md', 'utf8').split(/(?<=<!-- printed -->\n)|(?=<!-- \/printed -->)/)
  const indented = textOf(printed).replace(/^(?=.)/gm, '    ')
  written('docs/bench.md', `${before}\n${indented}\n\n${after}`)
}

function written(path: string, text: string): void {
  writeFileSync(path, text)
  console.error(`written: ${path}`)
}
