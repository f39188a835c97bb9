/** «Нарушения»: what was not met by its time. */
import { breachKey, countsAsBreach, noBreaches } from '../../../src/domain/obligations/breach'
import { breachOf, isNewBreach, metLate } from '../../../src/usecases/control/breaches'
import { controlLine } from '../../fixtures/lines'

test('a line that went after its time is a breach, one that still stands is the tick’s', () => {
  const late = controlLine({ due: '2026-11-23T08:00' })
  expect(metLate([late], [], '2026-11-23T08:00')).toEqual([])
  expect(metLate([late], [], '2026-11-23T08:01')).toEqual([late])
  expect(metLate([late], [{ ...late, detail: 'иначе' }], '2026-11-23T08:01')).toEqual([])
  expect(metLate([{ ...late, breached: '2026-11-23T08:05' }], [], '2026-11-23T09:00')).toEqual([])
  expect(breachKey(late)).toBe('I5.call:41721:2026-11-23T08:00')
  expect(Object.keys(noBreaches).map(countsAsBreach)).toEqual([false, false, false, false])
})

test.each<[string, Parameters<typeof controlLine>[0], string, boolean]>([
  ['at its minute it is in time', {}, '2026-11-23T14:10', false],
  ['a minute later', {}, '2026-11-23T14:11', true],
  ['written down already', { breached: '2026-11-23T14:20' }, '2026-11-23T15:00', false],
  ['its time is the start itself', { key: 'A4.hold' }, '2026-11-23T15:00', false],
  ['nobody owes it', { key: 'G7.quota' }, '2026-11-23T15:00', false],
])('%s', (_, part, now, isNew) => {
  expect(isNewBreach(controlLine(part), now)).toBe(isNew)
})

test('a row says which obligation, when its time passed, and when it was noted', () => {
  expect(breachOf(controlLine(), '2026-11-23T14:20')).toEqual({
    key: 'I5.call:41721:2026-11-23T14:10',
    at: '2026-11-23T14:10',
    clause: 'I5',
    obligation: 'I5.call',
    dealId: 41721,
    subject: 'Позвонить: АНО «Маяк»',
    who: 'офис-менеджер',
    noted: '2026-11-23T14:20',
  })
})
