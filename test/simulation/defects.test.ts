/** Deliberate defects are still what they were meant as: each text stands once in its file, and none of them twice on the list. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defects } from './defects/defects'

const textOf = (file: string) => readFileSync(join(__dirname, '../..', file), 'utf8')

test('there are sixty and more, each of another name', () => {
  expect(defects.length).toBeGreaterThanOrEqual(60)
  expect(new Set(defects.map(({ name }) => name)).size).toBe(defects.length)
})

test.each(defects.map((one) => [one.name, one] as const))('%s', (_, { file, find, put }) => {
  expect(textOf(file).split(find).length - 1).toBe(1)
  expect(put).not.toBe(find)
})
