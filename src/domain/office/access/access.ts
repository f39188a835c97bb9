/** All that is kept of signing in, out of the script's properties; what cannot be read is nothing. */

import type * as v from 'valibot'
import { isSameSecret } from '../../external/sameSecret'
import { decoded } from '../../register/stored'
import type { Person } from '../office'
import { type Device, device, isLive } from './device'
import { digestOf, idOf, personTag } from './secrets'
import { type SignInLink, signInLink } from './signInLink'

export interface Access {
  /** '' = nobody has signed in yet, or it was turned over: what was kept under another one is nothing. */
  readonly key: string
  readonly devices: readonly Device[]
  readonly links: readonly SignInLink[]
  /** Ids of the addresses that may sign in, as the last letters found them. */
  readonly known: readonly string[]
  /** A letter was asked for, and no trigger could be made for it. */
  readonly waits: boolean
}

export const accessProperties = { key: 'deskKey', known: 'signInKnown', waits: 'signInWaits' } as const

export function accessIn(all: Readonly<Record<string, string>>): Access {
  const read = <T>(prefix: string, schema: v.GenericSchema<unknown, T>): T[] =>
    Object.entries(all).flatMap(([name, text]) => {
      const one = name.startsWith(prefix) ? decoded(schema, text, null) : null
      return one === null ? [] : [one]
    })
  return {
    key: all[accessProperties.key] ?? '',
    devices: read('device.', device),
    links: read('signIn.', signInLink),
    known: (all[accessProperties.known] ?? '').split(' '),
    waits: accessProperties.waits in all,
  }
}

export function liveDevices({ devices }: Access, now: number): Device[] {
  return devices.filter((one) => isLive(one, now))
}

/** The device that holds the secret, as long as it is good. */
export function deviceOf({ key, devices }: Access, secret: string, now: number): Device | null {
  const found = foundBy(devices, key, digestOf('device', secret, key))
  return found !== undefined && isLive(found, now) ? found : null
}

export function linkOf({ key, links }: Access, secret: string): SignInLink | undefined {
  return foundBy(links, key, digestOf('link', secret, key))
}

function foundBy<T extends { readonly digest: string }>(all: readonly T[], key: string, digest: string): T | undefined {
  const found = all.find((one) => idOf(one.digest) === idOf(digest))
  return key !== '' && found !== undefined && isSameSecret(digest, found.digest) ? found : undefined
}

/** Whether the address is still the same person's. */
export function isStillOf({ email, tag }: Pick<Device, 'email' | 'tag'>, people: readonly Pick<Person, 'email' | 'name'>[]): boolean {
  const person = people.find((one) => one.email.toLowerCase() === email.toLowerCase())
  return person !== undefined && personTag(person) === tag
}
