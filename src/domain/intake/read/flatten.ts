/** Nested JSON as a flat list of named texts, without recursion and within limits: it comes from the open web. */

import { ownValue } from '../request'

/** One answer: where it stood, and its text. */
export interface Pair {
  readonly path: readonly string[]
  readonly value: string
}

/** The name by which an answer goes: the last part of its path that is not an index. */
export function nameOf({ path }: Pair): string {
  return [...path].reverse().find((part) => !/^\d*$/.test(part)) ?? ''
}

export interface Flat {
  readonly pairs: readonly Pair[]
  /** Something lies deeper, or comes later, than is looked at; it stays in the raw text only. */
  readonly cut: boolean
}

/** Levels of nesting and number of answers that are looked at, inclusive. */
export const flatLimits = { depth: 8, pairs: 200 } as const

interface Node {
  readonly path: readonly string[]
  readonly value: unknown
}

type Plain = Readonly<Record<string, unknown>>

/**
 * Answers in the order in which they stand. A list of plain values is one answer («а, б»); an object that carries its own
 * name — { key, answer }, { question, value }, { label, value } — is one answer of that name.
 * @example flatten({ answers: [{ key: 'phone_number', answer: '89114160123' }] }) // [{ path: ['answers', '0', 'phone_number'], value: '8911…' }]
 */
export function flatten(root: unknown): Flat {
  const pairs: Pair[] = []
  const waiting: Node[] = [{ path: [], value: root }]
  let cut = false
  while (waiting.length > 0) {
    const node = waiting.pop() as Node
    const text = textOf(node.value)
    const isTooMuch = pairs.length >= flatLimits.pairs || (text === null && node.path.length >= flatLimits.depth)
    cut = cut || (isTooMuch && text !== '')
    if (isTooMuch) continue
    if (text === null) waiting.push(...childrenOf(node).reverse())
    else if (text !== '') pairs.push({ path: node.path, value: text })
  }
  return { pairs, cut }
}

/** The text of a plain value or of a list of them; null = there is something inside. */
function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'да' : 'нет'
  if (typeof value !== 'object') return String(value)
  if (!Array.isArray(value) || !value.every(isPlain)) return null
  return value
    .slice(0, flatLimits.pairs)
    .map((item) => textOf(item))
    .filter((item) => item !== '')
    .join(', ')
}

function isPlain(value: unknown): boolean {
  return value === null || typeof value !== 'object'
}

function childrenOf({ path, value }: Node): Node[] {
  const node = value as Plain
  const named = path.length === 0 ? null : selfNamed(node)
  if (named !== null) return [{ path: [...path, named.name], value: named.value }]
  return Object.keys(node)
    .slice(0, flatLimits.pairs + 1)
    .map((key) => ({ path: [...path, key], value: node[key] }))
}

/** VK's { key, answer }, Yandex Forms' { question, value }: the name is a value too. */
function selfNamed(node: Plain): { readonly name: string; readonly value: unknown } | null {
  const own = (key: string): unknown => ownValue(node, key)
  const name = ['question', 'label', 'key', 'title', 'name'].map((key) => nameIn(own(key))).find((text) => text !== '')
  const value = own('answer') ?? own('value') ?? own('values')
  return name === undefined || value === undefined ? null : { name, value }
}

/** 'Телефон', or { label: 'Телефон' }, or { label: { ru: 'Телефон' } }. */
function nameIn(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null) return ''
  const { label, ru, slug } = value as Plain
  if (typeof label === 'object') return nameIn(label)
  return [label, ru, slug].find((text): text is string => typeof text === 'string') ?? ''
}
