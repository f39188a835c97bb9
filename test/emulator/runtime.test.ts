/** What a bundle finds around it: ECMAScript only, its own realm, the virtual clock. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { probe, probeError, probeRecord, probeWorld } from '../contract/probe'

describe('the realm of an execution', () => {
  test('documented: V8 of Apps Script has no browser and no Node globals', () => {
    const names = [
      'fetch',
      'URL',
      'URLSearchParams',
      'setTimeout',
      'process',
      'TextEncoder',
      'structuredClone',
      'atob',
      'crypto',
      'performance',
      'require',
      'WebAssembly',
      'Buffer',
    ]
    const found = probe(probeWorld(), (all: string[]) => all.filter((name) => name in globalThis), { argument: names })
    expect(found).toEqual([])
  })

  test('documented: globals are not kept between executions', () => {
    const world = probeWorld()
    const count = (): number => {
      const kept = globalThis as unknown as { seen?: number }
      kept.seen = (kept.seen ?? 0) + 1
      return kept.seen
    }
    expect([probe(world, count), probe(world, count)]).toEqual([1, 1])
  })

  test("assumed: arrays, objects and errors of services are of the script's own realm", () => {
    const answer = probe(probeWorld(), () => {
      const keys = PropertiesService.getScriptProperties().getKeys()
      const all = PropertiesService.getScriptProperties().getProperties()
      let isError = false
      try {
        MailApp.sendEmail('', 'тема', 'текст')
      } catch (error) {
        isError = error instanceof Error && error.name === 'Exception'
      }
      return [
        Array.isArray(keys),
        Array.prototype.isPrototypeOf.call(Array.prototype, keys),
        all instanceof Object,
        isError,
        Array.prototype.isPrototypeOf.call(Array.prototype, Utilities.parseCsv('а,б')[0] ?? {}),
      ]
    })
    expect(answer).toEqual([true, true, true, true, true])
  })

  test('new Date(), Date.now() and Date() tell the virtual clock, and dates stay dates', () => {
    const world = probeWorld({ now: '2026-11-23T09:00:00+03:00' })
    const answer = probe(world, () => {
      const DateAgain = new Date().constructor as DateConstructor
      return [
        new Date().toISOString(),
        Date.now(),
        typeof Date(),
        new Date() instanceof Date,
        new Date(0).getTime(),
        new DateAgain().getTime(),
        Date.UTC(1970, 0, 1),
      ]
    })
    const now = Date.parse('2026-11-23T09:00:00+03:00')
    expect(answer).toEqual(['2026-11-23T06:00:00.000Z', now, 'string', true, 0, now, 0])
  })

  test('the clock moves with service calls only', () => {
    const answer = probe(probeWorld(), () => {
      const before = Date.now()
      PropertiesService.getScriptProperties().getProperty('x')
      const afterRead = Date.now() - before
      Utilities.sleep(1500)
      return [afterRead, Date.now() - before]
    })
    expect(answer).toEqual([30, 1530])
  })

  test('chance is the same for the same seed and execution, and differs between executions', () => {
    const roll = (): number[] => [Math.random(), Math.random()]
    const [first, second] = [probeWorld(), probeWorld()]
    expect(probe(first, roll)).toEqual(probe(second, roll))
    expect(probe(first, roll)).not.toEqual(probe(probeWorld(), roll))
  })
})

describe('members that are not emulated', () => {
  test.each([
    ['MailApp.sendDocument', () => (MailApp as unknown as { sendDocument(): void }).sendDocument()],
    ['Utilities.zip', () => Utilities.zip([])],
    ['Properties.foo', () => (PropertiesService.getScriptProperties() as unknown as { foo: unknown }).foo],
  ])('%s throws its name', (name, code) => {
    expect(probeError(probeWorld(), code)).toBe(`Error: ${name} is not emulated`)
  })

  test('looking for then, toJSON or a symbol is quiet', () => {
    const code = (): unknown => [
      typeof (Utilities as unknown as { then: unknown }).then,
      JSON.stringify(Session),
      `${Object.prototype.toString.call(MailApp)}`,
    ]
    expect(probe(probeWorld(), code)).toEqual(['undefined', '{}', '[object Object]'])
  })
})

describe('which function is called', () => {
  test('observed: an unknown function is named', () => {
    const record = probeWorld().invoke({ fn: 'nowhere', entry: 'rpc', user: '' })
    expect(record.error?.message).toBe('Script function not found: nowhere')
  })

  test.each(['parseInt', 'Date', 'Utilities', 'eval'])('built-in %s is not a function of the script', (fn) => {
    expect(probeWorld().invoke({ fn, entry: 'rpc', user: '' }).error?.message).toBe(`Script function not found: ${fn}`)
  })

  test('documented: a name that ends in _ cannot be called from a page, but by a trigger it can', () => {
    const world = probeWorld()
    expect(world.invoke({ fn: 'hidden_', entry: 'rpc', user: '' }).error?.message).toBe('Script function not found: hidden_')
    expect(world.invoke({ fn: 'hidden_', entry: 'trigger', user: '' }).value).toBe('secret')
  })

  test('a bundle that does not load is an error of the execution, and so is none', () => {
    const distFolder = mkdtempSync(join(tmpdir(), 'bundle-'))
    const ping = { fn: 'ping', entry: 'rpc', user: '' } as const
    expect(probeWorld({ distFolder }).invoke(ping).error?.message).toContain('build the bundle first')
    writeFileSync(join(distFolder, 'code.js'), 'function ping( {')
    expect(probeWorld({ distFolder }).invoke(ping).error?.name).toBe('SyntaxError')
    writeFileSync(join(distFolder, 'code.js'), "throw new TypeError('at the top')")
    expect(probeWorld({ distFolder }).invoke(ping).error).toMatchObject({ name: 'TypeError', message: 'at the top' })
  })

  test('a script that never ends is stopped', () => {
    const record = probeRecord(probeWorld({ cpuLimitMs: 50 }), () => {
      for (;;);
    })
    expect(record.error?.message).toBe('Exceeded maximum execution time')
  })
})
