/** The documents name what is there: files of the tree, and each other. */
import { existsSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { clauses } from '../../src/domain/text/clauses.ru'
import { repositoryFiles, root, textOf } from './files'

/** Documents that name what has moved; the list may only get shorter. */
const outOfDate: readonly string[] = []

const documents = repositoryFiles().filter((path) => path.endsWith('.md') && !path.startsWith('test/'))
const there = (path: string): boolean => existsSync(join(root, path))

/** `src/domain/deal/deal.ts`, `src/pages/`; not `test/sidebar/*.test.ts`. */
const named = (text: string): string[] => [...text.matchAll(/`((?:src|emulator|test|docs)\/[\w./-]+)`/g)].map(([, path = '']) => path)
const linked = (path: string, text: string): string[] =>
  [...text.matchAll(/\]\(([^)#\s]+)/g)]
    .map(([, to = '']) => to)
    .filter((to) => !/^\w+:/.test(to))
    .map((to) => posix.join(dirname(path), to))

const missingIn = (path: string): string[] => {
  const text = textOf(path)
  return [...named(text), ...linked(path, text)].filter((one) => !there(one))
}

test('a path that is not there is found, a link to a page outside is not looked at', () => {
  expect(named('see `src/domain/nowhere.ts` and `npm test`, `src/pages/`')).toEqual(['src/domain/nowhere.ts', 'src/pages/'])
  expect(linked('docs/a.md', '[x](../README.md#try-it) [y](https://example.org) [z](decisions/b.md)')).toEqual([
    'README.md',
    'docs/decisions/b.md',
  ])
})

test('what the documents name is there', () => {
  expect(documents.length).toBeGreaterThan(30)
  const missing = documents.filter((path) => !outOfDate.includes(path)).flatMap((path) => missingIn(path).map((one) => `${path}: ${one}`))
  expect(missing).toEqual([])
})

/** `test/a.test.ts` "part of a title" */
const shown = (text: string): [string, string][] =>
  [...text.matchAll(/`(test\/[\w./-]+)` "([^"]*)"/g)].map(([, path = '', title = '']) => [path, title])

test.each([
  ['calendar-cases', 50],
  ['register-cases', 60],
  ['procedure-cases', 70],
  ['google-cases', 80],
  ['compared', 20],
] as const)('the tests that docs/%s.md names are there', (name, least) => {
  const cases = shown(textOf(`docs/${name}.md`))
  expect(cases.length).toBeGreaterThan(least)
  expect(cases.filter(([path, title]) => title === '' || !there(path) || !textOf(path).includes(title))).toEqual([])
})

test('every clause of the procedure has its row', () => {
  const rows = new Set([...textOf('docs/procedure-cases.md').matchAll(/^\| ([A-Z]\d+) \|/gm)].map(([, clause]) => clause))
  expect(Object.keys(clauses).filter((clause) => clause !== 'W' && !rows.has(clause))).toEqual([])
})

test('documents that are said to be out of date are', () => {
  expect(outOfDate.filter((path) => missingIn(path).length === 0)).toEqual([])
})

test('decisions have one number each, none left out', () => {
  const numbers = repositoryFiles('docs/decisions').map((path) =>
    Number(path.slice('docs/decisions/'.length, 'docs/decisions/0000'.length)),
  )
  expect(numbers.sort((a, b) => a - b)).toEqual(numbers.map((_, index) => index + 1))
})
