/** `npm run bench -- --beside [sizes] [--floor] [--json] [--docs]`: the product beside libraries, a script by hand and the floor. */
import { askedBy, largestForAll } from '../asked'
import { createBenchOffice } from '../office'
import { keptBy, written, writtenDocs, writtenJson } from '../written'
import { built, prepareContenders } from './contenders'
import { liveFriday } from './friday'
import { measureOn } from './measure'
import { pictureOf } from './picture'
import { type Report, reportOf, textOf } from './report'

const asked = askedBy(process.argv.slice(2))
const { ready, leftOut } = await prepareContenders()
const kept = keptBy<ReturnType<typeof timed>>('beside', asked)
const sizes = asked.sizes.map((deals) => kept(deals, () => timed(deals)))
const report = reportOf(sizes, leftOut)
console.log(textOf(report))
if (asked.json) writtenJson(`${built}/report.json`, report)
if (asked.docs) writeDocs(report)

function timed(deals: number) {
  const startedAt = performance.now()
  const isFew = asked.floor || deals > largestForAll
  const desk = createBenchOffice(deals)
  const size = {
    ...measureOn(desk, isFew ? ready.filter(({ who }) => who === 'floor') : ready),
    day: deals > largestForAll ? null : liveFriday(desk),
  }
  console.error(`${deals.toLocaleString('en')} deals: ${((performance.now() - startedAt) / 1000).toFixed(1)} s`)
  return size
}

/** The picture, and the table as it was printed. */
function writeDocs(printed: Report): void {
  written('docs/pictures/bench.svg', pictureOf(printed))
  writtenDocs('beside', textOf(printed))
}
