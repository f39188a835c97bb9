/** Puts the desk on Google: builds, pushes the code, brings the web app's deployment to it (its address stays), and tells what changed. `--dry-run` calls nobody. */

import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const versionLimit = 200
/** What was deployed last from this folder: sheets with their columns. */
const recordFile = '.deployed.json'

/** Arguments of `npm run deploy -- …`: `--dry-run`, and `-P file` for a .clasp.json of another name. */
export function readArguments(given) {
  const at = given.findIndex((one) => one === '-P' || one === '--project')
  return { isDry: given.includes('--dry-run'), project: at < 0 ? '.clasp.json' : (given[at + 1] ?? '.clasp.json') }
}

/** Sheets and columns of this code, and the number of their structure. */
export async function structureOf() {
  const contents = `export { tables } from './src/domain/register/tables'; export { schemaVersion } from './src/server/google/register/schema'`
  const options = { bundle: true, write: false, format: 'esm', stdin: { contents, resolveDir: process.cwd(), loader: 'ts' } }
  const { outputFiles } = await build(options)
  const { tables, schemaVersion } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`)
  const sheets = Object.values(tables).map(({ title, columns }) => [title, columns.map(({ heading }) => heading)])
  return { schemaVersion, sheets: Object.fromEntries(sheets) }
}

/** What the register gets by this code, in lines; `before` null = nothing was deployed from here yet. */
export function changesOf(before, now) {
  if (before === null)
    return [`Листы таблицы: структура ${now.schemaVersion}. С прежней версией сравнить не с чем: отсюда ещё не публиковали.`]
  const lines = Object.entries(now.sheets).flatMap(([title, headings]) => {
    const known = before.sheets[title]
    if (known === undefined) return [`Новый лист «${title}».`]
    const added = headings.filter((heading) => !known.includes(heading))
    const gone = known.filter((heading) => !headings.includes(heading))
    return [
      ...added.map((heading) => `«${title}»: новый столбец «${heading}», появится сам при первом запуске.`),
      ...gone.map((heading) => `«${title}»: столбец «${heading}» программа больше не ведёт, он останется.`),
    ]
  })
  const gone = Object.keys(before.sheets).filter((title) => !(title in now.sheets))
  const all = [...lines, ...gone.map((title) => `Лист «${title}» программа больше не ведёт, он останется.`)]
  return all.length > 0 ? all : ['Листы и столбцы те же.']
}

/** clasp's commands in order. The description is given each time: without it Google empties it. */
export function commandsOf({ project, deploymentId, description }) {
  const own = project === '.clasp.json' ? [] : ['-P', project]
  const deployed = deploymentId === '' ? ['create-deployment'] : ['update-deployment', deploymentId]
  return [
    [...own, 'push', '-f'],
    [...own, ...deployed, '-d', description],
    [...own, 'list-deployments', '--json'],
  ]
}

/** What clasp lists, as address and version of ours and how many versions are used. */
export function toldBy(listed, deploymentId) {
  const deployments = JSON.parse(listed)
  const own = deployments.find((one) => one.deploymentId === deploymentId) ?? deployments.at(-1)
  const versionOf = (one) => Number(one?.versionNumber ?? one?.deploymentConfig?.versionNumber ?? 0)
  const used = Math.max(0, ...deployments.map(versionOf))
  return [
    `Адрес: https://script.google.com/macros/s/${own?.deploymentId ?? deploymentId}/exec`,
    `Веб-приложение на версии ${versionOf(own) || '?'}; меню, панель и триггеры на только что отправленном коде.`,
    `Версий использовано: ${used} из ${versionLimit}.${used > versionLimit - 20 ? ' Удалите старые: «Настройки проекта» → «Версии».' : ''}`,
  ]
}

function clasp(argument) {
  const { status, stdout, stderr } = spawnSync('npx', ['clasp', ...argument], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`clasp ${argument.join(' ')}: ${(stderr || stdout).trim()}`)
  return stdout
}

const readJson = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null)

function say(lines) {
  console.log(lines.join('\n'))
}

async function main() {
  const { isDry, project } = readArguments(process.argv.slice(2))
  const built = spawnSync('node', ['build.mjs'], { stdio: 'inherit' })
  if (built.status !== 0) process.exit(1)
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
  const deploymentId = readJson(project)?.deploymentId ?? ''
  const structure = await structureOf()
  const commands = commandsOf({ project, deploymentId, description: `Консультации ${version}, структура ${structure.schemaVersion}` })
  say(changesOf(readJson(recordFile), structure))
  if (deploymentId === '')
    say([`В ${project} нет deploymentId: публикация будет новой, с новым адресом. Впишите её id туда, и адрес больше не изменится.`])
  if (isDry) return say(['Проба: на Google ничего не отправлено. Было бы выполнено:', ...commands.map((one) => `  clasp ${one.join(' ')}`)])
  const answers = commands.map(clasp)
  say(toldBy(answers.at(-1), deploymentId))
  writeFileSync(recordFile, `${JSON.stringify(structure, null, 2)}\n`)
  say(['Открытые панели попросят закрыть и открыть их снова. «Установить и проверить» не нужно.'])
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main().catch((error) => {
    console.error(error.message)
    process.exit(1)
  })
}
