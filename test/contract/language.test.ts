/** The language inside an execution: its zone, and what an error tells. */
import { probe, probeError, probeWorld } from './probe'

describe('Date follows the zone of the script', () => {
  const local = (): unknown => [
    new Date(2026, 0, 1).toISOString(),
    new Date('2026-11-23T06:00:00Z').getHours(),
    new Date('2026-11-23T06:00:00Z').toLocaleString('ru-RU'),
    String(new Date(0)).slice(0, 33),
  ]

  test.each([
    ['Asia/Yekaterinburg', '2025-12-31T19:00:00.000Z', 11, '23.11.2026, 11:00:00', 'Thu Jan 01 1970 05:00:00 GMT+0500'],
    ['America/New_York', '2026-01-01T05:00:00.000Z', 1, '23.11.2026, 01:00:00', 'Wed Dec 31 1969 19:00:00 GMT-0500'],
  ])('documented: %s, whatever the machine has', (timeZone, ...answer) => {
    expect(probe(probeWorld({ timeZone }), local)).toEqual(answer)
  })

  test("the machine's own zone is back after the run, also where the run failed", () => {
    const before = new Date(2026, 0, 1).getTime()
    probeError(probeWorld({ timeZone: 'Asia/Tokyo' }), () => {
      throw new Error('no')
    })
    expect(new Date(2026, 0, 1).getTime()).toBe(before)
  })
})

describe('the stack of an error', () => {
  const stackOf = (work: string): string => {
    try {
      // biome-ignore lint/security/noGlobalEval: the code runs in the emulated script
      globalThis.eval(work)
    } catch (error) {
      return String((error as Error).stack)
    }
    return 'no error'
  }

  test.each([
    ['of a service', 'MailApp.sendEmail("никому")', /^Exception: /],
    ['of the language', 'nowhere()', /^ReferenceError: nowhere is not defined\n/],
  ])("assumed: an error %s names the script's places and nothing of the host", (_name, work, beginning) => {
    const stack = probe(probeWorld(), stackOf as never, { argument: work }) as string
    expect(stack).toMatch(beginning)
    expect(stack).toMatch(/at probe \(code:\d+:\d+\)/)
    expect(stack).not.toMatch(/node:|node_modules|emulator|membrane|\/work|home/i)
  })
})
