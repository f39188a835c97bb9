/** Obligations of Friday's closing: K1, K4, K6, K7. */

import { isCardComplete } from '../../deal/card'
import { isUndistributed } from '../../deal/closing'
import type { Deal } from '../../deal/deal'
import type { Office } from '../../office/office'
import { addDays, atMinute, dateOf, type LocalDate, type LocalDateTime } from '../../time/localTime'
import { weekClosingDay } from '../../time/workingTime'
import { cardKeeper, isExternal, type ObligationRule, type Owed } from '../obligation'

/**
 * K4.complete: on Friday at 15:00 the card of a consultation held before is complete. Also said of a consultation whose card still stands in
 * «Консультация назначена» (C8 ran out); an external one without its report is C9's.
 */
export const completeCard: ObligationRule = (deal, office) => {
  const isForgotten = deal.stage === 'assigned' && !isExternal(deal, office)
  if ((deal.stage !== 'held' && !isForgotten) || isCardComplete(deal, office.required)) return null
  return byFriday(deal, office, cardKeeper(deal, office))
}

/** K6.close: what was held before Friday 15:00 is closed, or asked for feedback, by 18:00. */
export const closeCard: ObligationRule = (deal, office) =>
  deal.stage === 'held' ? byFriday(deal, office, { role: office.settings.closer }) : null

/** K1.project: nobody has distributed the card of a consultation held before Friday 15:00, nor said that it stays so. */
export const distributeCard: ObligationRule = (deal, office) =>
  deal.stage === 'held' && isUndistributed(deal) ? byFriday(deal, office, { role: office.settings.closer }) : null

/** K7.close: a card in «Запрошена обратная связь» is closed by the first Friday after the day it came there; reminder that day at 15:00. */
export const closeAfterFeedback: ObligationRule = (deal, office) => {
  if (deal.stage !== 'feedback') return null
  const day = closingDayFrom(office, addDays(dateOf(deal.stageSince), 1))
  const { closer, fridayCloseBy, fridayListAt } = office.settings
  return {
    who: { role: closer },
    opensAt: deal.stageSince,
    due: atMinute(day, fridayCloseBy),
    remindAt: atMinute(day, fridayListAt),
    overdueTo: 'directorDigest',
  }
}

function byFriday(deal: Deal, office: Office, who: Owed['who']): Owed | null {
  const ended = deal.end ?? deal.start
  if (ended === null) return null
  const opensAt = listingFrom(office, ended)
  const due = atMinute(dateOf(opensAt), office.settings.fridayCloseBy)
  return { who, opensAt, due, remindAt: opensAt, overdueTo: 'directorDigest' }
}

/** K6: the first Friday list (15:00) at or after the end of a consultation. Example: Friday 15:30 → the next Friday 15:00. */
function listingFrom(office: Office, ended: LocalDateTime): LocalDateTime {
  const day = closingDayFrom(office, dateOf(ended))
  const listing = atMinute(day, office.settings.fridayListAt)
  return ended <= listing ? listing : atMinute(closingDayFrom(office, addDays(day, 1)), office.settings.fridayListAt)
}

/** The first closing day («пятница», K1) on or after the date; a week without working days has none, the next one counts. */
function closingDayFrom(office: Office, date: LocalDate): LocalDate {
  for (let week = 0; ; week++) {
    const day = weekClosingDay(office.calendar, addDays(date, 7 * week))
    if (day !== null && day >= date) return day
  }
}
