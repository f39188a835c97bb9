/** The grammar of the formulas whose value is emulated: arithmetic, `&`, comparisons, references, SUM and HYPERLINK. */
import { BadFormula, type Token, tokensOf } from './tokens'

export type Node =
  | { readonly kind: 'value'; readonly value: string | number | boolean }
  | { readonly kind: 'reference'; readonly text: string }
  | { readonly kind: 'sign'; readonly sign: string; readonly parts: readonly Node[] }
  /** A named range, which no spreadsheet here has. */
  | { readonly kind: 'name' }
  | { readonly kind: 'call'; readonly name: string; readonly parts: readonly Node[] }

/** From the loosest to the closest. */
const levels: readonly (readonly string[])[] = [['=', '<>', '<', '>', '<=', '>='], ['&'], ['+', '-'], ['*', '/'], ['^']]

const truths: Readonly<Record<string, boolean>> = { TRUE: true, FALSE: false, ИСТИНА: true, ЛОЖЬ: false }

/** Throws BadFormula where Sheets would show `#ERROR!`. */
export function parseFormula(formula: string, comma: boolean): Node {
  const parser = new Parser(tokensOf(formula, comma), comma)
  return parser.whole()
}

class Parser {
  private at = 0

  constructor(
    private readonly tokens: readonly Token[],
    private readonly comma: boolean,
  ) {}

  whole(): Node {
    const node = this.level(0)
    if (this.at < this.tokens.length) throw new BadFormula('more than a formula')
    return node
  }

  private level(index: number): Node {
    const signs = levels[index]
    if (!signs) return this.percented()
    let node = this.level(index + 1)
    for (let sign = this.sign(signs); sign !== null; sign = this.sign(signs)) {
      node = { kind: 'sign', sign, parts: [node, this.level(index + 1)] }
    }
    return node
  }

  private percented(): Node {
    let node = this.single()
    while (this.sign(['%']) !== null) node = { kind: 'sign', sign: '%', parts: [node] }
    return node
  }

  private single(): Node {
    const minus = this.sign(['-', '+'])
    if (minus !== null) return { kind: 'sign', sign: minus, parts: [this.percented()] }
    const { kind, text } = this.take()
    if (kind === 'number') return { kind: 'value', value: Number(text.replace(',', '.')) }
    if (kind === 'text') return { kind: 'value', value: text.slice(1, -1).replaceAll('""', '"') }
    // A reference whose cell is gone.
    if (kind === 'reference' || kind === 'error') return { kind: 'reference', text }
    if (kind === 'name') return this.named(text)
    if (text !== '(') throw new BadFormula(text)
    return this.closed(this.level(0))
  }

  private named(name: string): Node {
    const truth = truths[name.toUpperCase()]
    if (truth !== undefined) return { kind: 'value', value: truth }
    if (this.sign(['(']) === null) return { kind: 'name' }
    const parts: Node[] = []
    if (this.sign([')']) !== null) return { kind: 'call', name: name.toUpperCase(), parts }
    do parts.push(this.level(0))
    while (this.sign(this.comma ? [';'] : [',', ';']) !== null)
    return this.closed({ kind: 'call', name: name.toUpperCase(), parts })
  }

  private closed(node: Node): Node {
    if (this.sign([')']) === null) throw new BadFormula('no closing bracket')
    return node
  }

  private sign(signs: readonly string[]): string | null {
    const token = this.tokens[this.at]
    if (token?.kind !== 'sign' || !signs.includes(token.text)) return null
    this.at++
    return token.text
  }

  private take(): Token {
    const token = this.tokens[this.at++]
    if (!token) throw new BadFormula('a formula that ends too soon')
    return token
  }
}
