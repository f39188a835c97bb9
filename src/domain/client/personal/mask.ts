/** A text without somebody: what names him is replaced, the rest stays as it was written. */

import { jsonIn } from '../../register/json'
import type { Span } from './reach'
import { addresses, fullNames, organisations, ownNames, phones } from './spans'
import type { Told } from './told'

/** The same text always becomes the same one, so a row and its history stay in step. */
export type Mask = (text: string) => string

/** Stands where somebody was named. */
export const removedMark = '[удалено]'

/** In rows that are his. @param pseudonym stands for the organisation; '' = it keeps its name */
export function ownMask(told: Told, pseudonym: string): Mask {
  return maskBy(pseudonym, (text) => ({
    person: [...ownNames(text, told), ...phones(text, told, 5), ...addresses(text, told)],
    organisation: pseudonym === '' ? [] : organisations(text, told, true),
  }))
}

/** Anywhere else: only what can be nobody but him. @param told what is his alone */
export function elsewhereMask(told: Told, pseudonym: string): Mask {
  return maskBy(pseudonym, (text) => ({
    person: [...fullNames(text, told), ...phones(text, told, 10), ...addresses(text, told)],
    organisation: pseudonym === '' ? [] : organisations(text, told, false),
  }))
}

interface Found {
  readonly person: readonly Span[]
  readonly organisation: readonly Span[]
}

function maskBy(pseudonym: string, find: (text: string) => Found): Mask {
  const marks = [removedMark, pseudonym].filter((mark) => mark !== '')
  const piecesOf = (text: string) => (marks.some((mark) => text.includes(mark)) ? split(text, marks) : [text])
  const masked = (text: string) =>
    piecesOf(text)
      .map((piece) => (marks.includes(piece) ? piece : replaced(piece, find(piece), pseudonym)))
      .join('')
  return (text) => (text === '' ? text : withinJson(text, masked))
}

/** What was replaced before is not looked at again. */
function split(text: string, marks: readonly string[]): string[] {
  return marks.reduce<string[]>(
    (pieces, mark) =>
      pieces.flatMap((piece) =>
        marks.includes(piece) ? [piece] : piece.split(mark).flatMap((part, at) => (at === 0 ? [part] : [mark, part])),
      ),
    [text],
  )
}

/** JSON stays JSON: its texts are looked at as they are read. */
function withinJson(text: string, masked: Mask): string {
  const read = /^\s*[[{]/.test(text) ? jsonIn(text) : undefined
  if (typeof read !== 'object' || read === null) return masked(text)
  const written = JSON.stringify(read)
  const made = JSON.stringify(read, (_key, value: unknown) => (typeof value === 'string' ? withinJson(value, masked) : value))
  return made === written ? text : made
}

function replaced(text: string, { person, organisation }: Found, pseudonym: string): string {
  const spans = [...person.map((span) => ({ span, by: removedMark })), ...organisation.map((span) => ({ span, by: pseudonym }))]
  let [made, at] = ['', 0]
  for (const { span, by } of joined(text, spans)) {
    made += text.slice(at, span[0]) + by
    at = span[1]
  }
  return made + text.slice(at)
}

interface Replacing {
  readonly span: Span
  readonly by: string
}

/** In order, none over another; names beside one another are one. */
function joined(text: string, spans: readonly Replacing[]): Replacing[] {
  const all: Replacing[] = []
  for (const one of [...spans].sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1])) {
    const last = all[all.length - 1]
    const isNear =
      last !== undefined && (one.span[0] < last.span[1] || (one.by === last.by && /^[\s.]*$/.test(text.slice(last.span[1], one.span[0]))))
    if (last === undefined || !isNear) all.push(one)
    else all[all.length - 1] = { by: last.by, span: [last.span[0], Math.max(last.span[1], one.span[1])] }
  }
  return all
}
