/** The repository's own files as the tests of this folder see them: everything but what is installed, built or ignored. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const root = process.cwd()

const notOurs = new Set(['.git', 'node_modules', 'dist', '.build', '.tsbuild', '.world', '.screenshots', 'coverage'])

/** Paths from the root, with forward slashes. */
export const repositoryFiles = (folder = ''): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !notOurs.has(name) && !name.endsWith('.log'))
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      return entry.isDirectory() ? repositoryFiles(path) : [path]
    })

export const textOf = (path: string): string => readFileSync(join(root, path), 'utf8')

export const jsonOf = <T>(path: string): T => JSON.parse(textOf(path)) as T
