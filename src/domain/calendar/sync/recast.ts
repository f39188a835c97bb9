/** Instances that went because somebody changed their series as a whole, «все события» or «это и следующие»: Google drops what was changed in one of them. */

import type { CalendarEvent } from './decision'

type Instance = Pick<CalendarEvent, 'id' | 'recurringEventId' | 'title'>

/**
 * Ids of instances that are gone while their series came anew: with other instances of the same series in place of several, or as a series
 * of the same title that was not there before. One instance deleted, or the whole series, is a deed of its own and not among them.
 *
 * @param before instances as the last look left them
 * @param after as they are now
 */
export function recastIds(before: readonly Instance[], after: readonly Instance[]): Set<string> {
  const [was, is] = [bySeries(before), bySeries(after)]
  const newTitles = new Set([...is].flatMap(([series, events]) => (was.has(series) ? [] : events.map(({ title }) => title))))
  const found = new Set<string>()
  for (const [series, events] of was) {
    const now = new Set(is.get(series)?.map(({ id }) => id))
    const lost = events.filter(({ id }) => !now.has(id))
    const came = [...now].some((id) => events.every((one) => one.id !== id))
    const isAnew = events.some(({ title }) => newTitles.has(title)) || (came && lost.length > 1)
    if (isAnew) for (const { id } of lost) found.add(id)
  }
  return found
}

function bySeries(events: readonly Instance[]): Map<string, Instance[]> {
  const found = new Map<string, Instance[]>()
  for (const event of events) {
    if (event.recurringEventId === '') continue
    found.set(event.recurringEventId, [...(found.get(event.recurringEventId) ?? []), event])
  }
  return found
}
