/** Roles: every method of the contract for every role, allowed or refused with the sentence; the answer is the server's. */
import type { World } from '../../emulator/world/types'
import { inputs, type Method, type RpcAnswer } from '../../src/rpc/contract'
import { discrepancies, drag, settle } from '../fixtures/consultantHand'
import {
  belova,
  booked,
  bookInput,
  createInput,
  deskWorld,
  director,
  done,
  morozova,
  office,
  phoned,
  request,
  sheet,
  slotOf,
} from '../fixtures/desk'
import { centre, school } from '../fixtures/pagesDesk'
import { columnOf, registerOf, rowsOf } from '../fixtures/register'
import { bookedAt, everyStage, moveInput } from '../fixtures/stages'

/** Column of the table → who calls. Deals in it are ММ's. */
const people = {
  own: morozova,
  other: belova,
  officeManager: office,
  director,
  projectManager: 'pm@example.org',
  prManager: 'pr@example.org',
  administrator: 'admin@example.org',
  external: 'bn12@example.org',
  stranger: 'stranger@example.org',
} as const
type Who = keyof typeof people

/** The sample office has neither an administrator nor a project manager who does not consult. */
function hire(world: World, name: string, email: string, role: string): void {
  const row = rowsOf(world, 'Сотрудники').length + 2
  const cells = { ФИО: name, 'E-mail': email, Роли: role, Внешний: 'нет' }
  for (const [heading, value] of Object.entries(cells))
    world.hand.type({ sheet: 'Сотрудники', row, column: columnOf(sheet(world, 'Сотрудники'), heading), value, user: office })
}

const world = deskWorld()
hire(world, 'Админова Ада', people.administrator, 'администратор')
hire(world, 'Проектов Пётр', people.projectManager, 'руководитель проекта')
const card = booked(world, 'АНО «Маяк»')
const repeat = phoned(world, 'АНО «Маяк»')
const slot = slotOf(world, 'ММ', '2026-11-25')
const closed = done(world, 'deal/open', { id: 41003, row: null, clientId: null })
const { slot: slotRef } = bookInput(card, slot)
const table = { fileName: 'проекты.csv', headings: ['Проект'], rows: [] }
const ofCard = { deal: card.ref }
const evening = { start: '2026-11-25T17:00', end: '2026-11-25T18:00', etag: null }
const october = { kind: 'month', month: '2026-10' }

/** Who may, beside whom the refusal's action is named; 'all' = everyone of the office who sees deals. */
const office3: readonly Who[] = ['officeManager', 'director', 'administrator']
const leaders: readonly Who[] = ['director', 'administrator']
const all: readonly Who[] = [...office3, 'own', 'other', 'projectManager', 'prManager']
const consultants: readonly Who[] = [...office3, 'own', 'other']
const ownOnly: readonly Who[] = [...office3, 'own']

/** What a call that is allowed is refused for all the same, in the order of the cards: '' or absent = it is done. */
type Otherwise = string | Readonly<Partial<Record<Who, string>>>
type Row = readonly [input: unknown, may: readonly Who[], action: string, otherwise?: Otherwise]
const rows: Readonly<Partial<Record<Method, Row>>> = {
  'desk/today': [{}, all, 'смотреть сделки'],
  'client/search': [{ text: 'Маяк' }, all, 'смотреть сделки'],
  'client/fill': [{ ...ofCard, fields: { messenger: 'vk' } }, ownOnly, 'заполнять карточку'],
  'deal/create': [createInput(), consultants, 'заводить заявки'],
  'deal/open': [{ id: card.deal.id, row: null, clientId: null }, all, 'смотреть сделки'],
  'deal/current': [{}, all, 'смотреть сделки'],
  'deal/search': [{ text: 'Маяк' }, all, 'смотреть сделки'],
  'deal/history': [{ id: card.deal.id }, all, 'смотреть сделки'],
  'deal/note': [{ ...ofCard, outcome: 'reached', text: '' }, ownOnly, 'отмечать звонки'],
  'deal/fill': [{ ...ofCard, fields: { comments: 'а' } }, ownOnly, 'заполнять карточку'],
  'file/attach': [{ ...ofCard, name: 'а.txt', mimeType: 'text/plain', base64: 'TQ==' }, ownOnly, 'заполнять карточку'],
  'deal/move': [{ ...ofCard, to: 'lost', reason: 'спам', fields: {} }, ownOnly, 'отмечать звонки'],
  'deal/undo': [ofCard, ownOnly, 'заполнять карточку', { own: 'cannotUndo' }],
  'deal/reopen': [{ deal: closed.ref, reason: 'ошибка' }, ['director', 'administrator'], 'вернуть закрытую сделку'],
  'deal/repeats': [{ deal: repeat.ref }, all, 'смотреть сделки'],
  'deal/join': [{ deal: repeat.ref, into: card.ref }, ownOnly, 'отмечать звонки'],
  'intake/readLetter': [{ text: 'Здравствуйте' }, consultants, 'заводить заявки'],
  'intake/address': [{}, office3, 'загружать данные'],
  'client/merge': [{ keep: 1, drop: 2 }, office3, 'объединять карточки клиентов'],
  'client/unmerge': [{ drop: 2 }, office3, 'объединять карточки клиентов', 'badValue'],
  'client/history': [{ clientId: card.deal.clientId }, all, 'смотреть сделки'],
  'slot/list': [{ topic: 10, consultant: null, agreedWith: null, part: null, from: null }, all, 'смотреть сделки'],
  'slot/forReassign': [ofCard, all, 'смотреть сделки'],
  'slot/hold': [{ eventId: slot.eventId, start: slot.start }, consultants, 'назначать консультации'],
  'slot/release': [{ eventId: slot.eventId, start: slot.start }, all, 'смотреть сделки'],
  'slot/board': [{ weeks: 2 }, all, 'смотреть сделки'],
  'slot/repeatWeek': [{ consultant: 'ММ', monday: null, apply: false }, ownOnly, 'передавать консультации другому консультанту'],
  'deal/book': [bookInput(repeat, slot), ownOnly, 'назначать консультации'],
  'deal/bookOwn': [
    {
      clientId: card.deal.clientId,
      client: createInput().client,
      consultant: 'ММ',
      topic: 10,
      request: '',
      format: 'phone',
      place: '',
      slot: slotRef,
      at: null,
    },
    ownOnly,
    'назначать консультации',
  ],
  'deal/reschedule': [{ ...ofCard, slot: null, at: evening, reason: 'по просьбе' }, ownOnly, 'назначать консультации'],
  'deal/reason': [{ ...ofCard, reason: 'по просьбе' }, ownOnly, 'назначать консультации'],
  'deal/cannotHold': [{ ...ofCard, reason: 'болезнь' }, ownOnly, 'назначать консультации'],
  'deal/reassign': [
    { ...ofCard, consultant: 'ОП', slot: slotRef, reason: 'болезнь' },
    office3,
    'передавать консультации другому консультанту',
  ],
  'deal/decideExternal': [
    { ...ofCard, decision: 'deny', project: null },
    // СБ manages a project, ММ does not.
    ['director', 'administrator', 'projectManager', 'other'],
    'решать о внешнем консультанте',
    { projectManager: 'badValue', other: 'badValue' },
  ],
  'deal/askExternal': [{ ...ofCard, project: 'Ресурсный центр НКО' }, ownOnly, 'назначать консультации', 'nothingToDo'],
  'deal/sendReport': [ofCard, ownOnly, 'заполнять карточку', 'badValue'],
  'deal/takeReport': [{ ...ofCard, chosen: [] }, ownOnly, 'заполнять карточку', 'nothingToDo'],
  'discrepancy/list': [{}, all, 'смотреть сделки'],
  'discrepancy/resolve': [{ key: 'нет такого', outcome: 'ignore', reason: '', deal: null }, all, 'смотреть сделки', 'nothingToDo'],
  'week/list': [{}, all, 'смотреть сделки'],
  'week/close': [{ deals: [] }, office3, 'закрывать неделю'],
  'week/undo': [{ deals: [] }, office3, 'закрывать неделю'],
  'month/report': [{ month: '2026-10' }, office3, 'формировать отчёт'],
  'month/preview': [{ period: october }, [...office3, 'prManager'], 'смотреть числа месяца'],
  'month/csv': [{ period: october, personal: true }, office3, 'формировать отчёт'],
  'month/approve': [{ month: '2026-10', again: false }, ['director'], 'утверждать сводку'],
  'month/published': [{ month: '2026-10', link: 'https://example.org/news/1' }, ['director', 'prManager'], 'отмечать публикацию'],
  'month/letters': [{ month: '2026-10' }, ['director', 'administrator'], 'извещать руководителей проектов'],
  'month/tell': [
    { month: '2026-10', projects: [], anew: false },
    ['director', 'administrator'],
    'извещать руководителей проектов',
    'nothingToDo',
  ],
  'external/list': [{ month: '2026-10' }, ['director', 'administrator', 'projectManager', 'other'], 'отмечать оплату'],
  'external/pay': [{ deals: [], paid: true }, ['director', 'administrator', 'projectManager', 'other'], 'отмечать оплату'],
  'import/preview': [{ kind: 'projects', table }, office3, 'загружать данные'],
  'import/apply': [{ kind: 'projects', table }, office3, 'загружать данные'],
  'outbox/send': [{}, all, 'смотреть сделки'],
  'settings/open': [{}, all, 'смотреть сделки'],
  'settings/save': [{ values: {} }, ['director', 'administrator'], 'менять настройки'],
  'letter/samples': [{}, all, 'смотреть сделки'],
  'letter/test': [{ kind: 'booked' }, ['director', 'administrator'], 'менять настройки'],
  'planfix/state': [{}, leaders, 'подключать Planfix'],
  'planfix/connect': [{ account: 'centre', token: '', template: '', done: '' }, leaders, 'подключать Planfix'],
  'planfix/disconnect': [{}, leaders, 'подключать Planfix'],
}

function answerTo(method: Method, input: unknown, who: Who, after: World): RpcAnswer<unknown> {
  const selection = { sheet: 'Сделки', row: card.ref.row ?? 0, column: 1 }
  const record = after.invoke({ ...request(method, input, people[who]), selection })
  if (record.error !== null) throw new Error(record.error.message)
  return record.value as RpcAnswer<unknown>
}

/** Codes by which a role is refused. */
const byRole = ['notAllowed', 'strangerCaller', 'notAtWork']

function codeOf(answer: RpcAnswer<unknown>): string {
  return answer.ok ? '' : (answer.problem?.code ?? '')
}

/** Thursday 3 December: a deal in every stage, ММ's where it has a consultant; a further booking of hers was dragged too far. */
function laterOffice() {
  const { world: after, cards } = everyStage()
  hire(after, 'Админова Ада', people.administrator, 'администратор')
  hire(after, 'Проектов Пётр', people.projectManager, 'руководитель проекта')
  done(after, 'client/merge', { keep: 1, drop: 2 })
  drag(after, bookedAt(after, 'АНО «Десять»', '2026-12-08').deal.eventId, '2026-12-21T10:00')
  settle(after)
  const { projects } = done(after, 'external/list', { month: '2026-10' }, director)
  const unpaid = projects.find(({ project }) => project === centre)?.consultations.map(({ ref }) => ref) ?? []
  return { after, cards, unpaid }
}
const later = laterOffice()
const foreign = bookInput(later.cards.accepted, slotOf(later.after, 'ОП', '2026-12-04'), { consultant: 'ОП', topic: 2 })
const dispute = discrepancies(later.after).find(({ key }) => key.startsWith('limit:'))?.key ?? ''
const settled = (outcome: string) => ({ key: dispute, outcome, reason: 'договорились', deal: null })

/** Rights that hang on the input: on the stage, on whose the deal is, on whose project. */
const moreRows: readonly (readonly [what: string, method: Method, row: Row])[] = [
  ['to won (K1)', 'deal/move', [moveInput(later.cards.held, 'won'), office3, 'закрывать неделю']],
  ['to feedback (K1)', 'deal/move', [moveInput(later.cards.held, 'feedback'), office3, 'закрывать неделю']],
  ['from feedback to won', 'deal/move', [moveInput(later.cards.feedback, 'won'), office3, 'закрывать неделю']],
  ['to held', 'deal/move', [moveInput(later.cards.assigned, 'held'), ownOnly, 'заполнять карточку', 'notYetStarted']],
  [
    'the time is given back',
    'deal/move',
    [moveInput(later.cards.assigned, 'accepted', { reason: 'по просьбе клиента' }), ownOnly, 'отмечать звонки'],
  ],
  ['of nobody yet', 'deal/move', [moveInput(later.cards.accepted, 'lost', { reason: 'спам' }), consultants, 'отмечать звонки']],
  ['of nobody yet', 'deal/fill', [{ deal: later.cards.accepted.ref, fields: { comments: 'а' } }, consultants, 'заполнять карточку']],
  ['closed', 'deal/fill', [{ deal: later.cards.won.ref, fields: { comments: 'а' } }, ownOnly, 'заполнять карточку', 'dealClosed']],
  ['with somebody else', 'deal/book', [foreign, office3, 'назначать консультации']],
  [
    'of somebody else',
    'slot/repeatWeek',
    [{ consultant: 'ОП', monday: null, apply: false }, office3, 'передавать консультации другому консультанту'],
  ],
  ['a held card', 'week/close', [{ deals: [{ ref: later.cards.held.ref, to: 'won' }] }, office3, 'закрывать неделю']],
  ['a merged card', 'client/unmerge', [{ drop: 2 }, office3, 'объединять карточки клиентов']],
  ['an own one put back', 'discrepancy/resolve', [settled('putBack'), ownOnly, 'передавать консультации другому консультанту']],
  ['an own one accepted', 'discrepancy/resolve', [settled('accept'), office3, 'передавать консультации другому консультанту']],
  // СБ manages a project, but not this one.
  ['of the centre', 'external/pay', [{ deals: later.unpaid, paid: true }, leaders, 'отмечать оплату']],
  [
    'for the school',
    'deal/decideExternal',
    [{ deal: later.cards.accepted.ref, decision: 'deny', project: school.name }, [...leaders, 'other'], 'решать о внешнем консультанте'],
  ],
]

interface Case {
  readonly name: string
  readonly method: Method
  readonly row: Row
  readonly who: Who
  readonly at: World
}
const everybody = Object.keys(people) as Who[]
const cases: readonly Case[] = [
  ...(Object.entries(rows) as [Method, Row][]).map(([method, row]) => ({ name: method as string, method, row, at: world })),
  ...moreRows.map(([what, method, row]) => ({ name: `${method}, ${what}`, method, row, at: later.after })),
].flatMap((one) => everybody.map((who) => ({ ...one, who })))

function expected(who: Who, otherwise: Otherwise = ''): string {
  return typeof otherwise === 'string' ? otherwise : (otherwise[who] ?? '')
}

/** Allowed: done, or refused for that reason. Each on a fork of its own. */
const allowed = cases.filter(({ row, who }) => row[1].includes(who))
/** All refused calls of a world go to one fork, one after the other: none of them may leave a trace. */
const refused = cases.filter(({ row, who }) => !row[1].includes(who))
const untouched = new Map([world, later.after].map((at) => [at, at.fork()]))

test('the later office has what its rows are about', () => {
  expect(dispute).toContain('limit:')
  expect(later.unpaid.length).toBeGreaterThan(0)
})

test('the table has a row for every method', () => {
  expect(Object.keys(rows).sort()).toEqual(Object.keys(inputs).sort())
})

test.each(allowed)('$name: $who may', ({ method, who, row: [input, , , otherwise], at }) => {
  const answer = answerTo(method, input, who, at.fork())
  expect([answer.ok, codeOf(answer)]).toEqual([expected(who, otherwise) === '', expected(who, otherwise)])
})

test.each(refused)('$name: $who may not', ({ method, who, row: [input, , action], at }) => {
  const answer = answerTo(method, input, who, untouched.get(at) ?? at)
  expect(byRole).toContain(codeOf(answer))
  const message = answer.ok ? '' : answer.message
  if (who === 'stranger') expect(message).toContain('нет на листе «Сотрудники», поэтому данные не показаны')
  else expect(message).toMatch(/^Ваша роль \(.+\) не позволяет: /)
  if (who === 'external') expect(message).toContain('(внешний консультант) не позволяет: смотреть сделки')
  else if (who !== 'stranger') expect(message).toContain(action)
})

test('refused calls have written nothing: no row, no letter, no event, no file', () => {
  for (const [at, after] of untouched) {
    expect(registerOf(after)).toEqual(registerOf(at))
    expect(after.state.calendars).toEqual(at.state.calendars)
    expect([after.state.files, after.state.letters]).toEqual([at.state.files, at.state.letters])
  }
})

describe('what the page holds', () => {
  function pageOf(who: Who): string {
    const { ui } = world.fork().invoke({ fn: 'showSidebar', entry: 'menu', user: people[who] })
    return /id="desk-data">([\s\S]*?)<\/script>/.exec(ui.map((effect) => ('html' in effect ? effect.html : '')).join(''))?.[1] ?? ''
  }

  test.each(['external', 'stranger'] as const)('%s sees nothing of the register', (who) => {
    expect(pageOf(who)).toContain('"view":"refused"')
    expect(pageOf(who)).not.toMatch(/Маяк|Титова|Ресурсный центр/)
  })

  test.each(all)('%s gets the screen', (who) => {
    expect(pageOf(who)).toContain('"view":"sidebar"')
  })
})

describe('rights end with the work', () => {
  function until(date: string): World {
    const later = world.fork()
    const row = rowsOf(later, 'Сотрудники').find(({ cells }) => cells['Инициалы'] === 'ММ')?.row ?? 0
    later.hand.type({ sheet: 'Сотрудники', row, column: columnOf(sheet(later, 'Сотрудники'), 'По'), value: date, user: office })
    return later
  }

  test('the last day counts', () => {
    expect(done(until('23.11.2026'), 'deal/open', { id: card.deal.id, row: null, clientId: null }, morozova).deal.id).toBe(card.deal.id)
  })

  test('the day after, nothing is shown', () => {
    const answer = until('22.11.2026').invoke(request('deal/open', { id: card.deal.id, row: null, clientId: null }, morozova)).value
    expect(answer).toMatchObject({ ok: false, problem: { code: 'notAtWork' }, message: expect.stringContaining('данные не показаны') })
  })
})
