/** Regular expressions of sources, and texts that lead into each of them: what it looks for, again and again, and never its end. */

import { extname, join } from 'node:path'
import ts from 'typescript'
import { repositoryFiles, root, textOf } from './files'

export interface Pattern {
  readonly file: string
  readonly source: string
  readonly flags: string
}

/** All of src; `made` and `seen`: how many each file puts together, as its text says and as it was seen. */
export function allPatterns() {
  const files = repositoryFiles('src').filter((file) => /\.tsx?$/.test(file))
  const found = files.map((file) => ({ file, ...patternsIn(file) }))
  const together = found.filter(({ made }) => made > 0).map(({ file, made }) => ({ file, made, patterns: patternsMade(file) }))
  return {
    patterns: [...found.flatMap(({ written }) => written), ...together.flatMap(({ patterns }) => patterns)],
    made: together.map(({ file, made }) => [file, made]),
    seen: together.map(({ file, patterns }) => [file, patterns.length]),
  }
}

/** As written between slashes; `made` = how many are put together with `new RegExp`. */
function patternsIn(file: string): { readonly written: Pattern[]; readonly made: number } {
  const written: Pattern[] = []
  let made = 0
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) written.push({ file, ...partsOf(node.text) })
    if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp') made += 1
    ts.forEachChild(node, visit)
  }
  const kind = extname(file) === '.tsx' ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  visit(ts.createSourceFile(file, textOf(file), ts.ScriptTarget.ES2022, true, kind))
  return { written, made }
}

function partsOf(text: string): Pick<Pattern, 'source' | 'flags'> {
  const end = text.lastIndexOf('/')
  return { source: text.slice(1, end), flags: text.slice(end + 1) }
}

/** Patterns that a module puts together while it is loaded; those of what it imports are not among them. */
function patternsMade(file: string): Pattern[] {
  const found: Pattern[] = []
  const plain = globalThis.RegExp
  globalThis.RegExp = new Proxy(plain, {
    construct(target, [source, flags = '']: [string, string?]) {
      if (/src\/[^:)]+/.exec(new Error().stack ?? '')?.[0] === file) found.push({ file, source, flags })
      return new target(source, flags)
    },
  })
  try {
    jest.isolateModules(() => require(join(root, file)))
  } finally {
    globalThis.RegExp = plain
  }
  return found
}

const ofEscape: Readonly<Record<string, string>> = {
  s: ' ',
  S: 'x',
  d: '1',
  D: 'x',
  w: 'a',
  W: ' ',
  n: '\n',
  r: '\r',
  t: '\t',
  b: '',
  B: '',
}
const token =
  /\\u\{[0-9a-f]+\}|\\u[0-9a-f]{4}|\\[pP]\{[^}]*\}|\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]|\((?:\?(?:[:=!]|<[=!]))?|[*+?]\??|\{\d+(?:,\d*)?\}\??|[\s\S]/giu

/**
 * What a pattern finds, in a few ways: its nth alternatives, and what leads to them.
 * @example beginningsOf('<day\\s([^>]*)>') // ['<', '<d', …, '<day ', '<day x', '<day x>']
 */
export function beginningsOf(source: string): string[] {
  const samples = [0, 1, 2, 3].map((nth) => readChoice(source.match(token) ?? [], { at: 0 }, nth))
  return [...new Set(samples.flatMap((sample) => [...sample].slice(0, 24).map((_sign, at, all) => all.slice(0, at + 1).join(''))))]
}

function readChoice(tokens: readonly string[], place: { at: number }, nth: number): string {
  const choices = ['']
  while (place.at < tokens.length) {
    const one = tokens[place.at++] as string
    if (one === ')') break
    if (one === '|') choices.push('')
    else choices[choices.length - 1] += one.startsWith('(') ? ofGroup(one, tokens, place, nth) : signOf(one, nth)
  }
  return choices[nth % choices.length] as string
}

function ofGroup(opening: string, tokens: readonly string[], place: { at: number }, nth: number): string {
  const inside = readChoice(tokens, place, nth)
  return /[=!]$/.test(opening) ? '' : inside
}

function signOf(one: string, nth: number): string {
  if (/^[*+?^$]|^\{\d/.test(one)) return ''
  if (one.startsWith('[^')) return /[а-я]/i.test(one) ? '~' : 'я'
  if (one.startsWith('[')) {
    const signs = one.slice(1, -1).match(/\\u\{[0-9a-f]+\}|\\u[0-9a-f]{4}|\\[pP]\{[^}]*\}|\\[\s\S]|[\s\S]/giu) ?? []
    const sign = signs[nth % signs.length] ?? ''
    return sign.startsWith('\\') ? signOf(sign, nth) : sign
  }
  if (/^\\u/i.test(one)) return String.fromCodePoint(Number.parseInt(one.replace(/[^0-9a-f]/gi, ''), 16))
  if (/^\\p/i.test(one)) return one.includes('N') ? '1' : one.includes('Lu') ? 'А' : 'а'
  if (one.startsWith('\\')) return ofEscape[one.charAt(1)] ?? (/\d/.test(one) ? '' : one.slice(1))
  return one === '.' ? 'x' : one
}
