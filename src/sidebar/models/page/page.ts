/** What every model of a page shares: the server, the clock, the lists, the live region and the focus. */

import { type Signal, signal } from '@preact/signals'
import type { DeskLists, PageData } from '../../../rpc/contract'
import { common } from '../../text/common.ru'
import type { Transport } from '../../transports/transport'
import { type Clock, createClock } from './clock'
import type { Drafts } from './drafts'

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
  /** Id of the control to focus next; the same id twice is two requests. */
  readonly focus: Signal<{ readonly id: string }>
}

export interface Surroundings {
  readonly transport: Transport
  readonly drafts: Drafts
  readonly elapsed: () => number
}

export function createPage(data: PageData, around: Surroundings): Page {
  const note = signal(data.message)
  return {
    transport: noting(around.transport, note),
    note,
    drafts: around.drafts,
    clock: createClock(data.today?.now ?? '', around.elapsed),
    lists: data.lists,
    me: data.me,
    live: signal(''),
    focus: signal({ id: '' }),
  }
}

/** Every screen tells it in one place, whatever becomes of the question that was asked. */
function noting(transport: Transport, note: Signal<string>): Transport {
  return {
    open: (dialog) => transport.open(dialog),
    close: () => transport.close(),
    async call(method, input, key) {
      const answer = await transport.call(method, input, key)
      if (answer.ok && answer.note !== undefined) note.value = answer.note
      else if (answer.outdated === true) note.value = common.outdated
      return answer
    },
  }
}

export function nameOf(page: Page, initials: string): string {
  return page.lists.consultants.find((one) => one.initials === initials)?.name ?? initials
}
