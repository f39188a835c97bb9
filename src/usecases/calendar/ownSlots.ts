/** «Отметить слоты»: the caller's own weeks by the hour, with the week before, which «как на прошлой неделе» repeats. */

import { type GridRequest, ownGrid } from '../../domain/calendar/grid/ownGrid'
import { withOwnInitials } from '../../domain/calendar/slotEvents'
import type { Person } from '../../domain/office/office'
import { roleTitles } from '../../domain/office/roles'
import { accept, type Problem } from '../../domain/problem'
import { gridTexts } from '../../domain/text/gridText.ru'
import { addDays, mondayOf } from '../../domain/time/localTime'
import { boardWeeks, type OwnSlots } from '../../rpc/calendarContract'
import { withMirror } from '../booking/checks'
import { holdsOf } from '../booking/slotHolds'
import { type Known, method, type Reads } from '../method/method'
import { forbidden } from '../permissions'

/** Two calls. */
export const ownSlots = method('slot/own', {
  may: (_input, known) => mayMark(known),
  reads: [() => withMirror, (_input, known) => ownDays(known)],
  look: (_input, known) => accept(gridOf(known)),
})

/** One's own hours alone: nobody is named, so nobody else can be meant. */
export function mayMark({ desk, moment: { who } }: Known): Problem | null {
  const own = me({ desk, moment: { who } }) !== undefined
  const role = roleTitles[who.roles[0] ?? 'consultant']
  return forbidden(who, 'assign') ?? (own ? null : { code: 'notAllowed', role, action: gridTexts.noInitials })
}

function me({ desk, moment }: { readonly desk: Known['desk']; readonly moment: Pick<Known['moment'], 'who'> }): Person | undefined {
  const { initials } = moment.who
  return withOwnInitials(desk.office.people).find((person) => initials !== '' && person.initials === initials)
}

/** The running week, the two that the norm is asked for, and the one before (G1). */
export function ownDays({ moment }: Known): Required<Pick<Reads, 'events'>> {
  const from = mondayOf(moment.now)
  return { events: { from: addDays(from, -7), until: addDays(from, 7 * boardWeeks - 1) } }
}

/** What the grid is made of; only for whom `mayMark` lets. */
export function gridRequest(known: Known, events = known.events ?? []): GridRequest {
  const { desk, moment } = known
  const person = me(known)
  if (person === undefined) throw new Error('nobody’s slots')
  return { person, events, holds: holdsOf(desk, moment.now), office: desk.office, from: mondayOf(moment.now), weeks: boardWeeks }
}

export function gridOf(known: Known, events?: GridRequest['events']): OwnSlots {
  const request = gridRequest(known, events)
  const [before] = ownGrid({ ...request, from: addDays(request.from, -7), weeks: 1 })
  return { weeks: ownGrid(request), before: before?.days.flatMap(({ hours }) => hours.filter(({ kind }) => kind !== 'busy')) ?? [] }
}
