/** Long and strange texts through every door that writes a text: stored as typed or refused, and the journal always reads. */
import fc from 'fast-check'
import type { World } from '../../emulator/world/types'
import { dealFields } from '../../src/domain/deal/fields'
import { cellLimit } from '../../src/domain/register/cellLength'
import type { RpcAnswer } from '../../src/rpc/contract'
import { changeIn } from '../../src/usecases/register/journal'
import { booked, completeClient, createInput, deskWorld, director, done, nextTick, office, phoned, run, sheet } from '../fixtures/desk'
import { columnOf, registerEqualsJournal, rowById, rowsOf, standingIn, type Value } from '../fixtures/register'
import { sampleTable } from '../fixtures/sampleTable'

const story = (() => {
  const world = deskWorld()
  const held = booked(world, 'АНО «Маяк»')
  const card = phoned(world, 'Фонд «Север»')
  return { world, held: held.ref, card: card.ref, clientId: card.deal.clientId ?? 0 }
})()

type Door = (world: World, text: string) => { readonly answer: unknown; readonly stored: Value }

function asked(
  method: string,
  inputOf: (text: string) => unknown,
  stored: (world: World, answer: RpcAnswer<never>) => Value,
  user = office,
): Door {
  return (world, text) => {
    const answer = run(world, method, inputOf(text), user).value as RpcAnswer<never>
    return { answer, stored: answer.ok ? stored(world, answer) : null }
  }
}

const inDeal = (heading: string, id: number) => (world: World) => rowById(world, 'Сделки', id)[heading] ?? null
const newest = (title: string, heading: string) => (world: World) => rowsOf(world, title).at(-1)?.cells[heading] ?? null

const doors: Readonly<Record<string, Door>> = {
  'a card (content)': asked('deal/fill', (content) => ({ deal: story.held, fields: { content } }), inDeal('Содержание', story.held.id)),
  'a card (place)': asked('deal/fill', (place) => ({ deal: story.held, fields: { place } }), inDeal('Место или ссылка', story.held.id)),
  'a call': asked(
    'deal/note',
    (text) => ({ deal: story.card, outcome: 'reached', text }),
    () => null,
  ),
  'a reason': asked('deal/move', (reason) => ({ deal: story.held, to: 'accepted', reason, fields: {} }), newest('Журнал', 'Причина')),
  'a new client': asked(
    'deal/create',
    (organisation) => createInput({ client: { ...completeClient, organisation } }),
    newest('Клиенты', 'Организация'),
  ),
  'a request': asked('deal/create', (request) => createInput({ request }), newest('Сделки', 'Запрос')),
  'a client card': asked(
    'client/fill',
    (contact) => ({ deal: story.card, fields: { contact } }),
    (world) => rowById(world, 'Клиенты', story.clientId)['Контактное лицо'] ?? null,
  ),
  'a setting': asked(
    'settings/save',
    (centrePhone) => ({ values: { centrePhone } }),
    () => null,
    director,
  ),
  'a link': asked(
    'month/published',
    (link) => ({ month: '2026-10', link }),
    () => null,
    director,
  ),
  'a list': asked(
    'import/apply',
    (name) => ({
      kind: 'projects',
      table: {
        fileName: 'p.csv',
        headings: ['Проект', 'Руководитель (e-mail)', 'Внешние эксперты', 'Лимит внешних в месяц'],
        rows: [[name, 'gg0@example.org', 'да', '5']],
      },
    }),
    () => null,
    director,
  ),
  'the cell itself': (world, text) => {
    const { row = 0 } = rowsOf(world, 'Сделки').find(({ cells }) => cells['№'] === story.held.id) ?? {}
    const column = columnOf(sheet(world, 'Сделки'), dealFields.content.heading)
    if (text.length > cellLimit) return { answer: null, stored: null }
    world.hand.type({ sheet: 'Сделки', row, column, value: text, user: office })
    return { answer: null, stored: null }
  },
}

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

test.each(Object.keys(doors))('%s', (name) => {
  fc.assert(
    fc.property(texts, (text) => {
      const world = story.world.fork()
      const { answer, stored } = (doors[name] as Door)(world, text)
      if ((answer as { ok?: boolean } | null)?.ok === true && stored !== null) expect(squeezed(stored)).toBe(squeezed(text))
      expectWhole(world)
      registerEqualsJournal(world)
    }),
    { numRuns: 30 },
  )
})

/** What a person typed by its signs: spaces around and between lines may be tidied. */
function squeezed(text: Value): string {
  return String(text).replace(/\s+/g, '')
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
