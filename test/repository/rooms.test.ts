/** Rooms stay rooms: no circle of imports, and no folder that is longer than a table of contents. */
import { dirname } from 'node:path'
import { repositoryFiles } from './files'
import { circlesOf, graphOf } from './importGraph'

const rooms = ['src', 'emulator']

/** Circles that are still there, the list may only get shorter. */
const knownCircles: readonly string[] = []

/** A circle means that two files are one, or that a third is missing. Imports of types count: who reads the one has to read the other. */
test('no circle of imports', () => {
  const graph = graphOf(rooms)
  expect(graph.size).toBeGreaterThan(400)
  expect(circlesOf(graph).map((circle) => circle.join(' -> '))).toEqual(knownCircles)
})

test('a circle is found, whatever leads into it', () => {
  const graph = (...ways: string[]) => new Map(ways.map((way) => [way.charAt(0), [...way.slice(1)]]))
  expect(circlesOf(graph('ab', 'bc', 'cdb', 'd'))).toEqual([['b', 'c', 'b']])
  expect(circlesOf(graph('aa'))).toEqual([['a', 'a']])
  expect(circlesOf(graph('ab', 'ba', 'cd', 'dc', 'ea'))).toEqual(['aba', 'cdc'].map((circle) => [...circle]))
  expect(circlesOf(graph('ab', 'b', 'ca'))).toEqual([])
})

const mostEntries = 16
const longEntries = 13
/** Folders that are too full today; the list may only get shorter. */
const tooFull: readonly string[] = []

/** Folder → how many files and folders stand in it. */
const entriesOf = (files: readonly string[]): Map<string, number> => {
  const entries = new Map<string, Set<string>>()
  for (const file of files) {
    for (let path = file; path.includes('/'); path = dirname(path)) {
      entries.set(dirname(path), (entries.get(dirname(path)) ?? new Set()).add(path))
    }
  }
  return new Map([...entries].map(([folder, paths]) => [folder, paths.size]))
}

test('entries are files and folders, not what lies deeper', () => {
  expect([...entriesOf(['src/a/b/c.ts', 'src/a/b/d.ts', 'src/e.ts'])]).toEqual([
    ['src/a/b', 2],
    ['src/a', 1],
    ['src', 2],
  ])
})

test(`no folder has more than ${mostEntries} entries`, () => {
  const entries = [...entriesOf(rooms.flatMap((room) => repositoryFiles(room)))]
  const full = entries.filter(([, count]) => count > longEntries).sort(([, a], [, b]) => b - a)
  if (full.length > 0)
    process.stdout.write(`more than ${longEntries} entries: ${full.map(([folder, count]) => `${folder} ${count}`).join(', ')}\n`)
  expect(
    full
      .filter(([, count]) => count > mostEntries)
      .map(([folder]) => folder)
      .sort(),
  ).toEqual(tooFull)
})
