/** Which of two ways Google goes where its documentation is silent: the stricter one, unless the world says otherwise. */
import type { CalendarRules, CalendarState } from '../../world/types'

const defaults: CalendarRules = {
  foreignToken: 400,
  damagedToken: 400,
  instanceIds: 'start',
  cutExceptions: 'lost',
  sharedPatch: 'refused',
  cancelledEvents: 'asked',
  deletedDetails: 'kept',
  madeRecurring: 'silent',
}

export const rulesOf = (calendar: CalendarState): CalendarRules => ({ ...defaults, ...calendar.rules })
