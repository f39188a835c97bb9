/** A device on which somebody of the office is signed in: what is kept of it, and how long it is good. */

import * as v from 'valibot'
import { addMinutes, dateOf, type LocalDate } from '../../time/localTime'
import { deviceDays } from './lifetimes'
import { idOf } from './secrets'

export const device = v.object({
  /** Of the secret that the device alone holds. */
  digest: v.string(),
  /** As it stood on «Сотрудники», and whose it was: personTag. */
  email: v.string(),
  tag: v.string(),
  /** «iPhone, Safari». */
  name: v.string(),
  /** Epoch ms. */
  since: v.number(),
  /** Day of the last opening, UTC. */
  seen: v.string(),
})
export type Device = v.InferOutput<typeof device>

const lifetime = deviceDays * 86_400_000
/** Google's machines do not agree to the second. */
const tolerance = 60_000

/** From its beginning on: a clock that was turned back opens nothing. Its last moment is exclusive. */
export function isWithin(begins: number, now: number, length: number): boolean {
  return now >= begins - tolerance && now < begins + length
}

export function isLive({ since }: Pick<Device, 'since'>, now: number): boolean {
  return isWithin(since, now, lifetime)
}

export function endsAt({ since }: Pick<Device, 'since'>): number {
  return since + lifetime
}

/** Of epoch ms, in UTC. */
export function utcDay(at: number): LocalDate {
  return dateOf(addMinutes('1970-01-01T00:00', Math.floor(at / 60_000)))
}

/** Of one person; who signs in on one more is signed out where he has not been for longest. */
const perPerson = 5

/** Those that make room for one more of this person. */
export function madeRoomFor(kept: readonly Device[], { email }: Pick<Device, 'email'>): Device[] {
  const own = kept.filter((one) => one.email === email).sort((a, b) => (a.seen === b.seen ? a.since - b.since : a.seen < b.seen ? -1 : 1))
  return own.slice(0, Math.max(0, own.length - perPerson + 1))
}

export function deviceProperty({ digest }: Pick<Device, 'digest'>): string {
  return `device.${idOf(digest)}`
}
