/** Who is told that a booking stands no more (A2, R2): follows from the rows of a plan, whoever made it and by whatever door. */

import type { Client } from '../../domain/client/client'
import type { Deal } from '../../domain/deal/deal'
import { cancelledClientLetter, cancelledConsultantLetter } from '../../domain/letter/letters.ru'
import type { Changes, Letter, Moment, RowChange } from '../changes'
import type { Desk } from '../desk'

/**
 * The same plan with letters to the client who knows the time, and to the consultant where it is not he who calls it off; whose letter
 * about the booking is taken back unread hears nothing. A client who cannot be written to still counts as told of the old time: A1.tell
 * is owed until somebody tells him.
 */
export function withCallOffs(plan: Changes, desk: Desk, moment: Moment): Changes {
  const ended = plan.deals.filter(endsBooking)
  if (ended.length === 0) return plan
  const off = ended.filter(({ before }) => isComing(before, moment))
  const letters = off.flatMap(({ before, after }) => (before === null ? [] : lettersFor(before, after, plan, desk, moment)))
  const told = new Set(letters.map(({ key }) => key))
  const isUntold = (change: RowChange<Deal>) => off.includes(change) && !told.has(clientKey(change.after))
  const deals = plan.deals.map((change) =>
    ended.includes(change) && !isUntold(change) ? { ...change, after: { ...change.after, toldAt: null } } : change,
  )
  return { ...plan, deals, letters: [...plan.letters, ...letters] }
}

/** A booking that is nobody's any more; one that was held, or goes to another consultant, is not. */
function endsBooking({ before, after }: RowChange<Deal>): boolean {
  return before?.stage === 'assigned' && (after.stage === 'accepted' || after.stage === 'lost')
}

/** Nobody waits for an hour that is over: nobody is told. */
function isComing(before: Deal | null, { now }: Moment): boolean {
  return (before?.start ?? '') > now
}

function lettersFor(before: Deal, after: Deal, plan: Changes, desk: Desk, { now, who }: Moment): Letter[] {
  const { settings, people } = desk.office
  const person = people.find(({ initials }) => initials === before.consultant)
  const client = clientOf(after, plan, desk)
  const { centreName, centrePhone } = settings
  const facts = { centreName, centrePhone, organisation: before.organisation, start: before.start ?? '', now, dealId: before.id }
  const isBack = (kind: string) => plan.withdrawn.includes(`${kind}:${before.id}v${before.version}`)
  const isOwn = person === undefined || person.email === '' || person.email === who.email || isBack('consultant')
  const isClientTold = !isBack('client') && before.toldAt !== null && client !== null && client.email !== '' && settings.clientLetters
  return [
    ...(isOwn ? [] : [{ key: `cancelled:${before.id}v${after.version}`, to: person.email, ...cancelledConsultantLetter(facts) }]),
    ...(isClientTold ? [{ key: clientKey(after), to: client.email, ...cancelledClientLetter(facts) }] : []),
  ]
}

function clientKey({ id, version }: Deal): string {
  return `client-off:${id}v${version}`
}

/** As the same plan leaves the client's card. */
function clientOf({ clientId }: Deal, { clients }: Changes, desk: Desk): Client | null {
  if (clientId === null) return null
  return clients.find(({ after }) => after.id === clientId)?.after ?? desk.clients.get(clientId)?.value ?? null
}
