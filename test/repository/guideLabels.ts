/** What the guides put in «…», and what the screens, letters and sheets really say: the texts of the sources, holes for what is put into them. */
import ts from 'typescript'
import { repositoryFiles, textOf } from './files'

const hole = '\u0001'

/** Outermost quotations: of «лист «…», созданный не программой» the whole. */
export function labelsIn(text: string): string[] {
  const labels: string[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '«' && depth++ === 0) start = at + 1
    if (text[at] === '»' && --depth === 0) labels.push(text.slice(start, at).replace(/\s+/g, ' '))
  }
  return labels
}

/** `${n} из ${all}` with a hole for each part. */
function textsIn(path: string): string[] {
  const file = ts.createSourceFile(path, textOf(path), ts.ScriptTarget.Latest, true)
  const texts: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isJsxText(node)) texts.push(node.text)
    else if (ts.isTemplateExpression(node))
      texts.push(node.head.text + node.templateSpans.map(({ literal }) => hole + literal.text).join(''))
    else if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name)) texts.push(node.name.text)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return texts
}

const flat = (text: string): string => text.replaceAll('\u00a0', ' ').trim().toLowerCase()
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const joined = (parts: readonly string[], by: string): string => parts.map(escaped).join(by)

/** Answers whether a label is a text of the sources, or stands in one as whole words. */
export function knownLabel(): (label: string) => boolean {
  const sources = repositoryFiles('src').filter((path) => /\.tsx?$/.test(path))
  const texts = [...new Set(sources.flatMap(textsIn).map(flat))].filter((text) => text.length > 0)
  const exact = new Set(texts)
  const patterns = texts
    .filter((text) => text.includes(hole) && /[а-яё]{3}/.test(text))
    .map((text) => new RegExp(`^${joined(text.split(hole), '.+')}$`))
  return (label) => {
    const said = flat(label)
    return exact.has(said) || patterns.some((pattern) => pattern.test(said)) || isPartOf(texts, said)
  }
}

/** «Закрыть … · отзыв …», «Не ответили 1/3»: what is put in is any; «Подобрать время…» may go on. */
function isPartOf(texts: readonly string[], said: string): boolean {
  const parts = said.split(/…|\d+(?:,\d+)?/)
  const fixed = parts.join('').trim()
  if (parts.length === 1 && said.length < 8) return false
  if (fixed.length < 2) return false
  const whole = new RegExp(`^${joined(parts, '.*')}$`)
  const within = fixed.length < 8 ? null : new RegExp(`(?<![а-яёa-z])${joined(parts, '.*')}(?![а-яёa-z])`)
  return texts.some((text) => whole.test(text) || within?.test(text) === true)
}
