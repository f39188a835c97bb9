/** What the long commands decide without living anything: when a run is blind, what is kept of one that was broken off, what is a story's file. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rareStates } from '../rareStates'
import { storyIn, storyOf } from '../story'
import { livedBeside } from './jobs'
import { Kept, stampOf } from './kept'
import { isInShare } from './share'
import { isBlind, summaryOf } from './summary'
import { noteTally, talliedLines } from './tallies'
import { letterDays, type Told } from './told'

describe('rare states', () => {
  const allButOne = new Set(rareStates.slice(1))

  test('are sixty and more, each named once', () => {
    expect(rareStates.length).toBeGreaterThanOrEqual(60)
    expect(new Set(rareStates).size).toBe(rareStates.length)
  })

  test.each([
    [199, allButOne, false],
    [200, allButOne, true],
    [200, new Set(rareStates), false],
  ] as const)('of %i seeds', (seeds, reached, blind) => expect(isBlind(seeds, reached)).toBe(blind))
})

test('stories together: counts are added, points and states are counted once', () => {
  const one: Told = {
    ...{ seed: '1', steps: 9, executions: 20, deals: 3, history: 'a', violation: null, checks: 50, possiblyDoubled: 1 },
    ...{
      faults: { kill: 2 },
      letters: { perDay: [3, 9], again: 2 },
      states: rareStates.slice(0, 2),
      points: { known: ['p', 'q'], struck: ['p'] },
    },
  }
  const other: Told = {
    ...{ ...one, seed: '2', violation: { step: 4, words: 'K5' }, faults: { kill: 1, quotaDay: 4 } },
    ...{ states: rareStates.slice(1, 3), points: { known: ['q', 'r'], struck: ['r'] } },
  }
  const told = summaryOf([one, other], ['interleavings             9/9'])
  for (const [name, figure] of [
    ['seeds', '2'],
    ['executions', '40'],
    ['deals', '6'],
    ['faults', 'kill 3, quotaDay 4'],
    ['died in stories at', '2/3 calls'],
    ['interleavings', '9/9'],
    ['invariant checks', '100'],
    ['letters a day', 'median 9, most 9; 4 to somebody who had one within the hour'],
    ['letters possibly doubled', '2'],
    ['violations', '1'],
  ])
    expect(told).toMatch(new RegExp(`^${name} +${figure}$`, 'm'))
  expect(told).toMatch(/^rare states reached +3\//m)
})

test('letters of a day, and those that come close upon another', () => {
  const letters = ['2026-11-24T09:00:00Z', '2026-11-24T09:59:00Z', '2026-11-24T10:00:00Z', '2026-11-25T09:00:00Z'].map((at) => ({
    at,
    to: 'a',
  }))
  expect(letterDays([...letters, { at: '2026-11-25T09:01:00Z', to: 'b' }])).toEqual({ perDay: [3, 2], again: 1 })
})

describe('what was found', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kept-'))
  const command = join(folder, 'command.cjs')
  const opened = (fresh = false) => new Kept<number>(join(folder, 'results.json'), command, fresh)
  beforeEach(() => writeFileSync(command, 'one'))

  test('is found once, whoever asks again', () => {
    const find = jest.fn(() => 7)
    expect([opened().of('a', find), opened().of('a', find), find.mock.calls.length]).toEqual([7, 7, 1])
  })

  test.each([
    ['another command', () => writeFileSync(command, 'two'), false],
    ['a fresh start', () => undefined, true],
  ])('does not count for %s', (_, change, fresh) => {
    opened().of('b', () => 7)
    change()
    expect(opened(fresh).of('b', () => 8)).toBe(8)
  })

  test('counts for a build that differs in its pages alone, and for no other', () => {
    const [code = '', other = ''] = ['4594fd7d0ede', 'a4b8bcb84bcc'].map((id) => `var a = "7";\nvar buildId = "${id}";\nvar b = "x";`)
    expect(stampOf('one', other)).toBe(stampOf('one', code))
    expect(stampOf('one', code.replace('x', 'y'))).not.toBe(stampOf('one', code))
    expect(stampOf('one', readFileSync('dist/code.js', 'utf8').replace(/buildId = "\w+"/, 'buildId = "0"'))).toBe(
      stampOf('one', readFileSync('dist/code.js', 'utf8')),
    )
  })
})

describe('what other commands came to', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'tallies-')), 'tallies.json')
  const toldAt = (stamp: string) => talliedLines({ file, stamp })

  test('is told on the same build, and on no other', () => {
    expect(toldAt('one')[1]).toBe('interleavings             not run on this build: npm run races')
    noteTally('races', 9, 'pairs 9/9', { file, stamp: 'one' })
    noteTally('crashes', 5, '5/5', { file, stamp: 'one' })
    expect(toldAt('one')).toEqual([
      'crash points, each        5/5',
      'interleavings             pairs 9/9',
      'deliberate defects        not run on this build: npm run defects',
    ])
    expect(toldAt('two').join()).not.toContain('9/9')
  })

  test('of two runs on one build the fuller one', () => {
    noteTally('races', 2, 'pairs 2/9', { file, stamp: 'one' })
    expect(toldAt('one')[1]).toContain('9/9')
    noteTally('races', 2, 'pairs 2/9', { file, stamp: 'two' })
    expect(toldAt('two')[1]).toContain('2/9')
  })
})

test('shares are fixed, and together all', () => {
  const names = Array.from({ length: 200 }, (_, at) => `pair ${at}`)
  const [one, two, three] = [1, 2, 3].map((at) => names.filter((name) => isInShare(name, `${at}/3`)))
  expect([...(one ?? []), ...(two ?? []), ...(three ?? [])].sort()).toEqual(names.sort())
  expect(Math.min(...[one, two, three].map((share) => share?.length ?? 0))).toBeGreaterThan(40)
})

describe('a story’s file', () => {
  const story = storyOf({ seed: 'file', weeks: 1 })

  test('is read as it was written', () => expect(storyIn(JSON.stringify(story))).toEqual(story))

  test.each([
    ['no JSON', '{', 'весь файл'],
    ['no steps', JSON.stringify({ ...story, steps: 7 }), 'steps'],
    [
      'a fault that nobody knows',
      JSON.stringify({ ...story, steps: [{ ...story.steps[0], fault: { kind: 'flood', pick: 1 } }] }),
      'steps.0.fault.kind',
    ],
    ['a minute that is none', JSON.stringify({ ...story, from: 'утром' }), 'from'],
  ])('%s: refused, and says where', (_, text, where) => expect(() => storyIn(text)).toThrow(`Это не файл истории: ${where} —`))
})

test('stories beside one another: as many as there may be, and one that fails keeps nobody', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jobs-'))
  const [script, log] = [join(folder, 'live.cjs'), join(folder, 'log')]
  const note = (sign: string) => `require('fs').appendFileSync(${JSON.stringify(log)}, '${sign}' + process.argv.at(-1) + ' ')`
  writeFileSync(script, `${note('+')}; setTimeout(() => { ${note('-')}; process.exit(process.argv.at(-1) === '2' ? 1 : 0) }, 100)`)
  const done: number[] = []
  await livedBeside({ seeds: ['1', '2', '3', '4'], atOnce: 2, words: [script], onDone: (count) => done.push(count) })
  expect(done).toEqual([1, 2, 3, 4])
  const said = readFileSync(log, 'utf8').trim().split(' ')
  expect([...said].sort()).toEqual(['+1', '+2', '+3', '+4', '-1', '-2', '-3', '-4'])
  const atOnce = said.map((_, at) => said.slice(0, at + 1).reduce((sum, sign) => sum + (sign.startsWith('+') ? 1 : -1), 0))
  expect(Math.max(...atOnce)).toBe(2)
})
