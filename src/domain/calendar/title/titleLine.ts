/** A title as it is read: on one line, without marks of HTML, beside it the same text folded for comparing. */

import { oneLine } from '../../letter/plainLine'
import { foldCase } from '../../text/fold'

/** The title as typed and as compared (upper case, look-alikes folded); both have the same length. */
export interface Piece {
  readonly typed: string
  readonly folded: string
}

export const letterOrDigit = /[\p{L}\p{N}]/u

const htmlMarks = /&(?:nbsp|ensp|emsp|#160);|<\/?(?:br|p|div|span|b|i|u)\s?\/?>/gi
const strokes = /[\u0335-\u0338]/g
const quoted = /«[^«»]*»|„[^„“”]*[“”]|“[^“”]*”|"[^"]*"/g
const quotesInQuotes = 4

/** Every dash that keyboards and phones make, for a class of a regular expression. */
export const dashes = '\\-\\u2010-\\u2015\\u2043\\u2212\\ufe58\\ufe63'
/** What people put between initials and the rest. */
export const separators = `\\s_${dashes}.,:;+&|/\\\\)\\]}>=~*•·→`

/** One line; `&nbsp;` and `<br>` that a copied text brings are spaces; letters that are struck through lose the stroke. */
export function titleLine(title: string): string {
  return oneLine(oneLine(title).replace(strokes, '').replace(htmlMarks, ' '))
}

/** «М̶М̶ к̶о̶н̶с̶…», «~~ММ консультация~~»: people cross titles out. */
export function isStruckThrough(title: string): boolean {
  return (title.match(strokes) ?? []).length > 1 || /~~[^~]+~~/.test(title)
}

export function pieceOf(typed: string): Piece {
  return { typed, folded: foldCase(typed) }
}

export function from({ typed, folded }: Piece, at: number): Piece {
  return { typed: typed.slice(at), folded: folded.slice(at) }
}

/** Without what stands between initials and the rest. */
export function withoutLead(piece: Piece): Piece {
  return from(piece, lead.exec(piece.folded)?.[0].length ?? 0)
}

const lead = new RegExp(`^[${separators}]*`, 'u')

/** Names in quotation marks become spaces: they are names, whatever they say. Example: «АНО «Отмена» (отмена)» → «АНО          (отмена)» */
export function withoutQuoted(text: string): string {
  let left = text
  for (let depth = 0; depth < quotesInQuotes; depth++) left = left.replace(quoted, (name) => ' '.repeat(name.length))
  return left
}

export function withoutAddresses(text: string): string {
  return text.replace(/https?:\/\/\S+/gi, ' ')
}

/** Words and numbers, folded. Example: «Отпуск ММ, до 30.11» → ['ОТПУСК', 'ММ', 'ДО', '30', '11'] */
export function wordsOf(text: string): string[] {
  return foldCase(text).match(/[\p{L}\p{N}]+/gu) ?? []
}
