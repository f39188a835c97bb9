/** A copy of the spreadsheet pressed through everything that can be pressed: no letter goes, the calendar is not written, nobody is given a file. */
import type { Entry, ExecutionRecord, World } from '../../emulator/world/types'
import { calendarId, nextTick, request } from '../fixtures/desk'
import { rows, world } from '../fixtures/rights/methods'
import { people } from '../fixtures/rights/people'

const original = world.fork()
nextTick(original)
const copy = original.copySpreadsheet({ by: people.director })

const reaching = /^(MailApp\.send|Calendar\.Events\.(insert|patch|update|remove|move)|Drive\.Permissions\.create)/
const touched = (of: World) => ({
  letters: of.state.letters.length,
  calendar: of.state.calendars[calendarId]?.revision,
  triggers: of.state.triggers.length,
})
const untouched = touched(copy)

function expectQuiet(on: World, record: ExecutionRecord): void {
  expect(record.calls.map(({ name }) => name).filter((name) => reaching.test(name))).toEqual([])
  expect(touched(on)).toEqual(untouched)
}

const items = copy
  .fork()
  .invoke({ fn: 'onOpen', entry: 'open', user: people.director })
  .ui.flatMap((effect) => (effect.kind === 'menu' ? effect.items.map(({ fn }) => fn) : []))

test('every menu item is among them', () => expect(items.length).toBeGreaterThan(8))

test.each(items)('the menu item %s', (fn) => {
  const on = copy.fork()
  const record = on.invoke({ fn, entry: 'menu', user: people.director })
  expect(record.error).toBeNull()
  // It asks Google how a letter to nobody is refused.
  if (fn === 'checkGoogle') expect(touched(on)).toEqual(untouched)
  else expectQuiet(on, record)
})

const inputs = rows.map(({ method, use, inputs: of }) => [`${method} ${use}`.trim(), method, Object.values(of)[0]] as const)

test.each(inputs)('every method of the panel: %s', (_name, method, input) => {
  for (const user of [people.director, people.officeManager]) {
    const on = copy.fork()
    expectQuiet(on, on.invoke(request(method, input, user)))
    expectQuiet(on, on.invoke(request('outbox/send', {}, user)))
  }
})

test.each<[string, Entry]>([
  ['tick', 'menu'],
  ['onFormSubmit', 'menu'],
  ['doGet', 'webGet'],
  ['doPost', 'webPost'],
])('%s', (fn, entry) => {
  const on = copy.fork()
  on.invoke({ fn: 'setUp', entry: 'menu', user: people.director })
  expectQuiet(on, on.invoke({ fn, entry, user: people.director, args: [{ parameter: {}, parameters: {}, postData: { contents: '{}' } }] }))
})
