/** What a person has typed into the request form: as it is kept on the device, and as it is sent. */

import type { FormInput } from '../../rpc/formContract'

export const lines = ['contact', 'phone', 'email', 'messenger', 'organisation', 'municipality'] as const
export type LineKey = (typeof lines)[number]
type Key = LineKey | 'topic' | 'text' | 'hours' | 'otherTime' | 'key'
/** As typed; hours one after the other, with a comma between. */
export type Typed = Readonly<Record<Key, string>>

const keys: readonly Key[] = [...lines, 'topic', 'text', 'hours', 'otherTime', 'key']

/** With the key by which this request is known however often it is sent. */
export function emptyTyped(): Typed {
  const blank = Object.fromEntries(keys.map((key) => [key, ''])) as Record<Key, string>
  return { ...blank, key: newKey() }
}

function newKey(): string {
  const parts = crypto.getRandomValues(new Uint32Array(4))
  return `f${[...parts].map((part) => part.toString(36).padStart(7, '0')).join('')}`
}

/** Whether there is something that it would be a pity to lose. */
export function isBegun(typed: Typed): boolean {
  return keys.some((key) => key !== 'key' && typed[key] !== '')
}

export function hoursOf({ hours }: Typed): string[] {
  return hours.split(',').filter((hour) => hour !== '')
}

export function inputOf(typed: Typed, more: Required<Pick<FormInput, 'consent' | 'policy' | 'trap'>>): FormInput {
  const { topic, hours: _, ...rest } = typed
  return { ...rest, topic: topic === '' ? null : Number(topic), hours: hoursOf(typed), ...more }
}
