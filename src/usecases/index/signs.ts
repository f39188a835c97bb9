/** Signs by which «Указатель» knows a deal or a client, and the short name under which each is kept. */

import type { Client } from '../../domain/client/client'
import { signsOf } from '../../domain/client/likeness'
import type { Deal } from '../../domain/deal/deal'
import { requestHash } from '../../domain/intake/requestHash'
import { headOfKey } from '../../domain/intake/requestKey'

export const numberSign = (id: number): string => `№ ${id}`
export const outsideSign = (outsideId: string): string => `из ${headOfKey(outsideId)}`
export const clientSign = (sign: string): string => `кто ${sign}`

/** Its number, and by what senders and other programs know it. */
export function dealSigns({ id, outsideIds }: Pick<Deal, 'id' | 'outsideIds'>): string[] {
  const outside = outsideIds.split(/[\s;,]+/).filter((one) => one !== '')
  return [numberSign(id), ...outside.map(outsideSign)]
}

export function clientSigns(client: Parameters<typeof signsOf>[0] & Pick<Client, 'id'>): string[] {
  return signsOf(client).map(clientSign)
}

/** Parts of «Указатель» among which signs are divided, each a cell. */
export const partCount = 512
const [nameLength, restLength] = [6, 3]

/** A sign is kept as nine characters, never as it is: it may be somebody's phone. Another sign may have the same ones, so whatever is found is compared. */
export function keyOf(sign: string): string {
  const length = nameLength + restLength
  return requestHash(sign).padStart(length, '0').slice(-length)
}

/** In which part the key stands, and under which name. */
export function placeOfKey(key: string): { readonly part: number; readonly name: string } {
  return { part: Number.parseInt(key.slice(nameLength), 36) % partCount, name: key.slice(0, nameLength) }
}

/** Signs of one part as a text: name and number of a row, each of six characters, in order. */
const idLength = 6

export function partText(signs: readonly (readonly [name: string, id: number])[]): string {
  const entries = signs.map(([name, id]) => name + id.toString(36).padStart(idLength, '0'))
  return [...new Set(entries)].sort().join('')
}

/** Numbers of the rows that have a sign of that name. */
export function idsIn(text: string, name: string): number[] {
  const ids: number[] = []
  const step = nameLength + idLength
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (at % step === 0) ids.push(Number.parseInt(text.slice(at + nameLength, at + step), 36))
  }
  return ids
}
