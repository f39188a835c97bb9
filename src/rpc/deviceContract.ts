/** The part of the contract that is about devices on which people are signed in. */

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
