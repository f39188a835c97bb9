/** What only Google or a person starts answers nobody else: a page for people outside can call every global function. */
import type { Entry, ExecutionRecord, World } from '../../emulator/world/types'
import { deskWorld, inDomain, office } from '../fixtures/desk'

const visitor = 'visitor@example.org'
const calls = [
  ['tick', []],
  ['tick', [{ triggerUid: '1' }]],
  ['tick', [{ triggerUid: ['1'] }]],
  ['sheetChanged', [{ changeType: 'INSERT_ROW' }]],
  ['sheetChanged', [{ changeType: 'INSERT_ROW', triggerUid: 'trigger1' }]],
  ['onFormSubmit', [{ namedValues: { ФИО: ['Анна'], Телефон: ['89114160123'] }, triggerUid: 1 }]],
  ['signInLetters', []],
  ['signInLetters', [{ triggerUid: '1' }]],
  ['setUp', []],
  ['checkGoogle', []],
] as const

/** A call of the web app's own page: it runs as the owner. */
const fromPage = (world: World, fn: string, args: readonly unknown[], user: string): ExecutionRecord =>
  world.invoke({ fn, entry: user === '' ? 'rpc' : 'webGet', user, args })

const stateOf = ({ state }: World): string =>
  JSON.stringify([state.spreadsheets, state.calendars, state.letters, state.properties, state.triggers, state.files])

describe.each([
  ['nobody', '', (world: World) => world],
  ['a visitor of the Workspace domain, whom Google names', visitor, inDomain],
] as const)('%s', (_who, user, placed) => {
  test.each(calls)('%s %j changes nothing and reads no register', (fn, args) => {
    const world = placed(deskWorld())
    const before = stateOf(world)
    const record = fromPage(world, fn, args, user)
    expect(stateOf(world)).toBe(before)
    expect(record.calls.filter(({ name }) => /^(Sheets|Calendar|MailApp|Lock)/.test(name))).toEqual([])
  })
})

test.each(['desk/today', 'deal/note', 'settings/save', 'workdays/look', 'import/apply'])(
  'SEC19: nobody’s %s is refused before the lock and the register',
  (method) => {
    const record = deskWorld().invoke({ fn: 'rpc', entry: 'rpc', user: '', args: [{ method, input: {} }] })
    expect(record.value).toMatchObject({ ok: false, problem: { code: 'strangerCaller' } })
    expect(record.leavingCalls).toBe(0)
  },
)

test.each(['trigger', 'menu'] as Entry[])('the tick runs from a %s', (entry) => {
  const world = deskWorld()
  const record = world.invoke({ fn: 'tick', entry, user: entry === 'menu' ? office : '' })
  expect(record.error).toBeNull()
  expect(record.calls.some(({ name }) => name === 'Sheets.Values.batchGet')).toBe(true)
})
