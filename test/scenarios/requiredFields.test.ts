/** «Обязательные поля» through the shipped bundle: the office's rows decide, K5's own stay, an older register is told to be set up. */
import type { World } from '../../emulator/world/types'
import type { PageData } from '../../src/rpc/contract'
import { completeClient, createInput, deskWorld, done, office, refusal, sheet } from '../fixtures/desk'
import { columnOf, registerOf, rowsOf } from '../fixtures/register'
import { seal } from '../fixtures/sealing'

const title = 'Обязательные поля'

function addRow(world: World, ...values: string[]): void {
  const row = rowsOf(world, title).length + 2
  values.forEach((value, index) => {
    if (value !== '') world.hand.type({ sheet: title, row, column: index + 1, value, user: office })
  })
}

function removeRow(world: World, field: string): void {
  const row = rowsOf(world, title).find(({ cells }) => cells['Поле'] === field)?.row ?? 0
  world.hand.deleteRows({ sheet: title, from: row, count: 1, user: office })
}

function notes(world: World): readonly string[] {
  return done(world, 'desk/today', {})
    .notes.filter(({ where }) => where === title)
    .map(({ row, message }) => `${row ?? '–'}: ${message}`)
}

/** What the intake form of the opened sidebar asks for. */
function requiredInPage(world: World): readonly string[] {
  const { ui } = world.invoke({ fn: 'showSidebar', entry: 'menu', user: office })
  const html = ui.map((effect) => ('html' in effect ? effect.html : '')).join('')
  const data = JSON.parse(/id="desk-data">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '{}') as PageData
  return data.lists.requiredClientFields
}

test('a new office has the procedure’s rows, with their clauses', () => {
  const rows = rowsOf(deskWorld(), title).map(({ cells }) =>
    Object.values(cells)
      .map((cell) => cell ?? '')
      .join(' | '),
  )
  expect(rows).toHaveLength(18)
  expect(rows[0]).toBe('клиент | заявка | Организация |  | I4')
  expect(rows.at(-1)).toBe('сделка | проведена | Рекомендации по проекту | 8 | C5')
})

test('I4: a row of the client taken away is asked for no longer, in the page’s list too', () => {
  const world = deskWorld()
  const input = createInput({ client: { ...completeClient, municipality: '' } })
  expect(refusal(world, 'deal/create', input)).toContain('Муниципалитет (карточка клиента)')
  removeRow(world, 'Муниципалитет')
  expect(done(world, 'deal/create', input).deal.stage).toBe('accepted')
  expect(requiredInPage(world)).toEqual(['organisation', 'kind', 'contact', 'phone', 'email', 'consentDate'])
})

test('a row added is asked for from then on, by its own clause', () => {
  const world = deskWorld()
  addRow(world, 'сделка', 'заявка', 'Запрос', '', 'приказ 7')
  expect(refusal(world, 'deal/create', createInput({ request: '' }))).toBe(
    'Не заполнено: Запрос. Без этого сделка не переходит на этап «Принято в работу» (приказ 7). Заполните и повторите.',
  )
  expect(done(world, 'deal/create', createInput({ request: 'Отчёт' })).deal.request).toBe('Отчёт')
})

test('K5: taking away «Содержание» closes no card, and is said', () => {
  const world = deskWorld()
  removeRow(world, 'Содержание')
  const { incomplete } = done(world, 'week/list', {})
  const card = incomplete.find(({ missing }) => missing.some(({ field }) => field === 'content'))
  expect(card).toBeDefined()
  if (card === undefined) return
  expect(refusal(world, 'deal/move', { deal: card.ref, to: 'won', reason: '', fields: {} })).toContain('Содержание')
  expect(notes(world)).toEqual(['–: «Содержание»: строки нет, но без этого карточка не закрывается (K5); верните строку'])
})

test('an unknown field is named with its row and asked of nobody', () => {
  const world = deskWorld()
  addRow(world, 'клиент', 'заявка', 'ИНН')
  expect(notes(world)).toEqual(['20: поля «ИНН» в карточке (клиент) нет'])
  expect(done(world, 'deal/create', createInput()).deal.stage).toBe('accepted')
})

describe('a register of an older version', () => {
  function older(): World {
    const world = deskWorld()
    world.hand.deleteSheet({ sheet: title, user: office })
    const row = rowsOf(world, 'Служебное').find(({ cells }) => cells['Ключ'] === 'schemaVersion')?.row ?? 0
    world.hand.type({ sheet: 'Служебное', row, column: columnOf(sheet(world, 'Служебное'), 'Значение'), value: '2', user: office })
    seal(world, 'Служебное', row)
    return world
  }

  test('the first run adds the sheet and keeps the rest', () => {
    const world = older()
    const before = registerOf(world)
    expect(done(world, 'desk/today', {}).items.length).toBeGreaterThan(0)
    expect(registerOf(world)).toEqual(before)
    expect(rowsOf(world, title)).toHaveLength(18)
  })

  test('«Установить и проверить» adds the sheet and keeps the rest', () => {
    const world = older()
    const before = registerOf(world)
    const record = world.invoke({ fn: 'setUp', entry: 'menu', user: office })
    expect(record.error).toBeNull()
    expect(registerOf(world)).toEqual(before)
    expect(rowsOf(world, title)).toHaveLength(18)
    expect(done(world, 'desk/today', {}).items.length).toBeGreaterThan(0)
  })

  test('an old row «Обязательные поля клиента» of «Настройки» is told to be without effect', () => {
    const world = deskWorld()
    const row = rowsOf(world, 'Настройки').length + 2
    world.hand.type({ sheet: 'Настройки', row, column: 1, value: 'Обязательные поля клиента', user: office })
    expect(done(world, 'desk/today', {}).notes).toContainEqual({
      where: 'Настройки',
      row,
      column: 'Настройка',
      message: 'больше не действует: поля теперь на листе «Обязательные поля», эту строку удалите',
    })
  })
})
