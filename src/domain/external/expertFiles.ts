/** Files that an external consultant attached by his page (C9): which lines of «Файлы» they are, and how the same one is known again. */

import { attachedFiles } from '../deal/attachedFile'
import { shortHash } from './signedLink'

/** Most files of one link, inclusive. */
export const expertFileLimit = 10

export interface ExpertFile {
  /** Follows from name and content: the same file sent twice has the same. */
  readonly key: string
  readonly name: string
}

/** @param name as cleanFileName gives it */
export function expertFileOf(name: string, base64: string): ExpertFile {
  return { key: shortHash(`${name}\n${base64}`), name }
}

/**
 * The file's address with the page's mark behind it, where Google looks at nothing.
 * @param tag linkTag of the report: the consultant who was written to
 * @example markedUrl('https://drive.google.com/file/d/1/view', '1x8f0ab', '9k2m') // → '…/view#1x8f0ab-9k2m'
 */
export function markedUrl(url: string, tag: string, { key }: Pick<ExpertFile, 'key'>): string {
  return `${url}#${tag}-${key}`
}

/** The lines of «Файлы» that carry this tag, in their order; nothing else of the card. */
export function expertFiles(files: string, tag: string): ExpertFile[] {
  return attachedFiles(files).flatMap(({ name, url }) => {
    const [, given, key = ''] = /#([a-z\d]+)-([a-z\d]+)$/.exec(url) ?? []
    return given === tag ? [{ key, name }] : []
  })
}
