/** «This and following» by hand. */
import { cutSeries, endSeries } from '../../services/calendar/series/cut'
import type { CalendarHand } from '../../world/types'
import type { CalendarDesk } from './desk'
import { lookOf, movedSpan } from './times'

export const seriesDeeds = (desk: CalendarDesk): Pick<CalendarHand, 'patchFollowing' | 'removeFollowing'> => ({
  patchFollowing: ({ id, recurrence, ...input }) =>
    desk.change(input, (context) => {
      const instance = desk.event(input.calendarId, id)
      const change = { ...lookOf(input), ...movedSpan(context.calendar, instance, input), ...(recurrence && { recurrence }) }
      return cutSeries(context, instance, change)
    }),
  removeFollowing: ({ id, ...input }) => desk.change(input, (context) => endSeries(context, desk.event(input.calendarId, id))),
})
