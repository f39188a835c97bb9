/** T2, the client's mark and G5 attacked through journal, staff, settings, undo, forms, pages and the calendar. */
import type { World } from '../../emulator/world/types'
import type { Method } from '../../src/rpc/contract'
import { type Attack, addLine, cells, changeLine, insiders, ref, typeIn } from '../fixtures/attacks'
import { belova, booked, bookInput, call, deskWorld, director, done, inDomain, morozova, nextTick, office, slotOf } from '../fixtures/desk'
import { decideWorld, feedbackWorld, school, send } from '../fixtures/pagesDesk'
import { rowById, rowsOf } from '../fixtures/register'
import { people } from '../fixtures/rights/people'
import { filled } from '../fixtures/stages'
import { typeOver } from '../fixtures/typedOver'

/** T2: asked, not decided. */
const deciding = decideWorld(inDomain(deskWorld()))
const asked = deciding.card.deal.id
const bookExpert = (world: World, user = office) =>
  call(
    world,
    'deal/book',
    bookInput({ ...deciding.card, ref: ref(world, asked) }, slotOf(world, 'ПН', '2026-11-27'), { consultant: 'ПН', topic: 11 }),
    user,
  )
const T2 = (name: string, deed: Attack['deed']): Attack => ({
  name: `T2, ${name}`,
  world: deciding.world,
  facts: cells(asked, ['Внешний: кто решил', 'Внешний: когда решено', 'Этап', 'Консультант']),
  deed,
})
const decision = {
  externalBy: [null, 'Орлова'],
  externalAt: [null, '2026-11-20T10:00'],
  externalProject: [null, 'Ресурсный центр НКО'],
  externalFor: [null, 'ПН'],
}
const ofDecision: Attack[] = [
  T2('a decision as a new line of the journal, then booked', (world) => {
    addLine(world, asked, decision)
    bookExpert(world)
  }),
  T2('a decision in the first line, then booked', (world) => {
    changeLine(world, asked, decision)
    bookExpert(world)
  }),
  T2('the expert made staff by typing, then booked', (world) => {
    typeIn(world, 'Сотрудники', ['Инициалы', 'ПН'], ['Внешний', 'нет'], morozova)
    bookExpert(world)
  }),
  T2('the expert’s initials given to another, then booked', (world) => {
    typeIn(world, 'Сотрудники', ['Инициалы', 'ПН'], ['Инициалы', 'ПХ'], belova)
    typeIn(world, 'Сотрудники', ['Инициалы', 'СБ'], ['Инициалы', 'ПН'], belova)
    bookExpert(world)
  }),
  T2('a project opened to experts by typing, and decided by its manager', (world) => {
    typeIn(world, 'Проекты', ['Проект', 'Добрый Север'], ['Внешние эксперты', 'да'], belova)
    typeIn(world, 'Проекты', ['Проект', 'Добрый Север'], ['Руководитель (e-mail)', morozova], belova)
    call(world, 'deal/decideExternal', { deal: ref(world, asked), decision: 'allow', project: 'Добрый Север' }, morozova)
  }),
  ...Object.entries(insiders).flatMap(([who, user]) => [
    T2(`booked for himself as the expert by ${who}`, (world) => {
      call(
        world,
        'deal/bookOwn',
        {
          clientId: deciding.card.deal.clientId,
          client: {},
          consultant: 'ПН',
          topic: 11,
          request: '',
          format: 'phone',
          place: '',
          slot: null,
          at: { start: '2026-11-27T17:00', end: '2026-11-27T18:00' },
        } as never,
        user,
      )
    }),
    T2(`given to the expert by ${who}`, (world) => {
      const input = bookInput({ ...deciding.card, ref: ref(world, asked) }, slotOf(world, 'ПН', '2026-11-27'), {
        consultant: 'ПН',
        topic: 11,
      })
      call(world, 'deal/reassign', { deal: ref(world, asked), consultant: 'ПН', slot: input.slot, reason: 'x' } as never, user)
    }),
  ]),
  T2(
    'the page of another purpose',
    (world) => void send(world, { ...deciding.links[0], p: 'report' }, 'decide/send', { decision: 'allow', note: '' }),
  ),
  T2('the page told another decision', (world) => void send(world, deciding.links[0], 'decide/send', { decision: 'yes', note: '' })),
  T2(
    'the page told a project',
    (world) => void send(world, { ...deciding.links[0], d: '41003' }, 'decide/send', { decision: 'allow', note: '', project: school.name }),
  ),
  T2('an hour of the expert renamed in the calendar', (world) => {
    const slot = slotOf(world, 'ПН', '2026-11-27')
    world.calendarHand.patch({
      calendarId: Object.keys(world.state.calendars)[0] ?? '',
      id: slot.eventId,
      summary: 'ПН_АНО «Причал»',
      user: morozova,
    } as never)
  }),
]

/** The client has said 2 of 5. */
const spoken = (() => {
  const made = feedbackWorld(inDomain(deskWorld()))
  send(made.world, made.links[0], 'feedback/send', { score: 2, text: 'Не помогло', quotable: false })
  return made
})()
const said = spoken.card.deal.id
const mark = (name: string, deed: Attack['deed']): Attack => ({
  name: `mark, ${name}`,
  world: spoken.world,
  facts: cells(said, ['Оценка', 'Отзыв', 'Можно цитировать', 'Отзыв получен']),
  deed,
})
const ofMark: Attack[] = [
  ...Object.entries({ ...insiders, director, administrator: people.administrator }).map(([who, user]) =>
    mark(`undone by ${who}`, (world) => void call(world, 'deal/undo', { deal: ref(world, said) }, user)),
  ),
  mark('another in the journal', (world) => addLine(world, said, { feedbackScore: [2, 5], feedbackText: ['Не помогло', 'Отлично'] })),
  mark('the client’s own line changed', (world) => {
    const line = rowsOf(world, 'Журнал').find(
      (one) => one.cells['№ строки'] === said && String(one.cells['Было → стало']).includes('feedbackScore'),
    )
    typeOver(world, 'Журнал', { row: line?.row ?? 0, heading: 'Было → стало' }, String(line?.cells['Было → стало']).replace('2]', '5]'))
    typeIn(world, 'Сделки', ['№', said as never], ['Оценка', '5'], office)
  }),
  mark('a form with a mark', (world) => {
    const body = JSON.stringify({ organisation: 'АНО «Причал»', phone: '8 911 416-01-23', Оценка: 5, feedbackScore: 5, id: said })
    world.invoke({
      fn: 'doPost',
      entry: 'webPost',
      user: '',
      args: [
        {
          parameter: {},
          parameters: {},
          queryString: '',
          contentLength: body.length,
          postData: { type: 'application/json', contents: body, length: body.length, name: 'postData' },
        },
      ],
    } as never)
  }),
  ...(['deal/move', 'client/fill', 'deal/create'] as const).map((method) =>
    mark(`a mark in ${method}`, (world) => {
      const fields = { feedbackScore: 5, feedbackText: 'Отлично', quotable: 'да', ...filled }
      call(
        world,
        method as Method as 'deal/move',
        { deal: ref(world, said), to: 'won', reason: 'x', fields, client: fields } as never,
        morozova,
      )
    }),
  ),
  mark(
    'the link of it a second time',
    (world) => void send(world, spoken.links[4], 'feedback/send', { score: 5, text: 'Отлично', quotable: true }),
  ),
]

/** G5: booked for Wednesday 25 November with ММ. */
const moving = inDomain(deskWorld())
const card = booked(moving, 'АНО «Маяк»')
const far = { start: '2026-12-08T11:00', end: '2026-12-08T12:00', etag: null }
const limit = (name: string, deed: Attack['deed']): Attack => ({
  name: `G5, ${name}`,
  world: moving,
  facts: (world) => {
    const row = rowById(world, 'Сделки', card.deal.id)
    return [row['Назначено впервые на'], Number(row['Начало']) > 46_356]
  },
  deed,
})
const moved = (world: World, user: string) =>
  call(world, 'deal/reschedule', { deal: ref(world, card.deal.id), slot: null, at: far, reason: 'по просьбе' }, user)
const ofLimit: Attack[] = [
  limit('a longer limit typed by a consultant', (world) => {
    typeIn(world, 'Настройки', ['Настройка', 'Перенос консультации, рабочих дней'], ['Значение', '99'], morozova)
    moved(world, morozova)
  }),
  limit('a longer limit typed by another consultant', (world) => {
    typeIn(world, 'Настройки', ['Настройка', 'Перенос консультации, рабочих дней'], ['Значение', '99'], belova)
    moved(world, office)
  }),
  limit('a longer limit saved by a consultant', (world) => {
    call(world, 'settings/save', { values: { moveLimitDays: '99' } } as never, morozova)
    moved(world, morozova)
  }),
  limit('a later first time in the journal', (world) => {
    addLine(world, card.deal.id, { firstStart: [card.deal.start, '2026-12-07T11:00'] })
    moved(world, morozova)
  }),
  limit('a later first time in the line of the booking', (world) => {
    changeLine(world, card.deal.id, { firstStart: [null, '2026-12-07T11:00'] })
    moved(world, morozova)
  }),
  limit('a line that says «так и надо», typed', (world) => {
    const row = rowsOf(world, 'Расхождения').length + 2
    const line = {
      Ключ: `limit:${card.deal.eventId}`,
      Когда: 46_349,
      Событие: 'x',
      Что: 'x',
      Консультант: 'ММ',
      '№ сделки': card.deal.id,
      Предложено: 'x',
      Решено: 'так и надо',
    }
    for (const [heading, value] of Object.entries(line)) typeOver(world, 'Расхождения', { row, heading }, value)
    call(world, 'discrepancy/resolve', { key: `limit:${card.deal.eventId}`, outcome: 'accept', reason: 'x', deal: null } as never, office)
    moved(world, morozova)
  }),
  limit('given back and booked again', (world) => {
    call(
      world,
      'deal/move',
      { deal: ref(world, card.deal.id), to: 'accepted', reason: 'по просьбе клиента', fields: {} } as never,
      morozova,
    )
    call(
      world,
      'deal/bookOwn',
      {
        clientId: card.deal.clientId,
        client: {},
        consultant: 'ММ',
        topic: 10,
        request: '',
        format: 'phone',
        place: '',
        slot: null,
        at: far,
      } as never,
      morozova,
    )
    done(world, 'deal/open', { id: card.deal.id, row: null, clientId: null }, director)
    typeIn(world, 'Сделки', ['№', card.deal.id as never], ['Начало', '08.12.2026 11:00'], morozova)
    typeIn(world, 'Сделки', ['№', card.deal.id as never], ['Назначено впервые на', '07.12.2026 11:00'], morozova)
  }),
]

const attacks = [...ofDecision, ...ofMark, ...ofLimit]

test('there are many of them', () => {
  expect(attacks.length).toBeGreaterThanOrEqual(38)
  console.info(`${attacks.length}\n${attacks.map(({ name }) => name).join('\n')}`)
})

test.each(attacks)('$name', ({ world, facts, deed }) => {
  const fork = world.fork()
  const before = facts(fork)
  deed(fork)
  nextTick(fork)
  expect(facts(fork)).toEqual(before)
})
