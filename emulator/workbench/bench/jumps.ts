/** Moving the clock: due triggers run hour by hour of virtual time, so that the page sees what happens on the way. */
// Over many hours a trigger that found nothing to do comes once an hour, as a late one of Google's would.
import type { ExecutionRecord, LetterState, TriggerState } from '../../world/types'
import type { JumpEvent, JumpProgress } from '../wire'
import type { Bench } from './bench'
import { clockView } from './officeTime'

const chunkMs = 3_600_000
const reportEveryMs = 120
/** The last hours come minute by minute: what is due at the end is there. */
const exactHours = 2
/** Calls that leave the script in a run that finds nothing to do, at most. */
const idleCalls = 4

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
    const idle = new Set<string>()
    while (state.now < target && !bench.stopJump) {
      const until = Math.min(target, state.now + chunkMs)
      if (target - until >= exactHours * chunkMs) putOff(state.triggers, idle, until)
      news.push(...advance(bench, until, counts, idle))
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

/** Those that had nothing to do, by function, run next at the hour's end. */
const putOff = (triggers: readonly TriggerState[], idle: ReadonlySet<string>, until: number): void => {
  for (const trigger of triggers) {
    const { everyMinutes = 60, nextAt = until } = trigger
    if (everyMinutes < 60 && nextAt < until && idle.has(trigger.fn)) trigger.nextAt = until
  }
}

const advance = (bench: Bench, until: number, counts: { -readonly [K in keyof Counts]: number }, idle: Set<string>): JumpEvent[] => {
  const { state } = bench.world
  const lettersBefore = state.letters.length
  const records = bench.world.advanceTo(until)
  bench.tellStruck(records)
  const letters = state.letters.slice(lettersBefore)
  idle.clear()
  const last = records.at(-1)
  if (last?.error === null && letters.length === 0 && last.leavingCalls <= idleCalls) idle.add(last.fn)
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
