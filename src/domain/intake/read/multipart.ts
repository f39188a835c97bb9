/** A form's body in parts (multipart/form-data), as `FormData` of a page sends it. */

import type { Pair } from './flatten'

/** Answers by name; of a file its name. null = the text is no such body. */
export function multipartPairs(text: string): Pair[] | null {
  const boundary = /^--[^\r\n]{1,100}/.exec(text)?.[0]
  if (boundary === undefined || !/content-disposition/i.test(text.slice(0, 1000))) return null
  const parts = text.split(boundary).slice(1)
  return parts.flatMap(pairIn)
}

function pairIn(part: string): Pair[] {
  const text = part.replace(/^\r?\n/, '')
  const end = /\r?\n\r?\n/.exec(text)
  if (end === null) return []
  const head = text.slice(0, end.index)
  const name = parameter(head, 'name')
  const file = parameter(head, 'filename')
  const value = text.slice(end.index + end[0].length).replace(/\r?\n$/, '')
  return name === null ? [] : [{ path: [name.replace(/\[\]$/, '')], value: file ?? value }]
}

/** Quotation marks and line ends in a name come as percent signs. */
function parameter(head: string, name: 'name' | 'filename'): string | null {
  const told = [...head.matchAll(/;\s?(name|filename)="([^"\r\n]{0,1000})"/gi)]
  const found = told.find(([, key = '']) => key.toLowerCase() === name)?.[2]
  return found === undefined ? null : found.replace(/%22/g, '"').replace(/%0[ad]/gi, ' ')
}
