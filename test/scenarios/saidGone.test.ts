/** «Gone» is an answer that Google now and then gives of an event that stands: it closes nothing by itself. */
import type { Invocation, World } from '../../emulator/world/types'
import { calendarId } from '../fixtures/desk'
import { writingDoors } from '../fixtures/failingDoors'
import { registerEqualsJournal, rowsOf } from '../fixtures/register'

const keyOf = ({ args = [] }: Invocation) => (args[0] as { readonly input: { readonly key: string } }).input.key
const solved = (world: World, invocation: Invocation) =>
  rowsOf(world, 'Расхождения').find(({ cells }) => cells['Ключ'] === keyOf(invocation))?.cells['Решено'] ?? null
const titles = (world: World) => (world.state.calendars[calendarId]?.events ?? []).map(({ summary }) => summary)
const opened = () => {
  const door = writingDoors['a title mended']?.()
  if (door === undefined) throw new Error('there is no such door')
  return door
}

test.each(['Calendar.Events.get', 'Calendar.Events.patch'])('once by %s: the title is mended, and the line is closed', (call) => {
  const { world, invocation } = opened()
  world.faults.next(call, 'gone')
  expect(world.invoke(invocation).value).toMatchObject({ ok: true })
  expect(titles(world)).not.toContain('ММ консультацыя')
  expect(solved(world, invocation)).toMatch(/^название исправлено|^исправить название/i)
  registerEqualsJournal(world)
})

test('of every change, though a look finds the event: told in Russian, the line stays open, and the next press mends it', () => {
  const { world, invocation } = opened()
  world.faults.always('Calendar.Events.patch', 'gone')
  expect(world.invoke(invocation).value).toMatchObject({ ok: false, message: expect.stringMatching(/^[А-ЯЁ]/) })
  expect([titles(world).includes('ММ консультацыя'), solved(world, invocation)]).toEqual([true, null])
  world.faults.lift()
  expect(world.invoke(invocation).value).toMatchObject({ ok: true })
  expect([titles(world).includes('ММ консультацыя'), solved(world, invocation)]).toEqual([false, expect.any(String)])
})

test('really gone: there is nothing to mend, and the line goes', () => {
  const { world, invocation } = opened()
  const calendar = world.state.calendars[calendarId]
  if (calendar) calendar.events = calendar.events.filter(({ summary }) => summary !== 'ММ консультацыя')
  expect(world.invoke(invocation).value).toMatchObject({ ok: true })
  expect(solved(world, invocation)).toEqual(expect.any(String))
})
