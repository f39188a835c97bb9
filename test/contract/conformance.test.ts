/** The script project of the probes, run as a stranger's script would: in portions, killed and taken up again; what a bent Google answers is found. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ways } from '../../emulator/services/calendar/rules'
import { platformOf } from '../../emulator/world/platform/settings'
import type { PlatformSettings } from '../../emulator/world/state/stateParts'
import type { ExecutionRecord, World } from '../../emulator/world/types'
import { createWorld } from '../../emulator/world/world'
import { jsonOf, root } from '../repository/files'
import { buildConformance } from './conformance/build'
import { compare, type GoogleAnswers, observedAfter } from './conformance/compare'

import { platformPage } from './conformance/table'
import { allProbes } from './probes/all'

const stranger = 'stranger@example.net'
const folder = mkdtempSync(join(tmpdir(), 'conformance-'))

/** build.mjs is a module of its own, which Jest does not load. */
const buildCode = async (options: object): Promise<string> => {
  const code = `import('${join(root, 'build.mjs')}').then(async (m) => process.stdout.write(await m.buildCode(${JSON.stringify(options)})))`
  return execFileSync(process.execPath, ['-e', code], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 })
}

beforeAll(() => buildConformance(root, folder, buildCode))

const strangersWorld = (platform: Partial<PlatformSettings> = {}): World =>
  createWorld({ distFolder: folder, owner: stranger, platform: { minuteQuotas: true, ...platform } })
const run = (world: World, faults: Parameters<World['invoke']>[1] = []): ExecutionRecord =>
  world.invoke({ fn: 'runProbes', entry: 'menu', user: stranger }, faults)

/** Portions until it says that it is done. */
function runToEnd(world: World): ExecutionRecord[] {
  const records = [run(world)]
  while (!String(records.at(-1)?.value).startsWith('Готово')) {
    if (records.length > 10 || records.at(-1)?.error) throw new Error(records.at(-1)?.error?.message ?? 'no end')
    records.push(run(world))
  }
  return records
}

const resultOf = (world: World): GoogleAnswers => {
  const file = world.state.files.find(({ name }) => name === 'conformance.json')
  return JSON.parse(Buffer.from(file?.base64 ?? '', 'base64').toString('utf8')) as GoogleAnswers
}

test('portions of less than six minutes, under the quotas of a minute; the comparison finds nothing', () => {
  const world = strangersWorld()
  const records = runToEnd(world)
  expect(records.length).toBeGreaterThan(1)
  expect(records.filter(({ modelledSeconds }) => modelledSeconds > 330)).toEqual([])
  expect(platformOf(world.state).minuteQuotas).toBe(true)
  expect(compare(resultOf(world))).toEqual({ same: allProbes.map(({ key }) => key), different: [], missing: [], unknown: [] })
  process.stdout.write(
    `${allProbes.length} probes, ${records.length} portions, the longest ${Math.max(...records.map((one) => one.modelledSeconds)).toFixed(0)} s\n`,
  )
})

test('killed twice in the middle, it goes on where it was; nothing is asked twice, nothing left out', () => {
  const world = strangersWorld()
  for (const at of [120, 95]) expect(run(world, [{ at, kind: 'killAfter' }]).error?.name).toBe('Killed')
  runToEnd(world)
  expect(compare(resultOf(world))).toMatchObject({ different: [], missing: [], unknown: [] })
  const book = Object.values(world.state.spreadsheets).find(({ title }) => title.startsWith('Проверка Google'))
  const keys = book?.sheets.find(({ title }) => title === 'Ответы')?.cells.map((row) => row?.[0])
  expect(keys).toEqual(allProbes.map(({ key }) => key))
})

test("it touches nothing of the account's own, and cleans up behind itself", () => {
  const world = strangersWorld()
  const before = JSON.stringify([world.state.spreadsheets, world.state.calendars])
  runToEnd(world)
  const own = { ...world.state.spreadsheets }
  for (const id of Object.keys(own)) if (id !== world.state.boundSpreadsheetId) delete own[id]
  world.invoke({ fn: 'cleanUp', entry: 'menu', user: stranger })
  expect(JSON.stringify([own, world.state.calendars])).toBe(before)
  expect([world.state.letters, world.state.triggers]).toEqual([[], []])
})

test('its answers name no person', () => {
  const world = strangersWorld()
  runToEnd(world)
  expect(JSON.stringify(resultOf(world))).not.toContain(stranger)
})

test('three behaviours bent on purpose are found, and only those', () => {
  const world = strangersWorld({ unknownZone: 'gmt', fetchAddress: 100_000 })
  expect(ways.deletedDetails).toContain('bare')
  run(world)
  for (const calendar of Object.values(world.state.calendars)) calendar.rules = { deletedDetails: 'bare' }
  runToEnd(world)
  const { different, missing } = compare(resultOf(world))
  expect(missing).toEqual([])
  expect(different.map(({ key }) => key)).toEqual([
    'Utilities: formatDate: an unknown zone',
    'Calendar: lists: showDeleted brings a deleted event with its title',
    'In a working office: a zone that nobody knows is refused',
    'In a working office: an address of more than 2 KB',
  ])
  expect(different[1]).toMatchObject({ expected: [0, [['cancelled', 'показать']]], answered: [0, [['cancelled', null]]] })
})

test('what Google confirms is observed from that day, what it contradicts no longer', () => {
  const [one, two, three] = allProbes
  if (!one || !two || !three) throw new Error('there are probes')
  const file = { at: '2026-12-01T10:00:00Z', answers: { [one.key]: one.probe.expect, [two.key]: 'otherwise', gone: 1 } }
  const found = compare(file)
  expect([found.same, found.different.map(({ key }) => key), found.unknown]).toEqual([[one.key], [two.key], ['gone']])
  const before = { [two.key]: '2026-11-01', [three.key]: '2026-11-01' }
  expect(observedAfter(before, file, found)).toEqual({ [one.key]: '2026-12-01', [three.key]: '2026-11-01' })
  expect(platformPage({ [one.key]: '2026-12-01' })).toContain('observed 2026-12-01')
})

test('docs/platform.md is what the probes say (npm run conformance -- --table)', () => {
  expect(readFileSync(join(root, 'docs/platform.md'), 'utf8')).toBe(`${platformPage(jsonOf('test/contract/conformance/observed.json'))}\n`)
})
