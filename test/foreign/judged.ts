/** A stranger's deeds on a world of its own: which ran, which members are missing, what else failed, what is not as Google would have it. */
import type { ExecutionRecord } from '../../emulator/world/types'
import { createWorld } from '../../emulator/world/world'
import { type Deed, type Stranger, user } from './stranger'

export interface Judged {
  readonly name: string
  readonly ran: readonly string[]
  /** Members by name, once each. */
  readonly missing: readonly string[]
  /** Errors that name no member. */
  readonly failed: readonly string[]
  /** Ran without an error, and left something else than it should. */
  readonly wrong: readonly string[]
}

export function judged({ name, given, deeds }: Stranger, folder: string): Judged {
  const world = createWorld({ distFolder: folder, owner: user, timeZone: 'America/New_York', now: '2026-11-23T09:00:00-05:00' })
  given?.(world)
  const found = deeds.map((deed) => {
    const record = world.invoke({ entry: 'menu', user, ...deed.run })
    const said = errorOf(record)
    const error = deed.refused !== undefined && said?.includes(deed.refused) === true ? null : said
    return { deed, missing: missingIn(record), error, refuses: said !== null, seen: deed.seen?.(world, record) ?? null }
  })
  const whole = found.filter(({ missing, error }) => missing.length === 0 && error === null)
  return {
    name,
    ran: whole.map(({ deed }) => deed.run.fn),
    missing: [...new Set(found.flatMap(({ missing }) => missing))],
    failed: found.flatMap(({ deed, missing, error }) => (missing.length === 0 && error !== null ? [`${deed.run.fn}: ${error}`] : [])),
    wrong: [
      ...whole.flatMap(({ deed, seen }) => differing(deed, seen)),
      ...whole.flatMap(({ deed, refuses }) => (deed.refused !== undefined && !refuses ? [`${deed.run.fn} is not refused`] : [])),
    ],
  }
}

/** Scripts catch errors and log them, so what they say is looked through too. */
function missingIn({ error, logs }: ExecutionRecord): string[] {
  const said = [error?.message ?? '', ...logs].join('\n')
  const members = [...said.matchAll(/((?:\b[A-Z]\w*(?:\.\w+)+(?: [a-z][\w.]*)*|field)(?: "[^"]+"[^:\n]*)?) is not emulated/g)].map(
    ([, member = '']) => member,
  )
  const methods = [...said.matchAll(/\b(\w+\.\w+) is not a function/g)].map(([, method = '']) => method)
  const globals = [...said.matchAll(/\b([A-Z]\w+) is not defined/g)].map(([, global = '']) => global)
  return [...members, ...methods, ...globals]
}

function errorOf({ error, logs }: ExecutionRecord): string | null {
  if (error !== null) return error.message
  return logs.find((line) => /^(log|error): (Failed with error|Fetch threw|.*Exception|.*Error:)/.test(line)) ?? null
}

function differing({ run, wanted }: Deed, seen: unknown): string[] {
  const [is, should] = [seen, wanted ?? null].map((one) => JSON.stringify(one))
  return is === should ? [] : [`${run.fn}: ${is} and not ${should}`]
}
