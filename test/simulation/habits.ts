/** Who does what how often: a working day of the office, its clients, its experts, and of Google's bad days. */

interface Habit {
  /** On the average. */
  readonly perDay: number
  /** Opening and closing hour. */
  readonly hours: readonly [number, number]
  /** 1 = Monday. */
  readonly days: readonly number[]
  /** Days of the month; absent = any. */
  readonly dates?: readonly number[]
  /** As often in a big office as in a small one. */
  readonly isFixed?: boolean
}

const working = [1, 2, 3, 4, 5]
const always = [1, 2, 3, 4, 5, 6, 7]
const atWork = (perDay: number): Habit => ({ perDay, hours: [9, 18], days: working })
const rarely = (perDay: number): Habit => ({ ...atWork(perDay), isFixed: true })
const anyTime = (perDay: number): Habit => ({ perDay, hours: [7, 23], days: always })
const seldom = (perDay: number): Habit => ({ ...anyTime(perDay), isFixed: true })
const friday = (perDay: number): Habit => ({ perDay, hours: [15, 18], days: [5], isFixed: true })
const inMonth = (perDay: number, ...dates: number[]): Habit => ({ perDay, hours: [9, 18], days: always, dates, isFixed: true })

export const habits: Readonly<Record<string, Habit>> = {
  // Clients, by all channels
  'client/form': anyTime(1.1),
  'client/formTwice': seldom(0.12),
  'client/formsTogether': seldom(0.15),
  'client/formBroken': seldom(0.08),
  'client/letter': atWork(0.5),
  'client/phone': atWork(0.6),
  'client/feedback': anyTime(0.4),
  'client/leaves': seldom(0.03),
  'client/lookedAt': seldom(0.1),
  'client/visit': anyTime(0.7),
  'client/ownForm': anyTime(0.3),
  // Two office managers
  'manager/call': atWork(3),
  'manager/callAgain': rarely(0.1),
  'manager/accept': atWork(3.2),
  'manager/book': atWork(4),
  'manager/bookStolen': rarely(0.12),
  'manager/bookOverlapped': rarely(0.1),
  'manager/bookTwice': rarely(0.2),
  'manager/bookTogether': rarely(0.25),
  'manager/hold': rarely(0.15),
  'manager/reschedule': atWork(0.25),
  'manager/rescheduleAt': atWork(0.2),
  'manager/reassign': atWork(0.2),
  'manager/release': atWork(0.15),
  'manager/lose': atWork(0.15),
  'manager/undo': rarely(0.25),
  'manager/lateSave': rarely(0.2),
  'manager/savedTogether': rarely(0.25),
  'manager/sentTogether': rarely(0.15),
  'manager/tickMeanwhile': rarely(0.15),
  'manager/fill': atWork(0.6),
  'manager/resolve': atWork(0.6),
  'manager/merge': rarely(0.06),
  'manager/join': rarely(0.06),
  'manager/send': atWork(0.4),
  'manager/takeReport': rarely(0.2),
  'manager/heldForExpert': rarely(0.2),
  'manager/askExternal': rarely(0.25),
  'manager/settleWish': rarely(0.4),
  'manager/import': inMonth(0.5, 12),
  'manager/screens': rarely(0.3),
  // Consultants: diligent, forgetful, ill; externals
  'consultant/offer': atWork(7),
  'consultant/series': rarely(0.1),
  'consultant/held': { ...atWork(3.5), hours: [10, 19] },
  'consultant/heldBadly': rarely(0.25),
  'consultant/bookOwn': rarely(0.25),
  'consultant/bookByHand': rarely(0.2),
  'consultant/drag': rarely(0.3),
  'consultant/dragOnto': rarely(0.1),
  'consultant/rename': rarely(0.15),
  'consultant/deleteBooked': rarely(0.12),
  'consultant/deleteFree': rarely(0.2),
  'consultant/restore': rarely(0.1),
  'consultant/copy': rarely(0.1),
  'consultant/reason': rarely(0.25),
  'consultant/cannotHold': rarely(0.1),
  'consultant/ill': rarely(0.06),
  'consultant/attach': rarely(0.08),
  'consultant/marks': rarely(0.4),
  'consultant/endSeries': rarely(0.05),
  'consultant/heldLate': rarely(0.2),
  'expert/report': rarely(0.3),
  // Director, project managers, PR
  'director/decide': rarely(0.3),
  'director/reopen': rarely(0.1),
  'director/settings': rarely(0.05),
  'director/look': rarely(0.2),
  'director/nextYear': inMonth(0.3, 21, 22, 23),
  'director/approve': inMonth(1, 3, 4),
  'director/tell': inMonth(0.7, 4, 5),
  'director/publish': inMonth(0.8, 4, 5),
  'director/pay': inMonth(0.8, 2, 5),
  'director/count': inMonth(0.8, 6),
  // Fridays
  'friday/close': friday(1.5),
  'friday/undo': friday(0.2),
  'friday/feedback': friday(0.8),
  // amoCRM and Planfix, where they are connected
  'amo/arrives': anyTime(0.3),
  'amo/move': atWork(0.4),
  'amo/fill': atWork(0.5),
  'amo/remove': rarely(0.05),
  'amo/down': seldom(0.2),
  'planfix/done': rarely(0.3),
  'planfix/down': seldom(0.2),
  // Hands in the sheets
  'hand/legal': rarely(0.3),
  'hand/forbidden': rarely(0.25),
  'hand/sort': rarely(0.12),
  'hand/sortDuring': rarely(0.08),
  'hand/moveColumn': rarely(0.06),
  'hand/deleteRow': rarely(0.05),
  'hand/strayRow': rarely(0.05),
  'hand/paste': rarely(0.05),
  // Google and the script
  'google/forgetToken': seldom(0.1),
  'google/mailDown': seldom(0.08),
  'google/mailUp': seldom(0.25),
  'google/cacheLost': seldom(0.2),
  'google/eventRefused': seldom(0.05),
  'google/lockTaken': seldom(0.08),
  'google/lockLost': seldom(0.08),
  'google/cacheOld': seldom(0.1),
  'google/hourWithout': seldom(0.05),
  'google/redeploy': { ...seldom(0.04), days: working },
  tick: { perDay: 6, hours: [8, 20], days: working, isFixed: true },
  'tick/weekend': { perDay: 2, hours: [9, 20], days: [6, 7], isFixed: true },
  'tick/twice': seldom(0.1),
  'tick/together': seldom(0.1),
  rest: { perDay: 1, hours: [21, 22], days: [2, 5], isFixed: true },
}
