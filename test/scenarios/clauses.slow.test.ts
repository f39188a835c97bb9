/** The procedure where it was once not kept: each case in its smallest steps, through the shipped bundle. */

import type { World } from '../../emulator/world/types'
import type { Card, Input } from '../../src/rpc/contract'
import { insert } from '../fixtures/consultantHand'
import { controlLines, tickAt, typeInto } from '../fixtures/controlDesk'
import {
  booked,
  bookInput,
  call,
  completeClient,
  deskWorld,
  director,
  done,
  inDomain,
  morozova,
  nextTick,
  office,
  phoned,
  remindingWorld,
  setSetting,
  sheet,
  slotOf,
} from '../fixtures/desk'
import { attachBy, centre, decideWorld, reportWorld } from '../fixtures/pagesDesk'
import { columnOf, registerEqualsJournal, rowById, rowsOf } from '../fixtures/register'
import { bookedAt, closing, everyStage, filled, move, setClock } from '../fixtures/stages'

const pr = 'pr@example.org'

const refused = (code: string) => ({ ok: false, problem: { code } })
const cell = (world: World, id: number, heading: string) => rowById(world, 'Сделки', id)[heading]

/** A cell of «Сделки» as a person with an account of the office types it. */
function type(world: World, id: number, heading: string, value: string, user: string): void {
  const row = rowsOf(world, 'Сделки').find(({ cells }) => cells['№'] === id)?.row ?? 0
  world.hand.type({ sheet: 'Сделки', row, column: columnOf(sheet(world, 'Сделки'), heading), value, user })
}

const staged = (() => {
  let kept: ReturnType<typeof everyStage> | undefined
  return () => {
    kept ??= everyStage()
    return { world: inDomain(kept.world.fork()), cards: kept.cards }
  }
})()

describe('T2: what a decision was given for', () => {
  test('F5b: without a project that provides for it the director allows nobody', () => {
    const { world, card } = decideWorld()
    const input = {
      deal: done(world, 'deal/fill', { deal: card.ref, fields: { project: '' } }).ref,
      decision: 'allow',
      project: null,
    } as const
    expect(call(world, 'deal/decideExternal', input, director)).toMatchObject(refused('badValue'))
  })
})

describe('cells that give more than their writer may', () => {
  test.each(['Оплачено', 'Кто отметил оплату', 'Отчёт получен', 'Отзыв получен'])(
    'F7: «%s», typed by a consultant, is put back',
    (heading) => {
      const { world, cards } = staged()
      const before = cell(world, cards.held.deal.id, heading)
      type(world, cards.held.deal.id, heading, '01.12.2026 10:00', morozova)
      expect(cell(world, cards.held.deal.id, heading)).toBe(before)
      registerEqualsJournal(world)
    },
  )

  test('F7b: another’s held card is not closed by a consultant, in the sheet as in the panel', () => {
    const { world, cards } = staged()
    const { id } = cards.held.deal
    done(world, 'deal/fill', { deal: cards.held.ref, fields: { project: centre } })
    const typedBy = (user: string) => {
      const on = world.fork()
      type(on, id, 'Этап', 'Успешно завершённые', user)
      return cell(on, id, 'Этап')
    }
    expect([typedBy('ph9@example.org'), typedBy(office)]).toEqual(['Консультация проведена', 'Успешно завершённые'])
  })

  test('F8c: «Попыток дозвона» of the settings is not a consultant’s', () => {
    const world = inDomain(deskWorld())
    const heading = 'Настройка'
    const row = rowsOf(world, 'Настройки').find(({ cells }) => cells[heading] === 'Попыток дозвона')
    world.hand.type({
      sheet: 'Настройки',
      row: row?.row ?? 0,
      column: columnOf(sheet(world, 'Настройки'), 'Значение'),
      value: '1',
      user: morozova,
    })
    nextTick(world)
    expect(rowsOf(world, 'Настройки').find(({ cells }) => cells[heading] === 'Попыток дозвона')?.cells['Значение']).toBe(
      row?.cells['Значение'],
    )
  })

  test.each(['6060', '-30', '3', '1441'])('F23: %s minutes are put back', (value) => {
    const { world, cards } = staged()
    type(world, cards.held.deal.id, 'Продолжительность, мин', value, office)
    expect(cell(world, cards.held.deal.id, 'Продолжительность, мин')).toBe(60)
  })
})

describe('K3, K7: feedback is asked or it is noted why not', () => {
  test('F10, P2: a new client’s card is not closed unasked without a word', () => {
    const { world, cards } = staged()
    const input = { deals: [{ ref: cards.held.ref, to: 'won', project: 'не распределено' }] } as const
    const closed = call(world, 'week/close', { deals: [...input.deals] })
    expect(closed).toMatchObject({ ok: true, value: { closed: 0, refused: [expect.anything()] } })
    expect(cell(world, cards.held.deal.id, 'Этап')).toBe('Консультация проведена')
  })

  test('F11: nobody owes a question that no card can take any more', () => {
    const world = deskWorld()
    const card = bookedAt(world, 'АНО «Три»', '2026-12-01')
    setClock(world, '2026-12-02T12:00')
    const held = move(world, card, 'held', { fields: filled }, morozova)
    const closed = world.fork()
    move(closed, held, 'won', closing)
    const owed = (of: World) => {
      tickAt(of, '2026-12-25T15:11')
      console.log(
        'F11',
        controlLines(of)
          .filter(({ key }) => key.startsWith('K3'))
          .map((l) => [l.key, l.subject, l.who, l.dealId]),
      )
      return controlLines(of).filter(({ key, subject }) => key.startsWith('K3') && /ММ|Морозова/.test(subject))
    }
    expect([owed(world).length, owed(closed).length]).toEqual([1, 0])
  })
})

describe('windows in time', () => {
  test.each(['won', 'lost'] as const)('F12, F12b: «%s» is not undone days later without a reason', (stage) => {
    const { world, cards } = staged()
    setClock(world, '2026-12-10T12:00')
    expect(call(world, 'deal/undo', { deal: cards[stage].ref })).toMatchObject(refused('cannotUndo'))
  })

  test('F12c: nor by taking back the week', () => {
    const { world, cards } = staged()
    setClock(world, '2026-12-10T12:00')
    expect(call(world, 'week/undo', { deals: [cards.won.ref] })).toMatchObject({ ok: true, value: { undone: 0 } })
  })

  test('F16: what is due by the 5th is due by the 5th, on a Saturday too', () => {
    const world = deskWorld()
    tickAt(world, '2026-12-01T09:30')
    const due = controlLines(world)
      .filter(({ key }) => ['S2.tell', 'S3.publish', 'T3.pay'].some((one) => key.startsWith(one.slice(0, 2))))
      .map((line) => line.due?.slice(0, 10))
    expect(due.filter((day) => day !== undefined && day > '2026-12-05' && day < '2026-12-31')).toEqual([])
    expect(due.length).toBeGreaterThan(0)
  })

  test.each(['2026-11', '2027-03'])('F18, F18b: %s is not published before it is over', (month) => {
    expect(call(deskWorld(), 'month/published', { month, link: 'https://example.org/a' } as never, pr)).toMatchObject({ ok: false })
  })

  test('F18c: nobody is told the number of a month that goes on', () => {
    expect(call(deskWorld(), 'month/tell', { month: '2026-11', projects: [centre], anew: false }, director)).toMatchObject({ ok: false })
  })

  test('F25: what was held at eleven can be entered at three', () => {
    const world = deskWorld()
    const input: Input<'deal/bookOwn'> = {
      clientId: null,
      client: { ...completeClient, organisation: 'АНО «Утро»' },
      consultant: 'ММ',
      topic: 1,
      request: 'Отчёт',
      format: 'phone',
      place: '',
      slot: null,
      at: { start: '2026-11-24T11:00', end: '2026-11-24T12:00' },
      overrideReason: 'позвонили прямо мне',
    }
    setClock(world, '2026-11-24T15:00')
    expect(call(world, 'deal/bookOwn', input, morozova)).toMatchObject({ ok: true })
  })
})

describe('duties that somebody can meet', () => {
  test('F20: a year without its calendar is owed until it is there', () => {
    const world = deskWorld()
    const table = sheet(world, 'Рабочий календарь')
    table.cells = table.cells.slice(0, 1)
    tickAt(world, '2027-01-11T10:00')
    expect(controlLines(world).filter(({ key }) => key.startsWith('W.calendar'))).not.toEqual([])
  })

  test('F21: without an administrator the director hears that the calendar is not read', () => {
    const world = inDomain(remindingWorld())
    nextTick(world)
    for (const { cells, row } of rowsOf(world, 'Сотрудники'))
      if (String(cells['Роли']).includes('администратор'))
        world.hand.type({
          sheet: 'Сотрудники',
          row,
          column: columnOf(sheet(world, 'Сотрудники'), 'Роли'),
          value: 'консультант',
          user: director,
        })
    setSetting(world, 'Календарь «Консультации» (адрес)', 'nobody@example.org')
    const before = world.state.letters.length
    for (let hour = 0; hour < 5; hour++) {
      setClock(world, `2026-11-23T1${hour}:05`)
      nextTick(world)
    }
    const told = world.state.letters.slice(before).filter(({ to, body }) => to === director && /календар/i.test(body))
    expect(told.length).toBeGreaterThan(0)
  })
})

describe('one fact, in one place', () => {
  test('F24: a client’s change and the deal’s go back together or not at all', () => {
    const world = deskWorld()
    const card = phoned(world, 'АНО «Причал»')
    const { ref } = done(world, 'client/fill', { deal: card.ref, fields: { organisation: 'АНО «Новая»' } })
    call(world, 'deal/undo', { deal: ref })
    expect(cell(world, card.deal.id, 'Организация')).toBe(rowById(world, 'Клиенты', card.deal.clientId ?? 0)['Организация'])
  })

  test('P1: «не распределено» is asked about at closing', () => {
    const { world, cards } = staged()
    const week = done(world, 'week/list', {})
    const own = [...week.ready, ...week.incomplete].find(({ deal }) => deal.id === cards.held.deal.id)
    expect(own).toMatchObject({ undistributed: true })
    expect(call(world, 'deal/move', { deal: cards.held.ref, to: 'won', reason: 'просил не писать', fields: {} })).toMatchObject({
      ok: false,
    })
  })

  test('P3: a file of one deal is found from the client’s next card', () => {
    const { world, link, card } = reportWorld()
    expect(attachBy(world, link)).toMatchObject({ ok: true })
    const next = phoned(world, 'АНО «Причал»', { clientId: card.deal.clientId })
    expect(JSON.stringify(next)).toContain('смета.pdf')
  })
})

describe('one hour, one booking', () => {
  const lost = (world: World, card: Card) =>
    done(world, 'deal/move', { deal: card.ref, to: 'lost', reason: 'отказ клиента', fields: {} }).ref

  test('X2: reopened over another’s booking, the deal does not share its event', () => {
    const world = deskWorld()
    const first = booked(world, 'АНО «Причал»')
    const ref = lost(world, first)
    const second = booked(world, 'Фонд «Север»')
    call(world, 'deal/reopen', { deal: ref, reason: 'передумали' }, director)
    const events = rowsOf(world, 'Сделки').filter(
      ({ cells }) => cells['Этап'] === 'Консультация назначена' && cells['Событие'] === second.deal.eventId,
    )
    expect(events).toHaveLength(1)
  })

  test('F3, G5: released and booked again with the same consultant beyond the two days: with a reason only', () => {
    const world = deskWorld()
    const first = bookedAt(world, 'АНО «Причал»', '2026-11-24')
    const { ref } = done(world, 'deal/move', { deal: first.ref, to: 'accepted', reason: 'перенос', fields: {} })
    insert(world, 'ММ консультация', '2026-12-02T11:00', '2026-12-02T12:00')
    nextTick(world)
    const again = bookInput({ ...first, ref }, slotOf(world, 'ММ', '2026-12-02'))
    expect(call(world, 'deal/book', again)).toMatchObject(refused('reasonNeeded'))
    expect(call(world, 'deal/book', { ...again, overrideReason: 'клиент уехал' })).toMatchObject({ ok: true })
  })
})

test('X6: «Организация» of a deal’s row is the client’s', () => {
  const { world, cards } = staged()
  typeInto(world, cards.held.deal.id, 'organisation', 'Другая')
  expect(cell(world, cards.held.deal.id, 'Организация')).toBe(rowById(world, 'Клиенты', cards.held.deal.clientId ?? 0)['Организация'])
})
