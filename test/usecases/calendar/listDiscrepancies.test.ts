/** «Расхождения»: which lines the caller sees, and what he may choose. */
import { type DiscrepancyLine, list, openCount, readKey } from '../../../src/usecases/calendar/listDiscrepancies'
import { type Given, knownTo, shownBy, whoMay } from '../../fixtures/known'
import { callers, everyReader } from '../../fixtures/staff'

const line = (part: Partial<DiscrepancyLine> = {}): DiscrepancyLine => ({
  key: 'limit:event-1',
  at: '2026-11-23T08:00',
  event: 'ММ_АНО «Маяк», пн 30 ноября, 10:00',
  what: 'перенесена дальше разрешённого',
  consultant: 'ММ',
  dealId: 41721,
  proposed: 'вернуть как было; переназначить; принять с причиной; записать на сделку',
  solved: '',
  ...part,
})
const unread = line({ key: 'unread:event-2', consultant: 'СБ', dealId: null })
const nobody = line({ key: 'unread:event-3', consultant: '', dealId: null })
const decided = line({ key: 'overlap:event-4', solved: 'переназначить (Титова Ольга)' })
const rows = [line(), unread, nobody, decided, {}, line({ key: 'riddle:event-5' })]
const given: Given = { sheets: { discrepancies: rows } }
const keys = (who: Given['who']) => shownBy(list, {}, { ...given, ...(who && { who }) }).items.map(({ key }) => key)

test('open ones, of bookings first, then the newest; what is decided or cannot be read is no line', () => {
  expect(keys(callers.officeManager)).toEqual(['limit:event-1', 'unread:event-3', 'unread:event-2'])
})

test('a consultant sees his own', () => {
  expect(keys(callers.own)).toEqual(['limit:event-1'])
  expect(keys(callers.other)).toEqual(['unread:event-2'])
  expect(keys(callers.prManager)).toEqual([])
})

test.each([
  ['the office', callers.officeManager, ['putBack', 'reassign', 'accept']],
  ['a consultant mends titles and puts back', callers.own, ['putBack']],
] as const)('%s', (_, who, expected) => {
  const [item] = shownBy(list, {}, { sheets: { discrepancies: [line()] }, who }).items
  expect(item?.outcomes.map(({ value }) => value)).toEqual(expected)
  expect(item).toMatchObject({ eventId: 'event-1', dealId: 41721 })
})

test('what has to be said beside a choice', () => {
  const [item] = shownBy(list, {}, { sheets: { discrepancies: [line()] } }).items
  expect(item?.outcomes.map(({ needsReason, needsDeal }) => [needsReason, needsDeal])).toEqual([
    [false, false],
    [false, false],
    [true, false],
  ])
  const [booking] = shownBy(list, {}, { sheets: { discrepancies: [line({ key: 'several:event-1', dealId: null })] } }).items
  expect(booking?.outcomes[0]).toMatchObject({ value: 'link', needsDeal: true })
})

test('the count of «Сегодня» is of the lines that the caller sees', () => {
  const columns = { columns: { discrepancies: ['key', 'consultant', 'solved'] } }
  const counting = (who: Given['who']) => openCount(knownTo({ ...list, reads: () => columns }, {}, { ...given, ...(who && { who }) }))
  expect([callers.officeManager, callers.own, callers.prManager].map(counting)).toEqual([4, 2, 0])
})

test('a key names its kind and event', () => {
  expect(readKey('limit:abc:1')).toEqual({ kind: 'limit', eventId: 'abc:1' })
  expect(readKey('riddle:abc')).toBeNull()
})

test('whoever reads may look', () => {
  expect(whoMay(list, {}, given)).toEqual(everyReader)
})
