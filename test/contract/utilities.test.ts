/** Utilities: what depends on the world; the rest are probes (probes/utilities.ts). */
import { probe, probeError, probeRecord, probeWorld } from './probe'

const format = ([iso, zone, pattern]: [string, string, string]): string => Utilities.formatDate(new Date(iso), zone, pattern)

test('assumed: or GMT stands for a zone nobody knows', () => {
  const world = probeWorld({ platform: { unknownZone: 'gmt' } })
  expect(probe(world, format, { argument: ['2026-11-23T06:00:00Z', 'Москва', 'HH:mm'] })).toBe('06:00')
})

test('the letter z in a zone whose name is not known here is not emulated', () => {
  const argument = ['2026-11-23T06:00:00Z', 'America/New_York', 'z']
  expect(probeError(probeWorld(), format, { argument })).toBe('Error: Utilities.formatDate letter "z" in America/New_York is not emulated')
})

describe('Utilities: the rest', () => {
  test('documented: a UUID; the same world gives the same one', () => {
    const uuid = (): string => Utilities.getUuid()
    const first = probe(probeWorld(), uuid)
    expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(probe(probeWorld(), uuid)).toBe(first)
    expect(probe(probeWorld(), () => new Set([Utilities.getUuid(), Utilities.getUuid()]).size)).toBe(2)
  })

  test('documented: sleep takes its time, five minutes at most', () => {
    expect(probeRecord(probeWorld(), () => Utilities.sleep(2000)).modelledSeconds).toBe(3)
    expect(probeError(probeWorld(), () => Utilities.sleep(300_001))).toBe('Exception: Invalid argument: milliseconds')
  })
})
