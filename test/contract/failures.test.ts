/** Google's failures, put on a service and a method. */
import type { NamedFaultKind } from '../../emulator/world/state/stateParts'
import { owner, probe, probeError, probeRecord, probeWorld } from './probe'

const codeOf = `(work) => { try { work(); return 'answered' } catch (error) { return (error.details ? error.details.code + ' ' : '') + error.message } }`
const seen = (call: string, kind: NamedFaultKind, code: string, language: 'en' | 'ru' = 'en'): unknown => {
  const world = probeWorld()
  world.faults.always(call, kind, { language })
  return world.invoke({ fn: 'probe', entry: 'rpc', user: owner, args: [`() => (${codeOf})(() => ${code})`] }).value
}

const list = 'Calendar.Events.list("any")'
const read = 'Sheets.Spreadsheets.Values.batchGet("any", { ranges: [] })'
const mail = 'MailApp.sendEmail("a@b.ru", "т", "т")'

describe('the words of a failure name the service that fails', () => {
  test.each<[string, string, NamedFaultKind, string, string]>([
    ['observed', 'MailApp.sendEmail', 'quotaDay', mail, 'Service invoked too many times for one day: email.'],
    [
      'observed',
      'Calendar.Events.list',
      'quotaMinute',
      list,
      '403 API call to calendar.events.list failed with error: Rate Limit Exceeded',
    ],
    ['observed', 'Sheets', 'timedOut', read, '500 API call to sheets.spreadsheets.values.batchGet failed with error: Empty response'],
    ['observed', 'Calendar', 'transient', list, '503 API call to calendar.events.list failed with error: Backend Error'],
    ['documented', 'Calendar', 'gone', list, '404 API call to calendar.events.list failed with error: Not Found'],
    [
      'observed',
      'Calendar',
      'permission',
      list,
      '403 API call to calendar.events.list failed with error: You need to have writer access to this calendar.',
    ],
  ])('%s: %s, %s', (_label, call, kind, code, words) => {
    expect(seen(call, kind, code)).toBe(words)
  })

  test('observed: a spreadsheet that answers too late is named by its id', () => {
    expect(seen('SpreadsheetApp.getName', 'timedOut', 'SpreadsheetApp.getActiveSpreadsheet().getName()')).toMatch(
      /^Service Spreadsheets timed out while accessing document with id 1Konsultacii/,
    )
  })

  test("assumed: some texts come in the account's language; an API's do not", () => {
    expect(seen('MailApp', 'transient', mail, 'ru')).toMatch(/^К сожалению, произошла ошибка сервера/)
    expect(seen('Calendar', 'transient', list, 'ru')).toContain('Backend Error')
    const world = probeWorld()
    world.faults.next('MailApp.sendEmail', 'kill', { language: 'ru' })
    const send = (): void => MailApp.sendEmail('a@b.ru', 'тема', 'текст')
    expect(probeRecord(world, send).error?.message).toBe('Превышено максимально допустимое время выполнения')
  })
})

describe('where and how often a fault strikes', () => {
  const set = (key: string): void => {
    PropertiesService.getScriptProperties().setProperty(key, '1')
  }

  test('the next such call, whatever its number, and then no more', () => {
    const world = probeWorld()
    world.faults.next('Properties.set', 'transient')
    expect(probeError(world, () => PropertiesService.getScriptProperties().getProperty('a'))).toBe('no error')
    expect([probeError(world, set, { argument: 'a' }), probeError(world, set, { argument: 'a' })]).toEqual([
      "Exception: We're sorry, a server error occurred. Please wait a bit and try again.",
      'no error',
    ])
  })

  test('every one until it is lifted; a fork takes the fault along', () => {
    const world = probeWorld()
    world.faults.always('Properties', 'transient')
    const fork = world.fork()
    for (const one of [world, world, fork]) expect(probeError(one, set, { argument: 'a' })).toContain('server error')
    world.faults.lift('Properties')
    expect([probeError(world, set, { argument: 'a' }), probeError(fork, set, { argument: 'a' })]).toEqual([
      'no error',
      expect.stringContaining('server error'),
    ])
  })

  test('observed: «timed out» may come after the write has landed', () => {
    const world = probeWorld()
    world.faults.next('Properties.set', 'timedOutAfter')
    expect(probeError(world, set, { argument: 'landed' })).toContain('server error')
    expect(world.state.properties.script).toEqual({ landed: '1' })
  })

  test('only the run it is meant for: a function, an entry, a method of a page, the number of a call', () => {
    const world = probeWorld()
    world.faults.next('*', 'kill', { run: { fn: 'tick' } })
    world.faults.next('*', 'transient', { run: { fn: 'probe', entries: ['menu'] }, at: 1 })
    expect(probe(world, () => CacheService.getScriptCache().get('a'))).toBeNull()
    expect(probeError(world, set, { argument: 'a', entry: 'menu' })).toContain('server error')
    expect(world.invoke({ fn: 'tick', entry: 'trigger', user: owner, args: [{ triggerUid: 'u' }] }).error?.name).toBe('Killed')
    expect(world.state.faults).toEqual([])
  })
})
