/** The set-up checklist as a method: who may look, what it reads, what is green. */
import type { CheckFacts } from '../../../src/domain/office/selfCheck.ru'
import { steps } from '../../../src/usecases/register/setUpSteps'
import { type Given, shownBy, whoMay } from '../../fixtures/known'
import { callers, everyReader } from '../../fixtures/staff'

const checks: CheckFacts = {
  zones: { spreadsheet: 'Europe/Moscow', script: 'Europe/Moscow', calendar: 'Europe/Moscow' },
  locale: 'ru_RU',
  calendar: 'ok',
  owner: '',
  triggers: { tick: 1, sheetEdited: 1, sheetChanged: 1 },
  heartbeat: '',
  ranAt: '',
  isPublished: false,
  lettersLeft: 90,
  editors: null,
  issues: 0,
  vault: null,
  garbled: [],
}
const given: Given = { who: callers.director, facts: { checks, isGranted: true } }
const stateOf = (key: string, more: Given = {}) => shownBy(steps, {}, { ...given, ...more }).steps.find((step) => step.key === key)?.state

test('in the order in which they are done, each with its remedy while it is red', () => {
  const all = shownBy(steps, {}, given).steps
  expect(all.map(({ key }) => key)).toEqual(
    'permissions sheets triggers calendar people topics projects workingCalendar access zones pages heartbeat hours deals'.split(' '),
  )
  expect(all.filter(({ state, remedy }) => (state === 'bad' || state === 'warning') && remedy === '')).toEqual([])
})

test.each<[string, string, Given, string]>([
  ['permissions', 'not all', { facts: { checks, isGranted: false } }, 'bad'],
  ['permissions', 'all', {}, 'good'],
  ['calendar', 'for reading only', { facts: { checks: { ...checks, calendar: 'readOnly' }, isGranted: true } }, 'bad'],
  ['people', 'nobody', { office: { people: [] } }, 'bad'],
  ['topics', 'nobody yet', { office: { people: [] } }, 'later'],
  ['projects', 'none', { office: { projects: [] } }, 'warning'],
  ['pages', 'not published', {}, 'bad'],
  ['heartbeat', 'not yet', {}, 'later'],
  ['heartbeat', 'a day ago', { facts: { checks: { ...checks, heartbeat: '2026-11-20T09:00' }, isGranted: true } }, 'bad'],
  ['hours', 'the calendar is not read', {}, 'later'],
  ['deals', 'none yet', { service: { lastDealId: '' } }, 'later'],
  ['deals', 'some', {}, 'good'],
])('%s: %s', (key, _what, more, state) => {
  expect(stateOf(key, more)).toBe(state)
})

test('whoever reads may look', () => {
  expect(whoMay(steps, {})).toEqual(everyReader)
  expect(shownBy(steps, {}, given).mayChange).toBe(true)
  expect(shownBy(steps, {}, { ...given, who: callers.officeManager }).mayChange).toBe(false)
})
