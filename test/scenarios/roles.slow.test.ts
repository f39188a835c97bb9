/** Roles: every method of the contract for every role, allowed or refused with the sentence; the answer is the server's. */
import type { World } from '../../emulator/world/types'
import { inputs, type Method } from '../../src/rpc/contract'
import { booked, bookInput, createInput, deskWorld, done, morozova, office, phoned, request, sheet, slotOf } from '../fixtures/desk'
import { columnOf, rowsOf } from '../fixtures/register'
import { all, consultants, hire, leaders, office3, ownOnly, people, type Row, rolesIn, type Who } from '../fixtures/roleTable'

const world = deskWorld()
hire(world)
const card = booked(world, 'АНО «Маяк»')
const repeat = phoned(world, 'АНО «Маяк»')
const slot = slotOf(world, 'ММ', '2026-11-25')
const closed = done(world, 'deal/open', { id: 41003, row: null, clientId: null })
const { slot: slotRef } = bookInput(card, slot)
const { slot: slotOfOther } = bookInput(card, slotOf(world, 'ОП', '2026-11-24'))
const table = { fileName: 'проекты.csv', headings: ['Проект'], rows: [] }
const ofCard = { deal: card.ref }
const evening = { start: '2026-11-25T17:00', end: '2026-11-25T18:00', etag: null }
const october = { kind: 'month', month: '2026-10' }

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
  'client/apart': [{ client: 1, other: 2 }, office3, 'объединять карточки клиентов'],
  'client/duplicates': [{}, office3, 'объединять карточки клиентов'],
  'deal/recognise': [{ deal: repeat.ref, client: 2 }, office3, 'объединять карточки клиентов'],
  'deal/takeNews': [{ ...ofCard, field: 'email', take: false }, ownOnly, 'заполнять карточку', 'nothingToDo'],
  'intake/asides': [{}, consultants, 'заводить заявки'],
  'intake/settleAside': [{ id: 'нет такой', take: false }, consultants, 'заводить заявки', 'nothingToDo'],
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
    { ...ofCard, consultant: 'ОП', slot: slotOfOther, reason: 'болезнь' },
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
  'import/start': [{}, office3, 'загружать данные'],
  'import/preview': [{ kind: 'projects', table }, leaders, 'загружать данные о сотрудниках и проектах'],
  'import/apply': [{ kind: 'projects', table }, leaders, 'загружать данные о сотрудниках и проектах'],
  'import/undo': [{ at: '2026-11-20T09:00' }, office3, 'загружать данные', 'nothingToDo'],
  'workdays/look': [{ year: 2028 }, office3, 'загружать данные', 'yearUnread'],
  'workdays/write': [{ year: 2028, days: [] }, office3, 'загружать данные'],
  'outbox/send': [{}, all, 'смотреть сделки'],
  'settings/open': [{}, all, 'смотреть сделки'],
  'settings/steps': [{}, all, 'смотреть сделки'],
  'settings/save': [{ values: {} }, ['director', 'administrator'], 'менять настройки'],
  'letter/samples': [{}, all, 'смотреть сделки'],
  'letter/test': [{ kind: 'booked' }, ['director', 'administrator'], 'менять настройки'],
  'tasks/state': [{}, leaders, 'подключать программу для задач'],
  'tasks/connect': [{ tool: 'planfix', typed: { account: 'centre' } }, leaders, 'подключать программу для задач'],
  'tasks/disconnect': [{ tool: 'planfix' }, leaders, 'подключать программу для задач'],
}

const calls = (Object.entries(rows) as [Method, Row][]).map(([method, table]) => ({ name: method, method, table }))
const roles = rolesIn(world, card.ref.row ?? 0, calls)

test('the table has a row for every method', () => {
  expect(Object.keys(rows).sort()).toEqual(Object.keys(inputs).sort())
})

test.each(roles.allowed)('$name: $who may', (one) => roles.expectAllowed(one))

test.each(roles.refused)('$name: $who may not', (one) => roles.expectRefused(one))

test('refused calls have written nothing', () => roles.expectUntouched())

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
