/** A request that the door could not take: kept with all that came, until the desk or a person takes it. */

import * as v from 'valibot'
import { organisationKey } from '../client/organisation'
import { phonesIn } from '../client/phones'
import { decoded } from '../register/stored'
import { folded } from '../text/fold'
import type { LocalDateTime } from '../time/localTime'
import type { Posted, ReadRequest } from './request'
import { requestHash } from './requestHash'

/**
 * A hidden field was filled; too many at once; the register could not be written; no room for so much text; sent as no person sends it; came by a
 * door that is closed, and is not kept; Google did not tell which doors are closed, and it is not kept either.
 */
const asideReasons = ['trap', 'rate', 'failed', 'tooLong', 'hasty', 'closed', 'unread'] as const
export type AsideReason = (typeof asideReasons)[number]

/** What came: of a web request, or of a form's trigger. */
export type Came = Posted | { readonly namedValues?: unknown; readonly row: number }

export interface Aside {
  readonly id: string
  /** UTC, as the request's key counts. */
  readonly at: LocalDateTime
  /** The same moment as the office reads it. */
  readonly local: LocalDateTime
  readonly why: AsideReason
  /** Who sent it, as senderKey tells. */
  readonly sender: string
  readonly came: Came
}

const schema: v.GenericSchema<unknown, Aside> = v.object({
  id: v.string(),
  at: v.string(),
  local: v.string(),
  why: v.picklist(asideReasons),
  sender: v.string(),
  came: v.union([
    v.object({
      contentType: v.string(),
      body: v.string(),
      parameters: v.record(v.string(), v.array(v.string())),
      receipt: v.optional(v.object({ key: v.string(), at: v.string() })),
    }),
    v.object({ namedValues: v.unknown(), row: v.number() }),
  ]),
})

/** What comes twice is kept once. */
export function asideOf(came: Came, part: Pick<Aside, 'at' | 'local' | 'why' | 'sender'>): Aside {
  return { ...part, id: asideId(came), came }
}

export function asideId(came: Came): string {
  return requestHash(JSON.stringify(came))
}

/** Room that the store has, UTF-16 units; how many of one sender; how many of robots. Inclusive. */
const asideLimits = { units: 120_000, ofSender: 10, ofRobots: 20 } as const

/** Whether there is room for it: a flood of one sender, or of robots, leaves room for others. */
export function hasRoom(kept: readonly Aside[], one: Aside): boolean {
  const others = kept.filter(({ id }) => id !== one.id)
  const units = [...others, one].reduce((sum, aside) => sum + JSON.stringify(aside).length, 0)
  const isRobot = ({ why }: Aside) => why === 'trap' || why === 'hasty'
  return (
    units <= asideLimits.units &&
    others.filter(({ sender }) => sender === one.sender).length < asideLimits.ofSender &&
    (!isRobot(one) || others.filter(isRobot).length < asideLimits.ofRobots)
  )
}

const prefix = 'aside:'
/** A property of Google's holds 9 KB; a sign takes three bytes at most, halves of a pair four together. */
const chunkUnits = 3000

/** As properties of the script: name → part of its JSON. */
export function asideProperties(one: Aside): Record<string, string> {
  const text = JSON.stringify(one)
  const parts: [string, string][] = []
  for (let from = 0; from < text.length; ) {
    const isHalf = /[\ud800-\udbff]/.test(text.charAt(from + chunkUnits - 1))
    const to = from + chunkUnits - (isHalf ? 1 : 0)
    parts.push([`${prefix}${one.id}:${parts.length}`, text.slice(from, to)])
    from = to
  }
  return Object.fromEntries(parts)
}

/** Names of the properties of one of them, among all. */
export function namesOf(properties: Readonly<Record<string, string>>, id: string): string[] {
  return Object.keys(properties).filter((name) => name.startsWith(`${prefix}${id}:`))
}

/** Those kept, oldest first; what cannot be read is left out. */
export function asidesIn(properties: Readonly<Record<string, string>>): Aside[] {
  const ids = new Set(Object.keys(properties).flatMap((name) => (name.startsWith(prefix) ? [name.split(':')[1] ?? ''] : [])))
  const read = [...ids].flatMap((id) => {
    const names = namesOf(properties, id).sort((a, b) => Number(a.split(':')[2]) - Number(b.split(':')[2]))
    return decoded(schema, names.map((name) => properties[name] ?? '').join(''), null) ?? []
  })
  return read.sort((a, b) => (a.at < b.at ? -1 : 1))
}

/** Who sent it, as a short name: requests in a minute are counted by it. One who names nobody is the form. */
export function senderKey({ fields, form }: Pick<ReadRequest, 'fields' | 'form'>): string {
  const { phone, email, organisation, contact } = fields
  const who = phonesIn(phone)[0]?.number || email.toLowerCase() || organisationKey(organisation) || folded(contact)
  return requestHash(who || `form ${folded(form)}`)
}
