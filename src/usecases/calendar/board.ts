/** The slot board: what each consultant offers and holds in the weeks ahead (G1). */

import { slotBoard } from '../../domain/calendar/slotBoard'
import { accept } from '../../domain/problem'
import { addDays, type LocalDate, mondayOf } from '../../domain/time/localTime'
import type { SlotBoard } from '../../rpc/calendarContract'
import { withMirror } from '../booking/checks'
import type { Moment } from '../changes'
import { type Known, method } from '../method/method'

/** Two calls. */
export const board = method('slot/board', {
  may: 'read',
  reads: [() => withMirror, ({ weeks }, { moment }) => ({ events: boardDays(weeks, moment) })],
  look: ({ weeks }, known) => accept(boardOf(known, weeks)),
})

/** The days of these weeks, both inclusive. */
export function boardDays(weeks: number, { now }: Pick<Moment, 'now'>): { readonly from: LocalDate; readonly until: LocalDate } {
  const from = mondayOf(now)
  return { from, until: addDays(from, 7 * weeks - 1) }
}

/** @param known with the events of boardDays */
export function boardOf({ desk, moment, events }: Known, weeks: number): SlotBoard {
  const from = mondayOf(moment.now)
  return { from, rows: slotBoard({ events: events ?? [], office: desk.office, from, weeks, me: moment.who.initials }) }
}
