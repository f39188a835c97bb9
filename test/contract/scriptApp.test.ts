/** ScriptApp as Google describes it. */

import { wallText } from '../../emulator/workbench/bench/officeTime'
import type { World } from '../../emulator/world/types'
import { colleague, owner, probe, probeError, probeWorld } from './probe'

const everyMinutes = (minutes: number): void => {
  ScriptApp.newTrigger('tick').timeBased().everyMinutes(minutes).create()
}

describe('ScriptApp triggers', () => {
  test('documented: made, listed, removed', () => {
    const world = probeWorld()
    const code = (spreadsheetId: string): unknown => {
      ScriptApp.newTrigger('tick').timeBased().everyMinutes(10).create()
      ScriptApp.newTrigger('installedEdit').forSpreadsheet(spreadsheetId).onEdit().create()
      ScriptApp.newTrigger('calendarChanged').forUserCalendar('c1').onEventUpdated().create()
      const before = ScriptApp.getProjectTriggers().map((trigger) => [
        trigger.getHandlerFunction(),
        String(trigger.getEventType()),
        trigger.getTriggerSourceId(),
      ])
      for (const trigger of ScriptApp.getProjectTriggers()) if (trigger.getHandlerFunction() !== 'tick') ScriptApp.deleteTrigger(trigger)
      return [
        before.map(([fn, type]) => `${fn} ${type}`),
        before[2]?.[2],
        ScriptApp.getProjectTriggers().map((trigger) => trigger.getHandlerFunction()),
      ]
    }
    const answer = probe(world, code, { argument: world.state.boundSpreadsheetId })
    expect(answer).toEqual([['tick CLOCK', 'installedEdit ON_EDIT', 'calendarChanged ON_EVENT_UPDATED'], 'c1', ['tick']])
  })

  test('documented: everyMinutes takes 1, 5, 10, 15 or 30', () => {
    const world = probeWorld()
    for (const minutes of [1, 5, 10, 15, 30]) expect(probeError(world, everyMinutes, { argument: minutes })).toBe('no error')
    expect(probeError(world, everyMinutes, { argument: 7 })).toBe(
      'Exception: The value you passed to everyMinutes was invalid. It must be one of 1, 5, 10, 15 or 30.',
    )
  })

  const clock = (kind: string): unknown => {
    const of = () => ScriptApp.newTrigger('tick').timeBased()
    const day = ScriptApp.WeekDay.WEDNESDAY
    if (kind === 'hours') of().everyHours(6).create()
    if (kind === 'day') of().everyDays(1).atHour(3).create()
    if (kind === 'near') of().everyDays(2).atHour(3).nearMinute(30).inTimezone('Asia/Yekaterinburg').create()
    if (kind === 'week') of().onWeekDay(day).atHour(7).create()
    if (kind === 'once') of().after(60_000).create()
    return null
  }
  const runsOf = (kind: string, days: number): string[] => {
    const world = probeWorld()
    probe(world, clock, { argument: kind })
    return world.advanceTo(world.state.now + days * 86_400_000).map(({ startedAt }) => wallText('Europe/Moscow', Date.parse(startedAt)))
  }

  test('documented: every so many hours, on days at an hour, on a day of the week, once', () => {
    expect(runsOf('hours', 1).map((at) => at.slice(5, 13))).toEqual(['11-23T15', '11-23T21', '11-24T03', '11-24T09'])
    expect(runsOf('day', 2).map((at) => at.slice(5, 13))).toEqual(['11-24T03', '11-25T03'])
    expect(runsOf('week', 14).map((at) => at.slice(5, 13))).toEqual(['11-25T07', '12-02T07'])
    expect(runsOf('once', 2)).toHaveLength(1)
    for (const at of runsOf('near', 5)) expect(at.slice(11) >= '01:15' && at.slice(11) <= '01:45').toBe(true)
    expect(runsOf('near', 5).map((at) => at.slice(5, 10))).toEqual(['11-24', '11-26', '11-28'])
  })

  test('documented: twenty for a user and script; each sees only their own', () => {
    const world = probeWorld()
    for (let i = 0; i < 20; i++) probe(world, everyMinutes, { argument: 10 })
    expect(probeError(world, everyMinutes, { argument: 10 })).toBe(
      'Exception: This script has too many triggers. Triggers must be deleted from the script before more can be added.',
    )
    expect(probe(world, () => ScriptApp.getProjectTriggers().length, { user: colleague })).toBe(0)
  })
})

describe('triggers of several accounts', () => {
  const deleteAll = (): number => {
    const own = ScriptApp.getProjectTriggers()
    for (const trigger of own) ScriptApp.deleteTrigger(trigger)
    return own.length
  }

  test('documented: another account neither sees nor deletes them', () => {
    const world = probeWorld()
    probe(world, everyMinutes, { argument: 10 })
    expect([probe(world, deleteAll, { user: colleague }), world.state.triggers.length]).toEqual([0, 1])
    expect([probe(world, deleteAll), world.state.triggers.length]).toEqual([1, 0])
  })

  const made = (fn: string): string => ScriptApp.newTrigger(fn).timeBased().everyMinutes(10).create().getUniqueId()
  const runs = (world: World): unknown[] => world.advanceTo(world.state.now + 11 * 60_000).map(({ logs }) => logs[0])

  test('documented: each runs as the account that made it', () => {
    const world = probeWorld()
    for (const user of [owner, colleague]) probe(world, made, { argument: 'installedEdit', user })
    expect(runs(world)).toEqual([owner, colleague].map((user) => `log: installed, by «${user}», as ${user}`))
  })

  test('documented: its event has the triggerUid that getUniqueId told', () => {
    const world = probeWorld()
    const uid = probe(world, made, { argument: 'calendarChanged' })
    expect(runs(world)).toEqual([expect.stringContaining(`"triggerUid":"${uid}"`)])
  })
})

test('documented: the address of the web app, the script id, the authorisation modes', () => {
  const world = probeWorld({ webAppUrl: 'http://localhost:8080/exec' })
  const answer = probe(world, () => {
    ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL)
    return [ScriptApp.getService().getUrl(), ScriptApp.getScriptId().length]
  })
  expect(answer).toEqual(['http://localhost:8080/exec', 57])
})
