/** Columns are found by heading on every sheet: one dragged, inserted or deleted anywhere, and each command writes what it writes otherwise, or refuses before it writes. */
import type { World } from '../../emulator/world/types'
import { type Column, tables } from '../../src/domain/register/tables'
import type { RpcAnswer } from '../../src/rpc/contract'
import { connectedAmo } from '../fixtures/amoDesk'
import {
  booked,
  bookInput,
  calendarId,
  createInput,
  deskWorld,
  director,
  done,
  nextTick,
  office,
  phoned,
  request,
  run,
  sheet,
  sleepUntil,
  slotOf,
} from '../fixtures/desk'
import { type Row, registerEqualsJournal, rowsOf, standingIn } from '../fixtures/register'
import { shareOf } from '../fixtures/share'

/** Letters wait, an hour is free, a client has phoned; somebody has put an event that asks a question. */
function standing() {
  const world = connectedAmo()
  nextTick(world)
  const held = booked(world, 'АНО «Маяк»')
  const card = phoned(world, 'Фонд «Север»')
  world.calendarHand.insert({ calendarId, summary: 'ММ_Незнакомый фонд', start: '2026-11-26T12:00', end: '2026-11-26T13:00', user: office })
  const { ready, awaiting } = done(world, 'week/list', {})
  const deals = [...ready, ...awaiting].slice(0, 2).map(({ ref }) => ({ ref, to: 'won' as const }))
  const slot = slotOf(world, 'ММ', '2026-11-25')
  return { world, held, card, deals, slot }
}

const story = standing()
const titles = Object.values(tables).map(({ title }) => title)
const project = { fileName: 'projects.csv', headings: ['Проект', 'Руководитель (e-mail)', 'Внешние эксперты', 'Лимит внешних в месяц'] }

type Answer = RpcAnswer<unknown> | null
const asked =
  (method: string, input: unknown, user = office) =>
  (world: World): Answer =>
    run(world, method, input, user).value as Answer
const booking = bookInput(story.card, story.slot)

/** null = it answers nobody. */
const acts: Readonly<Record<string, (world: World) => Answer>> = {
  'deal/book': asked('deal/book', booking),
  'deal/fill': asked('deal/fill', { deal: story.held.ref, fields: { request: 'Другое' } }),
  'deal/create': asked('deal/create', createInput()),
  'week/close': asked('week/close', { deals: story.deals }),
  tick: (world) => {
    sleepUntil(world, '2026-11-24T13:00')
    return null
  },
  'outbox/send': asked('outbox/send', {}),
  'draft/keep': asked('draft/keep', {
    deal: story.held.ref,
    device: 'phone-of-titova',
    where: 'phone',
    texts: { 'deal.content': { typed: 'Смета', was: '', version: 1 } },
  }),
  'settings/save': asked('settings/save', { values: { centrePhone: '8 (8182) 20-65-10' } }, director),
  'month/approve': asked('month/approve', { month: '2026-10', again: false }, director),
  'import/apply': asked(
    'import/apply',
    { kind: 'projects', table: { ...project, rows: [['Новый проект', 'gg0@example.org', 'да', '5']] } },
    director,
  ),
}

/** Column 2 on; the last place is behind all. */
const hands: Readonly<Record<string, (world: World, title: string) => void>> = {
  dragged: (world, title) => world.hand.moveColumn({ sheet: title, from: 2, to: sheet(world, title).columnCount, user: office }),
  inserted: (world, title) => world.hand.insertColumns({ sheet: title, before: 2, count: 1, user: office }),
  deleted: (world, title) => world.hand.deleteColumns({ sheet: title, from: 2, count: 1, user: office }),
}

/** By title: each row as one text. */
type Sheets = Readonly<Record<string, readonly string[]>>

function sheetsOf(world: World, gone = { title: '', heading: '' }): Sheets {
  return Object.fromEntries(
    titles.map((title) => {
      const without = title === gone.title ? gone.heading : ''
      return [title, rowsOf(world, title).map(({ row, cells }) => `${row} ${toldBy(title, cells, without)}`)]
    }),
  )
}

/** Forks share the rows that nobody has changed. */
const told = new WeakMap<Row, Map<string, string>>()

function toldBy(title: string, cells: Row, without: string): string {
  const known = told.get(cells) ?? new Map<string, string>()
  const text = known.get(without) ?? JSON.stringify({ ...named(title, cells), ...(without === '' ? {} : { [without]: null }) })
  told.set(cells, known.set(without, text))
  return text
}

/** The columns of the product: what people insert has no heading, and must stay empty. */
function named(title: string, cells: Row): Row {
  if (cells['']) throw new Error(`«${title}»: ${String(cells[''])} stands under no heading`)
  const columns = Object.values(tables).find((table) => table.title === title)?.columns as readonly Column[]
  return Object.fromEntries(columns.map(({ heading }) => [heading, cells[heading] ?? null]))
}

/** Cells, events and letters, as far as they can be told by what they are: each write makes new ones. */
function everything(world: World) {
  const cells = titles.map((title) => sheet(world, title).cells)
  return { cells, events: JSON.stringify(world.state.calendars), letters: world.state.letters.length }
}

function sentAndWaiting(world: World) {
  done(world, 'outbox/send', {})
  const letters = rowsOf(world, 'Исходящие').filter(({ cells }) => ['письмо', 'известие'].includes(String(cells['Вид'])))
  return { sent: world.state.letters.length, waiting: letters.filter(({ cells }) => cells['Отправлено'] === null).length }
}

/** What each command leaves where nobody touched a column. */
const expected = Object.fromEntries(
  Object.entries(acts).map(([name, act]) => {
    const world = story.world.fork()
    const answer = act(world)
    if (answer?.ok === false) throw new Error(`${name}: ${answer.message}`)
    return [name, { world: world.fork(), sheets: sheetsOf(world), letters: sentAndWaiting(world) }]
  }),
)

const cases = titles.flatMap((title) => Object.keys(hands).map((hand) => ({ title, hand })))

test.each(shareOf(cases, 6))('«$title», a column $hand', ({ title, hand }) => {
  const moved = story.world.fork()
  const heading = String(standingIn(sheet(moved, title).cells[0]?.[1]))
  hands[hand]?.(moved, title)
  for (const [name, act] of Object.entries(acts)) {
    const world = moved.fork()
    const before = { all: everything(world), world: world.fork() }
    const answer = act(world)
    if (answer?.ok === false) {
      expect([name, hand]).toEqual([name, 'deleted'])
      expect(answer.message).toContain(`На листе «${title}» нет столбца «${heading}»`)
      expect([name, isUntouched(world, before.all)]).toEqual([name, true])
    } else if (hand === 'deleted') expectKnown(world, [before.world, expected[name]?.world as World], { title, heading })
    else {
      expect({ name, ...sheetsOf(world) }).toEqual({ name, ...expected[name]?.sheets })
      registerEqualsJournal(world)
      expect(sentAndWaiting(world)).toEqual(expected[name]?.letters)
    }
  }
})

/** Between the reading and the writing of a booking. */
const own = [tables.control, tables.outbox, tables.journal, tables.service].map(({ title }) => title)
const late = own.flatMap((title) => (['dragged', 'inserted'] as const).map((hand) => ({ title, hand })))

test.each(late)('«$title», a column $hand while a booking is written: it is written again under its headings', ({ title, hand }) => {
  const world = story.world.fork()
  let isDone = false
  const beforeCall = (_: number, name: string) => {
    if (isDone || name !== 'Sheets.batchUpdate') return
    isDone = true
    hands[hand]?.(world, title)
  }
  expect(world.invoke(request('deal/book', booking), [], { beforeCall }).value).toMatchObject({ ok: true })
  const { sheets, letters } = expected['deal/book'] as (typeof expected)[string]
  expect(sheetsOf(world)).toEqual(sheets)
  registerEqualsJournal(world)
  expect(sentAndWaiting(world)).toEqual(letters)
})

function isUntouched(world: World, before: ReturnType<typeof everything>): boolean {
  const now = everything(world)
  return now.cells.every((cells, index) => cells === before.cells[index]) && now.events === before.events && now.letters === before.letters
}

/** They follow from the other sheets, and tell besides what was left undone (W.sync). */
const following = ['Контроль', 'Служебное', 'Указатель']

/** A run that answers nobody may do one job and leave another: each row is as it was, or as it is to be. */
function expectKnown(world: World, states: readonly [World, World], gone: { title: string; heading: string }): void {
  const now = sheetsOf(world, gone)
  const [before, after] = states.map((state) => sheetsOf(state, gone)) as [Sheets, Sheets]
  for (const title of titles.filter((one) => !following.includes(one))) {
    const known = new Set([...(before[title] ?? []), ...(after[title] ?? [])])
    expect(now[title]?.filter((row) => !known.has(row) && !isClaimed(row))).toEqual([])
  }
}

/** What amoCRM is to be told was claimed, could not be told, and is tried again. */
function isClaimed(row: string): boolean {
  return row.includes('"Вид":"amoCRM"') && /"Попыток":[1-9]/.test(row) && row.includes('"Отправлено":null')
}

test('the commands above write into every sheet that the product writes', () => {
  const before = sheetsOf(story.world)
  const written = titles.filter((title) => Object.values(expected).some(({ sheets }) => String(sheets[title]) !== String(before[title])))
  expect(titles.filter((title) => !written.includes(title))).toEqual(['Сотрудники', 'Темы', 'Рабочий календарь', 'Обязательные поля'])
})

const twice = [
  ['Клиенты', 'Телефон'],
  ['Сделки', 'Комментарии'],
  ['Журнал', 'Кто'],
] as const

test.each(twice)('«%s»: a column of one’s own is called «%s» like ours: it is nobody’s but theirs, and ours goes on', (title, heading) => {
  const world = deskWorld()
  nextTick(world)
  world.hand.insertColumns({ sheet: title, before: 1, count: 1, user: office })
  for (const [row, value] of [heading, 'своё', 'и ещё'].entries())
    world.hand.type({ sheet: title, row: row + 1, column: 1, value, user: office })
  booked(world, 'АНО «Причал»')
  nextTick(world)
  const own = sheet(world, title).cells.map((row) => row?.[0] ?? null)
  expect(own.map((cell) => (typeof cell === 'object' ? (cell?.v ?? null) : cell)).filter((value) => value !== null)).toEqual([
    heading,
    'своё',
    'и ещё',
  ])
  world.hand.deleteColumns({ sheet: title, from: 1, count: 1, user: office })
  registerEqualsJournal(world)
})
