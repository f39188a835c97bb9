/** What was kept somewhere is decoded, and whatever else stands there is the fallback. */
import * as v from 'valibot'
import { emptyDeal } from '../../src/domain/deal/deal'
import { readExpertReport } from '../../src/domain/external/expertReport'
import { readFrozen } from '../../src/domain/month/frozen'
import { decoded } from '../../src/domain/register/stored'
import { changeIn, foldJournal } from '../../src/usecases/register/journal'
import { readableService, type ServiceState, serviceKeys } from '../../src/usecases/register/service'

const garbage = ['{', 'null', '[]', '"x"', '123abc', '-5', 'ЫЫЫ', '', '{"__proto__":1}', 'true', '{"a":5}', '[null]']

test.each(garbage)('%s is no list of initials, no report, no numbers of a month and no change', (text) => {
  expect(decoded(v.array(v.pipe(v.string(), v.minLength(2))), text, ['ММ'])).toEqual(text === '[]' ? [] : ['ММ'])
  expect([readExpertReport(text), readFrozen(text), changeIn({ change: text })]).toEqual([null, null, null])
})

test('what fits is taken as it is', () => {
  expect(decoded(v.array(v.string()), '["ММ","СБ"]', [])).toEqual(['ММ', 'СБ'])
  expect(changeIn({ change: '{"stage":["accepted","assigned"]}' })).toEqual({ stage: ['accepted', 'assigned'] })
})

test('a report of whose fields one is of another kind is none', () => {
  const report = { topic: 6, minutes: 60, content: 'Устав', recommendations: 'Принять' }
  expect(readExpertReport(JSON.stringify(report))).toMatchObject(report)
  expect(readExpertReport(JSON.stringify({ ...report, recommendations: 5 }))).toBeNull()
})

test('the fold of a journal leaves out what cannot be read', () => {
  const lines = ['{"id":[null,7]}', '{', '{"version":[1,3]}'].map((change) => ({ change }))
  expect(foldJournal(emptyDeal, lines)).toEqual({ ...emptyDeal, id: 7, version: 3 })
})

describe('«Служебное»', () => {
  const fresh = Object.fromEntries(serviceKeys.map((key) => [key, ''])) as unknown as ServiceState
  const filled: ServiceState = { ...fresh, schemaVersion: '4', lastDealId: '41720', lastClientId: '66', heartbeat: '2026-11-23T09:00' }

  test('a register in order has nothing that cannot be read', () => {
    expect(readableService(filled)).toEqual({ state: filled, garbled: [] })
  })

  test.each([
    ['schemaVersion', '46350'],
    ['schemaVersion', ''],
    ['lastDealId', '41 720'],
    ['heartbeat', '2026-13-01T09:00'],
    ['heartbeat', '46350.375'],
    ['archives', '46350'],
    ['checkedDay', '2026-11-23T09:00'],
    ['syncToken', 'два слова'],
    ['holds', '[{"eventId":"a"}]'],
  ] as const)('%s: «%s»', (key, value) => {
    expect(readableService({ ...filled, [key]: value })).toEqual({ state: { ...filled, [key]: '' }, garbled: [key] })
  })
})
