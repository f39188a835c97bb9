/** What every deed in the calendar shares: whose hand it is, what it may do, and who is told afterwards. */
import type { FireInput } from '../../run/triggers'
import { requireWriter } from '../../services/calendar/access'
import { postLetter } from '../../services/calendar/events/letterBox'
import { findEvent } from '../../services/calendar/series/instances'
import type { WriteContext } from '../../services/calendar/writeContext'
import type { CalendarState, EventState, ExecutionRecord, WorldState } from '../../world/types'

export type Fire = (input: FireInput) => ExecutionRecord[]

export interface Deed {
  readonly calendarId: string
  readonly user: string
  /** Google asks whether to write to the guests; the person says yes unless told otherwise. */
  readonly notify?: boolean
  /** A guest answers, an invitation comes in: no right in the calendar is needed. */
  readonly asGuest?: boolean
}

export interface CalendarDesk {
  readonly state: () => WorldState
  calendar(id: string): CalendarState
  event(calendarId: string, id: string): EventState
  /** Throws where the person may not write. Triggers fire for every calendar that the deed has changed. */
  change<T>(deed: Deed, work: (context: WriteContext) => T): T
  freshId(): string
}

export const calendarDesk = (state: () => WorldState, fire: Fire): CalendarDesk => {
  const calendar = (id: string): CalendarState => state().calendars[id] ?? missing(`calendar ${id}`)
  return {
    state,
    calendar,
    event: (calendarId, id) => findEvent(calendar(calendarId), id) ?? missing(`event ${id}`),
    freshId: () => `hand${String(++state().counter).padStart(8, '0')}`,
    change: (deed, work) => {
      if (!deed.asGuest) requireWriter(calendar(deed.calendarId), deed.user)
      const before = revisions(state())
      const done = work(contextOf(state(), calendar(deed.calendarId), deed))
      for (const { id, revision } of Object.values(state().calendars)) {
        if (id === deed.calendarId || revision !== before.get(id)) {
          fire({ kind: 'calendar', user: deed.user, calendarId: id, event: { calendarId: id } })
        }
      }
      return done
    },
  }
}

const revisions = (state: WorldState): ReadonlyMap<string, number> =>
  new Map(Object.values(state.calendars).map(({ id, revision }) => [id, revision]))

const contextOf = (state: WorldState, calendar: CalendarState, { user, notify = true }: Deed): WriteContext => ({
  calendar,
  nowMs: state.now,
  actor: user,
  calendars: state.calendars,
  mail: { notify: notify ? 'all' : 'none', send: (letter) => postLetter(state, letter, state.now) },
})

export const missing = (what: string): never => {
  throw new Error(`there is no ${what}`)
}
