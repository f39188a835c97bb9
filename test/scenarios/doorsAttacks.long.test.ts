/** K5, T2, G5 and the client's own mark, attacked through every door by everybody who should not: none passes. */
import type { World } from '../../emulator/world/types'
import { dealTitles } from '../../src/domain/deal/fieldTitles'
import { stageTitles } from '../../src/domain/deal/words'
import {
  belova,
  booked,
  bookInput,
  call,
  deskWorld,
  director,
  done,
  inDomain,
  morozova,
  nextTick,
  office,
  sheet,
  slotOf,
} from '../fixtures/desk'
import { decideWorld, externalWorld, feedbackWorld, forged, manager, school, send } from '../fixtures/pagesDesk'
import { columnOf, rowById, rowsOf } from '../fixtures/register'
import { people } from '../fixtures/rights/people'

interface Attack {
  readonly name: string
  readonly world: World
  readonly id: number
  /** Of the deal: what must stand as it did. */
  readonly kept: readonly string[]
  deed(world: World): void
}

const fired = 'fired@example.org'
const callers = { ...people, own: morozova, other: belova, fired, unknown: '' } as const

function type(world: World, id: number, heading: string, value: string, user: string): void {
  const row = rowsOf(world, 'Сделки').find(({ cells }) => cells['№'] === id)?.row ?? 0
  world.hand.type({ sheet: 'Сделки', row, column: columnOf(sheet(world, 'Сделки'), heading), value, user })
}

function paste(world: World, id: number, heading: string, value: string, user: string): void {
  const row = rowsOf(world, 'Сделки').find(({ cells }) => cells['№'] === id)?.row ?? 0
  world.hand.paste({ sheet: 'Сделки', row, column: columnOf(sheet(world, 'Сделки'), heading), values: [[value, value]], user })
}

const ref = (world: World, id: number) => done(world, 'deal/open', { id, row: null, clientId: null }, director).ref

/** Held in August by НВ: contents, recommendations and project are missing. */
const incomplete = 41006
const held = inDomain(deskWorld())
const toWon = Object.entries(callers).flatMap(([who, user]): Attack[] => {
  const one = (door: string, deed: Attack['deed']): Attack => ({
    name: `K5, ${door}, ${who}`,
    world: held,
    id: incomplete,
    kept: ['Этап'],
    deed,
  })
  return [
    one(
      'deal/move',
      (world) => void call(world, 'deal/move', { deal: ref(world, incomplete), to: 'won', reason: 'так надо', fields: {} }, user),
    ),
    one(
      'week/close',
      (world) => void call(world, 'week/close', { deals: [{ ref: ref(world, incomplete), to: 'won', reason: 'так надо' }] }, user),
    ),
    one('sheet, typed', (world) => type(world, incomplete, 'Этап', stageTitles.won, user)),
    one('sheet, pasted', (world) => paste(world, incomplete, 'Этап', stageTitles.won, user)),
  ]
})

const asked = feedbackWorld(inDomain(deskWorld()))
const marked = inDomain(asked.world.fork())
send(marked, asked.links[0], 'feedback/send', { score: 2, text: 'Не помогло', quotable: false })
const marks = ['Оценка', 'Отзыв', 'Можно цитировать', 'Отзыв получен']
const notOffice = (['own', 'other', 'projectManager', 'prManager', 'external', 'stranger', 'fired', 'unknown'] as const).map(
  (who) => [who, callers[who]] as const,
)
const ofMark = notOffice.flatMap(([who, user]): Attack[] => {
  const { id } = asked.card.deal
  const one = (door: string, deed: Attack['deed']): Attack => ({ name: `mark, ${door}, ${who}`, world: asked.world, id, kept: marks, deed })
  return [
    one(
      'deal/fill',
      (world) => void call(world, 'deal/fill', { deal: ref(world, id), fields: { feedbackScore: 5, feedbackText: 'Отлично' } }, user),
    ),
    one('sheet', (world) => type(world, id, 'Оценка', '5', user)),
  ]
})
const overHisOwn = [office, director, morozova].flatMap((user): Attack[] => {
  const { id } = asked.card.deal
  const one = (door: string, deed: Attack['deed']): Attack => ({
    name: `mark over the client's own, ${door}, ${user}`,
    world: marked,
    id,
    kept: marks,
    deed,
  })
  return [
    one('deal/fill', (world) => void call(world, 'deal/fill', { deal: ref(world, id), fields: { feedbackScore: 5 } }, user)),
    one('sheet', (world) => type(world, id, 'Отзыв', 'Отлично', user)),
    one('sheet, emptied', (world) => type(world, id, 'Оценка', '', user)),
    one('link again', (world) => void send(world, asked.links[4], 'feedback/send', { score: 5, text: '', quotable: true })),
  ]
})

const deciding = decideWorld(inDomain(deskWorld()))
const decision = ['Внешний: кто решил', 'Внешний: когда решено', 'Этап', 'Консультант']
const expertHour = (world: World) =>
  bookInput({ ...deciding.card, ref: ref(world, deciding.card.deal.id) }, slotOf(world, 'ПН', '2026-11-27'), {
    consultant: 'ПН',
    topic: 11,
  })
const T2 = (name: string, deed: Attack['deed'], world = deciding.world): Attack => ({
  name: `T2, ${name}`,
  world,
  id: deciding.card.deal.id,
  kept: decision,
  deed,
})
const ofDecision: Attack[] = [
  ...(['own', 'other', 'officeManager', 'prManager', 'external', 'stranger', 'fired', 'unknown'] as const).map((who) =>
    T2(`decided by ${who}`, (world) => {
      call(world, 'deal/decideExternal', { deal: ref(world, deciding.card.deal.id), decision: 'allow', project: null }, callers[who])
    }),
  ),
  ...(['own', 'officeManager', 'director', 'unknown'] as const).map((who) =>
    T2(`typed by ${who}`, (world) => {
      type(world, deciding.card.deal.id, 'Внешний: кто решил', 'Орлова', callers[who])
      type(world, deciding.card.deal.id, 'Внешний: когда решено', '23.11.2026 09:00', callers[who])
    }),
  ),
  T2('another project’s manager', (world) => {
    call(world, 'deal/decideExternal', { deal: ref(world, deciding.card.deal.id), decision: 'allow', project: school.name }, manager)
  }),
  T2('the director, for no project', (world) => {
    call(world, 'deal/decideExternal', { deal: ref(world, deciding.card.deal.id), decision: 'allow', project: 'не распределено' }, director)
  }),
  T2('booked undecided', (world) => void call(world, 'deal/book', expertHour(world))),
  T2('the link of a manager who was replaced', (world) => {
    const row = rowsOf(world, 'Проекты').find(({ cells }) => cells['Проект'] === 'Ресурсный центр НКО')?.row ?? 0
    world.hand.type({
      sheet: 'Проекты',
      row,
      column: columnOf(sheet(world, 'Проекты'), 'Руководитель (e-mail)'),
      value: morozova,
      user: director,
    })
    send(world, deciding.links[0], 'decide/send', { decision: 'allow', note: '' })
  }),
  T2('a link signed by typing into «Исходящие»', (world) => {
    const row = rowsOf(world, 'Исходящие').length + 2
    const link = { purpose: 'decide', dealId: deciding.card.deal.id, until: '2099-01-01', tag: deciding.links[0]?.k, value: 'allow' }
    const cells = {
      Ключ: 'x',
      Вид: 'письмо',
      Кому: morozova,
      Содержание: JSON.stringify({ subject: 'x', body: '⟦1⟧', links: [link] }),
      Попыток: '0',
    }
    for (const [heading, value] of Object.entries(cells))
      world.hand.type({ sheet: 'Исходящие', row, column: columnOf(sheet(world, 'Исходящие'), heading), value, user: morozova })
    const before = world.state.letters.length
    done(world, 'outbox/send', {})
    nextTick(world)
    expect(world.state.letters.slice(before).filter(({ to }) => to === morozova)).toEqual([])
  }),
  T2('a manager by typing herself into «Проекты»', (world) => {
    const row = rowsOf(world, 'Проекты').find(({ cells }) => cells['Проект'] === 'Ресурсный центр НКО')?.row ?? 0
    world.hand.type({
      sheet: 'Проекты',
      row,
      column: columnOf(sheet(world, 'Проекты'), 'Руководитель (e-mail)'),
      value: morozova,
      user: morozova,
    })
    call(world, 'deal/decideExternal', { deal: ref(world, deciding.card.deal.id), decision: 'allow', project: null }, morozova)
  }),
  T2('a director by typing it into «Сотрудники»', (world) => {
    const row = rowsOf(world, 'Сотрудники').find(({ cells }) => cells['E-mail'] === morozova)?.row ?? 0
    world.hand.type({
      sheet: 'Сотрудники',
      row,
      column: columnOf(sheet(world, 'Сотрудники'), 'Роли'),
      value: 'исполнительный директор',
      user: morozova,
    })
    call(world, 'deal/decideExternal', { deal: ref(world, deciding.card.deal.id), decision: 'allow', project: null }, morozova)
  }),
]

const decided = (() => {
  const world = deciding.world.fork()
  done(world, 'deal/decideExternal', { deal: ref(world, deciding.card.deal.id), decision: 'allow', project: null }, director)
  done(world, 'deal/fill', { deal: ref(world, deciding.card.deal.id), fields: { project: school.name } })
  return world
})()
const otherwise: Attack[] = [
  T2('booked on the decision for another project', (world) => void call(world, 'deal/book', expertHour(world)), decided),
]

const booking = inDomain(deskWorld())
const card = booked(booking, 'АНО «Маяк»')
const times = ['Начало', 'Конец', 'Назначено впервые на', 'Консультант']
const ofLimit = [office, morozova, director].flatMap((user): Attack[] => {
  const { id } = card.deal
  const one = (door: string, deed: Attack['deed']): Attack => ({ name: `G5, ${door}, ${user}`, world: booking, id, kept: times, deed })
  return [
    one('deal/reschedule', (world) => {
      const at = { start: '2026-12-03T11:00', end: '2026-12-03T12:00', etag: null }
      call(world, 'deal/reschedule', { deal: ref(world, id), slot: null, at, reason: 'по просьбе' }, user)
    }),
    one('sheet, the time', (world) => type(world, id, 'Начало', '03.12.2026 11:00', user)),
    one('sheet, the first time', (world) => type(world, id, 'Назначено впервые на', '03.12.2026 11:00', user)),
  ]
})

/** T3: what an expert is paid. */
const external = externalWorld(inDomain(deskWorld()))
const ofPayment = (['own', 'officeManager', 'unknown'] as const).map(
  (who): Attack => ({
    name: `T3, typed by ${who}`,
    world: external.world,
    id: external.card.deal.id,
    kept: ['Оплачено', 'Кто отметил оплату', 'Отчёт получен'],
    deed: (world) => {
      type(world, external.card.deal.id, 'Оплачено', '23.11.2026 08:00', callers[who])
      type(world, external.card.deal.id, 'Кто отметил оплату', 'Директор', callers[who])
      if (who !== 'officeManager') type(world, external.card.deal.id, 'Отчёт получен', '23.11.2026 08:00', callers[who])
    },
  }),
)

const attacks = [...toWon, ...ofMark, ...overHisOwn, ...ofDecision, ...otherwise, ...ofLimit, ...ofPayment]

test('there are many of them', () => {
  expect(attacks.length).toBeGreaterThanOrEqual(60)
  console.info(attacks.map(({ name }) => name).join('\n'))
})

test.each(attacks)('$name', ({ world, id, kept, deed }) => {
  const fork = world.fork()
  const facts = () => Object.fromEntries(kept.map((heading) => [heading, rowById(fork, 'Сделки', id)[heading]]))
  const before = facts()
  deed(fork)
  expect(facts()).toEqual(before)
  nextTick(fork)
  expect(facts()).toEqual(before)
})

test('a forged link of another deal or person opens nothing', () => {
  const { id } = deciding.card.deal
  const tags = ['', 'abc', deciding.links[0]?.k ?? '']
  for (const tag of tags) {
    const world = deciding.world.fork()
    const link = forged(world, { purpose: 'decide', dealId: tag === deciding.links[0]?.k ? id + 1 : id, until: '2026-12-20', tag })
    expect(send(world, link, 'decide/send', { decision: 'allow', note: '' })).toMatchObject({ ok: false })
  }
})

test('the fields named above are those of the register', () => {
  const titles: readonly string[] = Object.values(dealTitles)
  expect(attacks.flatMap(({ kept }) => kept).filter((heading) => !titles.includes(heading))).toEqual([])
})
