/** The words of a formula: `='Лист 1'!A1:B2*2&"x"` into references, numbers, texts, names and signs. */

export type TokenKind = 'text' | 'error' | 'reference' | 'number' | 'name' | 'sign'

export interface Token {
  readonly kind: TokenKind
  readonly text: string
}

/** What Sheets itself could not read. */
export class BadFormula extends Error {}

const cell = '\\$?[A-Za-z]{1,3}\\$?[1-9]\\d*'
const open = '\\$?[A-Za-z]{1,3}(?:\\$?[1-9]\\d*)?'
const sheet = "(?:'(?:[^']|'')+'|[\\p{L}_][\\p{L}\\p{N}_]*)!"

const kinds: readonly (readonly [TokenKind, string])[] = [
  ['text', '"(?:[^"]|"")*"'],
  ['error', '#REF!'],
  ['reference', `(?:${sheet})?(?:${cell}:${open}|${open}:${open}|${cell})(?![\\p{L}\\p{N}_(!])`],
  ['number', '\\d+(?:[.,]\\d+)?(?:[eE][+-]?\\d+)?'],
  ['name', '[\\p{L}_][\\p{L}\\p{N}_.]*'],
  ['sign', '<>|<=|>=|[-+*/^&%=<>();,]'],
]

const pattern = new RegExp(`\\s*(?:${kinds.map(([, source]) => `(${source})`).join('|')})`, 'uy')
const dotted = new RegExp(pattern.source.replace('[.,]\\d+', '\\.\\d+'), 'uy')

/** `comma`: the locale writes decimals with a comma, so that it does not part arguments. Throws BadFormula. */
export function tokensOf(formula: string, comma: boolean): Token[] {
  const reader = comma ? pattern : dotted
  const body = formula.replace(/^=/, '').trimEnd()
  const tokens: Token[] = []
  reader.lastIndex = 0
  while (reader.lastIndex < body.length) {
    const match = reader.exec(body)
    if (!match) throw new BadFormula(formula)
    const index = match.slice(1).findIndex((part) => part !== undefined)
    tokens.push({ kind: kinds[index]?.[0] ?? 'sign', text: match[index + 1] ?? '' })
  }
  return tokens
}
