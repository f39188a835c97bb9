/** The part of the contract that is about devices on which people are signed in. */

import * as v from 'valibot'
import { text } from './inputParts'

export const deviceInputs = {
  /** Where the caller is signed in; who keeps the settings sees everybody's. */
  'device/list': v.object({}),
  /** By the id that the list gives. */
  'device/end': v.object({ id: text }),
} as const

export interface DeviceOutputs {
  'device/list': DeviceList
  'device/end': { readonly ended: string }
}

export interface DeviceLine {
  readonly id: string
  /** «iPhone, Safari». */
  readonly name: string
  readonly who: string
  readonly isOwn: boolean
  /** The page that asks stands on it. */
  readonly isHere: boolean
  /** Days, UTC. */
  readonly since: string
  readonly seen: string
  readonly until: string
}

export interface DeviceList {
  /** This one first, then one's own. */
  readonly devices: readonly DeviceLine[]
  /** Of the desk for phones; '' = not known yet. */
  readonly address: string
}
