/** Defects of bookings, of the calendar's sync, and of who is told what. */
import type { Defect } from './defect'

const writes = 'src/server/google/calendarWrites.ts'
const calendar = 'src/server/google/calendar.ts'
const look = 'src/server/jobs/calendar/look.ts'
const carry = 'src/server/desk/carryOut.ts'
const checks = 'src/usecases/booking/checks.ts'
const move = 'src/usecases/booking/rescheduleDeal.ts'
const undo = 'src/usecases/card/undoDeal.ts'
const moved = 'src/usecases/card/moveDeal.ts'
const book = 'src/usecases/booking/bookSlot.ts'

export const calendarDefects: readonly Defect[] = [
  {
    name: 'check, then write without etag',
    file: writes,
    find: "{ 'If-Match': etag }))\n}\n\nexport function isDone",
    put: '{}))\n}\n\nexport function isDone',
    seenBy: { file: 'calendarRaces.long.test.ts', test: 'a consultant drags the slot that the office books' },
  },
  {
    name: 'a refused condition is taken for a booking',
    file: writes,
    find: "if (!patchBooked(calendar, action, action.etag) && !goesOn(calendar, action)) return 'taken'",
    put: 'if (!patchBooked(calendar, action, action.etag)) goesOn(calendar, action)',
    seenBy: { file: 'calendarRaces.long.test.ts', test: 'a consultant drags the slot that the office books' },
  },
  {
    name: 'an own earlier mark is not known again',
    file: writes,
    find: 'return event.start === action.start\n  const isOpen',
    put: 'return false\n  const isOpen',
    seenBy: { file: 'bookingKilled.long.test.ts', test: 'A1–A4: booking an hour' },
  },
  {
    name: 'the title is not written',
    file: writes,
    find: 'const resource: Event = {\n    summary: action.summary,\n    ...timesOf(calendar, action),\n    extendedProperties: { private: privateOf(action.mark, action.eventId) },\n  }\n  return patchOn',
    put: 'const resource: Event = {\n    ...timesOf(calendar, action),\n    extendedProperties: { private: privateOf(action.mark, action.eventId) },\n  }\n  return patchOn',
  },
  {
    name: 'the event keeps its old hours',
    file: writes,
    find: '    summary: action.summary,\n    ...timesOf(calendar, action),\n    extendedProperties: { private: privateOf(action.mark, action.eventId) },\n  }\n  return patchOn',
    put: '    summary: action.summary,\n    extendedProperties: { private: privateOf(action.mark, action.eventId) },\n  }\n  return patchOn',
  },
  {
    name: 'a booking bears no mark',
    file: writes,
    find: 'return markProperties(mark === null ? null : { ...mark, event: eventId }) as Record<string, string>',
    put: 'return markProperties(mark === null || eventId !== "" ? null : { ...mark, event: eventId }) as Record<string, string>',
  },
  {
    name: 'time let go is not freed',
    file: carry,
    find: 'const isFreed = freesLater(changes) || freedEvents(changes).every((freed) => freeNow(calendar, freed))',
    put: 'const isFreed = freesLater(changes) || freedEvents(changes).every(() => true)',
    seenBy: { file: 'wayBack.test.ts', test: 'booked, refused by the client, taken back the hour is booked again' },
  },
  {
    name: 'the register first, the calendar never',
    file: carry,
    find: "return bookEvent(calendar, deed) === 'taken' ? 'taken' : []",
    put: 'return []',
  },
  {
    name: 'an own appointment has no event',
    file: carry,
    find: 'insertBooked(calendar, deed)\n      return []',
    put: 'return []',
    seenBy: { file: 'calendarMoves.long.test.ts', test: 'I9: an employee books for himself with an event of its own' },
  },
  {
    name: 'a title does not follow its card',
    file: carry,
    find: 'if (deed !== null) return\n',
    put: 'if (deed !== null || deals.length >= 0) return\n',
    seenBy: { file: 'calendarStateMore.long.test.ts', test: 'V6: a corrected organisation renames the event' },
  },
  {
    name: 'only the first page of a sync is read',
    file: calendar,
    find: 'if (nextPageToken === undefined) return { events, token: nextSyncToken }',
    put: 'if (page >= 0) return { events: events.slice(0, 3), token: nextSyncToken }',
  },
  {
    name: 'the sync ends at the first cancelled event',
    file: calendar,
    find: 'events.push(...items)',
    put: "const end = items.findIndex(({ status }) => status === 'cancelled')\n    events.push(...(end < 0 ? items : items.slice(0, end + 1)))",
    seenBy: { file: 'calendarTokens.long.test.ts', test: 'series the series deleted takes its booking with it' },
  },
  {
    name: 'cancelled events are passed by',
    file: calendar,
    find: 'events.push(...items)',
    put: "events.push(...items.filter(({ status }) => status !== 'cancelled'))",
    seenBy: { file: 'calendarSync.slow.test.ts', test: 'G6: a booked event deleted releases the deal; the office manager assigns anew' },
  },
  {
    name: 'after 410 nothing is listed',
    file: calendar,
    find: "if (token !== '' && isTokenRefused(error)) return syncFrom(calendar, '')",
    put: "if (token !== '' && isTokenRefused(error)) return { events: [], token: '', full: false }",
    seenBy: { file: 'calendarTokens.long.test.ts', test: 'an expired token (410)' },
  },
  {
    name: '410 stops the sync',
    file: calendar,
    find: "if (token !== '' && isTokenRefused(error)) return syncFrom(calendar, '')",
    put: '',
    seenBy: { file: 'calendarTokens.long.test.ts', test: 'an expired token (410)' },
  },
  {
    name: 'series are read as one event',
    file: calendar,
    find: '{ singleEvents: true, maxResults: pageSize',
    put: '{ singleEvents: false, maxResults: pageSize',
  },
  {
    name: 'a copy is taken for its original',
    file: calendar,
    find: 'return mark !== null && mark.event === event.id ? mark : null',
    put: 'return mark',
    seenBy: {
      file: 'platformBeliefsMore.long.test.ts',
      test: 'an etag that has grown (412), where the event itself is to be moved a copy of a booking',
    },
  },
  {
    name: 'the day is not listed anew',
    file: look,
    find: 'if (page.full || lookOf(desk).day === dateOf(moment.now)) return { mirror, page }',
    put: 'if (page.full || moment.now !== "") return { mirror, page }',
    seenBy: { file: 'calendarTokens.long.test.ts', test: 'an hour marked two months ahead' },
  },
  {
    name: 'after a full list what is gone stays',
    file: look,
    find: 'merged(page.full ? events.filter(({ id }) => there.has(id)) : events, page.events, setting)',
    put: 'merged(there.size >= 0 ? events : events, page.events, setting)',
    seenBy: { file: 'calendarTokens.long.test.ts', test: 'an expired token (410) deletions that no list tells any more' },
  },
  {
    name: 'another run’s changes are not seen',
    file: look,
    find: 'const page = isSame ? listed : syncEvents(addressOf(loaded), tokenOf(loaded))',
    put: 'const page = isSame || listed !== null ? listed : syncEvents(addressOf(loaded), tokenOf(loaded))',
    seenBy: { file: 'calendarRaces.long.test.ts', test: 'an hour that the tick has just listed is booked' },
  },
  {
    name: 'bookings are never checked for others',
    file: checks,
    find: 'const taking = decision.changes.deals.filter(takesTime)',
    put: 'const taking = decision.changes.deals.filter(() => false)',
    seenBy: { file: 'wayBack.test.ts', test: 'one consultant, two bookings of one time: refused at every door' },
  },
  {
    name: 'an overlap is booked where a reason is told',
    file: checks,
    find: 'const [firm] = troubles.filter(isFirm)',
    put: "const [firm] = troubles.filter((one) => isFirm(one) && one.kind !== 'overlap')",
    seenBy: { file: 'wayBack.test.ts', test: 'one consultant, two bookings of one time: refused at every door' },
  },
  {
    name: 'no limit of two days',
    file: move,
    find: 'if (!isWithinMoveLimit(deal.firstStart, start, office))',
    put: 'if (deal.firstStart === "never")',
    seenBy: { file: 'calendarMoves.long.test.ts', test: 'R1: with its event to any time' },
  },
  {
    name: 'a move forgets its first time',
    file: 'src/usecases/booking/bookingChanges.ts',
    find: 'firstStart: deal.firstStart ?? before,',
    put: 'firstStart: start,',
    seenBy: { file: 'calendarMoves.long.test.ts', test: 'R1: with its event to any time' },
  },
  {
    name: 'a move is dated by the hour that it leaves',
    file: move,
    find: "kind: 'deal/reschedule' }, moment)",
    put: "kind: 'deal/reschedule' }, { ...moment, now: deal.start ?? moment.now })",
    seenBy: { file: 'calendarMoves.long.test.ts', test: 'G5, R1: to a free slot' },
  },
  {
    name: 'a moved booking leaves its old event',
    file: move,
    find: "freed: deal.eventId === '' || deal.eventId === slot.eventId ? [] : [{ eventId: deal.eventId, summary: restSummary }],",
    put: 'freed: [],',
    seenBy: { file: 'calendarMoves.long.test.ts', test: 'G5, R1: to a free slot' },
  },
  {
    name: 'a move keeps the end',
    file: move,
    find: 'return { start: slot.start, end: end <= slot.event.end ? end : slot.event.end }',
    put: 'return { start: slot.start, end: deal.end ?? end }',
    seenBy: { file: 'calendarMoves.long.test.ts', test: 'G5, R1: to a free slot: six calls and one for the rest' },
  },
  {
    name: 'undo sells the hour twice',
    file: undo,
    find: 'if (given === taken) return null',
    put: 'if (given !== "") return null',
    seenBy: { file: 'undoEverything.long.test.ts', test: 'a change undone at once' },
  },
  {
    // That it is left out of the fields put back is no guard of its own: a row's next version is one more, whatever stands among its fields.
    name: 'undo leaves the version',
    file: undo,
    find: 'const after = nextVersion(deal, before)',
    put: 'const after = { ...nextVersion(deal, before), version: deal.version }',
    seenBy: { file: 'undoEverything.long.test.ts', test: 'a call noted (I5) sent twice by one page' },
  },
  {
    name: 'undo books what is not free',
    file: undo,
    find: "return event === null || !isStillFree(event, after, desk) ? 'lost' : rebook(after, event)",
    put: "return event === null ? 'lost' : rebook(after, event)",
    seenBy: { file: 'wayBack.test.ts', test: 'booked, refused by the client, taken back where the hour is another’s by now it is refused' },
  },
  {
    name: 'a refused booking keeps its event',
    file: moved,
    find: "...(deal.stage === 'assigned' ? { eventId: '' } : {})",
    put: '',
    seenBy: { file: 'wayBack.test.ts', test: 'booked, refused by the client, taken back' },
  },
  {
    name: 'a release frees nothing',
    file: moved,
    find: 'const calendar = releases(deal, input.to) ? release(deal) : null',
    put: 'const calendar = releases(deal, input.to) && moment.now === "" ? release(deal) : null',
    seenBy: { file: 'wayBack.test.ts', test: 'booked, refused by the client, taken back the hour is booked again' },
  },
  {
    name: 'a booking gets the end of the slot',
    file: book,
    find: 'end: bookedEnd(input),',
    put: 'end: input.slot.event.end,',
    seenBy: { file: 'calendarBoard.long.test.ts', test: '90 minutes over two adjoining slots the first is booked longer' },
  },
  {
    name: 'a booking gets another consultant',
    file: book,
    find: '    consultant: input.consultant,\n    topic',
    put: "    consultant: 'ММ',\n    topic",
  },
  {
    name: 'another’s hold is passed by',
    file: 'src/usecases/booking/slotHolds.ts',
    find: 'hold.who !== who.email)\n  return held',
    put: "hold.who === '')\n  return held",
    seenBy: { file: 'twoOfEach.long.test.ts', test: '«Держу» by two people at the same time of one hour exactly one holds it' },
  },
]
