/** `npm run deploy`: what it would do and tell, without an account. */
import { spawnSync } from 'node:child_process'
import { copyFileSync, cpSync, mkdtempSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(__dirname, '../..')
interface Structure {
  readonly schemaVersion: number
  readonly sheets: Readonly<Record<string, readonly string[]>>
}
/** The functions of deploy.mjs, called in a process of their own. */
function ask<T>(code: string): T {
  const text = `import('${join(root, 'deploy.mjs')}').then((deploy) => console.log(JSON.stringify(${code})))`
  const { stdout, stderr } = spawnSync('node', ['-e', text], { cwd: root, encoding: 'utf8' })
  if (stdout === '') throw new Error(stderr)
  return JSON.parse(stdout) as T
}

const before: Structure = { schemaVersion: 7, sheets: { Сделки: ['№', 'Старый'], Темы: ['№'] } }
const now: Structure = { schemaVersion: 8, sheets: { Сделки: ['№', 'Новый'], Месяцы: ['Месяц'] } }

test('what changes for the register is told by sheet and column', () => {
  const told = ask<string[]>(
    `[...deploy.changesOf(${JSON.stringify(before)}, ${JSON.stringify(now)}), ...deploy.changesOf(${JSON.stringify(now)}, ${JSON.stringify(now)})]`,
  )
  expect(told).toEqual([
    '«Сделки»: новый столбец «Новый», появится сам при первом запуске.',
    '«Сделки»: столбец «Старый» программа больше не ведёт, он останется.',
    'Новый лист «Месяцы».',
    'Лист «Темы» программа больше не ведёт, он останется.',
    'Листы и столбцы те же.',
  ])
})

test('the deployment is updated, so the address stays; the description is never emptied', () => {
  const commands = ask<string[][]>(
    `deploy.commandsOf({ project: '.clasp.office.json', deploymentId: 'AKfy1', description: 'Консультации 0.1.0' })`,
  )
  expect(commands).toEqual([
    ['-P', '.clasp.office.json', 'push', '-f'],
    ['-P', '.clasp.office.json', 'update-deployment', 'AKfy1', '-d', 'Консультации 0.1.0'],
    ['-P', '.clasp.office.json', 'list-deployments', '--json'],
  ])
})

test('what clasp lists is told as address, version and room that is left', () => {
  const listed = JSON.stringify([
    { deploymentId: 'HEAD', versionNumber: null },
    { deploymentId: 'AKfy1', versionNumber: 190 },
  ])
  const told = ask<string[]>(`deploy.toldBy(${JSON.stringify(listed)}, 'AKfy1')`)
  expect(told[0]).toBe('Адрес: https://script.google.com/macros/s/AKfy1/exec')
  expect(told[2]).toContain('190 из 200. Удалите старые')
})

test('--dry-run builds and tells the commands, without an account', () => {
  const folder = mkdtempSync(join(tmpdir(), 'deploy-'))
  for (const name of ['src', 'docs/guide', 'build.mjs', 'deploy.mjs', 'package.json', 'appsscript.json', 'tsconfig.base.json'])
    cpSync(join(root, name), join(folder, name), { recursive: true })
  copyFileSync(join(root, '.clasp.json'), join(folder, '.clasp.json'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const { stdout, stderr, status } = spawnSync('node', ['deploy.mjs', '--dry-run'], { cwd: folder, encoding: 'utf8' })
  expect([status, stderr]).toEqual([0, ''])
  expect(stdout).toMatch(/code\.js \d+ KB/)
  expect(stdout).toContain('на Google ничего не отправлено')
  expect(stdout).toContain('clasp push -f')
})
