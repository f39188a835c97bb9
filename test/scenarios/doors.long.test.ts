/** Rights and checks belong to fields: the same verdict by panel, sheet, link and file; decisions kept with what they were given for. */
import type { World } from '../../emulator/world/types'
import {
  booked,
  bookInput,
  call,
  completeClient,
  createInput,
  deskWorld,
  director,
  done,
  inDomain,
  morozova,
  nextTick,
  office,
  phoned,
  sheet,
  slotOf,
} from '../fixtures/desk'
import {
  centre,
  decideWorld,
  expert,
  externalWorld,
  feedbackWorld,
  linksIn,
  mailed,
  manager,
  parametersOf,
  report,
  reportWorld,
  school,
  send,
  viewOf,
} from '../fixtures/pagesDesk'
import { columnOf, registerEqualsJournal, rowById, rowsOf } from '../fixtures/register'
import { filled, move, setClock } from '../fixtures/stages'

interface Typed {
  readonly sheet: string
  /** Heading and value by which the row is found. */
  readonly by: readonly [heading: string, value: unknown]
  readonly heading: string
  readonly value: string
  readonly user: string
}

function type(world: World, { sheet: title, by, heading, value, user }: Typed): void {
  const row = rowsOf(world, title).find(({ cells }) => cells[by[0]] === by[1])?.row ?? 0
  world.hand.type({ sheet: title, row, column: columnOf(sheet(world, title), heading), value, user })
}

const cellOf = (world: World, title: string, by: Typed['by'], heading: string) =>
  rowsOf(world, title).find(({ cells }) => cells[by[0]] === by[1])?.cells[heading]
const cardOf = (world: World, id: number) => done(world, 'deal/open', { id, row: null, clientId: null }, director)
const staffRow = ['E-mail', morozova] as const
const centreRow = ['Проект', centre] as const

describe('rights are not read from what a lesser right can write', () => {
  test.each([
    ['F8: a role', { sheet: 'Сотрудники', by: staffRow, heading: 'Роли', value: 'консультант, исполнительный директор' }],
    ['an address of another', { sheet: 'Сотрудники', by: ['E-mail', director] as const, heading: 'E-mail', value: 'evil@example.org' }],
    ['the initials of another', { sheet: 'Сотрудники', by: staffRow, heading: 'Инициалы', value: 'СБ' }],
    ['an end of work', { sheet: 'Сотрудники', by: ['E-mail', director] as const, heading: 'По', value: '01.01.2020' }],
    ['F8b: a project’s manager', { sheet: 'Проекты', by: centreRow, heading: 'Руководитель (e-mail)', value: morozova }],
    [
      'the calendar’s address',
      { sheet: 'Настройки', by: ['Настройка', 'Календарь «Консультации» (адрес)'] as const, heading: 'Значение', value: 'x@example.org' },
    ],
  ] as const)('%s, typed by a consultant, is put back', (_, typed) => {
    const world = inDomain(deskWorld())
    const before = rowsOf(world, typed.sheet)
    type(world, { ...typed, user: morozova })
    expect(rowsOf(world, typed.sheet)).toEqual(before)
    nextTick(world)
    expect(rowsOf(world, typed.sheet)).toEqual(before)
  })

  test('the director is told of it; what he types himself stands', () => {
    const world = inDomain(deskWorld())
    const role = { sheet: 'Сотрудники', by: staffRow, heading: 'Роли', value: 'консультант, администратор' } as const
    type(world, { ...role, user: morozova })
    nextTick(world)
    expect(
      world.state.letters.filter(({ to, body }) => to === director && body.includes('вписано «консультант, администратор»')),
    ).toHaveLength(1)
    type(world, { ...role, user: director })
    nextTick(world)
    expect(cellOf(world, 'Сотрудники', staffRow, 'Роли')).toBe('консультант, администратор')
  })

  test('a new row gives no rights before who may has given them', () => {
    const world = inDomain(deskWorld())
    const row = rowsOf(world, 'Сотрудники').length + 2
    for (const [heading, value] of [
      ['ФИО', 'Чужая Анна'],
      ['E-mail', 'evil@example.org'],
      ['Внешний', 'нет'],
      ['Роли', 'администратор'],
    ] as const)
      world.hand.type({ sheet: 'Сотрудники', row, column: columnOf(sheet(world, 'Сотрудники'), heading), value, user: morozova })
    expect(call(world, 'desk/today', {}, 'evil@example.org')).toMatchObject({ ok: false })
  })

  test('SEC11: people and projects are loaded by the director or the administrator', () => {
    const table = { fileName: 'a.csv', headings: [], rows: [] }
    for (const kind of ['staff', 'projects'] as const)
      expect(call(deskWorld(), 'import/apply', { kind, table })).toMatchObject({ problem: { code: 'notAllowed' } })
  })

  test('SEC12: an end date that cannot be read closes', () => {
    const world = inDomain(deskWorld())
    type(world, { sheet: 'Сотрудники', by: staffRow, heading: 'По', value: 'вчера', user: director })
    expect(call(world, 'desk/today', {}, morozova)).toMatchObject({ ok: false, problem: { code: 'notAtWork' } })
  })
})

describe('fields by their rights', () => {
  test('X6: the deal’s copy of the client’s name is changed on the client’s card', () => {
    const world = deskWorld()
    type(world, { sheet: 'Сделки', by: ['№', 41006], heading: 'Организация', value: 'Другая', user: office })
    expect(rowById(world, 'Сделки', 41006)['Организация']).not.toBe('Другая')
  })

  test('SEC5: a consultant does not rewrite the card of another’s client; what he was told stands in the comments', () => {
    const world = inDomain(deskWorld())
    const { deal, client } = booked(world, 'АНО «Маяк»')
    const told = { ...completeClient, organisation: 'АНО «Маяк»', email: 'evil@example.org' }
    const card = done(
      world,
      'deal/create',
      createInput({ channel: 'phoneStaff', clientId: deal.clientId, client: told }),
      'ph9@example.org',
    )
    expect(card.client?.email).toBe(client?.email)
    expect(card.deal.comments).toContain('E-mail — evil@example.org')
  })

  test('SEC6, K3: the office takes a mark down with a note; the client’s own answer comes over it', () => {
    const { world, card, links } = feedbackWorld()
    const noted = done(world, 'deal/fill', { deal: card.ref, fields: { feedbackScore: 5 } })
    expect(noted.deal.comments).toMatch(/отзыв записан со слов клиента: Титова Оксана Дмитриевна, в панели/)
    expect(send(world, links[0], 'feedback/send', { score: 1, text: 'Не помогло', quotable: false })).toMatchObject({ ok: true })
    expect(cardOf(world, card.deal.id).deal).toMatchObject({ feedbackScore: 1, feedbackText: 'Не помогло' })
    registerEqualsJournal(world)
  })

  test('an edit of nobody’s is the least: the sheet stays usable, closing is not his', () => {
    const world = deskWorld()
    type(world, { sheet: 'Сделки', by: ['№', 41006], heading: 'Содержание', value: 'Обсудили', user: morozova })
    expect(rowById(world, 'Сделки', 41006)['Содержание']).toBe('Обсудили')
    expect(rowsOf(world, 'Журнал').at(-1)?.cells['Кто']).toBe('неизвестно')
  })

  test('what stood in the row before is not the director’s because he typed beside it', () => {
    const world = inDomain(deskWorld())
    const triggers = world.state.triggers
    world.state.triggers = []
    type(world, { sheet: 'Сделки', by: ['№', 41488], heading: 'Оплачено', value: '20.11.2026 10:00', user: morozova })
    world.state.triggers = triggers
    type(world, { sheet: 'Сделки', by: ['№', 41488], heading: 'Комментарии', value: 'x', user: director })
    expect(rowById(world, 'Сделки', 41488)['Оплачено']).toBeNull()
  })
})

describe('a decision is kept with what it was given for', () => {
  const base = decideWorld(inDomain(deskWorld()))
  const { id } = base.card.deal
  const allow = (world: World) =>
    done(world, 'deal/decideExternal', { deal: cardOf(world, id).ref, decision: 'allow', project: null }, director)
  const book = (world: World) => bookInput(cardOf(world, id), slotOf(world, 'ПН', '2026-11-27'), { consultant: 'ПН', topic: 11 })

  test('F5: of another project it is none', () => {
    const world = base.world.fork()
    const { ref } = allow(world)
    const moved = done(world, 'deal/fill', { deal: ref, fields: { project: school.name } })
    expect(moved.deal).toMatchObject({ externalAt: null, externalBy: '' })
    expect(moved.deal.comments).toContain(`решение о внешнем консультанте было для проекта «${centre}»`)
    expect(call(world, 'deal/book', book(world))).toMatchObject({ problem: { code: 'externalDecisionNeeded' } })
    registerEqualsJournal(world)
  })

  test('F6: withdrawn from a booking, it is asked for anew: of the manager and of the office', () => {
    const { world, card } = externalWorld(inDomain(deskWorld()))
    expect(cardOf(world, card.deal.id).deal).toMatchObject({ externalProject: centre, externalExpert: 'ПН' })
    const after = done(world, 'deal/decideExternal', { deal: cardOf(world, card.deal.id).ref, decision: 'deny', project: null }, director)
    expect(after.deal).toMatchObject({ stage: 'assigned', externalAt: null })
    const line = rowsOf(world, 'Контроль').find(({ cells }) => cells['Обязательство'] === 'T2.decide' && cells['№ сделки'] === card.deal.id)
    expect(line?.cells['Кто']).toContain('офис-менеджер')
    setClock(world, '2026-11-27T15:00')
    type(world, { sheet: 'Сделки', by: ['№', card.deal.id], heading: 'Отчёт получен', value: '27.11.2026 14:30', user: office })
    const held = { deal: cardOf(world, card.deal.id).ref, to: 'held', reason: '', fields: { ...filled, project: centre } } as const
    expect(call(world, 'deal/move', held)).toMatchObject({ problem: { code: 'externalDecisionNeeded' } })
  })

  test('N1: what was paid stays what was paid, whatever the rate is now', () => {
    const { world, card } = externalWorld(inDomain(deskWorld()))
    setClock(world, '2026-11-27T15:00')
    type(world, { sheet: 'Сделки', by: ['№', card.deal.id], heading: 'Отчёт получен', value: '27.11.2026 14:30', user: office })
    move(world, cardOf(world, card.deal.id), 'held', { fields: { ...filled, project: centre } })
    const dueNow = () => done(world, 'external/list', { month: '2026-11' }, director).projects.find(({ project }) => project === centre)
    done(world, 'external/pay', { deals: [cardOf(world, card.deal.id).ref], paid: true }, director)
    const paid = dueNow()?.paid
    type(world, { sheet: 'Сотрудники', by: ['E-mail', expert], heading: 'Ставка, ₽/ч', value: '9999', user: office })
    expect([dueNow()?.paid, paid]).toEqual([paid, expect.any(Number)])
    expect(cardOf(world, card.deal.id).deal.paidFor).toMatch(/^60 мин × \d+ ₽\/ч = \d+ ₽$/)
  })

  test('SEC1: the link of whoever was asked dies with his managing the project, or with his leaving', () => {
    const replaced = base.world.fork()
    type(replaced, { sheet: 'Проекты', by: centreRow, heading: 'Руководитель (e-mail)', value: morozova, user: director })
    expect(viewOf(replaced, { ...base.links[0] })).toMatchObject({ title: 'Эта ссылка больше не нужна' })
    const left = base.world.fork()
    type(left, { sheet: 'Сотрудники', by: ['E-mail', manager], heading: 'По', value: '01.11.2026', user: director })
    expect(viewOf(left, { ...base.links[0] })).toMatchObject({ title: 'Эта ссылка больше не нужна' })
    expect(send(left, base.links[0], 'decide/send', { decision: 'allow', note: '' })).toMatchObject({ ok: false })
  })

  test('a link to a report dies with its expert’s leaving, and with his address', () => {
    for (const [heading, value] of [
      ['По', '01.11.2026'],
      ['E-mail', 'other@example.org'],
    ] as const) {
      const { world, link } = reportWorld()
      type(inDomain(world), { sheet: 'Сотрудники', by: ['E-mail', expert], heading, value, user: director })
      expect(send(world, link, 'report/send', report)).toMatchObject({ ok: false })
    }
  })

  test('links of a client’s letter die when the client was merged into another', () => {
    const { world, card, links } = feedbackWorld()
    const other = phoned(world, 'АНО «Другая»', {
      client: { ...completeClient, organisation: 'АНО «Другая»', phone: '8 921 000-11-22', email: 'b@example.org' },
    })
    done(world, 'client/merge', { keep: other.deal.clientId ?? 0, drop: card.deal.clientId ?? 0 })
    expect(viewOf(world, { ...links[0] })).toMatchObject({ view: 'notice' })
    expect(viewOf(world, { ...links[5] })).toMatchObject({ view: 'notice' })
  })
})

describe('«Исходящие» is not obeyed', () => {
  const letters = (world: World) => world.state.letters.map(({ to }) => to)

  test('SEC7: a row that the product did not write is not sent, and is named', () => {
    const world = deskWorld()
    const row = rowsOf(world, 'Исходящие').length + 2
    const cells = { Ключ: 'x', Вид: 'письмо', Кому: morozova, Содержание: JSON.stringify({ subject: 'x', body: 'x' }), Попыток: '0' }
    for (const [heading, value] of Object.entries(cells))
      world.hand.type({ sheet: 'Исходящие', row, column: columnOf(sheet(world, 'Исходящие'), heading), value, user: morozova })
    nextTick(world)
    expect(letters(world)).not.toContain(morozova)
    expect(cellOf(world, 'Исходящие', ['Ключ', 'x'], 'Ошибка')).toMatch(/не программа/)
  })

  test.each([
    ['Кому', 'evil@example.org'],
    ['Содержание', JSON.stringify({ subject: 'x', body: 'x' })],
  ])('a row of the product’s in which somebody changed «%s» is not sent', (heading, value) => {
    const world = deskWorld()
    booked(world, 'АНО «Маяк»')
    const waiting = rowsOf(world, 'Исходящие').find(({ cells }) => cells['Кому'] === 'клиент' && cells['Отправлено'] === null)
    world.hand.type({
      sheet: 'Исходящие',
      row: waiting?.row ?? 0,
      column: columnOf(sheet(world, 'Исходящие'), heading),
      value,
      user: morozova,
    })
    done(world, 'outbox/send', {})
    expect(letters(world)).not.toContain('evil@example.org')
    expect(letters(world)).not.toContain('prichal@example.org')
    expect(linksIn(mailed(world)[0]).map(parametersOf)).toEqual([])
  })
})
