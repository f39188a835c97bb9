/** All that is owed on a deal now: what «Сегодня», reminders, escalations and the table of breaches are made of. */

import type { Deal } from '../deal/deal'
import type { Office } from '../office/office'
import type { LocalDateTime } from '../time/localTime'
import { closeAfterFeedback, closeCard, completeCard } from './duties/closing'
import { decideOnExternal } from './duties/external'
import { enterReport, fillCard, holdConsultation, receiveReport } from './duties/holding'
import { assignTime, callAgain, callClient, decideUnreached, tellClient } from './duties/intake'
import { noteMoveReason, reassignConsultant, returnWithinLimit } from './duties/moving'
import type { Obligation, ObligationKey, ObligationRule } from './obligation'
import { obligationTitle } from './obligationText'

export type { Obligation, ObligationKey } from './obligation'
export { obligationDetail, obligationTitle } from './obligationText'

/** The rows of the table «Obligations» that stand for one deal, in its order. */
const obligationRules: Readonly<Record<ObligationKey, ObligationRule>> = {
  'I5.call': callClient,
  'I7.next': callAgain,
  'I7.decide': decideUnreached,
  'A1.assign': assignTime,
  'A1.tell': tellClient,
  'A4.hold': holdConsultation,
  'T2.decide': decideOnExternal,
  'G5.limit': returnWithinLimit,
  'G6.reassign': reassignConsultant,
  'R1.reason': noteMoveReason,
  'C8.fill': fillCard,
  'C9.report': receiveReport,
  'C9.enter': enterReport,
  'K4.complete': completeCard,
  'K6.close': closeCard,
  'K7.close': closeAfterFeedback,
}

/**
 * Obligations of a deal that are open now: opened (opensAt inclusive) and not met, overdue ones among them. In the order of the table.
 *
 * @example a request from the site, received Friday 14:10, on Monday 9:00
 *   // → I5.call and A1.assign of the office manager, both due Monday 14:10
 */
export function obligationsOf(deal: Deal, office: Office, now: LocalDateTime): Obligation[] {
  return (Object.keys(obligationRules) as ObligationKey[]).flatMap((key) => {
    const owed = obligationRules[key](deal, office, now)
    if (owed === null || owed.opensAt > now) return []
    return [{ key, clause: key.split('.')[0] ?? key, dealId: deal.id, subject: obligationTitle(key, deal), ...owed }]
  })
}
