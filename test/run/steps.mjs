/** The steps of `npm test`: a command that passes or fails as one, and a run of Jest whose tests are counted. */
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A step that hangs is stopped and counts as failed. */
const limitMs = 40 * 60_000

/** Runs a script of Node; its output is shown only when it fails, its last lines where they are asked for. */
export async function command(name, args, lastLines = 0) {
  const { code, output, seconds } = await run(args)
  const isFine = code === 0
  say(name, isFine ? 'passed' : 'FAILED', seconds)
  const lines = isFine ? output.trimEnd().split('\n').slice(-lastLines) : [output]
  if (!isFine || lastLines > 0) console.log(indented(lines.join('\n')))
  return isFine ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** Runs a selection (selection.mjs) of Jest's projects in a time zone. A file that cannot be loaded counts as one failure, and so does a run without a single test. */
export async function jest({ name, projects, zone, selection }) {
  const folder = await mkdtemp(join(tmpdir(), 'jest-'))
  try {
    const answerPath = join(folder, 'answer.json')
    const { code, output, seconds } = await run(jestArgs(projects, answerPath, selection), { TZ: zone })
    const answer = await readFile(answerPath, 'utf8').then(JSON.parse, () => null)
    const counts = answer === null ? { passed: 0, failed: 1 } : countsOf(answer, code)
    say(`${name} (TZ=${zone})`, `${counts.passed} passed, ${counts.failed} failed`, seconds)
    if (counts.failed > 0) console.log(indented(answer === null ? output : failuresOf(answer) || output))
    return counts
  } finally {
    await rm(folder, { recursive: true })
  }
}

/**
 * A world is copied for every schedule and every death: short-lived objects get more room, an eighth of the time is saved; the workers have it too.
 * What files leave behind fills the memory slowly: a worker begins anew before it holds a gigabyte.
 */
function jestArgs(projects, answerPath, { only, never }) {
  return [
    '--max-semi-space-size=64',
    '--single-threaded-gc',
    'node_modules/jest/bin/jest.js',
    ...['--maxWorkers=2', '--workerIdleMemoryLimit=1GB', '--silent', '--json', `--outputFile=${answerPath}`],
    ...never.flatMap((pattern) => ['--testPathIgnorePatterns', pattern]),
    ...(only === null ? [] : ['--testPathPatterns', only]),
    ...['--selectProjects', ...projects],
  ]
}

function countsOf({ numPassedTests, numFailedTests, numRuntimeErrorTestSuites }, code) {
  const failed = numFailedTests + numRuntimeErrorTestSuites
  const isSilentFailure = failed === 0 && (code !== 0 || numPassedTests === 0)
  return { passed: numPassedTests, failed: isSilentFailure ? 1 : failed }
}

function failuresOf({ testResults }) {
  const failing = testResults.filter(({ status }) => status === 'failed')
  return failing.map(({ name, message }) => `${name.replace(`${process.cwd()}/`, '')}\n${message}`).join('\n')
}

function run(args, env = {}) {
  const startedAt = Date.now()
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
    const chunks = []
    const timer = setTimeout(() => {
      chunks.push(`\nstopped after ${limitMs / 60_000} minutes\n`)
      child.kill('SIGKILL')
    }, limitMs)
    child.stdout.on('data', (chunk) => chunks.push(String(chunk)))
    child.stderr.on('data', (chunk) => chunks.push(String(chunk)))
    child.on('error', (error) => chunks.push(String(error)))
    child.on('close', (code) => {
      clearTimeout(timer)
      resolve({ code: code ?? 1, output: chunks.join(''), seconds: (Date.now() - startedAt) / 1000 })
    })
  })
}

function say(name, result, seconds) {
  console.log(`${name.padEnd(50)} ${result.padEnd(30)} ${seconds.toFixed(1).padStart(6)} s`)
}

function indented(text) {
  return text.trimEnd().replace(/^/gm, '    ')
}
