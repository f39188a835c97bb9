/** `npm test`: builds, checks types and style, runs every test; the last line is «N passed, N failed», the exit code says the same. */
import { fileURLToPath } from 'node:url'
import { command, jest } from './run/steps.mjs'

const usage = `npm test                      everything
npm test -- unit contract     some parts: types, lint, unit, contract, scenarios, browser (the build always comes first)
npm test -- --zone=UTC        one time zone instead of three`

const jestParts = ['unit', 'contract', 'scenarios']
const parts = ['types', 'lint', ...jestParts, 'browser']
/** Tests run in all of them; files named *.slow.test.ts, crash sweeps (*Killed), races (*Races) and the browser's only in the first. */
const zones = ['UTC', 'Europe/Moscow', 'America/St_Johns']

process.chdir(fileURLToPath(new URL('..', import.meta.url)))

const flags = process.argv.slice(2)
const chosenZones = flags.filter((flag) => flag.startsWith('--zone=')).map((flag) => flag.slice('--zone='.length))
const chosen = flags.filter((flag) => !flag.startsWith('--'))
const unknown = flags.filter((flag) => !parts.includes(flag) && !flag.startsWith('--zone='))
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(' ')}\n\n${usage}`)
  process.exit(2)
}
const wants = (part) => chosen.length === 0 || chosen.includes(part)

const total = { passed: 0, failed: 0 }
const add = ({ passed, failed }) => {
  total.passed += passed
  total.failed += failed
  return failed === 0
}

const startedAt = Date.now()
const isBuilt = add(await command('build', ['build.mjs']))
if (wants('types')) add(await command('types', ['node_modules/typescript/bin/tsc', '-b']))
if (wants('lint')) add(await command('lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '.']))
if (isBuilt) await runTests()
else console.log('tests       not run: they use what is built')
console.log(`\n${Math.round((Date.now() - startedAt) / 1000)} s`)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed === 0 ? 0 : 1)

async function runTests() {
  const projects = jestParts.filter(wants)
  const places = chosenZones.length > 0 ? chosenZones : zones
  for (const [index, zone] of projects.length > 0 ? places.entries() : []) add(await jest({ projects, zone, heavy: index === 0 }))
  if (wants('browser')) add(await jest({ projects: ['browser'], zone: places[0], heavy: true }))
}
