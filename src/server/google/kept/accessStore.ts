/** What is kept of signing in stands in the script's properties, one for each device and link: no sheet holds it, and two who sign in at once lose nothing. */

import { type Access, accessProperties } from '../../../domain/office/access/access'
import { type Device, deviceProperty } from '../../../domain/office/access/device'
import { linkProperty, type SignInLink } from '../../../domain/office/access/signInLink'
import { tried } from '../platformError'

interface Kept {
  readonly devices?: readonly Device[]
  readonly links?: readonly SignInLink[]
}

/** @param known ids of the addresses that may sign in; absent = as they stood */
export function keepAccess({ devices = [], links = [] }: Kept, known?: readonly string[]): void {
  const entries = [
    ...devices.map((one) => [deviceProperty(one), JSON.stringify(one)]),
    ...links.map((one) => [linkProperty(one), JSON.stringify(one)]),
    ...(known === undefined ? [] : [[accessProperties.known, known.join(' ')]]),
  ]
  if (entries.length > 0) tried(() => properties().setProperties(Object.fromEntries(entries), false))
}

export function forgetAccess({ devices = [], links = [] }: Kept): void {
  for (const name of [...devices.map(deviceProperty), ...links.map(linkProperty)]) tried(() => properties().deleteProperty(name))
}

/** Made once. After it was turned over what was kept under the former one is nothing, and goes. @returns it */
export function ensureDeskKey({ key, ...kept }: Access): string {
  if (key !== '') return key
  const made = Utilities.getUuid()
  forgetAccess(kept)
  properties().setProperty(accessProperties.key, made)
  return made
}

/** The next tick sends what was asked for: no trigger could be made, or its run is not over. */
export function noteWaiting(waits: boolean): void {
  if (waits) properties().setProperty(accessProperties.waits, '1')
  else properties().deleteProperty(accessProperties.waits)
}

function properties(): GoogleAppsScript.Properties.Properties {
  return PropertiesService.getScriptProperties()
}
