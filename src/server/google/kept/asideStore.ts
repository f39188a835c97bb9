/** Requests that were set aside stand in the script's properties: they are there when the register is not. */

import { type Aside, asideProperties, asidesIn, hasRoom, namesOf } from '../../../domain/intake/aside'
import { platformErrorOf } from '../platformError'

/** @returns false where it could not be kept */
export function keepAside(one: Aside): boolean {
  try {
    const store = properties()
    const kept = store.getProperties()
    if (!hasRoom(asidesIn(kept), one)) return false
    const parts = asideProperties(one)
    store.setProperties(parts, false)
    for (const name of namesOf(kept, one.id)) if (!(name in parts)) store.deleteProperty(name)
    return true
  } catch (error) {
    console.error(`intake, aside: ${platformErrorOf(error).message}`)
    return false
  }
}

export function keptAsides(): Aside[] {
  return asidesIn(properties().getProperties())
}

export function forgetAside(id: string): void {
  const store = properties()
  for (const name of namesOf(store.getProperties(), id)) store.deleteProperty(name)
}

function properties(): GoogleAppsScript.Properties.Properties {
  return PropertiesService.getScriptProperties()
}
