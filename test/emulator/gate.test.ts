/** The gate: numbers, time, quotas and faults. */
import type { World } from '../../emulator/world/types'
import { colleague, owner, probe, probeRecord, probeWorld } from '../contract/probe'

const writeThree = { fn: 'writeThree', entry: 'rpc', user: owner } as const
const script = (world: ReturnType<typeof probeWorld>): Record<string, string> => world.state.properties.script

describe('numbering and time', () => {
  test('calls are numbered; local ones are recorded and do not count as leaving', () => {
    const record = probeRecord(probeWorld(), () => {
      PropertiesService.getScriptProperties().setProperty('a', '1')
      Utilities.formatDate(new Date(), 'Europe/Moscow', 'HH:mm')
      CacheService.getScriptCache().get('a')
    })
    expect(record.calls.map(({ n, name, leaves, modelledMs }) => [n, name, leaves, modelledMs])).toEqual([
      [1, 'Properties.set', true, 62],
      [2, 'Utilities.formatDate', false, 0],
      [3, 'Cache.get', true, 15],
    ])
    expect(record.leavingCalls).toBe(2)
  })

  test('a call from the page adds its round trip of one second to the modelled time and to the clock', () => {
    const world = probeWorld()
    const before = world.state.now
    const record = probeRecord(world, () => CacheService.getScriptCache().get('a'))
    expect(record.modelledSeconds).toBeCloseTo(1.015)
    expect(world.state.now - before).toBeCloseTo(1015)
  })

  test('documented: a run longer than six minutes is stopped, a simple trigger after thirty seconds', () => {
    const world = probeWorld()
    const nap = (seconds: number): void => {
      Utilities.sleep(seconds * 1000)
      Utilities.sleep(seconds * 1000)
      PropertiesService.getScriptProperties().setProperty('after', 'yes')
    }
    expect(probeRecord(world, nap, { argument: 179 }).error).toBeNull()
    delete world.state.properties.script['after']
    expect(probeRecord(world, nap, { argument: 181 }).error?.message).toBe('Exceeded maximum execution time')
    expect(probeRecord(world, nap, { argument: 16, entry: 'simpleEdit' }).error?.message).toBe('Exceeded maximum execution time')
    expect(script(world)).toEqual({})
  })
})

describe('faults', () => {
  test('hands may act before a call takes effect: the call meets what they left', () => {
    const world = probeWorld()
    const seen: string[] = []
    const beforeCall = (n: number, name: string): void => {
      seen.push(name)
      if (n === 2) world.state.properties.script['a'] = 'by hand'
    }
    world.invoke(writeThree, [], { beforeCall })
    expect(seen).toEqual(['Properties.set', 'Properties.set', 'Properties.set'])
    expect(script(world)).toEqual({ a: 'by hand', b: 'written', c: 'written' })
  })

  test('kill: the effect is not there, catching it helps nobody, nothing more touches the world', () => {
    const world = probeWorld()
    const record = world.invoke(writeThree, [{ at: 2, kind: 'kill' }])
    expect(script(world)).toEqual({ a: 'written' })
    expect(record.error).toMatchObject({ name: 'Killed', message: 'Exceeded maximum execution time' })
    expect(record.value).toBeNull()
    expect(record.calls).toHaveLength(1)
  })

  test('killAfter: the effect has landed', () => {
    const world = probeWorld()
    const record = world.invoke(writeThree, [{ at: 2, kind: 'killAfter' }])
    expect(script(world)).toEqual({ a: 'written', b: 'written' })
    expect(record.error?.name).toBe('Killed')
  })

  test('killed after a call is as killed before the next one: nothing leaves a run but by its calls', () => {
    for (const { n } of probeWorld().invoke(writeThree).calls.slice(1)) {
      const [after, before] = [probeWorld(), probeWorld()]
      after.invoke(writeThree, [{ at: n - 1, kind: 'killAfter' }])
      before.invoke(writeThree, [{ at: n, kind: 'kill' }])
      expect({ ...after.state, executions: [] }).toEqual({ ...before.state, executions: [] })
    }
  })

  test('fail and failAfter throw into the script, which may go on', () => {
    const world = probeWorld()
    const faults = [
      { at: 1, kind: 'fail', message: 'Service unavailable' },
      { at: 2, kind: 'failAfter', message: 'timed out' },
    ] as const
    const record = world.invoke(writeThree, faults)
    expect(script(world)).toEqual({ b: 'written', c: 'written' })
    expect(record).toMatchObject({
      error: null,
      value: 'came to the end',
      logs: ['log: caught Service unavailable', 'log: caught timed out'],
    })
    expect(record.calls.map((call) => call.error)).toEqual(['Service unavailable', 'timed out', undefined])
  })

  test('delay adds to the call', () => {
    const record = probeWorld().invoke(writeThree, [{ at: 3, kind: 'delay', ms: 5000 }])
    expect(record.calls.map((call) => call.modelledMs)).toEqual([62, 62, 5062])
  })

  test('documented: a killed execution leaves no lock behind', () => {
    const world = probeWorld()
    world.invoke({ fn: 'incrementLocked', entry: 'rpc', user: owner }, [{ at: 3, kind: 'kill' }])
    expect(world.state.lock.heldBy).toBeNull()
    expect(world.invoke({ fn: 'incrementLocked', entry: 'rpc', user: owner }).value).toBe(1)
  })
})

describe('quotas', () => {
  const send = (count: number): void => {
    for (let i = 0; i < count; i++) MailApp.sendEmail('a@b.ru', 'тема', 'текст')
  }
  const sendError = (world: World, count: number, user = owner): string | undefined =>
    probeRecord(world, send, { argument: count, user }).error?.message
  const refused = 'Service invoked too many times for one day: email.'

  test('documented: 100 recipients a day for a consumer account, 1,500 in Workspace, each account its own', () => {
    const world = probeWorld()
    expect(sendError(world, 100)).toBeUndefined()
    expect(sendError(world, 1)).toBe(refused)
    expect(world.state.letters).toHaveLength(100)
    expect(sendError(world, 1, colleague)).toBeUndefined()
    expect(probe(probeWorld({ limits: 'workspace' }), () => MailApp.getRemainingDailyQuota())).toBe(1500)
  })

  test('documented: a quota is renewed 24 hours after its first use, not at midnight', () => {
    const world = probeWorld({ now: '2026-11-23T20:00:00+03:00' })
    sendError(world, 100)
    world.advanceTo(Date.parse('2026-11-24T19:59:00+03:00'))
    expect(sendError(world, 1)).toBe(refused)
    world.advanceTo(Date.parse('2026-11-24T20:00:02+03:00'))
    expect(sendError(world, 1)).toBeUndefined()
  })

  test('assumed: at the limit of created events the API refuses with 403', () => {
    const world = probeWorld()
    world.state.quotas = { day: '2026-11-23', used: { eventsCreated: 5000 } }
    const code = (): unknown => {
      try {
        return Calendar?.Events.insert({}, 'any')
      } catch (error) {
        return (error as { details: unknown }).details
      }
    }
    expect(probe(world, code)).toEqual({ code: 403, message: 'Calendar usage limits exceeded.' })
  })

  test('documented: triggers of a consumer account have 90 minutes a day together', () => {
    const world = probeWorld()
    world.state.quotas = { day: '2026-11-23', used: { triggerSeconds: 90 * 60 } }
    const record = world.invoke({ fn: 'writeThree', entry: 'trigger', user: owner })
    expect(record.error?.message).toBe('Service using too much computer time for one day')
    expect(record.calls).toEqual([])
  })
})

test("documented: a trigger's whole run is charged to the account that made it, the script's own time too", () => {
  const world = probeWorld()
  world.invoke({ fn: 'writeThree', entry: 'trigger', user: owner, owner: colleague })
  expect(world.state.quotas.accounts?.[colleague]?.triggerSeconds?.used).toBeCloseTo(1 + 0.186)
  expect(world.state.quotas.accounts?.[owner]).toBeUndefined()
})

describe('quotas of a minute, where they are on', () => {
  const read = (count: number): unknown => {
    const id = SpreadsheetApp.getActiveSpreadsheet().getId()
    for (let i = 0; i < count; i++) Sheets?.Spreadsheets.Values.get(id, 'A1')
    return null
  }
  const refusal =
    "API call to sheets.spreadsheets.values.get failed with error: Quota exceeded for quota metric 'Read requests' and limit 'Read requests per minute per user' of service 'sheets.googleapis.com' for consumer 'project_number:000000000000'."

  test('documented: 60 reads of the Sheets API an account; a minute later there is room again', () => {
    const world = probeWorld({ platform: { minuteQuotas: true } })
    const [first, second] = [probeRecord(world, read, { argument: 60 }), probeRecord(world, read, { argument: 1 })]
    expect([first.error, second.error?.message]).toEqual([null, refusal])
    expect(probeRecord(world, read, { argument: 1, user: colleague }).error).toBeNull()
    world.advanceTo(world.state.now + 61_000)
    expect(probeRecord(world, read, { argument: 1 }).error).toBeNull()
    expect(probeRecord(probeWorld(), read, { argument: 61 }).error).toBeNull()
  })

  test('documented: 600 calls of the Calendar API an account, a patch counts three', () => {
    const world = probeWorld({ platform: { minuteQuotas: true, calendarQuotaCode: 429 } })
    world.state.minuteUse = { [`calendar of ${owner}`]: [{ at: world.state.now, units: 598 }] }
    const patch = (calendarId: string): unknown => {
      const codes: unknown[] = []
      for (const work of [() => Calendar?.Events.patch({}, calendarId, 'nothing'), () => Calendar?.Events.list(calendarId)]) {
        try {
          work()
          codes.push('answered')
        } catch (error) {
          codes.push((error as { details: { code: number } }).details.code)
        }
      }
      return codes
    }
    expect(probe(world, patch, { argument: Object.keys(world.state.calendars)[0] })).toEqual([429, 'answered'])
  })
})

test('the list of executions stays short', () => {
  const world = probeWorld()
  const long = (): string => {
    for (let i = 0; i < 100; i++) Utilities.base64Encode('a')
    return 'я'.repeat(5000)
  }
  const record = probeRecord(world, long, { user: colleague })
  expect(record.calls).toHaveLength(100)
  for (let i = 0; i < 310; i++) world.invoke({ fn: 'nowhere', entry: 'rpc', user: '' })
  expect(world.state.executions).toHaveLength(300)
  const kept = probeWorld()
  probeRecord(kept, long)
  expect(JSON.stringify(kept.state.executions).length).toBeLessThan(12_000)
})
