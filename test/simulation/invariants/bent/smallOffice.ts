/** A small office to bend: one consultation held, one ahead with its letters, one client more; a cell, a letter, an event are changed behind its back. */
import type { EventState, ExecutionRecord, LetterState, World } from '../../../../emulator/world/types'
import { insert } from '../../../fixtures/consultantHand'
import { calendarId, sheet } from '../../../fixtures/desk'
import { opened } from '../../play'
import type { Running } from '../../running'
import { type Cells, rowsIn, standing } from '../cells'
import { Checker } from '../invariants'

export const consultant = 'gg0@example.org'

const client = (number: number) => ({
  organisation: `АНО «Причал ${number}»`,
  kind: 'НКО',
  contact: 'Анна Берегова',
  phone: `8911400${1000 + number}`,
  email: `client${number}@example.net`,
  messenger: '',
  municipality: 'Архангельск',
  consentDate: '2026-06-01',
})

const written = { content: 'Разобрали', recommendations: 'Подать', minutes: 60, project: 'Активное село' }

/** A deal of the client, booked with ММ at that time; its reference. */
function booked(it: Running, number: number, start: string) {
  const event = insert(it.world, 'ММ консультация', start, `${start.slice(0, 11)}${Number(start.slice(11, 13)) + 1}:00`)
  it.tick()
  const about = { clientId: null, client: client(number), topic: 10, request: 'отчёт', agreedWith: '' }
  const made = it.value('deal/create', { ...about, channel: 'phoneOffice', stage: 'accepted' })
  const list = it.value('slot/list', { topic: null, consultant: 'ММ', agreedWith: null, part: null, from: null })
  const slot = list?.consultants[0]?.slots.find(({ eventId }) => eventId === event.id)
  if (!made || slot === undefined) throw new Error('nothing to book')
  const { minutes: _, join: _join, heldBy: _held, ...ref } = slot
  const how = { consultant: 'ММ', topic: 10, format: 'phone' as const, place: '', minutes: 60 }
  it.ask('deal/book', { deal: made.ref, ...how, slot: ref })
  return { ...made.ref, version: made.ref.version + 1 }
}

let known: World | null = null

/** Tuesday the 6th at noon: № 1 held at ten, № 2 on Thursday at ten and its letters not sent yet. */
function built(): World {
  const it = opened({ seed: 'small', from: '2026-10-05T09:00', steps: [] })
  const at = (time: string) => it.begin({ at: time, deed: '', pick: 0, way: 0 })
  const first = booked(it, 1, '2026-10-06T10:00')
  it.ask('outbox/send', {})
  at('2026-10-06T11:30')
  it.tick()
  const found = it.value('deal/open', first)
  const ref = { ...first, version: found?.deal.version ?? first.version }
  it.ask('deal/move', { deal: ref, to: 'held', reason: '', fields: written }, consultant)
  it.tick()
  booked(it, 2, '2026-10-08T10:00')
  if (it.checker.wrong.length > 0) throw new Error(it.checker.wrong.join('\n'))
  return it.world
}

export interface Office {
  readonly world: World
  readonly checker: Checker
  /** One more run of the desk, and past the checks. */
  run(method: string, input?: unknown): ExecutionRecord
  tick(): ExecutionRecord
  rest(): void
  /** Names of the invariants that were broken. */
  broken(): string[]
}

/** Nobody has bent anything yet. */
export function smallOffice(): Office {
  known ??= built()
  const world = known.fork()
  const checker = new Checker(world, { requests: new Map() })
  const past = (record: ExecutionRecord) => {
    checker.afterExecution(record)
    return record
  }
  const call = (method: string, input: unknown) =>
    ({ fn: 'rpc', entry: 'rpc', user: 'office@example.org', args: [{ method, input }] }) as const
  return {
    world,
    checker,
    run: (method, input = {}) => past(world.invoke(call(method, input))),
    tick: () => past(world.invoke({ fn: 'tick', entry: 'trigger', user: '' })),
    rest: () => checker.rest.check(),
    broken: () => [...new Set(checker.wrong.map((words) => /\b[A-Z]\d\b/.exec(words)?.[0] ?? words))],
  }
}

/** The row that is meant is another one from now on: stored rows are never changed in place. */
export function bend(world: World, title: string, isMeant: (cells: Cells) => boolean, change: Cells): void {
  const found = rowsIn(world, title)
    .filter(({ cells }) => isMeant(cells))
    .at(-1)
  const { cells } = sheet(world, title)
  const headings = (cells[0] ?? []).map(standing)
  if (found === undefined) throw new Error(`no such row of «${title}»`)
  const row = headings.map((heading, at) => (Object.hasOwn(change, String(heading)) ? change[String(heading)] : cells[found.row - 1]?.[at]))
  cells[found.row - 1] = row.map((cell) => cell ?? null)
}

/** A row like the last one, but for what is told. */
export function append(world: World, title: string, change: Cells): void {
  const { cells } = sheet(world, title)
  const last = rowsIn(world, title).at(-1)
  cells.push([...(cells[(last?.row ?? 1) - 1] ?? [])])
  bend(world, title, () => true, change)
}

export function drop(world: World, title: string, isMeant: (cells: Cells) => boolean): void {
  const rows = new Set(rowsIn(world, title).flatMap(({ row, cells }) => (isMeant(cells) ? [row] : [])))
  const own = sheet(world, title)
  own.cells = own.cells.filter((_, at) => !rows.has(at + 1))
}

export function bendLetter({ state }: World, isMeant: (letter: LetterState) => boolean, change: Partial<LetterState>): void {
  state.letters = state.letters.map((letter) => (isMeant(letter) ? { ...letter, ...change } : letter))
}

/** The event of the consultation on Thursday. */
export function bendEvent({ state }: World, change: Partial<EventState>): void {
  const calendar = state.calendars[calendarId]
  if (calendar === undefined) throw new Error('no calendar')
  calendar.events = calendar.events.map((event) =>
    event.summary?.startsWith('ММ_') && event.start.dateTime?.startsWith('2026-10-08') ? { ...event, ...change } : event,
  )
}
