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

/** Both ways of each rule. */
export const ways: { readonly [Name in keyof CalendarRules]: readonly CalendarRules[Name][] } = {
  foreignToken: [400, 410],
  damagedToken: [400, 410],
  instanceIds: ['start', 'opaque'],
  cutExceptions: ['lost', 'carried'],
  sharedPatch: ['refused', 'ownCopy'],
  cancelledEvents: ['asked', 'always'],
  deletedDetails: ['kept', 'bare'],
  madeRecurring: ['silent', 'told'],
}
