/** Which test files run where: by `npm test`, by `npm run test:long`, and in which time zones. */

/** Projects of jest.config.mjs; the browser's tests are a part of their own. */
export const jestParts = ['unit', 'contract', 'scenarios']

/** Sweeps over every call, every order, a whole quarter: by `npm run test:long` only. */
const long = '\\.long\\.test\\.tsx?$'

/** What computes with days and hours. */
const ofTime = 'test/(domain|contract)/|test/emulator/(ics|runtime|triggers|world)\\.|test/scenarios/(weekStory|zones)\\.'

/** What takes longer, or nothing but pages and files, and says nothing of time that the others do not: in the first zone only. */
const ofOneZone = '(\\.slow|Killed|Races)\\.test\\.tsx?$|test/(repository|sidebar|pages)/'

/** `npm test` runs in the first; the others, in the long run, show that nothing hangs on the zone of the machine. */
export const zones = ['UTC', 'Europe/Moscow', 'America/St_Johns']
/** The office's own zone says least: only what computes with time runs there. */
const officeZone = 'Europe/Moscow'

/** A day of the office; the others in the browser go with the long sweeps. */
const usualPages = 'test/browser/story\\.'

/** Every file of its project. */
export const whole = { projects: jestParts, only: null, never: [] }
export const inBrowser = { ...whole, only: usualPages }
export const furtherInBrowser = { ...whole, never: [usualPages] }

/** Projects, and patterns of paths: files that match `only`, and none of `never`; null = nothing runs there. */
export function selectionOf({ areLong, isFirst, zone }) {
  if (isFirst)
    return areLong ? { projects: ['unit', 'scenarios'], only: long, never: [] } : { projects: jestParts, only: null, never: [long] }
  if (!areLong) return null
  return zone === officeZone
    ? { projects: jestParts, only: ofTime, never: [long] }
    : { projects: jestParts, only: null, never: [long, ofOneZone] }
}
