/** Obligations around the consultation itself: A4, C8, C9. */

import type { Deal } from '../../deal/deal'
import type { Office } from '../../office/office'
import { addMinutes, atMinute, dateOf, type LocalDateTime } from '../../time/localTime'
import { closingOf, dueInOneWorkingDay, nextWorkingDay, openingOf, previousWorkingDay } from '../../time/workingTime'
import { bookedSince, cardKeeper, consultantOf, isExternal, type ObligationRule, type OverdueTo, officeManager } from '../obligation'

const slotMinutes = 60
const noon = 720

/** A4.hold: the consultant holds it at the start; reminder at 9:00 of the working day before, none when it was booked or moved later than that. */
export const holdConsultation: ObligationRule = (deal, office, now) => {
  if (deal.stage !== 'assigned' || deal.start === null || now >= deal.start) return null
  const dayBefore = previousWorkingDay(office.calendar, dateOf(deal.start))
  const morning = atMinute(dayBefore, openingOf(office, dayBefore))
  const opensAt = bookedSince(deal)
  return { who: consultantOf(deal), opensAt, due: deal.start, remindAt: morning > opensAt ? morning : null, overdueTo: 'nobody' }
}

/** C8.fill: one working day after the end the consultant's card stands in «Консультация проведена». */
export const fillCard: ObligationRule = (deal, office, now) => {
  const end = endedAt(deal, now)
  if (end === null || isExternal(deal, office)) return null
  const day = nextWorkingDay(office.calendar, dateOf(end))
  return {
    who: consultantOf(deal),
    opensAt: end,
    due: dueInOneWorkingDay(office, end),
    remindAt: atMinute(day, openingOf(office, day)),
    overdueTo: 'K4',
  }
}

/**
 * C2.link: an online consultation has its link before its day: by the closing of the working day before, booked later before it starts. Once it
 * is filled in, the client gets it by letter.
 */
export const addLink: ObligationRule = (deal, office, now) => {
  if (deal.stage !== 'assigned' || deal.format !== 'online' || deal.place.trim() !== '' || deal.start === null || now >= deal.start)
    return null
  const opensAt = bookedSince(deal)
  const dayBefore = previousWorkingDay(office.calendar, dateOf(deal.start))
  const [morning, evening] = [atMinute(dayBefore, openingOf(office, dayBefore)), atMinute(dayBefore, closingOf(office, dayBefore))]
  const due = evening > opensAt ? evening : deal.start
  return { who: cardKeeper(deal, office), opensAt, due, remindAt: morning > opensAt ? morning : opensAt, overdueTo: 'officeManager' }
}

/** C9.report, C10: the external consultant's report is there by 18:00 of the next working day; reminder that day at 12:00, to the expert too. */
export const receiveReport: ObligationRule = (deal, office, now) => {
  const end = endedAt(deal, now)
  if (end === null || !isExternal(deal, office) || deal.reportReceivedAt !== null) return null
  const day = nextWorkingDay(office.calendar, dateOf(end))
  return {
    who: officeManager,
    also: consultantOf(deal),
    opensAt: end,
    due: atMinute(day, office.settings.dayCloses),
    remindAt: atMinute(day, noon),
    overdueTo: toldOfMissingReport(deal, office),
  }
}

/** C9.enter: one working day after the report came the card stands in «Консультация проведена». */
export const enterReport: ObligationRule = (deal, office) => {
  if (deal.stage !== 'assigned' || deal.reportReceivedAt === null || !isExternal(deal, office)) return null
  const opensAt = deal.reportReceivedAt
  return { who: cardKeeper(deal, office), opensAt, due: dueInOneWorkingDay(office, opensAt), remindAt: null, overdueTo: 'directorDigest' }
}

/** End of an assigned consultation that is over; an hour where the end is not known. null = still ahead, or already in another stage. */
function endedAt(deal: Deal, now: LocalDateTime): LocalDateTime | null {
  if (deal.stage !== 'assigned' || deal.start === null) return null
  const end = deal.end ?? addMinutes(deal.start, slotMinutes)
  return end <= now ? end : null
}

/** C10. */
function toldOfMissingReport(deal: Deal, office: Office): OverdueTo {
  const project = office.projects.find(({ name }) => name === deal.project)
  return project !== undefined && project.managerEmail !== '' ? 'projectManager' : 'director'
}
