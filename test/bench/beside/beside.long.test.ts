/** The bench beside others: it believes nobody, counts what was damaged, says whom it left out, and draws what it measured. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createBenchOffice } from '../office'
import { deedNames } from './deeds'
import { measureOn } from './measure'
import { pictureOf } from './picture'
import type { Report } from './report'

const folder = (): string => mkdtempSync(join(tmpdir(), 'beside-'))
const desk = createBenchOffice(200)

/** A contender whose four functions are these. */
function contender(code: string) {
  const place = folder()
  writeFileSync(join(place, 'code.js'), code)
  return { who: 'by-hand', code: place } as const
}
const byHand = (change: (code: string) => string = (code) => code) =>
  contender(change(readFileSync(join(__dirname, 'by-hand', 'deeds.js'), 'utf8').replaceAll('export function', 'function')))

describe('what was done is judged by the register', () => {
  test.each([
    ['find', 'return sheet.getRange(row, 1, 1,', 'return sheet.getRange(row + 5, 1, 1,'],
    ['update 10', 'for (const { id, value } of changes)', 'for (const { id, value } of changes.slice(0, 9))'],
    ['insert 50', '.setValues(values)', '.setValues(values.map(() => values[0]))'],
  ])('%s that did not happen stops the bench', (deed, from, to) => {
    expect(() => measureOn({ ...desk, world: desk.world.fork() }, [byHand((code) => code.replace(from, to))])).toThrow(
      `${deed}, by-hand: the register does not show it`,
    )
  })

  test('a cell that nobody asked for is counted', () => {
    const clumsy = byHand((code) => code.replace('.setValue(value)', '.setValue(value).getSheet().getRange(rows.get(id), 4).setValue("")'))
    const { measured } = measureOn({ ...desk, world: desk.world.fork() }, [clumsy])
    const damage = measured.filter(({ who }) => who === 'by-hand').map(({ deed, otherCells }) => [deed, otherCells])
    expect(damage).toEqual(deedNames.map((deed) => [deed, { update: 1, 'update 10': 10, 'update 50': 50 }[deed as string] ?? 0]))
  })
})

describe('the command, with a registry that cannot be reached', () => {
  const place = folder()
  const env = { ...process.env, BESIDE: place, npm_config_registry: 'http://127.0.0.1:9' }
  const printed = execFileSync(process.execPath, ['test/bench/run.mjs', '--beside', '200', '--json'], {
    env,
    encoding: 'utf8',
    stdio: 'pipe',
  })
  const report = JSON.parse(readFileSync(join(place, 'report.json'), 'utf8')) as Report
  const lines = report.sizes.flatMap((size) => size.lines)

  test('libraries are left out by name, the others are measured', () => {
    expect(report.leftOut).toEqual([
      expect.stringMatching(/^sheetquery 1\.5\.2 is left out: /),
      expect.stringMatching(/^@sheetbase\/sheets 1\.1\.0 is left out: /),
    ])
    for (const sentence of report.leftOut) expect(printed).toContain(sentence)
    expect(lines.map(({ deed, who }) => `${deed} ${who}`)).toEqual(
      deedNames.flatMap((deed) => ['product', 'floor', 'by-hand'].map((who) => `${deed} ${who}`)),
    )
  })

  test('nobody is below the floor', () => {
    expect(lines.filter(({ timesFloor }) => timesFloor < 1)).toEqual([])
  })

  test('the picture has a panel for each deed and a dot for each figure', () => {
    const picture = pictureOf(report)
    expect([...picture.matchAll(/font-weight="bold">([^<]+)</g)].map(([, deed]) => deed)).toEqual([...deedNames])
    expect(picture).not.toMatch(/undefined|NaN/)
    expect(picture.match(/<circle[^>]* r="3"/g)).toHaveLength(3 * deedNames.length)
  })
})
