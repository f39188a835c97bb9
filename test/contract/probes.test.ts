/** Every probe, put to the emulator; a world of its own for each. */
import type { World } from '../../emulator/world/types'
import { probe, probeWorld } from './probe'
import { drive } from './probes/drive'
import { formulas } from './probes/formulas'
import { type AnyProbe, type Scratch, tools } from './probes/kinds'
import { language } from './probes/language'
import { lock } from './probes/lock'
import { scriptApp } from './probes/scriptApp'
import { sheets } from './probes/sheets'
import { spreadsheetApp } from './probes/spreadsheetApp'
import { stores } from './probes/stores'
import { utilities } from './probes/utilities'

const services: readonly (readonly [service: string, probes: readonly AnyProbe[]])[] = [
  ['Drive', drive],
  ['formulas', formulas],
  ['language', language],
  ['lock', lock],
  ['ScriptApp and HtmlService', scriptApp],
  ['Sheets', sheets],
  ['SpreadsheetApp', spreadsheetApp],
  ['properties and cache', stores],
  ['Utilities', utilities],
]

/** The first sheet of a new world is the scratch. */
function scratchOf(world: World): Scratch {
  const book = world.state.spreadsheets[world.state.boundSpreadsheetId]
  const [sheet] = book?.sheets ?? []
  if (!book || !sheet) throw new Error('a new world has a sheet')
  return { spreadsheetId: book.id, sheetName: sheet.title, sheetId: sheet.sheetId }
}

/** A probe and the tools as one source: nothing else of the test reaches the script. */
function answerOf({ run, given }: AnyProbe): unknown {
  const world = probeWorld()
  const method = (source: string): string => (/^(async )?(function|\(|\w+ *=>)/.test(source) ? source : `function ${source}`)
  const source = `(argument) => (${method(run.toString())})(argument.scratch, argument.given, { failure: ${method(tools.failure.toString())} })`
  const code = { toString: () => source } as unknown as () => unknown
  return probe(world, code, { entry: 'menu', argument: { scratch: scratchOf(world), given: given ?? null } })
}

describe.each(services)('%s', (_service, probes) => {
  test.each(probes.map((one) => [`${one.label}: ${one.name}`, one] as const))('%s', (_name, one) => {
    expect(answerOf(one)).toEqual(one.expect)
  })
})

test('names are their own within a service, and what is given is JSON', () => {
  for (const [, probes] of services) {
    expect(new Set(probes.map(({ name }) => name)).size).toBe(probes.length)
    for (const { given, expect: wanted } of probes) {
      expect(JSON.parse(JSON.stringify({ given: given ?? null, wanted }))).toEqual({ given: given ?? null, wanted })
    }
  }
})
