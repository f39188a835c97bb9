/** Clock triggers, edit triggers, and news of a calendar. */

import { resolve } from 'node:path'
import { Executor } from '../../emulator/run/executor'
import { fireTriggers } from '../../emulator/run/triggers'
import type { TriggerState, World } from '../../emulator/world/types'
import { colleague, owner, probe, probeWorld } from '../contract/probe'

const at = (time: string): number => Date.parse(`2026-11-23T${time}:00+03:00`)

const installTick = (minutes: number): void => {
  ScriptApp.newTrigger('tick').timeBased().everyMinutes(minutes).create()
}

const executorOf = (world: World): Executor =>
  new Executor(world.state, { distFolder: resolve(__dirname, '../fixtures/bundles/probe'), cpuLimitMs: 1000, webAppUrl: '' })

function installed(world: World, trigger: Partial<TriggerState>): void {
  world.state.triggers.push({ uid: 'u1', fn: 'installedEdit', owner, kind: 'edit', ...trigger })
}

describe('clock triggers', () => {
  test('every due run happens, in order, the end inclusive', () => {
    const world = probeWorld({ now: at('09:00') })
    probe(world, installTick, { argument: 10 })
    const due = world.state.triggers[0]?.nextAt ?? 0
    const seen: string[] = []
    const records = world.advanceTo(due + 20 * 60_000, (record) => seen.push(record.fn))
    expect(records).toHaveLength(3)
    expect(seen).toEqual(['tick', 'tick', 'tick'])
    expect(world.state.properties.script['ticks']).toBe('09:10 09:20 09:30 ')
  })

  test('the clock never goes back', () => {
    const world = probeWorld({ now: at('09:00') })
    expect(world.advanceTo(at('08:00'))).toEqual([])
    expect(world.state.now).toBe(at('09:00'))
  })

  test("observed: a trigger made by a trigger's run is disabled", () => {
    const world = probeWorld({ now: at('09:00') })
    probe(world, installTick, { argument: 5, entry: 'trigger' })
    expect(world.advanceTo(at('10:00'))).toEqual([])
    expect(world.state.triggers[0]?.disabled).toBe('Disabled for an unknown reason.')
  })
})

describe('edit triggers', () => {
  test('documented: the simple trigger does not know a colleague, the installed one neither and runs as its owner', () => {
    const world = probeWorld()
    installed(world, {})
    const records = fireTriggers(executorOf(world), { kind: 'edit', user: colleague, event: { value: 'x' } })
    expect(records.map((record) => record.logs)).toEqual([['log: edit by «» LIMITED'], [`log: installed, by «», as ${owner}`]])
  })

  test("the owner's own edit is known to both", () => {
    const world = probeWorld()
    installed(world, {})
    const records = fireTriggers(executorOf(world), { kind: 'edit', user: owner, event: {} })
    expect(records.map((record) => record.logs)).toEqual([
      [`log: edit by «${owner}» LIMITED`],
      [`log: installed, by «${owner}», as ${owner}`],
    ])
  })
})

describe('by hand in the spreadsheet', () => {
  const cell = { sheet: 'Лист1', row: 3, column: 2 }

  test('documented: typing fires onEdit and the installed triggers with a live range', () => {
    const world = probeWorld()
    installed(world, { fn: 'tellEdit' })
    const [simple, told] = world.hand.type({ ...cell, value: 'Иванова', user: owner })
    expect(simple?.logs).toEqual([`log: edit by «${owner}» LIMITED`])
    expect(told?.logs).toEqual([`log: B3|Лист1|Иванова||${world.state.boundSpreadsheetId}|${owner}|3`])
    expect(told?.ui).toEqual([{ kind: 'toast', title: 'Реестр', message: 'Изменено' }])
  })

  test('documented: a colleague is named neither by Session nor by the event', () => {
    const world = probeWorld()
    installed(world, { fn: 'tellEdit' })
    const [, told] = world.hand.type({ ...cell, value: '5', user: colleague })
    expect(told?.user).toBe('')
    expect(told?.logs).toEqual([`log: B3|Лист1|5||${world.state.boundSpreadsheetId}||3`])
  })

  test('documented: what the script writes fires nothing', () => {
    const world = probeWorld()
    installed(world, { fn: 'tellEdit' })
    probe(world, () => SpreadsheetApp.getActiveSheet().getRange(1, 1).setValue('x'))
    expect(world.state.executions.map((record) => record.fn)).toEqual(['probe'])
  })
})

describe('calendar triggers', () => {
  test('a change by hand fires the trigger at once', () => {
    const world = probeWorld()
    const calendarId = Object.keys(world.state.calendars)[0] ?? ''
    installed(world, { kind: 'calendar', calendarId, fn: 'calendarChanged' })
    world.calendarHand.insert({
      calendarId,
      summary: 'ММ консультация',
      start: '2026-11-24T10:00',
      end: '2026-11-24T11:00',
      user: colleague,
    })
    expect(world.state.executions.map((record) => record.fn)).toEqual(['calendarChanged'])
  })

  test('documented: the event names the calendar and nothing of what changed', () => {
    const world = probeWorld()
    installed(world, { kind: 'calendar', calendarId: 'c1', fn: 'calendarChanged' })
    installed(world, { kind: 'calendar', calendarId: 'c2', fn: 'calendarChanged' })
    const records = fireTriggers(executorOf(world), { kind: 'calendar', user: colleague, calendarId: 'c1', event: { calendarId: 'c1' } })
    expect(records.map((record) => record.logs)).toEqual([['log: {"authMode":"FULL","calendarId":"c1","triggerUid":"u1"}']])
  })

  test("assumed: the script's own change of a calendar fires its trigger some seconds later", () => {
    const world = probeWorld({ now: at('09:00') })
    const calendarId = Object.keys(world.state.calendars)[0] ?? ''
    installed(world, { kind: 'calendar', calendarId, fn: 'calendarChanged' })
    const insert = (id: string): unknown =>
      Calendar?.Events.insert(
        { summary: 'ММ консультация', start: { dateTime: '2026-11-24T10:00:00+03:00' }, end: { dateTime: '2026-11-24T11:00:00+03:00' } },
        id,
      )
    probe(world, insert, { argument: calendarId })
    expect(world.advanceTo(at('09:05')).map((record) => record.fn)).toEqual(['calendarChanged'])
    expect(world.advanceTo(at('09:10'))).toEqual([])
  })
})
