/** Permissions granted in part, and two accounts in one browser. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { World } from '../../emulator/world/types'
import { colleague, owner, probe, probeError, probeRecord, probeWorld } from './probe'

const mail = 'https://www.googleapis.com/auth/script.send_mail'
const sheets = 'https://www.googleapis.com/auth/spreadsheets'
const send = (): void => MailApp.sendEmail('a@b.ru', 'тема', 'текст')
const required = 'Exception: Authorization is required to perform that action.'

/** A script with a manifest that asks for sheets and mail. */
function manifested(): World {
  const distFolder = mkdtempSync(join(tmpdir(), 'bundle-'))
  writeFileSync(join(distFolder, 'code.js'), readFileSync(resolve(__dirname, '../fixtures/bundles/probe/code.js'), 'utf8'))
  writeFileSync(join(distFolder, 'appsscript.json'), JSON.stringify({ oauthScopes: [sheets, mail] }))
  return probeWorld({ distFolder })
}

describe('a permission that was not granted', () => {
  test('observed: the call that needs it is refused by its name; others work', () => {
    const world = probeWorld()
    world.accounts.grant({ account: colleague, scopes: [sheets] })
    expect(probeError(world, send, { user: colleague })).toBe(
      `Exception: Specified permissions are not sufficient to call MailApp.sendEmail. Required permissions: ${mail}`,
    )
    expect(probe(world, () => SpreadsheetApp.getActiveSpreadsheet().getName(), { user: colleague })).toBe('Консультации')
    expect(probeError(world, send)).toBe('no error')
    world.accounts.grant({ account: colleague, scopes: 'all' })
    expect(probeError(world, send, { user: colleague })).toBe('no error')
  })

  test('assumed: an advanced service refuses in the words of its API', () => {
    const world = probeWorld()
    world.accounts.grant({ account: owner, scopes: [mail] })
    expect(probeError(world, () => Sheets?.Spreadsheets.get('any'))).toBe(
      'GoogleJsonResponseException: API call to sheets.spreadsheets.get failed with error: Request had insufficient authentication scopes.',
    )
  })

  test.each(['menu', 'rpc', 'trigger'] as const)('assumed: who has granted nothing starts no run: %s', (entry) => {
    const world = probeWorld()
    world.accounts.grant({ account: owner, scopes: [] })
    const record = probeRecord(world, () => console.log('began'), { entry })
    expect([`${record.error?.name}: ${record.error?.message}`, record.logs]).toEqual([required, []])
  })

  test('documented: a simple trigger has no permissions, whatever the person has granted', () => {
    expect(probeError(probeWorld(), send, { entry: 'simpleEdit' })).toContain('Specified permissions are not sufficient to call MailApp')
    expect(probeError(probeWorld(), () => SpreadsheetApp.getActiveSheet().getName(), { entry: 'simpleEdit' })).toBe('no error')
  })
})

type Info = GoogleAppsScript.Script.AuthorizationInfo & { getAuthorizedScopes(): string[] }

describe('asking for permissions', () => {
  const ask = (scopes: string[]): unknown => {
    try {
      ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, scopes)
    } catch {
      console.log('caught')
    }
    MailApp.getRemainingDailyQuota()
    return 'went on'
  }

  test('documented: requireScopes lets a run go on where all is granted', () => {
    expect(probe(manifested(), ask, { argument: [mail] })).toBe('went on')
  })

  test('documented: else it ends the run, and only a menu item can put the question', () => {
    const world = manifested()
    world.accounts.grant({ account: owner, scopes: [sheets] })
    for (const entry of ['trigger', 'rpc', 'menu'] as const) expect(probeError(world, ask, { argument: [mail], entry })).toBe(required)
    expect(world.state.consentAsked).toEqual([{ account: owner, scopes: [mail] }])
  })

  test('documented: getAuthorizationInfo tells the state, the address and what is granted', () => {
    const tell = (scopes: string[]): unknown => {
      // The second argument and the list are newer than the published types.
      const ask = ScriptApp.getAuthorizationInfo as unknown as (mode: unknown, scopes: string[]) => Info
      const info = ask(ScriptApp.AuthMode.FULL, scopes)
      return [String(info.getAuthorizationStatus()), info.getAuthorizationUrl(), info.getAuthorizedScopes()]
    }
    const world = manifested()
    world.accounts.grant({ account: owner, scopes: [sheets] })
    const asked = [sheets, mail]
    expect(probe(world, tell, { argument: asked })).toEqual(['REQUIRED', expect.stringContaining('https://script.google.com/'), [sheets]])
    world.accounts.grant({ account: owner, scopes: 'all' })
    expect(probe(world, tell, { argument: asked })).toEqual(['NOT_REQUIRED', null, asked])
  })

  test('documented: a scope outside the manifest is an error', () => {
    const foreign = 'https://www.googleapis.com/auth/drive'
    expect(probeError(manifested(), ask, { argument: [foreign] })).toBe('no error')
    const bare = (scope: string): void => ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, [scope])
    expect(probeError(manifested(), bare, { argument: foreign })).toContain(`The scope ${foreign} is not in the script's manifest.`)
  })
})

describe('two accounts in one browser', () => {
  const who = (): string => Session.getActiveUser().getEmail()
  const home = 'home@gmail.com'
  const mixed = (): World => {
    const world = probeWorld()
    world.accounts.useBrowser({ sheetAccount: colleague, defaultAccount: home })
    return world
  }

  test('observed: the menu runs as the account of the sheet, the panel as the default one where that has granted', () => {
    const world = mixed()
    expect([probe(world, who, { entry: 'menu', user: colleague }), probe(world, who, { user: colleague })]).toEqual([colleague, home])
    expect(world.state.executions.at(-1)?.user).toBe(home)
    world.accounts.useBrowser({ sheetAccount: colleague, defaultAccount: colleague })
    expect(probe(world, who, { user: colleague })).toBe(colleague)
  })

  test.each([
    [0, 'Authorization is required to perform that action.'],
    [1, "We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED."],
    [2, 'You do not have permission to access the requested document.'],
    [3, 'Action not allowed'],
  ] as const)('observed: where it has not, the call fails before our code, in one of four texts (%i)', (browserRefusal, text) => {
    const world = mixed()
    world.accounts.grant({ account: home, scopes: [] })
    world.state.platform = { browserRefusal }
    const record = probeRecord(world, who, { user: colleague })
    expect([record.error?.message, record.calls]).toEqual([text, []])
    expect(probe(world, who, { entry: 'menu', user: colleague })).toBe(colleague)
  })
})
