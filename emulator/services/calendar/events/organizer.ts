/** Whose event it is: the organiser's calendar decides what all guests see, a guest's copy only the guest's own things. */
import type { CalendarState, EventState } from '../../../world/types'
import { shared } from './fieldTable'
import { sameAddress } from './guests'

export const isOrganizer = (calendar: CalendarState, event: EventState): boolean => sameAddress(event.organizer.email, calendar.id)

/** True where the change touches what all guests see; the own answer of the copy's owner is not such a thing. */
export const changesShared = (before: EventState, after: EventState, owner: string): boolean =>
  JSON.stringify(sharedPart(before, owner)) !== JSON.stringify(sharedPart(after, owner))

const sharedPart = (event: EventState, owner: string): unknown[] => [
  ...shared.map((name) => event[name] ?? null),
  event.extendedProperties?.shared ?? {},
  (event.attendees ?? []).filter(({ email }) => !sameAddress(email, owner)),
]

/** The organiser's event as it stands in a guest's calendar: what is private to that calendar stays as it was there. */
export const copyFor = (event: EventState, known: EventState | undefined): EventState => {
  const { reminders: _r, colorId: _c, transparency: _t, visibility: _v, extendedProperties, goneWithSeries: _g, ...rest } = event
  const own = known?.extendedProperties?.private
  const properties = { ...(extendedProperties?.shared && { shared: extendedProperties.shared }), ...(own && { private: own }) }
  return {
    ...rest,
    ...(known?.reminders && { reminders: known.reminders }),
    ...(known?.colorId && { colorId: known.colorId }),
    ...(known?.transparency && { transparency: known.transparency }),
    ...(known?.visibility && { visibility: known.visibility }),
    ...(Object.keys(properties).length > 0 && { extendedProperties: properties }),
    updated: known?.updated ?? event.updated,
  }
}
