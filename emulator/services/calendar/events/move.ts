/** Events.move: another calendar becomes the organiser; the id stays, in the old calendar a deletion is left. */
import type { CalendarState, EventState } from '../../../world/types'
import { CalendarRefusal } from '../refusal'
import { exceptionsOf } from '../series/instances'
import { cancelEvent, putEvent } from '../store'
import { existing } from '../write'
import type { WriteContext } from '../writeContext'
import { settleCopies } from './copies'
import { isOrganizer } from './organizer'

/** A series moves with its exceptions. */
export const moveEvent = (context: WriteContext, id: string, destination: CalendarState): EventState => {
  const event = existing(context, id)
  checkMovable(context.calendar, event)
  if (destination === context.calendar) return event
  const exceptions = exceptionsOf(context.calendar, event.id)
  const moved = [event, ...exceptions].map((one) => putEvent(destination, organisedBy(one, destination), context.nowMs))[0] ?? event
  cancelEvent(context.calendar, event, context.nowMs)
  settleCopies({ ...context, calendar: destination }, event, moved)
  return moved
}

const organisedBy = (event: EventState, { id, summary }: CalendarState): EventState => ({
  ...event,
  organizer: { email: id, displayName: summary },
})

const checkMovable = (calendar: CalendarState, event: EventState): void => {
  if (event.status === 'cancelled') throw new CalendarRefusal(410, 'Resource has been deleted', 'deleted')
  if (event.recurringEventId !== undefined)
    throw new CalendarRefusal(400, 'Cannot change the organizer of an instance.', 'cannotChangeOrganizerOfInstance')
  // Documented without the sentence: only events of the kind default can be moved.
  if ((event.eventType ?? 'default') !== 'default') throw new CalendarRefusal(400, 'Bad Request', 'eventTypeRestriction')
  if (!isOrganizer(calendar, event)) throw new CalendarRefusal(403, 'Forbidden', 'forbiddenForNonOrganizer')
}
