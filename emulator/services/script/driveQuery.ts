/** The search language of Drive, the terms that a script needs to find what it made itself; any other is not emulated. */
import type { FileState } from '../../world/types'
import { notEmulated } from '../knownMembers'

type Fits = (file: FileState) => boolean

/** `name = 'a' and trashed = false` as a test of a file. */
export function queryOf(q: string, isBinned: Fits): Fits {
  const terms = q
    .split(/ and (?![^{]*\})/)
    .map((term) => term.trim())
    .filter((term) => term !== '')
    .map((term) => termOf(term, isBinned))
  return (file) => terms.every((fits) => fits(file))
}

function termOf(term: string, isBinned: Fits): Fits {
  const [, field, value = ''] = /^(name|mimeType) = '((?:[^'\\]|\\.)*)'$/.exec(term) ?? []
  if (field === 'name' || field === 'mimeType') return (file) => file[field] === value.replace(/\\(.)/g, '$1')
  if (/^trashed = (true|false)$/.test(term)) return (file) => isBinned(file) === term.endsWith('true')
  const [, key, noted] = /^appProperties has \{ key='([^']*)' and value='([^']*)' \}$/.exec(term) ?? []
  if (key !== undefined) return (file) => file.appProperties?.[key] === noted
  throw notEmulated(`Drive.Files.list q "${term}"`)
}
