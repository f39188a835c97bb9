/** Whether a defect is seen: by an invariant in the simulated weeks, or by the scenario that it names. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { useBundle } from '../otherVersion'
import { play } from '../play'
import { storyOf } from '../story'
import type { SeenBy } from './defect'

const seed = 'defect 1'
const weeks = 2

/** By what, and what it said; null = by nothing. */
export type Seen = string | null

/** The first step of two weeks that breaks an invariant. */
export function seenInWeeks(folder: string): Seen {
  useBundle(folder)
  const { violation, story } = play(storyOf({ seed, weeks }))
  return violation === null ? null : `step ${violation.step} (${story.steps[violation.step]?.deed}): ${said(violation.words)}`
}

/** Begins with the run's number and function; the invariant's name is what tells. */
const said = (words: string) => (/\b[A-Z]\d .*/.exec(words)?.[0] ?? words).slice(0, 72)

interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
}

/** Throws where no such test ran. */
export function seenByScenario(folder: string, seenBy: SeenBy): Seen {
  const { file, test } = seenBy
  const { numFailedTests, numPassedTests } = reported(folder, seenBy)
  if (numFailedTests + numPassedTests === 0) throw new Error(`no test ran: ${file} › ${test}`)
  return numFailedTests === 0 ? null : `${file} › ${test || 'whole'}: ${numFailedTests} of ${numFailedTests + numPassedTests} failed`
}

function reported(folder: string, { file, test, with: more }: SeenBy): Report {
  const out = mkdtempSync(join(tmpdir(), 'seen-'))
  const report = join(out, 'report.json')
  const name = test === '' ? [] : ['-t', `^${test.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`]
  const asked = ['-i', '--selectProjects', 'scenarios', '--json', '--outputFile', report, '--runTestsByPath', `test/scenarios/${file}`]
  // A test that is named is there, whatever share of its sweep runs otherwise.
  const share = test === '' ? {} : { SHARE: '1' }
  spawnSync(process.execPath, ['node_modules/.bin/jest', ...asked, ...name], {
    env: { ...process.env, ...share, ...more, DESK_BUNDLE: folder },
    stdio: 'ignore',
  })
  const told = JSON.parse(readFileSync(report, 'utf8')) as Report
  rmSync(out, { recursive: true })
  return told
}
