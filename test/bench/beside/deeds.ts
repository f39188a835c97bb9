/** The deeds: what the product does, what the others are asked for, and how it shows that the deed was done. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import type { ExecutionRecord, World } from '../../../emulator/world/types'
import { dealTitles } from '../../../src/domain/deal/fieldTitles'
import { stageTitles } from '../../../src/domain/deal/words'
import type { Output } from '../../../src/rpc/contract'
import { dealIn, inStage, refOf, rpc } from '../asking'
import { book, bookingOf, isOneHour } from '../booking'
import type { BenchOffice } from '../office'
import { closeReady, createFor, readyCards } from '../week'
import { dealIds, dealRows, dealsSheetId } from './register'

export const deedNames = ['find', 'find by number', 'update', 'update 10', 'update 50', 'book', 'insert 1', 'insert 50'] as const
export type DeedName = (typeof deedNames)[number]

export interface Deed {
  readonly name: DeedName
  /** Function and argument of the others' code. */
  readonly asked: { readonly fn: string; readonly args: object }
  /** Function and argument that follow at once: the letters, which the product's page sends after the answer. */
  readonly after?: { readonly fn: string; readonly args: object }
  /** Where a contender has a function of its own for this deed. */
  readonly ownFn?: string
  readonly product: (desk: BenchOffice) => ExecutionRecord
  /** Deals that are changed, and in which column. */
  readonly changed: { readonly ids: readonly number[]; readonly heading: string }
  readonly isDone: (world: World, record: ExecutionRecord) => boolean
}

const text = 'Разобрали отчёт по гранту'
const nothing = { ids: [], heading: '' }

export function deedsOf(desk: BenchOffice): Deed[] {
  return [...looks(desk), update(desk), close(desk, 10), close(desk, 50), booking(desk), insertOne(desk), insertFifty(desk)]
}

function looks({ deals }: BenchOffice): Deed[] {
  const deal = deals[Math.floor(deals.length / 2)]
  if (deal === undefined) throw new Error('The register has no deals')
  const args = { id: deal.id, row: deal.id + 1, show: dealTitles.organisation }
  const open = (desk: BenchOffice, row: number | null): ExecutionRecord =>
    rpc(desk.world, 'deal/open', { id: deal.id, row, clientId: row === null ? null : deal.clientId }).record
  const isDone = (_: World, { value }: ExecutionRecord): boolean =>
    JSON.stringify(value).includes(JSON.stringify(deal.organisation).slice(1, -1))
  const common = { asked: { fn: 'find', args }, changed: nothing, isDone }
  return [
    { ...common, name: 'find', product: (one) => open(one, deal.id + 1) },
    { ...common, name: 'find by number', ownFn: 'findByNumber', product: (one) => open(one, null) },
  ]
}

function update(desk: BenchOffice): Deed {
  const deal = dealIn(desk, inStage('held'))
  const product = ({ world }: BenchOffice) => rpc(world, 'deal/fill', { deal: refOf(deal), fields: { content: text } }).record
  return { name: 'update', product, ...changing(desk.world, dealTitles.content, [deal.id], text) }
}

/** So many cards are closed; the others put the new stage into their rows. */
function close(desk: BenchOffice, count: 10 | 50): Deed {
  const ids = readyCards(desk.world.fork(), count).map(({ ref }) => ref.id)
  const product = ({ world }: BenchOffice) => closeReady(world, count)
  return { name: `update ${count}`, product, ...changing(desk.world, dealTitles.stage, ids, stageTitles.won) }
}

/** The others take the hour in the calendar if it is still as it was shown, put the new stage into the row, and write to two people. */
function booking(desk: BenchOffice): Deed {
  const { deal, consultant, slot } = bookingOf({ ...desk, world: desk.world.fork() }, 0, isOneHour)
  const row = changing(desk.world, dealTitles.stage, [deal.id], stageTitles.assigned)
  const calendarId = Object.keys(desk.world.state.calendars)[0] ?? ''
  const title = `${consultant}_${desk.deals[deal.id - 1]?.organisation}`
  const hour = { calendarId, eventId: slot.eventId, etag: slot.etag, day: slot.start.slice(0, 10), title }
  const letter = { subject: 'Консультация назначена', body: `${slot.start}, ${title}` }
  const letters = ['client@north.example', 'consultant@example.org'].map((to) => ({ to, ...letter }))
  return {
    ...{ name: 'book', ...row, asked: { fn: 'book', args: { ...row.asked.args, hour } }, after: { fn: 'tell', args: letters } },
    product: (one) => book(one, 0).record,
    isDone: (world, record) => row.isDone(world, record) && titleOf(world, slot.eventId).startsWith(`${consultant}_`),
  }
}

const titleOf = ({ state }: World, id: string): string =>
  Object.values(state.calendars)
    .flatMap(({ events }) => events)
    .find((event) => event.id === id)?.summary ?? ''

function changing(world: World, heading: string, ids: readonly number[], value: string): Pick<Deed, 'asked' | 'changed' | 'isDone'> {
  const changes = ids.map((id) => ({ id, row: id + 1, value }))
  return {
    asked: { fn: 'update', args: { sheetId: dealsSheetId(world), heading, changes } },
    changed: { ids, heading },
    isDone: (after) => dealRows(after, ids).filter((row) => row[heading] === value).length === ids.length,
  }
}

const insertOne = (desk: BenchOffice): Deed => ({ name: 'insert 1', product: (one) => createFor(one), ...inserting(desk, 1) })
const insertFifty = (desk: BenchOffice): Deed => ({ name: 'insert 50', product: importFifty, ...inserting(desk, 50) })

/** The others get whole rows, numbers included, like that of a deal that is closed. */
function inserting({ world, deals }: BenchOffice, count: number): Pick<Deed, 'asked' | 'changed' | 'isDone'> {
  const [like = {}] = dealRows(world, [1])
  const filled = Object.fromEntries(Object.entries(like).filter(([, value]) => value !== null && value !== ''))
  const before = new Set(dealIds(world))
  const rows = Array.from({ length: count }, (_, index) => ({ ...filled, '№': deals.length + index + 1 }))
  return {
    asked: { fn: 'insert', args: { sheetId: dealsSheetId(world), rows } },
    changed: nothing,
    isDone: (after) => {
      const ids = dealIds(after)
      return ids.length === before.size + count && new Set(ids.filter((id) => !before.has(id))).size === count
    },
  }
}

/** The first fifty consultations of the sample export, under numbers that the register does not know. */
function importFifty({ world }: BenchOffice): ExecutionRecord {
  const file = readFileSync(join(process.cwd(), 'emulator', 'sample', 'amocrm-deals.csv'), 'utf8').replace(/^\uFEFF/, '')
  const [headings = [], ...all] = Papa.parse<string[]>(file, { delimiter: ';', skipEmptyLines: true }).data
  const rows = all.slice(0, 50).map(([, ...cells], index) => [String(900_001 + index), ...cells])
  const input = { kind: 'deals', table: { fileName: 'export.csv', headings, rows } }
  const record = world.invoke({ fn: 'rpc', args: [{ method: 'import/apply', input }], entry: 'rpc', user: 'director@example.org' })
  const answer = record.value as { readonly ok: boolean; readonly value?: Output<'import/apply'>; readonly message?: string }
  if (answer?.value?.written !== 50)
    throw new Error(`import/apply: ${record.error?.message ?? answer?.message ?? JSON.stringify(answer?.value)}`)
  return record
}
