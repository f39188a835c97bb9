/** What every model of a page shares: the server, the clock, the lists, the live region and the focus. */

import { type Signal, signal } from '@preact/signals'
import type { DeskLists, PageData } from '../../../rpc/contract'
import { common } from '../../text/common.ru'
import type { Transport } from '../../transports/transport'
import type { Phone } from '../phone/phone'
import { type Attention, createAttention } from './attention'
import { type Clock, createClock } from './clock'
import { createDeedKeys, type DeedKeys } from './deedKeys'
import type { Drafts } from './drafts'
import { createNews, type NewsList } from './news'

export interface Page {
  readonly transport: Transport
  readonly drafts: Drafts
  readonly clock: Clock
  readonly lists: DeskLists
  readonly me: PageData['me']
  /** What the last deed left undone although it is written; '' = nothing. */
  readonly note: Signal<string>
  /** Said aloud to screen readers. */
  readonly live: Signal<string>
  readonly attention: Attention
  readonly focus: Attention['focus']
  /** The focus goes there, unless a late answer asks for it. */
  readonly point: Attention['point']
  readonly news: NewsList
  readonly deedKeys: DeedKeys
  /** null = the panel and its windows, in Google's own page. */
  readonly phone: Phone | null
}

export interface Surroundings {
  readonly transport: Transport
  readonly drafts: Drafts
  readonly elapsed: () => number
  readonly phone?: Phone
}

export function createPage(data: PageData, around: Surroundings): Page {
  const note = signal(data.message)
  const live = signal('')
  const attention = createAttention()
  const clock = createClock(data.today?.now ?? '', around.elapsed)
  return {
    transport: noting(around.transport, { note, clock }),
    note,
    drafts: around.drafts,
    clock,
    lists: data.lists,
    me: data.me,
    live,
    attention,
    focus: attention.focus,
    point: attention.point,
    news: createNews((sentence) => {
      live.value = sentence
    }),
    deedKeys: createDeedKeys(),
    phone: around.phone ?? null,
  }
}

/** What every answer brings beside its value: the office's clock, and what was left undone, told in one place. */
function noting(transport: Transport, { note, clock }: Pick<Page, 'note' | 'clock'>): Transport {
  return {
    open: (dialog) => transport.open(dialog),
    guide: () => transport.guide(),
    close: () => transport.close(),
    async call(method, input, key) {
      const answer = await transport.call(method, input, key)
      if (answer.now !== undefined) clock.set(answer.now)
      if (answer.ok && answer.note !== undefined) note.value = answer.note
      else if (answer.outdated === true) note.value = common.outdated
      return answer
    },
  }
}

export function nameOf(page: Page, initials: string): string {
  return page.lists.consultants.find((one) => one.initials === initials)?.name ?? initials
}
