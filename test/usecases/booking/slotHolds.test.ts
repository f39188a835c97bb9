/** «Держу»: an hour kept for ten minutes. */
import { hold, holdsAfterBooking, release, withHolds } from '../../../src/usecases/booking/slotHolds'
import { answerBy, changesBy, deskOf, momentOf, planOf, refusalOf, whoMay } from '../../fixtures/known'
import { callers, everyOffice, everyReader } from '../../fixtures/staff'

const hour = { eventId: 'event-1', start: '2026-11-25T10:00' }
const other = { eventId: 'event-2', start: '2026-11-25T12:00' }
const by = (who: { email: string; name: string }, slot = hour, until = '2026-11-23T09:10') => ({
  ...slot,
  who: who.email,
  name: who.name,
  until,
})
const { officeManager, director } = callers
const cell = (...holds: object[]) => ({ service: { holds: JSON.stringify(holds) } })
const heldBy = (input: typeof hour, given = {}) => JSON.parse(changesBy(hold, input, given).service.holds ?? '')

test('for ten minutes, in one cell', () => {
  expect(heldBy(hour)).toEqual([by(officeManager)])
  expect(answerBy(hold, hour)).toEqual({ holds: [by(officeManager)] })
})

test('one hour at a time: his earlier one goes, somebody else’s stays', () => {
  const given = cell(by(officeManager, other), by(director, other))
  expect(heldBy(hour, given)).toEqual([by(director, other), by(officeManager)])
})

test('taken by somebody else: refused until its minute, not from it on', () => {
  const given = cell(by(director, hour, '2026-11-23T09:01'))
  expect(refusalOf(hold, hour, given)).toEqual({ code: 'slotHeld', who: 'Михайлова Марина', until: '2026-11-23T09:01' })
  expect(planOf(hold, hour, { ...given, now: '2026-11-23T09:01' }).ok).toBe(true)
  expect(planOf(hold, { ...hour, start: '2026-11-25T11:00' }, given).ok).toBe(true)
})

test('let go: his own and this hour only; the cell is empty where nobody holds anything', () => {
  expect(changesBy(release, hour, cell(by(officeManager))).service).toEqual({ holds: '' })
  expect(answerBy(release, hour, cell(by(officeManager), by(director, other)))).toEqual({ holds: [by(director, other)] })
  expect(answerBy(release, hour, cell(by(director)))).toEqual({ holds: [by(director)] })
})

test.each(['', 'не держать', '{}'])('a cell that holds «%s» holds nothing', (holds) => {
  expect(heldBy(hour, { service: { holds } })).toEqual([by(officeManager)])
})

test('a list of slots names who holds each, but not to himself', () => {
  const desk = deskOf(cell(by(director), by(officeManager, other)))
  expect(withHolds([hour, other], desk, momentOf())).toEqual([
    { ...hour, heldBy: 'Михайлова Марина', heldUntil: '2026-11-23T09:10' },
    other,
  ])
})

test('a booking ends the holds of its event', () => {
  const desk = deskOf(cell(by(director), by(officeManager, other)))
  expect(JSON.parse(holdsAfterBooking(['event-1'], desk, '2026-11-23T09:00'))).toEqual([by(officeManager, other)])
  expect(holdsAfterBooking(['event-1', 'event-2'], desk, '2026-11-23T09:00')).toBe('')
})

test('whoever books may hold; whoever reads may let go what is his', () => {
  expect(whoMay(hold, hour)).toEqual([...everyOffice, 'own', 'other'])
  expect(whoMay(release, hour)).toEqual(everyReader)
})
