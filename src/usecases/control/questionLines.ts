/** G6: a booking that breaks a rule today, or differs from its event, is a decision that the office owes, as long as its line stands in «Расхождения». */

import { countedDuty } from '../../domain/obligations/history'
import type { Office } from '../../domain/office/office'
import { roleTitles } from '../../domain/office/roles'
import { dueInOneWorkingDay } from '../../domain/time/workingTime'
import type { OpenQuestion } from '../changes'
import type { ControlLine } from '../desk'

export const questionKey = 'G6.decide'

/** One line a deal, of what was asked first. */
export function questionLines(questions: readonly OpenQuestion[], office: Office): ControlLine[] {
  const first = new Map<number, OpenQuestion>()
  for (const one of questions) if ((first.get(one.dealId)?.at ?? '9') > one.at) first.set(one.dealId, one)
  return [...first.values()].map((one) => calm(lineOf(one, office), one, office))
}

/** The first day of an office is calm; a consultation's own hour stays the last one. */
function calm(line: ControlLine, { start }: OpenQuestion, office: Office): ControlLine {
  return line.due === start ? line : countedDuty(line, office)
}

/** By the next working day, and before the consultation. */
function lineOf({ at, what, dealId, organisation, start, row, clientId }: OpenQuestion, office: Office): ControlLine {
  const due = dueInOneWorkingDay(office, at)
  return {
    ...{ key: questionKey, clause: 'G6', subject: `Решить о записи: ${organisation || `сделка № ${dealId}`}`, detail: what },
    ...{ who: roleTitles.officeManager, opensAt: at, due: start !== null && start > at && start < due ? start : due },
    ...{ dealId, row, clientId, remindAt: at, overdueTo: 'directorDigest' },
    ...{ reminded: null, escalated: null, breached: null },
  }
}
