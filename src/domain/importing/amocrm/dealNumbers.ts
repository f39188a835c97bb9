/** Which № an imported deal gets: its number in the file where it is free here, or else the next one. */

import type { ImportSetting } from './amocrmExport'

/** № here, and the number elsewhere: 'amo:41003'. */
export interface DealNumber {
  readonly id: number
  readonly outsideIds: string
}

/** «Служебное» remembers numbers of nine digits at most. */
const longest = 999_999_999

/** 0 = the file has none for it. Example: 'amo:41003' → 41003 */
export function ownNumber(outside: string): number {
  return Number(/^amo:(\d+)$/.exec(outside)?.[1] ?? 0)
}

export class DealNumbers {
  private readonly taken: Set<number>
  private readonly outside: Set<string>
  private next: number

  constructor({ existingDealIds, existingOutside, nextDealId = 1 }: ImportSetting) {
    this.taken = new Set(existingDealIds)
    this.outside = new Set(existingOutside ?? [...existingDealIds].map((id) => `amo:${id}`))
    this.next = nextDealId
  }

  /** Whether that row is in the register already, or stands higher in the file. */
  isKnown(outside: string): boolean {
    return this.outside.has(outside)
  }

  give(outside: string): number {
    this.outside.add(outside)
    const own = ownNumber(outside)
    const id = own > 0 && own <= longest && !this.taken.has(own) ? own : this.free()
    this.taken.add(id)
    return id
  }

  private free(): number {
    while (this.taken.has(this.next)) this.next += 1
    return this.next
  }
}
