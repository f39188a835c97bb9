/** Clients whose term is over: so many months after the last that is known of them, or at once where they took their consent back. */

import type { Client } from '../../../domain/client/client'
import { mergedInto } from '../../../domain/client/client'
import { monthsBefore } from '../../../domain/deal/archive'
import type { Deal } from '../../../domain/deal/deal'
import { accept } from '../../../domain/problem'
import { dateOf, type LocalDate, type LocalDateTime, monthOf } from '../../../domain/time/localTime'
import type { DueClient } from '../../../rpc/personalContract'
import { changes } from '../../changes'
import { method } from '../../method/method'

/** What is read of deals and cards. */
export const termColumns = {
  deals: ['id', 'clientId', 'start', 'received', 'stage'],
  clients: [
    'id',
    'organisation',
    'created',
    'forgottenAt',
    'consentWithdrawn',
    'outsideIds',
    'archivedLast',
    'contact',
    'phone',
    'email',
    'messenger',
  ],
} as const

type Row = Partial<Pick<Deal, 'clientId' | 'start' | 'received' | 'stage'>>

interface Setting {
  /** 0 = there is no term. */
  readonly months: number
  readonly now: LocalDateTime
}

/** The longest waiting first. */
export function dueClients(clients: readonly Partial<Client>[], deals: readonly Row[], { months, now }: Setting): DueClient[] {
  const latest = latestOf(deals, now)
  const until = monthsBefore(dateOf(now), months)
  const due = clients.flatMap(
    ({ id = 0, organisation = '', created = '', outsideIds = '', archivedLast = '', consentWithdrawn = null, ...card }) => {
      const last = [dateOf(created), latest.get(id) ?? '', dateOf(archivedLast)].sort()[2] ?? ''
      const isOver = months > 0 && last !== '' && last <= until
      const isThere = [card.contact, card.phone, card.email, card.messenger].some((one) => (one ?? '') !== '')
      if (!isThere || mergedInto({ outsideIds }) !== null || !(isOver || consentWithdrawn !== null)) return []
      return [{ id, organisation, last, withdrawn: consentWithdrawn !== null }]
    },
  )
  return due.sort((a, b) => (a.last < b.last ? -1 : 1))
}

/** Of each client; an hour to come is no end of anything yet: he is not due before it. */
function latestOf(deals: readonly Row[], now: LocalDateTime): ReadonlyMap<number, LocalDate> {
  const latest = new Map<number, LocalDate>()
  for (const { clientId, start, received, stage } of deals) {
    const isOpen = stage !== undefined && stage !== 'won' && stage !== 'lost'
    const days = [start, received, isOpen ? now : null].flatMap((at) => (at ? [dateOf(at)] : []))
    for (const day of days) if (clientId && day > (latest.get(clientId) ?? '')) latest.set(clientId, day)
  }
  return latest
}

export const due = method('personal/due', {
  may: 'forget',
  reads: () => ({ columns: termColumns }),
  look: (_input, { desk, moment, scan }) => {
    const months = desk.office.settings.personalMonths
    const deals = scan<Deal>('deals').map(({ value }) => value)
    const clients = scan<Client>('clients').map(({ value }) => value)
    return accept({ months, clients: dueClients(clients, deals, { months, now: moment.now }) })
  },
})

/** Who is left on the list stays; the line of «Сегодня» is met until the next month. */
export const seen = method('personal/seen', {
  may: 'forget',
  decide: (_input, { moment }) => ({
    ok: true,
    changes: changes({ kind: 'personal/seen', met: ['W.personal'], service: { termsSeen: monthOf(moment.now) } }),
  }),
  answer: ({ known }) => ({ month: monthOf(known.moment.now) }),
})
