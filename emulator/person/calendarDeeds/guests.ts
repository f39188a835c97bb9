/** Guests by hand: invited, taken off the list, answering. */
import { writeAnswer } from '../../services/calendar/events/copies'
import { guestOf, isGuest, sameAddress, withAnswer } from '../../services/calendar/events/guests'
import { isOrganizer } from '../../services/calendar/events/organizer'
import { patchEvent } from '../../services/calendar/write'
import type { CalendarHand, EventState, GuestState } from '../../world/types'
import { type CalendarDesk, missing } from './desk'

type GuestDeeds = Pick<CalendarHand, 'invite' | 'uninvite' | 'answer'>
type Answer = Parameters<CalendarHand['answer']>[0]

export const guestDeeds = (desk: CalendarDesk): GuestDeeds => ({
  invite: ({ id, guests, ...input }) =>
    desk.change(input, (context) => {
      const event = desk.event(input.calendarId, id)
      const fresh = guests.filter((email) => !isGuest(event, email)).map((email) => ({ email, responseStatus: 'needsAction' }))
      return patchEvent(context, id, { attendees: [...(event.attendees ?? []), ...fresh] })
    }),
  uninvite: ({ id, guests, ...input }) =>
    desk.change(input, (context) => {
      const kept = (desk.event(input.calendarId, id).attendees ?? []).filter(({ email }) => !guests.some((one) => sameAddress(one, email)))
      return patchEvent(context, id, { attendees: kept })
    }),
  answer: (input) => {
    const event = desk.event(input.calendarId, input.id)
    const answer = answerOf(event, input)
    return desk.change({ ...input, user: input.guest, asGuest: true }, (context) =>
      isOrganizer(context.calendar, event)
        ? writeAnswer(context, event, answer)
        : patchEvent(context, event.id, { attendees: withAnswer(event, answer).attendees ?? [] }),
    )
  },
})

const answerOf = (event: EventState, { guest, response, comment }: Answer): GuestState => {
  const known = guestOf(event, guest) ?? missing(`guest ${guest}`)
  return { ...known, responseStatus: response, ...(comment !== undefined && { comment }) }
}
