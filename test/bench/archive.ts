/** `npm run bench -- archive`: 50,000 deals in «Сделки» and 250,000 in five archives; how long the night's batches and the readers of archives take. */
import type { ExecutionRecord, SheetState, World } from '../../emulator/world/types'
import { dealTitles } from '../../src/domain/deal/fieldTitles'
import { addDays } from '../../src/domain/time/localTime'
import { fieldChanges } from '../../src/usecases/register/journal'
import { seal } from '../fixtures/sealing'
import { rpc } from './asking'
import { clientOf, dealsPerClient, storyOf } from './deals'
import { createBenchOffice, journalTitles } from './office'
import { type Fields, replaceRows, setService, sheetOf } from './sheetRows'

const open = 50_000
const perYear = 50_000
const years = [2019, 2020, 2021, 2022, 2023]
/** Numbers of archived deals begin here. */
const firstArchived = 1_000_000
const limitSeconds = 360

const { world } = createBenchOffice(open)
for (const [index, year] of years.entries()) addArchive(world, year, index)
setService(world, 'archives', [...years].reverse().join(','))
keepJournal(world)

const ran = (name: string, record: ExecutionRecord): void => {
  const leaving = record.calls.filter(({ leaves }) => leaves).length
  const seconds = record.modelledSeconds + record.cpuMs / 1000
  console.log(
    `${name.padEnd(62)} ${String(leaving).padStart(3)} calls  ${record.modelledSeconds.toFixed(1).padStart(6)} s modelled  ${(record.cpuMs / 1000).toFixed(1).padStart(5)} s of the script`,
  )
  if (record.error !== null || record.logs.length > 0) throw new Error(`${name}: ${record.error?.message ?? JSON.stringify(record.logs)}`)
  if (seconds > limitSeconds) process.exitCode = 1
}
const tick = (): ExecutionRecord => world.invoke({ fn: 'tick', entry: 'trigger', user: world.state.owner })
const archivedCount = (): number => [2024, 2025].reduce((sum, year) => sum + rowsIn(`Архив ${year}`) - 1, 0)

ran('tick by day', tick())
world.state.now = Date.parse('2026-11-24T00:10:00+03:00')
ran('first tick of the day, with the check of all edits', tick())
ran('tick that archives 500 deals of 2024', tick())
ran('the next one goes on', tick())
ran('the next one goes on', tick())
console.log(`archived in three runs: ${archivedCount()}`)
const office = 'office@example.org'
const asked = (name: string, method: 'client/history' | 'deal/open' | 'month/report', input: never): void =>
  ran(name, rpc(world, method, input).record)
asked('open an archived deal of 2019', 'deal/open', { id: firstArchived + 1, row: null, clientId: null } as never)
asked('history of a client without the archive', 'client/history', { clientId: 1 } as never)
asked('history of a client with the archive', 'client/history', { clientId: 1, archive: true } as never)
asked('report of October 2026 (new clients by all earlier years)', 'month/report', { month: '2026-10' } as never)
asked('report of October 2022', 'month/report', { month: '2022-10' } as never)
ran('an edit by hand, judged', editByHand())

function editByHand(): ExecutionRecord {
  const column = Object.keys(dealTitles).indexOf('request') + 1
  const row = rowsIn('Сделки')
  const [record] = world.hand.type({ sheet: 'Сделки', row, column, value: 'Как составить смету', user: office })
  if (record === undefined) throw new Error('no trigger ran')
  return record
}

function rowsIn(title: string): number {
  const sheets = world.state.spreadsheets[world.state.boundSpreadsheetId]?.sheets ?? []
  return sheets.find((sheet) => sheet.title === title)?.cells.filter((row) => row?.some((cell) => cell !== null)).length ?? 1
}

/** As the product would have made it. */
function addArchive({ state }: World, year: number, index: number): void {
  const title = `Архив ${year}`
  const deals = sheetOf({ state } as World, 'Сделки')
  const sheet: SheetState = { ...structuredClone({ ...deals, cells: [] }), sheetId: 300_000 + year, title, cells: [deals.cells[0] ?? []] }
  const rows = Array.from({ length: perYear }, (_, order): Fields => {
    const id = firstArchived + index * perYear + order + 1
    const story = storyOf((order % 1000) + 1, 1000)
    const deal = story[story.length - 1]
    const day = addDays(`${year}-01-01`, order % 365)
    return { ...deal, id, stage: 'won', stageSince: `${day}T17:00`, start: `${day}T11:00`, clientId: (order % 10_000) + 1 } as Fields
  })
  replaceRows(sheet, dealTitles, rows)
  state.spreadsheets[state.boundSpreadsheetId]?.sheets.push(sheet)
}

/** One line of each archived deal: it was imported as closed, and archived. And the clients' own. */
function keepJournal(world: World): void {
  const sheet = sheetOf(world, 'Журнал')
  const kept = sheet.cells
  const head = { at: '2024-01-09T10:00', who: office, entry: 'импорт', kind: 'deal/archive', reason: '', version: 1 }
  const deals = years.flatMap((year, index) =>
    Array.from({ length: perYear }, (_, order): Fields => {
      const id = firstArchived + index * perYear + order + 1
      return { ...head, table: 'Сделки', rowId: id, change: `{"id":[null,${id}],"version":[null,1],"archive":[null,"${year}"]}` }
    }),
  )
  const clients = Array.from({ length: Math.ceil(open / dealsPerClient) }, (_, index): Fields => {
    const client = clientOf(index + 1)
    return { ...head, table: 'Клиенты', kind: 'deal/create', rowId: client.id, change: JSON.stringify(fieldChanges(null, client)) }
  })
  const more: SheetState = { ...sheet, cells: [sheet.cells[0] ?? []] }
  replaceRows(more, journalTitles, [...deals, ...clients])
  sheet.cells = [...kept, ...more.cells.slice(1)]
  sheet.rowCount = sheet.cells.length + 5000
  seal(world, 'Журнал')
}
