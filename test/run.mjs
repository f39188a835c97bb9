/** `npm test` and `npm run test:long`: builds, checks types and style, runs tests; the last line is «N passed, N failed», the exit code says the same. */
import { fileURLToPath } from 'node:url'
import { furtherInBrowser, inBrowser, jestParts, selectionOf, whole, zones } from './run/selection.mjs'
import { command, jest } from './run/steps.mjs'

const usage = `npm test                      build, types, style, and every test but the long sweeps
npm test -- unit contract     some parts: types, lint, unit, contract, scenarios, browser (the build always comes first)
npm test -- --zone=UTC        one time zone only
npm run test:long             the long sweeps, what npm test runs in one time zone in the others, weeks of an office, runs that break and runs that meet
node test/run.mjs --all       both, counted together`

const parts = ['types', 'lint', ...jestParts, 'browser']

process.chdir(fileURLToPath(new URL('..', import.meta.url)))

const flags = process.argv.slice(2)
const isKnown = (flag) => parts.includes(flag) || flag === '--long' || flag === '--all' || flag.startsWith('--zone=')
const unknown = flags.filter((flag) => !isKnown(flag))
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(' ')}\n\n${usage}`)
  process.exit(2)
}
const isAll = flags.includes('--all')
const isShort = isAll || !flags.includes('--long')
const isLong = isAll || flags.includes('--long')
const chosen = flags.filter((flag) => parts.includes(flag))
const wants = (part) => chosen.length === 0 || chosen.includes(part)
const named = flags.filter((flag) => flag.startsWith('--zone=')).map((flag) => flag.slice('--zone='.length))
const places = named.length > 0 ? named : zones

const total = { passed: 0, failed: 0 }
const add = ({ passed, failed }) => {
  total.passed += passed
  total.failed += failed
  return failed === 0
}

const startedAt = Date.now()
const isBuilt = add(await command('build', ['build.mjs']))
// One processor's work, for most of a minute: it goes on beside the tests.
const types = isShort && wants('types') ? command('types', ['node_modules/typescript/bin/tsc', '-b']) : null
if (isShort && wants('lint')) add(await command('lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '.']))
const pages = (name, selection) => jest({ name, projects: ['browser'], zone: places[0], selection })
// One file, that waits for its browser half of the time: it goes on beside the others.
const day = isBuilt && isShort && wants('browser') ? pages('browser', chosen.length > 0 ? whole : inBrowser) : null
if (isBuilt && isShort) await runTests(false)
if (day !== null) add(await day)
if (isBuilt && isLong) await runTests(true)
if (isBuilt && isLong && chosen.length === 0) await Promise.all([live(), breakAndMeet()])
if (isBuilt && isLong && wants('browser')) add(await pages('long: browser', furtherInBrowser))
if (types !== null) add(await types)
if (!isBuilt) console.log('tests       not run: they use what is built')
console.log(`\n${Math.round((Date.now() - startedAt) / 1000)} s`)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed === 0 ? 0 : 1)

/** Weeks of an office. */
async function live() {
  add(await simulation('simulate, 5 seeds, 8 weeks', ['--seeds', '5', '--weeks', '8'], 16))
}

/** Every crash point, then a fixed part of all that may meet. */
async function breakAndMeet() {
  add(await simulation('crashes, all points', ['crashes'], 1))
  add(await simulation('races, a fortieth, 3 switches', ['races', '--share', '1/40', '--most', '40'], 1))
}

function simulation(name, args, lastLines) {
  return command(name, ['--max-semi-space-size=64', 'test/simulation/command/run.mjs', ...args, '--fresh'], lastLines)
}

async function runTests(areLong) {
  for (const [index, zone] of places.entries()) {
    const selection = selectionOf({ areLong, isFirst: index === 0, zone })
    const projects = selection === null ? [] : selection.projects.filter(wants)
    if (projects.length > 0) add(await jest({ name: `${areLong ? 'long: ' : ''}${projects.join(', ')}`, projects, zone, selection }))
  }
}
