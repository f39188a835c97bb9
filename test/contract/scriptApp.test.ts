/** ScriptApp as Google describes it. */
import { colleague, probe, probeError, probeWorld } from './probe'

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

  test('documented: twenty for a user and script; each sees only their own', () => {
    const world = probeWorld()
    for (let i = 0; i < 20; i++) probe(world, everyMinutes, { argument: 10 })
    expect(probeError(world, everyMinutes, { argument: 10 })).toBe(
      'Exception: This script has too many triggers. Triggers must be deleted from the script before more can be added.',
    )
    expect(probe(world, () => ScriptApp.getProjectTriggers().length, { user: colleague })).toBe(0)
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
