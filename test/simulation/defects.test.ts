/** Deliberate defects are still what they were meant as: each text stands once in its file, and none of them twice on the list. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { changesOf } from './defects/defect'
import { defects } from './defects/defects'

const textOf = (file: string) => readFileSync(join(__dirname, '../..', file), 'utf8')

test('there are sixty and more, each of another name', () => {
  expect(defects.length).toBeGreaterThanOrEqual(60)
  expect(new Set(defects.map(({ name }) => name)).size).toBe(defects.length)
})

test.each(defects.map((one) => [one.name, one] as const))('%s', (_, defect) => {
  for (const { file, find, put } of changesOf(defect)) {
    expect(textOf(file).split(find).length - 1).toBe(1)
    expect(put).not.toBe(find)
  }
})

test.each(defects.flatMap(({ name, seenBy }) => (seenBy === undefined ? [] : [[name, seenBy.file] as const])))(
  '%s: the scenario that sees it is there',
  (_, file) => expect(textOf(`test/scenarios/${file}`)).toContain('test'),
)
