/** Every field that people may edit by hand, in both tables: an edit in the sheet is a change like one on the page. */
import type { World } from '../../emulator/world/types'
import { clientFields } from '../../src/domain/client/fields'
import { dealFields } from '../../src/domain/deal/fields'
import { type Field, type Fields, keysOf } from '../../src/domain/register/field'
import { call, deskWorld, director, done, inDomain, nextTick, office, sheet } from '../fixtures/desk'
import { columnOf, registerEqualsJournal, rowById, rowsOf } from '../fixtures/register'
import { typedFor } from '../fixtures/typedFor'

const held = 41006
const client = 16
/** The external consultation of the project in October, the month before: closed, and not paid. */
const unpaid = 41488
const project = 'Активное село'
const paidAt = { title: 'Сделки', id: unpaid, heading: dealFields.paidAt.heading }

interface Typed {
  readonly title: string
  readonly id: number
  readonly heading: string
  readonly value: string
}

function edit(world: World, { title, id, heading, value }: Typed, user = heading === paidAt.heading ? director : office) {
  const row = rowsOf(world, title).find(({ cells }) => cells['№'] === id)?.row ?? 0
  return world.hand.type({ sheet: title, row, column: columnOf(sheet(world, title), heading), value, user })
}

const nameOf = (world: World, email: string) => rowsOf(world, 'Сотрудники').find(({ cells }) => cells['E-mail'] === email)?.cells['ФИО']
const revision = (world: World) =>
  Number(rowsOf(world, 'Служебное').find(({ cells }) => cells['Ключ'] === 'revision')?.cells['Значение'] ?? 0)

interface Case {
  readonly title: string
  readonly id: number
  readonly key: string
  readonly field: Field
}

const casesOf = (title: string, id: number, table: Fields): Case[] =>
  keysOf(table, ({ set }) => set?.hand !== undefined).map((key) => ({
    title,
    id: key === 'paidAt' ? unpaid : id,
    key,
    field: table[key] as Field,
  }))
const cases = [...casesOf('Сделки', held, dealFields), ...casesOf('Клиенты', client, clientFields)]

test('both tables have fields that people edit by hand', () => {
  expect(cases.length).toBeGreaterThan(30)
})

test.each(cases)('$title, $key: the version goes up by one in the row and in the journal', ({ title, id, key, field }) => {
  const world = inDomain(deskWorld())
  if (key === 'stage') edit(world, { title, id, heading: dealFields.failure.heading, value: 'другое' })
  const before = rowById(world, title, id)
  const count = revision(world)
  const [run] = edit(world, { title, id, heading: field.heading, value: typedFor(key, field.kind) })
  const after = rowById(world, title, id)
  expect(after[field.heading]).not.toEqual(before[field.heading])
  expect(after['Версия']).toBe(Number(before['Версия']) + 1)
  expect(rowsOf(world, 'Журнал').at(-1)?.cells).toMatchObject({ Лист: title, '№ строки': id, Версия: after['Версия'], Что: 'hand/edit' })
  expect(revision(world)).toBe(count + 1)
  // One more where something that was late is met by it: breaches are read.
  expect(run?.leavingCalls).toBeLessThanOrEqual(key === 'stage' ? 7 : 6)
  registerEqualsJournal(world)
})

test.each(cases.filter(({ title, key }) => title === 'Сделки' && key !== 'paidAt'))(
  '$key: a page that saw the deal before is told so',
  ({ title, id, key, field }) => {
    const world = inDomain(deskWorld())
    if (key === 'stage') edit(world, { title, id, heading: dealFields.failure.heading, value: 'другое' })
    const { ref } = done(world, 'deal/open', { id, row: null, clientId: null }, director)
    edit(world, { title, id, heading: field.heading, value: typedFor(key, field.kind) })
    expect(call(world, 'deal/fill', { deal: ref, fields: { place: 'каб. 5' } }, director)).toMatchObject({
      problem: { code: 'changedMeanwhile' },
    })
  },
)

describe('what was owed', () => {
  const owedFor = (world: World, project: string) =>
    rowsOf(world, 'Контроль').filter(
      ({ cells }) => cells['Обязательство'] === 'T3.pay' && String(cells['Что сделать']).includes(`${project}, октябрь 2026`),
    )
  const complete = (world: World) =>
    rowsOf(world, 'Контроль').find(({ cells }) => cells['Обязательство'] === 'K4.complete' && cells['№ сделки'] === held)?.cells

  test('T3: «Оплачено» typed for a closed consultation is a payment; emptied, it is owed again', () => {
    const world = inDomain(deskWorld())
    nextTick(world)
    expect(owedFor(world, project)).toHaveLength(1)
    const { ref } = done(world, 'deal/open', { id: unpaid, row: null, clientId: null }, director)
    edit(world, { ...paidAt, value: '20.11.2026 10:00' })
    nextTick(world)
    expect(owedFor(world, project)).toEqual([])
    const told = done(world, 'external/list', { month: '2026-10' }, director).projects.find((one) => one.project === project)
    expect(told?.consultations).toMatchObject([{ paidAt: '2026-11-20T10:00', paidBy: nameOf(world, director) }])
    expect(call(world, 'external/pay', { deals: [ref], paid: false }, director)).toMatchObject({ problem: { code: 'changedMeanwhile' } })
    edit(world, { ...paidAt, value: '' })
    nextTick(world)
    expect(owedFor(world, project)).toHaveLength(1)
    expect(rowById(world, 'Сделки', unpaid)).toMatchObject({ Оплачено: null, 'Кто отметил оплату': null })
    registerEqualsJournal(world)
  })

  test('C7: «Проект» typed is no longer missing, at once, and the line still tells where the deal stands', () => {
    const world = inDomain(deskWorld())
    nextTick(world)
    expect(complete(world)?.['Почему']).toBe('не хватает: Содержание, Рекомендации, Проект')
    const row = complete(world)?.['Строка']
    edit(world, { title: 'Сделки', id: held, heading: dealFields.project.heading, value: project })
    expect(complete(world)).toMatchObject({ Почему: 'не хватает: Содержание, Рекомендации', Строка: row })
  })
})

describe('what a page would not do either', () => {
  test.each([
    ['minutes', '1000', /от 5 до 480/],
    ['channel', '', /не может быть пусто/],
    ['stage', '', /не может быть пусто/],
  ] as const)('%s «%s» is put back', (key, value, why) => {
    const world = inDomain(deskWorld())
    const before = rowById(world, 'Сделки', held)
    const [run] = edit(world, { title: 'Сделки', id: held, heading: dealFields[key].heading, value })
    expect(run?.ui).toMatchObject([{ kind: 'toast', message: expect.stringMatching(why) }])
    expect(rowById(world, 'Сделки', held)).toEqual(before)
    registerEqualsJournal(world)
  })
})
