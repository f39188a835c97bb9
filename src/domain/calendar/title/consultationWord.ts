/** The word «консультация» in a title, as people write it and mistype it. */

import { isConsultationTypo } from './noteWords'
import { dashes, type Piece, pieceOf, withoutQuoted } from './titleLine'

const forms = 'КОНСУЛЬТАЦИ(?:Я|И|Ю|Й|Е|ЕЙ|ЯМ)?|(?:К|КОНС(?:УЛЬТ)?)[\\-.](?:ЦИ)?Я|КОНСЦИЯ|КОНСУЛЬТ(?:АЦ)?\\.?|КОНСУЛ\\.|КОНС\\.?'
const opening = `[\\s_${dashes}.,:;+&|/\\\\()\\[\\]{}>=~*•·→]*`
const atStart = new RegExp(`^${opening}(?:${forms})(?![\\p{L}\\p{N}])`, 'u')
const anywhere = new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms})(?![\\p{L}\\p{N}])`, 'u')
const firstWord = new RegExp(`^${opening}(\\p{L}+)`, 'u')

/** What stands before and behind the word; `exact` = spelled rightly. */
export interface AroundWord {
  readonly before: string
  readonly after: string
  readonly exact: boolean
}

export function startsWithConsultation(folded: string): boolean {
  return atStart.test(folded)
}

/** At the start, mistyped too: «КОНСУЛЬТАЦЫЯ». */
export function saysConsultation(folded: string): boolean {
  return atStart.test(folded) || isConsultationTypo(firstWord.exec(folded)?.[1] ?? '')
}

/** The first place outside quotation marks where the word stands, or the first word where it may be meant; null = nowhere. */
export function aroundConsultation({ typed }: Piece): AroundWord | null {
  const { folded } = pieceOf(withoutQuoted(typed))
  const found = anywhere.exec(folded)
  if (found !== null) return around(typed, found.index, found.index + found[0].length, true)
  const first = firstWord.exec(folded)
  if (first === null || !isConsultationTypo(first[1] ?? '')) return null
  return around(typed, first[0].length - (first[1] ?? '').length, first[0].length, false)
}

function around(typed: string, start: number, end: number, exact: boolean): AroundWord {
  return { before: typed.slice(0, start), after: typed.slice(end), exact }
}
