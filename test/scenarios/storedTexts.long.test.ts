/** Long and strange texts through every door that takes one: stored as typed or refused in a sentence, nothing cut, the journal always reads, and every file made of it does. TEXTS=40 tries more of them, SHARE=1 every door. */
import fc from 'fast-check'
import type { ExecutionRecord, World } from '../../emulator/world/types'
import { cellLimit } from '../../src/domain/register/cellLength'
import { changeIn } from '../../src/usecases/register/journal'
import { deskWorld, director, done, nextTick, request } from '../fixtures/desk'
import { registerEqualsJournal, rowsOf, standingIn, type Value } from '../fixtures/register'
import { sampleTable } from '../fixtures/sampleTable'
import { shareOf } from '../fixtures/share'
import { textDoors } from '../fixtures/textDoors'
import { expectFilesWellFormed } from '../fixtures/wellFormed'

const tries = Number(process.env['TEXTS'] ?? 1)

const signs = fc.constantFrom(
  'к',
  '"',
  '\\',
  '\n',
  '\u0000',
  '\u001f',
  '\ud800',
  '\udc00',
  '😀',
  '=1+',
  '+7 ',
  '⟦1⟧',
  '<b>',
  '\u202e',
  '#REF!',
)
const lengths = fc.constantFrom(1, 499, 500, 501, 3_400, 9_999, 10_000, 10_001, 25_000, 50_000, 59_000)
const texts = fc.oneof(
  fc.tuple(signs, lengths).map(([sign, length]) => sign.repeat(Math.ceil(length / sign.length)).slice(0, length)),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }),
  fc.constantFrom('#REF!', '#ERROR!', '#N/A'),
)

test('the doors are those of the contract, the sheets, the files, the forms and the pages', () => {
  expect(textDoors.length).toBeGreaterThan(150)
  expect(new Set(textDoors.map(({ name }) => name)).size).toBe(textDoors.length)
})

let cellsRead = 0
afterAll(
  () =>
    void process.stdout.write(`${textDoors.length} doors, ${tries} texts each: ${cellsRead} cells of .csv, .xlsx and lists read back\n`),
)

const isCell = (name: string) => name.startsWith('«')

test.each(
  shareOf(
    textDoors.map(({ name }, at) => [name, at] as const),
    2,
  ),
)('%s', (name, at) => {
  const door = textDoors[at]
  if (door === undefined) throw new Error(name)
  return fc.assert(
    fc.asyncProperty(texts, async (text) => {
      if (isCell(name) && text.length > cellLimit) return
      const world = door.world.fork()
      const record = door.enter(world, text)
      if (!isCell(name)) expectAnswered(record)
      if (isTaken(record) && door.stored !== undefined) expect(squeezed(door.stored(world))).toBe(squeezed(text))
      expectWhole(world)
      registerEqualsJournal(world)
      cellsRead += await expectFilesWellFormed(door.world, world)
      if (isCell(name)) expect(world.invoke(request('desk/today', {}, director)).error).toBeNull()
    }),
    { numRuns: tries, seed: 20261123 + at },
  )
})

interface Answer {
  readonly ok?: boolean
  readonly message?: string
}

const isTaken = (record: ExecutionRecord | undefined) => (record?.value as Answer | null)?.ok === true

/** Done, or refused in Russian; a form is answered in JSON. */
function expectAnswered(record: ExecutionRecord | undefined): void {
  expect(record?.error ?? null).toBeNull()
  const answer = record?.value as Answer & { readonly content?: string }
  if (answer.content !== undefined) expect(JSON.parse(answer.content)).toMatchObject({ ok: expect.any(Boolean) })
  else if (answer.ok !== true) expect(answer.message).toMatch(/^[А-ЯЁ«№].+/)
  expect(answer.message ?? '').not.toContain('неожиданная ошибка')
}

/** What a person typed by its signs: spaces around and between lines may be tidied. */
function squeezed(text: Value): string {
  return String(text ?? '').replace(/\s+/g, '')
}

/** No cell is over the limit, and every line of the journal reads. */
function expectWhole(world: World): void {
  const { sheets = [] } = world.state.spreadsheets[world.state.boundSpreadsheetId] ?? {}
  const cells = sheets.flatMap((one) => one.cells.flatMap((row) => row ?? []))
  expect(cells.map(standingIn).filter((value) => typeof value === 'string' && value.length > cellLimit)).toEqual([])
  const lines = rowsOf(world, 'Журнал').map(({ cells: line }) => String(line['Было → стало']))
  expect(lines.filter((change) => changeIn({ change }) === null)).toEqual([])
}

test('an import of one long text names its row and takes the others; nothing of the journal is cut, and K5 holds', () => {
  const world = deskWorld()
  const table = sampleTable('amocrm-deals.csv')
  const place = (wanted: string) => table.headings.findIndex((heading) => heading.replace('\ufeff', '') === wanted)
  const standing = table.rows.find((cells) => cells[place('Этап сделки')] === 'Консультация проведена') ?? []
  const rows = [77_001, 77_002].map((id, index) =>
    standing.map((cell, at) =>
      at === place('ID') ? String(id) : at === place('Содержание и рекомендации') && index === 0 ? 'к'.repeat(52_000) : cell,
    ),
  )
  const { written, issues } = done(world, 'import/apply', { kind: 'deals', table: { ...table, rows } }, director)
  expect(written).toBeGreaterThan(0)
  expect(rowsOf(world, 'Сделки').map(({ cells }) => cells['№'])).not.toContain(77_001)
  expect(issues).toContainEqual(expect.objectContaining({ row: 2, message: expect.stringContaining('не помещается') }))
  nextTick(world)
  expectWhole(world)
  registerEqualsJournal(world)
})
