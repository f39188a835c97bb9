/** G1: last week’s slots proposed for another week. */
import { repeatWeek } from '../../../src/usecases/calendar/repeatWeek'
import { answerBy, changesBy, eventAt, type Given, knownTo, lookOf, planOf, refusalOf, shownBy, whoMay } from '../../fixtures/known'
import { callers, everyOffice } from '../../fixtures/staff'

const tuesday = eventAt('2026-11-24T10:00', '2026-11-24T12:00')
const booked = eventAt('2026-11-25T14:00', '2026-11-25T15:00', 'ММ_АНО «Маяк»')
const others = eventAt('2026-11-26T10:00', '2026-11-26T11:00', 'СБ консультация')
const standing = eventAt('2026-12-02T14:30', '2026-12-02T15:30')
const given: Given = { events: [tuesday, booked, others, standing], who: callers.own }
const look = { consultant: 'ММ', monday: null, apply: false }
const apply = { ...look, apply: true }

test('next week, seven days later; what is taken there says why', () => {
  expect(shownBy(repeatWeek, look, given)).toMatchObject({
    monday: '2026-11-30',
    written: 0,
    slots: [
      { start: '2026-12-01T10:00', end: '2026-12-01T12:00', why: '' },
      { start: '2026-12-02T14:00', end: '2026-12-02T15:00', why: 'в это время уже есть слот или запись' },
    ],
  })
})

test('any day of a week stands for its Monday; two weeks are read', () => {
  expect(shownBy(repeatWeek, { ...look, monday: '2026-12-05' }, given)).toMatchObject({ monday: '2026-11-30', slots: { length: 2 } })
  const early = eventAt('2026-11-22T10:00', '2026-11-22T11:00')
  const late = eventAt('2026-12-07T00:00', '2026-12-07T01:00')
  expect(knownTo(repeatWeek, look, { events: [early, tuesday, standing, late] }).events).toEqual([tuesday, standing])
})

test('only what can be written is written, under an id that follows from consultant and time', () => {
  expect(changesBy(repeatWeek, apply, given).calendar).toEqual({
    kind: 'slots',
    slots: [{ eventId: 'deskslot41c41ct202612011000', summary: 'ММ консультация', start: '2026-12-01T10:00', end: '2026-12-01T12:00' }],
  })
  expect(answerBy(repeatWeek, apply, given)).toMatchObject({ monday: '2026-11-30', written: 1, slots: { length: 2 } })
})

test('it only looks where nothing is to be written', () => {
  expect([look, apply].map((input) => repeatWeek.looks?.(input))).toEqual([true, false])
})

test('for himself, and the office for everybody', () => {
  expect(whoMay(repeatWeek, apply, { events: given.events ?? [] })).toEqual([...everyOffice, 'own'])
  expect(whoMay(repeatWeek, { ...apply, consultant: 'СБ' }, { events: given.events ?? [] })).toEqual([...everyOffice, 'other'])
})

test.each(['ЯЯ', ''])('«%s» is no consultant', (consultant) => {
  expect(refusalOf(repeatWeek, { ...apply, consultant }, given)).toEqual({ code: 'consultantUnknown', initials: consultant })
  expect(lookOf(repeatWeek, { ...look, consultant }, given).ok).toBe(false)
})

test('a week without slots asks for nothing to be written', () => {
  expect(planOf(repeatWeek, apply, { ...given, events: [] })).toMatchObject({ ok: true, changes: { calendar: { slots: [] } } })
})
