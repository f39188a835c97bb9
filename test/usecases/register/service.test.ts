/** «Служебное»: what its cells may hold, and what stands in for one that cannot be read. */
import { keyInSheet, readableService, readableVersion, serviceKeys } from '../../../src/usecases/register/service'
import { deskOf } from '../../fixtures/known'

const sound = { ...deskOf().service, schemaVersion: '5' }

test('what the product writes is read as it is', () => {
  const read = { ...sound, heartbeat: '2026-11-23T09:00', archives: '2025,2024', mailWaits: '3', syncToken: 'CPDAlvWDx70CEPDAlvWDx70CGAU=' }
  expect(readableService(read)).toEqual({ state: read, garbled: [] })
})

test.each([
  ['heartbeat', 'вчера'],
  ['holds', '{"eventId":"x"}'],
  ['scanned', '{'],
  ['lastDealId', 'много'],
  ['archives', '1999'],
  ['syncToken', 'два слова'],
] as const)('%s «%s»: empty, and named', (key, cell) => {
  expect(readableService({ ...sound, [key]: cell })).toEqual({ state: { ...sound, [key]: '' }, garbled: [key] })
})

test('the number of the structure', () => {
  expect([readableVersion('5'), readableVersion('0'), readableVersion('пять'), readableVersion('')]).toEqual([5, null, null, null])
})

test('one row a key, by the names of the first registers', () => {
  expect(new Set(serviceKeys.map(keyInSheet)).size).toBe(serviceKeys.length)
  expect(keyInSheet('taskPause')).toBe('planfix')
})
