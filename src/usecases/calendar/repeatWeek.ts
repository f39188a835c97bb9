/** «Повторить прошлую неделю»: last week's slots proposed for another week, and written where that is asked. */

import { newSlot } from '../../domain/calendar/grid/newSlot'
import { repeatedWeek } from '../../domain/calendar/repeatWeek'
import type { Person } from '../../domain/office/office'
import { accept } from '../../domain/problem'
import { addDays, type LocalDate, mondayOf } from '../../domain/time/localTime'
import type { ProposedSlot } from '../../rpc/calendarContract'
import type { Input } from '../../rpc/contract'
import { changes, type Moment } from '../changes'
import { type Known, method } from '../method/method'
import { forbidden } from '../permissions'

type RepeatInput = Input<'slot/repeatWeek'>

/** A consultant for himself, the office for everybody. Written without the lock: each slot's id follows from its time, so no second one is made. */
export const repeatWeek = method('slot/repeatWeek', {
  may: (input, known) => {
    const person = personOf(input, known)
    if (person === undefined) return { code: 'consultantUnknown', initials: input.consultant }
    return forbidden(known.moment.who, person.initials === known.moment.who.initials ? 'assign' : 'reassign')
  },
  reads: [
    () => ({}),
    (input, { moment }) => {
      const monday = mondayFor(input, moment)
      return { events: { from: addDays(monday, -7), until: addDays(monday, 6) } }
    },
  ],
  looks: ({ apply }) => !apply,
  look: (input, known) => accept({ ...proposed(input, known), written: 0 }),
  unlocked: true,
  decide: (input, known) => {
    const told = proposed(input, known)
    const slots = told.slots.filter(({ why }) => why === '').map((slot) => newSlot(input.consultant, slot))
    return { ok: true, changes: changes({ kind: 'slot/repeatWeek', calendar: { kind: 'slots', slots } }), told }
  },
  answer: ({ inserted, known }, input) => ({ ...proposed(input, known), written: inserted.length }),
})

function personOf({ consultant }: RepeatInput, { desk }: Known): Person | undefined {
  return desk.office.people.find(({ initials }) => initials === consultant && initials !== '')
}

function mondayFor({ monday }: RepeatInput, { now }: Moment): LocalDate {
  return monday === null ? addDays(mondayOf(now), 7) : mondayOf(monday)
}

function proposed(input: RepeatInput, known: Known): { readonly monday: LocalDate; readonly slots: readonly ProposedSlot[] } {
  const monday = mondayFor(input, known.moment)
  const person = personOf(input, known)
  return {
    monday,
    slots: person === undefined ? [] : repeatedWeek(person, monday, known.events ?? [], known.desk.office, known.moment.now),
  }
}
