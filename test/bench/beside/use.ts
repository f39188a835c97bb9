/** What runs take of Google's daily quotas. */
import type { ExecutionRecord, World } from '../../../emulator/world/types'

/** `propertyCalls` counts reads and writes. */
export interface Use {
  readonly runs: number
  readonly seconds: number
  readonly propertyCalls: number
  readonly mailRecipients: number
  readonly eventsCreated: number
  readonly urlFetch: number
}

const quotaNames = ['mailRecipients', 'eventsCreated', 'urlFetch'] as const
export const secondsOf = ({ calls }: ExecutionRecord): number => calls.reduce((sum, { modelledMs }) => sum + modelledMs, 0) / 1000

/** Of all accounts together. */
export function useOf({ state }: World, run: () => readonly ExecutionRecord[]): Use {
  const used = (name: (typeof quotaNames)[number]): number =>
    Object.values(state.quotas.accounts ?? {}).reduce((sum, account) => sum + (account[name]?.used ?? 0), 0)
  const before = quotaNames.map(used)
  const records = run()
  const [mailRecipients = 0, eventsCreated = 0, urlFetch = 0] = quotaNames.map((name, index) => used(name) - (before[index] ?? 0))
  const propertyCalls = records.flatMap(({ calls }) => calls).filter(({ name }) => name.startsWith('Properties.')).length
  const seconds = records.reduce((sum, one) => sum + secondsOf(one), 0)
  return { runs: records.length, seconds, propertyCalls, mailRecipients, eventsCreated, urlFetch }
}
