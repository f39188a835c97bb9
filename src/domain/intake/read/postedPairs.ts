/** What was posted, as named answers: a form's body, JSON, or neither. */

import { jsonIn } from '../../register/json'
import { ownValue, type Posted } from '../request'
import { flatLimits, flatten, type Pair } from './flatten'
import { multipartPairs } from './multipart'
import { decoderOf } from './percent'

/** The body's form: 'text' = not named at all (a letter), 'broken' = JSON that cannot be read. */
export interface PostedPairs {
  readonly kind: 'form' | 'json' | 'text' | 'broken'
  readonly pairs: readonly Pair[]
  /** Of a form, those that are not looked at too: nothing that came is lost. */
  readonly all?: readonly Pair[]
  /** Part of it was not looked at. */
  readonly cut: boolean
}

export function pairsOf({ contentType, body, parameters }: Posted): PostedPairs {
  const text = body.trim()
  if (text === '') return { kind: 'form', pairs: parameterPairs(parameters), cut: false }
  if (/json/i.test(contentType) || /^[{[]/.test(text)) return jsonPairs(text)
  const parts = multipartPairs(text)
  if (parts !== null) return pairsWithin(parts)
  return /urlencoded/i.test(contentType) || /^[^\s=&]+=\S*$/.test(text) ? formPairs(text) : { kind: 'text', pairs: [], cut: false }
}

/** The secret that came along: in the address (`key`) or in the body (`key`, `secret`); '' when there is none. */
export function givenSecret(posted: Posted): string {
  const named = (name: string) => ownValue(posted.parameters, name)?.[0]
  const inAddress = named('key') ?? named('secret')
  if (inAddress !== undefined) return inAddress
  return pairsOf(posted).pairs.find(({ path }) => path.length === 1 && /^(key|secret)$/.test(path[0] ?? ''))?.value ?? ''
}

function jsonPairs(text: string): PostedPairs {
  const read = jsonIn(text)
  return read === undefined ? { kind: 'broken', pairs: [], cut: true } : { kind: 'json', ...flatten(read) }
}

function formPairs(text: string): PostedPairs {
  const decoded = decoderOf(text)
  const all = text.split('&').filter((part) => part !== '')
  const pairs = all.map((part) => {
    const equals = part.indexOf('=')
    const [name, value] = equals < 0 ? [part, ''] : [part.slice(0, equals), part.slice(equals + 1)]
    return { path: [decoded(name).replace(/\[\]$/, '')], value: decoded(value) }
  })
  return pairsWithin(pairs)
}

function pairsWithin(pairs: readonly Pair[]): PostedPairs {
  return { kind: 'form', pairs: joined(pairs.slice(0, flatLimits.pairs)), all: pairs, cut: pairs.length > flatLimits.pairs }
}

/** Checkboxes come as the same name several times. */
function joined(pairs: readonly Pair[]): Pair[] {
  const byName = new Map<string, string>()
  for (const { path, value } of pairs) {
    const name = path[0] ?? ''
    byName.set(name, [byName.get(name), value].filter((part) => part !== undefined && part !== '').join(', '))
  }
  return [...byName].map(([name, value]) => ({ path: [name], value }))
}

function parameterPairs(parameters: Posted['parameters']): Pair[] {
  return Object.keys(parameters)
    .slice(0, flatLimits.pairs)
    .map((name) => ({ path: [name], value: (parameters[name] ?? []).join(', ') }))
}
