/** What happened to a deal, newest first. */
import { history } from '../../../src/usecases/card/dealHistory'
import { lineAbout, shownBy, whoMay } from '../../fixtures/known'
import { everyReader } from '../../fixtures/staff'

const line = (version: number, kind: string, change: object, part = {}) => lineAbout({ id: 41721, version }, kind, change, part)
const created = line(1, 'deal/create', { id: [null, 41721], stage: [null, 'accepted'], channel: [null, 'phoneOffice'] })
const lost = line(
  2,
  'deal/move/lost',
  { stage: ['accepted', 'lost'], failure: ['', 'отказ клиента'] },
  { who: 'director@example.org', reason: 'отказ клиента' },
)
const ofClient = { ...line(9, 'client/fill', { municipality: ['', 'Онега'] }), table: 'Клиенты' } as const
const ofOther = { ...line(1, 'deal/create', { id: [null, 5] }), rowId: 5 }

test('the deal’s own lines alone, in words, by the names of people', () => {
  const { lines } = shownBy(history, { id: 41721 }, { journal: [lost, ofClient, ofOther, created] })
  expect(lines.map(({ who, reason }) => [who, reason])).toEqual([
    ['Михайлова Марина', 'отказ клиента'],
    ['Титова Ольга', ''],
  ])
  expect(lines[0]?.text).toContain('Неуспешные')
  expect(lines[1]?.at).toBe('2026-11-23T09:00')
})

test('somebody who is not in «Сотрудники» is told by his address', () => {
  const { lines } = shownBy(history, { id: 41721 }, { journal: [{ ...created, who: 'Google Календарь' }] })
  expect(lines[0]?.who).toBe('Google Календарь')
})

test('whoever reads may look', () => {
  expect(whoMay(history, { id: 41721 })).toEqual(everyReader)
})
