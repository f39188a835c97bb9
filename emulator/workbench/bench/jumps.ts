/** Moving the clock: due triggers run hour by hour of virtual time, so that the page sees what happens on the way. */
import type { ExecutionRecord, LetterState } from '../../world/types'
import type { JumpEvent, JumpProgress } from '../wire'
import type { Bench } from './bench'
import { clockView } from './officeTime'

const chunkMs = 3_600_000
const reportEveryMs = 120

type Counts = Pick<JumpProgress, 'runs' | 'letters' | 'reminders' | 'escalations' | 'errors'>

/** Moves the clock to `target`, tells of the progress, and gives way to other requests between hours. */
export const jump = async (bench: Bench, target: number, tell: (progress: JumpProgress) => Promise<void>): Promise<void> => {
  const { state } = bench.world
  const start = state.now
  const counts = { runs: 0, letters: 0, reminders: 0, escalations: 0, errors: 0 }
  const news: JumpEvent[] = []
  const report = (done: boolean): Promise<void> =>
    tell({
      clock: clockView(state.scriptTimeZone, state.now),
      share: Math.min(1, (state.now - start) / Math.max(1, target - start)),
      ...counts,
      news: news.splice(0),
      done,
      stopped: bench.stopJump,
    })
  bench.jumping = true
  bench.stopJump = false
  try {
    let told = Date.now()
    while (state.now < target && !bench.stopJump) {
      news.push(...advance(bench, Math.min(target, state.now + chunkMs), counts))
      if (Date.now() - told > reportEveryMs) {
        told = Date.now()
        await report(false)
      }
      await new Promise((resolve) => setImmediate(resolve))
    }
  } finally {
    bench.jumping = false
    bench.touch()
    bench.reopenSidebar()
  }
  await report(true)
}

const advance = (bench: Bench, until: number, counts: { -readonly [K in keyof Counts]: number }): JumpEvent[] => {
  const { state } = bench.world
  const lettersBefore = state.letters.length
  const records = bench.world.advanceTo(until)
  const letters = state.letters.slice(lettersBefore)
  counts.runs += records.length
  counts.errors += records.filter(failed).length
  counts.letters += letters.length
  counts.reminders += letters.filter(isReminder).length
  counts.escalations += letters.filter(isEscalation).length
  const at = (epochMs: number): string => clockView(state.scriptTimeZone, epochMs).text
  return [
    ...letters.map((letter) => ({ at: at(Date.parse(letter.at)), kind: 'letter' as const, text: `${letter.to} · ${letter.subject}` })),
    ...records.filter(failed).map(({ startedAt, fn, error }) => ({
      at: at(Date.parse(startedAt)),
      kind: 'error' as const,
      text: `${fn} · ${error?.message ?? ''}`,
    })),
  ]
}

const failed = (record: ExecutionRecord): boolean => record.error !== null
const isReminder = (letter: LetterState): boolean => /напомина|напомни/i.test(letter.subject)
const isEscalation = (letter: LetterState): boolean => /просроч|не выполнен|эскалац/i.test(letter.subject)
