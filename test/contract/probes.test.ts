/** Every probe, put to the emulator; a world of its own for each. */

import type { World } from '../../emulator/world/types'
import { repositoryFiles } from '../repository/files'
import { probe, probeWorld } from './probe'
import { allProbes, askedOf, services } from './probes/all'
import { type AnyProbe, type Scratch, tools } from './probes/kinds'

/** The first sheet of a new world is the scratch. */
function scratchOf(world: World): Scratch {
  const book = world.state.spreadsheets[world.state.boundSpreadsheetId]
  const [sheet] = book?.sheets ?? []
  const [calendarId] = Object.keys(world.state.calendars)
  if (!book || !sheet || !calendarId) throw new Error('a new world has a sheet and a calendar')
  return { spreadsheetId: book.id, sheetName: sheet.title, sheetId: sheet.sheetId, calendarId }
}

/** A probe and the tools as one source: nothing else of the test reaches the script. */
function answerOf({ run, given }: AnyProbe): unknown {
  const world = probeWorld()
  const method = (source: string): string => (/^(async )?(function|\(|\w+ *=>)/.test(source) ? source : `function ${source}`)
  const source = `(argument) => (${method(run.toString())})(argument.scratch, argument.given, { failure: ${method(tools.failure.toString())} }) ?? null`
  const code = { toString: () => source } as unknown as () => unknown
  return probe(world, code, { entry: 'menu', argument: { scratch: scratchOf(world), given: given ?? null } })
}

describe.each(Object.entries(services))('%s', (_service, probes) => {
  test.each(probes.map((one) => [`${one.label}: ${one.name}`, one] as const))('%s', (_name, one) => {
    expect(answerOf(one)).toEqual(one.expect)
  })
})

test('names are their own, and what is given is JSON', () => {
  expect(new Set(allProbes.map(({ key }) => key)).size).toBe(allProbes.length)
  for (const { probe: one } of allProbes) {
    const { given, expect: wanted } = one
    expect(JSON.parse(JSON.stringify({ given: given ?? null, wanted }))).toEqual({ given: given ?? null, wanted })
  }
})

test('each contract file goes through probes, or says why it cannot', () => {
  const files = repositoryFiles('test/contract')
    .filter((path) => /^test\/contract\/[\w]+\.test\.ts$/.test(path))
    .map((path) => path.slice('test/contract/'.length))
    .filter((name) => name !== 'probes.test.ts' && name !== 'conformance.test.ts')
  expect(Object.keys(askedOf).sort()).toEqual(files.sort())
  const missing = Object.entries(askedOf).flatMap(([file, { by, left }]) => [
    ...by.filter((service) => services[service] === undefined).map((service) => `${file}: ${service}`),
    ...(left === '' ? [file] : []),
  ])
  expect(missing).toEqual([])
})
