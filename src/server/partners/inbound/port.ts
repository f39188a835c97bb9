/** What the desk asks of a place outside where requests wait; docs/inbound.md says how one is added. */

import type { Inbound, InboundList } from '../../../domain/intake/inbound/inbound'
import { inboundTexts } from '../../../domain/intake/inbound/inboundText.ru'
import type { Door } from '../../../domain/intake/ruFirst/doors'

export interface InboundAccess {
  /** Whose place it is. */
  readonly account: string
  /** Never in a sheet, a log or an answer. */
  readonly token: string
}

/** A page of a list that is asked for; `place` '' = the first. */
export interface PageAsked {
  readonly list: InboundList
  readonly place: string
}

export interface InboundPage {
  /** As they came: one that cannot be read stops no other. */
  readonly items: readonly unknown[]
  /** Place of the next page; '' = there is none. */
  readonly next: string
}

export interface InboundPort {
  readonly key: 'vk'
  /** As people call it. */
  readonly title: string
  readonly door: Door
  /** Its lists. @throws InboundError */
  lists(access: InboundAccess): InboundList[]
  /** A page of each, the newest first, within its pace. @throws InboundError */
  pages(access: InboundAccess, asked: readonly PageAsked[]): InboundPage[]
  /** null = it cannot be read. */
  read(item: unknown, list: InboundList): Inbound | null
}

type Trouble = 'token' | 'access' | 'silent' | 'busy'
const rests: Readonly<Record<Trouble, number>> = { token: 60, access: 60, silent: 15, busy: 5 }

export class InboundError extends Error {
  /** Minutes in which nothing is asked. */
  readonly rest: number

  constructor(readonly trouble: Trouble) {
    super(`inbound: ${trouble}`)
    this.name = 'InboundError'
    this.rest = rests[trouble]
  }

  /** For people; '' = it passes by itself. */
  toldOf(title: string): string {
    return this.trouble === 'busy' ? '' : inboundTexts[this.trouble](title)
  }
}
