/**
 * Every service call of a door × every kind of failure: nobody reads English, nothing is lost or doubled, what can go on goes on.
 * A reading door, the menu, the forms' door and two commands; others by their names, DOORS='a title mended;a change undone'; all: DOORS=all npx jest --selectProjects scenarios -- platformFailures.long
 * A long door in parts: KINDS='transient;gone'.
 */
import { kinds, readingDoors, writingDoors } from '../fixtures/failingDoors'
import { sweep, type Tried } from '../fixtures/failureSweep'

const table = new Map<string, Tried[]>()

const usual = ['a title mended', 'free hours', 'set-up', 'a request posted', 'a call noted (I5)', 'a booking (G3)']
const all = Object.entries({ ...readingDoors, ...writingDoors })
const asked = process.env['DOORS'] ?? usual.join(';')
const shared = process.env['KINDS']?.split(';')
const tried = kinds.filter((kind) => shared?.includes(kind) ?? true)
const chosen = asked === 'all' ? all : all.filter(([name]) => asked.split(';').includes(name))

test('those that were asked for are there', () => expect(chosen.length).toBe(asked === 'all' ? all.length : asked.split(';').length))

test.each(chosen)('%s', (name, open) => {
  const runs = [...sweep(open(), { writes: name in writingDoors, chosen: tried })]
  table.set(name, runs)
  const wrong = runs
    .filter(({ faults }) => faults.length > 0)
    .map(({ at, call, kind, faults }) => `${at} ${call}, ${kind}: ${faults.join('; ')}`)
  expect(runs.length).toBeGreaterThan(0)
  expect(wrong).toEqual([])
})

/** Per kind: unseen/repeated/left to the tick. */
afterAll(() => {
  const cell = (tried: readonly Tried[], kind: string): string =>
    (['unseen', 'repeated', 'later'] as const)
      .map((course) => tried.filter((one) => one.kind === kind && one.course === course).length)
      .join('/')
  const lines = [...table].map(([name, tried]) => [name, ...kinds.map((kind) => cell(tried, kind))].join(' | '))
  process.stdout.write(`door | ${kinds.join(' | ')}  (not seen / told and repeated / left to the tick)\n${lines.join('\n')}\n`)
})
