/** Many cells changed by one hand at once: legal ones stand, «Сегодня» asks about them with one way back, and they go back together, once. */

import type { Client } from '../../domain/client/client'
import { clientFields } from '../../domain/client/fields'
import type { Deal } from '../../domain/deal/deal'
import { dealFields } from '../../domain/deal/fields'
import { cutLine } from '../../domain/letter/plainLine'
import { toldKeys } from '../../domain/letter/telling'
import { mayDo } from '../../domain/office/actions'
import type { Problem } from '../../domain/problem'
import type { Fields } from '../../domain/register/field'
import { decoded } from '../../domain/register/stored'
import { handBlockText } from '../../domain/text/todayNotes.ru'
import type { Input } from '../../rpc/contract'
import type { HandBlock } from '../../rpc/screens'
import type { Caller, Changes, Moment, RowChange } from '../changes'
import { changes, type Decision } from '../changes'
import type { Desk, Located } from '../desk'
import { nextVersion } from '../located'
import { type Known, method } from '../method/method'
import { forbidden } from '../permissions'
import { changeIn, type JournalLine, type JournalTable } from '../register/journal'
import { stored } from '../register/service'

/** Fewer cells at once are work like any other. */
const fewest = 20
/** So many blocks are asked about; older ones stay as they are. */
const mostKept = 5
const whatLength = 200

type Kept = ReturnType<typeof keptBlocks>[number]

function keptBlocks({ service }: Pick<Desk, 'service'>) {
  return decoded(stored.handBlocks, service.handBlocks, [])
}

/** Fields that a hand has changed in these rows, as often as it has. */
function typedIn(rows: readonly RowChange<Deal | Client>[], fields: Fields): string[] {
  return rows.flatMap(({ before, after }) => {
    const [was, is] = [before, after] as unknown as readonly Readonly<Record<string, unknown>>[]
    return Object.keys(fields).filter((key) => fields[key]?.set?.hand !== undefined && was?.[key] !== is?.[key])
  })
}

/**
 * The cell of «Служебное» after an edit by hand; null = it is no block, the cell stays.
 * @param edited what the edit alone has changed
 */
export function withHandBlock({ deals, clients }: Pick<Changes, 'deals' | 'clients'>, desk: Desk, { now, who }: Moment): string | null {
  const typed = [typedIn(deals, dealFields), typedIn(clients, clientFields)] as const
  const author = journalName(who)
  const [same, others] = parted(keptBlocks(desk), { at: now, who: author })
  const cells = typed.flat().length + (same?.cells ?? 0)
  if (typed.flat().length === 0 || cells <= fewest) return null
  const fields: Fields = { ...clientFields, ...dealFields }
  const told = [...new Set(typed.flat())].map((key) => fields[key]?.heading ?? key)
  const what = cutLine([...new Set([...(same?.what ?? '').split(', '), ...told])].filter((one) => one !== '').join(', '), whatLength)
  return JSON.stringify([{ at: now, who: author, name: who.name, cells, what }, ...others].slice(0, mostKept))
}

/** As lines of the journal name him. */
function journalName({ email }: Caller): string {
  return email === '' ? 'неизвестно' : email
}

function parted(blocks: readonly Kept[], { at, who }: Pick<Kept, 'at' | 'who'>): readonly [Kept | undefined, readonly Kept[]] {
  const isIt = (one: Kept) => one.at === at && one.who === who
  return [blocks.find(isIt), blocks.filter((one) => !isIt(one))]
}

/** Those that the caller may settle. */
export function handBlocks(desk: Desk, { now, who }: Pick<Moment, 'now' | 'who'>): HandBlock[] {
  return keptBlocks(desk)
    .filter((block) => refused(block, who) === null)
    .map((block) => ({ at: block.at, who: block.who, cells: block.cells, text: handBlockText(block, now) }))
}

/** Whoever typed it, and the office. */
function refused(block: Pick<Kept, 'who'>, who: Caller): Problem | null {
  return block.who === who.email ? null : forbidden(who, 'import')
}

type Line = Partial<JournalLine>

function linesOf({ scan }: Pick<Known, 'scan'>, { at, who }: Pick<Kept, 'at' | 'who'>): Line[] {
  return scan<JournalLine>('journal')
    .map(({ value }) => value)
    .filter((line) => line.kind === 'hand/edit' && line.at === at && line.who === who)
}

function idsIn(lines: readonly Line[], of: JournalTable): number[] {
  return [...new Set(lines.filter(({ table }) => table === of).map(({ rowId }) => rowId ?? 0))]
}

function settled({ at, who, take }: Input<'desk/settleBlock'>, known: Known): Decision {
  const { desk, moment } = known
  const [block, others] = parted(keptBlocks(desk), { at, who })
  const problem = block === undefined ? ({ code: 'nothingToDo' } as const) : refused(block, moment.who)
  if (problem !== null) return { ok: false, problem }
  const service = { handBlocks: others.length === 0 ? '' : JSON.stringify(others) }
  if (!take) return { ok: true, changes: changes({ kind: 'hand/keep', service }) }
  const lines = linesOf(known, { at, who })
  const deals = putBack([...desk.deals.values()], linesIn(lines, 'Сделки')).filter(({ before }) => isOpenTo(before, moment.who))
  const clients = putBack([...desk.clients.values()], linesIn(lines, 'Клиенты'))
  return { ok: true, changes: changes({ kind: 'hand/putBack', reason: handBlockText(block as Kept, moment.now), deals, clients, service }) }
}

function linesIn(lines: readonly Line[], of: JournalTable): Line[] {
  return lines.filter(({ table }) => table === of)
}

/** What is closed is given back by whoever may reopen it. */
function isOpenTo(deal: Deal | null, { roles }: Caller): boolean {
  return (deal?.stage !== 'won' && deal?.stage !== 'lost') || mayDo(roles, 'reopen')
}

/** What each row had before, of the fields that nobody has changed since; what somebody was told he knows. */
function putBack<T extends Deal | Client>(rows: readonly Located<T>[], lines: readonly Line[]): RowChange<T>[] {
  return rows.flatMap(({ value }) => {
    const own = lines.filter(({ rowId }) => rowId === value.id).sort((a, b) => (b.version ?? 0) - (a.version ?? 0))
    const after = { ...value }
    for (const line of own) Object.assign(after, beforeOf(after, line))
    const changed = Object.entries(after).filter(([field, to]) => value[field as keyof T] !== to)
    return changed.length === 0 ? [] : [{ before: value, after: nextVersion(value, Object.fromEntries(changed) as Partial<T>) }]
  })
}

function beforeOf(row: object, line: Line): object {
  const stands = row as Readonly<Record<string, unknown>>
  const kept: readonly string[] = ['version', ...toldKeys]
  const back = Object.entries(changeIn(line as Pick<JournalLine, 'change'>) ?? {}).filter(
    ([field, [, after]]) => !kept.includes(field) && stands[field] === after,
  )
  return Object.fromEntries(back.map(([field, [before]]) => [field, before]))
}

const journalFacts = ['at', 'who', 'entry', 'table', 'rowId', 'version', 'kind', 'reason', 'change', 'request', 'seal']

/** The journal as a whole, and once: a block is rare, and its rows stand anywhere. */
export const settleBlock = method('desk/settleBlock', {
  may: 'read',
  reads: [
    () => ({}),
    ({ at, who, take }, { desk }) => (take && parted(keptBlocks(desk), { at, who })[0] ? { columns: { journal: journalFacts } } : null),
    ({ at, who, take }, known) => {
      if (!take) return null
      const lines = linesOf(known, { at, who })
      const wanted = (table: JournalTable) => idsIn(lines, table).map((id) => ({ id, row: null }))
      return lines.length === 0 ? null : { deals: wanted('Сделки'), clients: wanted('Клиенты') }
    },
  ],
  again: ({ at, who }, { desk }) => (parted(keptBlocks(desk), { at, who })[0] === undefined ? { settled: true } : null),
  decide: settled,
  answer: () => ({ settled: true }),
})
