/** Q1: what the month counts, and by topic and project, is what the rows of the register add up to. */
import { nowIn } from './cells'
import type { Facts, Known } from './known'
import { words } from './registerAsWritten'

const director = 'director@example.org'

/** What the desk says of a month, as far as it is counted again. */
interface Preview {
  readonly held: number
  readonly totals: readonly { readonly title: string; readonly now: number | null }[]
  readonly topics: readonly { readonly title: string; readonly count: number }[]
}
interface Letters {
  readonly letters: readonly { readonly project: string; readonly held: number }[]
}

/** Asked of a fork: it leaves nothing behind. */
function answerOf<T>({ world }: Known, method: string, input: unknown): T | null {
  const { value, error } = world.fork().invoke({ fn: 'rpc', entry: 'rpc', user: director, args: [{ method, input }] })
  const answer = value as { ok: boolean; value: T } | null
  return error === null && answer?.ok === true ? answer.value : null
}

/** This month and the one before. */
export function monthsAreCounted(of: Known): void {
  const month = nowIn(of.world).slice(0, 7)
  for (const one of [month, new Date(Date.parse(`${month}-01T00:00Z`) - 86_400_000).toISOString().slice(0, 7)]) monthIsCounted(of, one)
}

function monthIsCounted(of: Known, month: string): void {
  const told = answerOf<Preview>(of, 'month/preview', { period: { kind: 'month', month } })
  if (told === null) return
  const rows = heldIn(of, month)
  const clients = new Set(rows.map((facts) => clientOf(of, facts)))
  const total = (title: string) => told.totals.find((one) => one.title === title)?.now ?? 0
  same(of, month, 'held', told.held, rows.length)
  same(of, month, 'minutes', total('Минут'), minutesOf(rows))
  same(of, month, 'clients', total('Клиентов'), clients.size)
  for (const [topic, title] of Object.entries(words['topic'] ?? {})) {
    const count = told.topics.find((one) => one.title === title)?.count ?? 0
    same(of, month, title, count, rows.filter((facts) => String(facts['topic']) === topic).length)
  }
  const { letters } = answerOf<Letters>(of, 'month/letters', { month }) ?? { letters: [] }
  for (const { project, held } of letters) same(of, month, project, held, rows.filter((facts) => facts['project'] === project).length)
}

/** What a person was told of a month. */
export function countedAs(of: Known, month: string, told: { readonly held: number; readonly minutes: number }): void {
  same(of, month, 'held', told.held, heldIn(of, month).length)
  same(of, month, 'minutes', told.minutes, minutesOf(heldIn(of, month)))
}

function same({ expect }: Known, month: string, what: string, told: number, stands: number): void {
  expect(told === stands, () => `Q1 ${month} ${what}: told ${told}, stand ${stands}`)
}

const heldIn = ({ folded }: Known, month: string): Facts[] =>
  [...folded.values()].flatMap(({ table, facts }) => (table === 'Сделки' && isHeldIn(facts, month) ? [facts] : []))

const isHeldIn = (facts: Facts, month: string) =>
  ['held', 'feedback', 'won'].includes(String(facts['stage'])) && String(facts['start']).startsWith(month)

/** An organisation, however many cards it has. */
function clientOf({ folded }: Known, { clientId, organisation }: Facts): string {
  const card = folded.get(`Клиенты № ${clientId}`)?.facts
  return String(card?.['organisation'] || organisation || clientId)
}

const minutesOf = (rows: readonly Facts[]) => rows.reduce((sum, facts) => sum + Number(facts['minutes'] ?? 0), 0)
