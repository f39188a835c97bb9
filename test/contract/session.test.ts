/** Session: who is known where. */
import type { Entry } from '../../emulator/world/types'
import { colleague, owner, probe, probeRecord, probeWorld } from './probe'

const who = (): string => {
  const users = `${Session.getActiveUser().getEmail()}|${Session.getEffectiveUser().getEmail()}`
  console.log(users)
  return users
}

describe('Session', () => {
  test.each<[string, Entry, string, string]>([
    ['documented: menu and sidebar: both are the person', 'rpc', colleague, `${colleague}|${colleague}`],
    ['documented: menu likewise', 'menu', colleague, `${colleague}|${colleague}`],
    ['documented: a trigger of another account runs as its owner and does not know the person', 'edit', colleague, `|${owner}`],
    ["documented: a clock trigger is its owner's", 'trigger', owner, `${owner}|${owner}`],
    ['documented: a web app runs as its owner and does not know the person', 'webGet', colleague, `|${owner}`],
    ["assumed: a call of the web app's page runs as its owner too", 'rpc', '', `|${owner}`],
  ])('%s', (_name, entry, user, users) => {
    expect(probeRecord(probeWorld(), who, { entry, user }).logs).toEqual([`log: ${users}`])
  })

  test('documented: inside the Workspace domain of the owner the person is known', () => {
    const world = probeWorld({ platform: { domain: 'desk.example' } })
    for (const entry of ['edit', 'webGet', 'simpleEdit'] as const) {
      expect(probeRecord(world, who, { entry, user: colleague }).logs[0]).toContain(`${colleague}|`)
    }
    expect(probeRecord(world, who, { entry: 'edit', user: 'guest@gmail.com' }).logs[0]).toBe(`log: |${owner}`)
  })

  test('observed: a user prints as the address', () => {
    expect(probe(probeWorld(), () => String(Session.getActiveUser()))).toBe(owner)
  })

  test('documented: blank in a simple trigger', () => {
    expect(probe(probeWorld(), () => Session.getActiveUser().getEmail(), { entry: 'simpleEdit', user: colleague })).toBe('')
  })

  test("documented: the script's zone", () => {
    expect(probe(probeWorld({ timeZone: 'Asia/Yekaterinburg' }), () => Session.getScriptTimeZone())).toBe('Asia/Yekaterinburg')
  })
})
