/** What the bench leaves behind: its figures as JSON, and parts of docs/bench.md as they were printed. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Kept } from '../simulation/command/kept'
import type { Asked } from './asked'

export function written(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  console.error(`written: ${path}`)
}

export const writtenJson = (path: string, value: unknown): void => written(path, `${JSON.stringify(value, null, 2)}\n`)

/** The page takes long: a size that was measured with the same code is not measured again. @param name of the file that keeps them */
export function keptBy<Size>(name: string, { docs, floor }: Asked): (deals: number, measure: () => Size) => Size {
  if (!docs || floor) return (_, measure) => measure()
  const kept = new Kept<Size>(`.build/${name}-kept.json`, fileURLToPath(import.meta.url), false)
  return (deals, measure) => kept.of(String(deals), measure)
}

/** Between the comments `<!-- NAME -->` and `<!-- /NAME -->`. */
export function writtenDocs(name: 'beside' | 'budget', printed: string): void {
  const [before, , after] = readFileSync('docs/bench.md', 'utf8').split(new RegExp(`(?<=<!-- ${name} -->\n)|(?=<!-- /${name} -->)`))
  if (before === undefined || after === undefined) throw new Error(`docs/bench.md has no part ${name}`)
  written('docs/bench.md', `${before}\n${printed.replace(/^(?=.)/gm, '    ')}\n\n${after}`)
}
