/** The tree's import statements: who imports what, as paths of files; used by the checks of walls, circles and unused exports. */
import { dirname, posix } from 'node:path'
import { repositoryFiles, textOf } from './files'

export interface Import {
  readonly from: string
  /** A path from the root for a file of ours, else the package's name. */
  readonly what: string
}

const importForm = /(?:^|[\s;}])(?:import|export)\s(?:[^'"`;]*?\sfrom\s)?\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g

/** Imports of types count too. */
export const importsIn = (path: string, text: string): Import[] =>
  [...text.matchAll(importForm)].map((match) => {
    const what = match[1] ?? match[2] ?? ''
    return { from: path, what: what.startsWith('.') ? posix.join(dirname(path), what) : what }
  })

export const codeFiles = repositoryFiles().filter((path) => /\.tsx?$/.test(path))

/** File → the files of ours that it imports. */
export type Graph = ReadonlyMap<string, readonly string[]>

/** The graph of the files under these folders, without what they import from elsewhere. */
export const graphOf = (folders: readonly string[]): Graph => {
  const files = codeFiles.filter((path) => folders.some((folder) => path.startsWith(`${folder}/`)))
  const known = new Set(files)
  const fileOf = (what: string): string[] => [what, `${what}.ts`, `${what}.tsx`].filter((path) => known.has(path)).slice(0, 1)
  return new Map(files.map((path) => [path, importsIn(path, textOf(path)).flatMap(({ what }) => fileOf(what))]))
}

/** One circle for each group of files that reach each other: its shortest, from the file that comes first by name. */
export const circlesOf = (graph: Graph): string[][] => {
  const seen = new Set<string>()
  return [...graph.keys()].sort().flatMap((file) => {
    const circle = seen.has(file) ? [] : circleThrough(graph, file)
    if (circle.length === 0) return []
    for (const one of groupOf(graph, file)) seen.add(one)
    return [circle]
  })
}

/** [a, b, a] where a imports b and b imports a; [] where no way leads back. */
const circleThrough = (graph: Graph, start: string): string[] => {
  const cameFrom = new Map<string, string>()
  const queue = [start]
  for (const file of queue) {
    for (const next of graph.get(file) ?? []) {
      if (next === start) return [...wayTo(file, cameFrom), start]
      if (cameFrom.has(next)) continue
      cameFrom.set(next, file)
      queue.push(next)
    }
  }
  return []
}

const wayTo = (file: string, cameFrom: ReadonlyMap<string, string>): string[] => {
  const before = cameFrom.get(file)
  return before === undefined ? [file] : [...wayTo(before, cameFrom), file]
}

/** All files that the start reaches and that reach the start. */
const groupOf = (graph: Graph, start: string): string[] => [...reached(graph, start)].filter((file) => reached(graph, file).has(start))

const reached = (graph: Graph, start: string): Set<string> => {
  const found = new Set([start])
  for (const file of found) for (const next of graph.get(file) ?? []) found.add(next)
  return found
}

const namesForm = /(?:import|export)\s+(?:type\s+)?(?:\w+\s*,\s*)?(?:\{([^}]*)\}|\*\s+as\s+(\w+))\s+from\s+['"](\.[^'"]+)['"]/g

/** 'src/domain/problem.ts accept' for every name that some file of ours imports from another. */
export const importedNames = (): Set<string> => {
  const known = new Set(codeFiles)
  const used = new Set<string>()
  for (const path of codeFiles) {
    const text = textOf(path)
    for (const [, names, space, what = ''] of text.matchAll(namesForm)) {
      const from = posix.join(dirname(path), what)
      const file = [from, `${from}.ts`, `${from}.tsx`].find((one) => known.has(one))
      for (const name of space === undefined ? firstNames(names ?? '') : membersOf(text, space)) used.add(`${file} ${name}`)
    }
  }
  return used
}

/** 'a, type B, c as d' → a, B, c: the names as the other file gives them. */
const firstNames = (list: string): string[] =>
  list.split(',').map(
    (one) =>
      one
        .trim()
        .replace(/^type\s+/, '')
        .split(/\s+/)[0] ?? '',
  )

/** What is read of `import * as space`. */
const membersOf = (text: string, space: string): string[] =>
  [...text.matchAll(new RegExp(`\\b${space}\\.(\\w+)`, 'g'))].map(([, name = '']) => name)
