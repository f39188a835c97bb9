/** «Stages and moves» of the procedure, row by row through the shipped bundle: from the request to the answer, closing and reopening, and every move that is none. Allowed, and refused with what is missing. */
import { openStages, type Stage } from '../../src/domain/deal/deal'
import { stageTitles } from '../../src/domain/deal/words'
import {
  bookInput,
  call,
  completeClient,
  createInput,
  deskWorld,
  director,
  done,
  eventOf,
  morozova,
  phoned,
  refusal,
  slotOf,
} from '../fixtures/desk'
import { registerEqualsJournal, registerOf, rowById, rowsOf } from '../fixtures/register'
import { everyStage, filled, move, note, refusedMove, reopen, setClock, written } from '../fixtures/stages'

const bareClient = { ...completeClient, kind: '', email: '', consentDate: null }
const missesClient = /Вид организации \(карточка клиента\), E-mail \(карточка клиента\), Согласие на обработку ПД \(карточка клиента\)/

const base = everyStage()

describe('(new) → Неразобранное', () => {
  test('comes with any fields from the site, a social network or by e-mail', () => {
    for (const channel of ['site', 'social', 'email'] as const) {
      const created = written(deskWorld(), 'unsorted', '', { channel, client: { ...bareClient, phone: '', contact: '' } })
      expect(created.deal.stage).toBe('unsorted')
    }
  })

  test('a phone call does not land there', () => {
    const world = deskWorld()
    const before = registerOf(world)
    expect(refusal(world, 'deal/create', createInput({ stage: 'unsorted' }))).toContain(
      'в «Неразобранное» попадают заявки с сайта, из соцсетей и почты',
    )
    expect(registerOf(world)).toEqual(before)
  })
})

describe.each(['new', 'accepted'] as const)('(new) → %s', (stage) => {
  test('with a complete client card (I4, I8)', () => {
    expect(done(deskWorld(), 'deal/create', createInput({ stage })).deal.stage).toBe(stage)
  })

  test('an incomplete one is refused, every field named', () => {
    const world = deskWorld()
    const before = registerOf(world)
    expect(refusal(world, 'deal/create', createInput({ stage, client: bareClient }))).toMatch(missesClient)
    expect(registerOf(world)).toEqual(before)
  })
})

describe('(new) → Консультация назначена (I9)', () => {
  const input = (world: ReturnType<typeof deskWorld>, client = createInput().client) => ({
    ...({ clientId: null, client, consultant: 'ММ', topic: 10, request: '', format: 'phone', place: '' } as const),
    ...{ slot: bookInput(phoned(world, 'АНО «Для слота»'), slotOf(world)).slot, at: null },
  })

  test('with a complete client card, consultant, topic and slot', () => {
    const world = deskWorld()
    const { card } = done(world, 'deal/bookOwn', input(world), morozova)
    expect(card.deal).toMatchObject({ stage: 'assigned', consultant: 'ММ', topic: 10 })
    expect(eventOf(world, card.deal.eventId).summary).toBe('ММ_АНО «Причал»')
    registerEqualsJournal(world)
  })

  test('an incomplete client card, or no time: refused with what is missing, no event touched', () => {
    const world = deskWorld()
    const asked = input(world, bareClient)
    const before = registerOf(world)
    expect(refusal(world, 'deal/bookOwn', asked, morozova)).toMatch(missesClient)
    expect(refusal(world, 'deal/bookOwn', { ...asked, client: completeClient, slot: null }, morozova)).toContain(
      'не выбрано время консультации',
    )
    expect(registerOf(world)).toEqual(before)
    expect(eventOf(world, asked.slot.eventId).summary).toBe('ММ консультация')
  })
})

describe.each(['unsorted', 'new'] as const)('%s → Принято в работу', (stage) => {
  test('once the client is reached', () => {
    const world = base.world.fork()
    move(world, note(world, base.cards[stage], 'reached'), 'accepted')
  })

  test('not reached: refused (I5)', () => {
    expect(refusedMove(base.world.fork(), base.cards[stage], 'accepted')).toMatch(/^Нет отметки, что с клиентом поговорили \(I5\)/)
  })
})

test('Неразобранное → Принято в работу: an incomplete client card is refused, every field named', () => {
  const world = deskWorld()
  const card = note(world, written(world, 'unsorted', 'АНО «Пять»', { client: bareClient }), 'reached')
  expect(refusedMove(world, card, 'accepted')).toMatch(missesClient)
  const complete = done(world, 'client/fill', {
    deal: card.ref,
    fields: { kind: 'НКО', email: 'a@example.org', consentDate: '2026-11-23' },
  })
  move(world, complete, 'accepted')
})

describe.each(['unsorted', 'new', 'accepted'] as const)('%s → Не дозвонились', (stage) => {
  test('with a noted failed attempt (I6)', () => {
    const world = base.world.fork()
    expect(note(world, base.cards[stage], 'noAnswer').deal).toMatchObject({ stage: 'unreached', attempts: 1 })
    const other = base.world.fork()
    move(other, note(other, base.cards[stage], 'messenger'), 'unreached')
  })

  test('without one: refused', () => {
    expect(refusedMove(base.world.fork(), base.cards[stage], 'unreached')).toMatch(/^Ни одной попытки дозвониться не отмечено \(I6\)/)
  })
})

describe('Не дозвонились → Принято в работу', () => {
  test('with an attempt that reached the client', () => {
    const world = base.world.fork()
    move(world, note(world, base.cards.unreached, 'reached'), 'accepted')
  })

  test('without one: refused', () => {
    expect(refusedMove(base.world.fork(), base.cards.unreached, 'accepted')).toMatch(/^Нет отметки, что с клиентом поговорили/)
  })
})

describe('Не дозвонились → Неуспешные «не дозвонились» (I7)', () => {
  test('after one and two attempts: refused, saying how many are there and when the next is due', () => {
    const world = base.world.fork()
    const reason = 'не дозвонились'
    expect(refusedMove(world, base.cards.unreached, 'lost', { reason })).toBe(
      'Сделано попыток: 1, а нужно 3, и только потом «Неуспешные» с причиной «не дозвонились» (I7). Следующая попытка — завтра 09:00.',
    )
    setClock(world, '2026-12-04T09:00')
    const second = note(world, base.cards.unreached, 'noAnswer')
    expect(refusedMove(world, second, 'lost', { reason })).toContain('Сделано попыток: 2, а нужно 3')
    setClock(world, '2026-12-07T09:00')
    move(world, note(world, second, 'noAnswer'), 'lost', { reason })
  })

  test('the same reason is refused from any other stage too', () => {
    expect(refusedMove(base.world.fork(), base.cards.accepted, 'lost', { reason: 'не дозвонились' })).toContain('Сделано попыток: 0')
  })
})

describe.each(openStages)('%s → Неуспешные', (stage) => {
  test('with a reason of the list', () => {
    const world = base.world.fork()
    expect(move(world, base.cards[stage], 'lost', { reason: 'отказ клиента' }).deal.failure).toBe('отказ клиента')
  })

  test('without one, or with another: refused', () => {
    expect(refusedMove(base.world.fork(), base.cards[stage], 'lost')).toContain('сделка закрывается как неуспешная')
    expect(refusedMove(base.world.fork(), base.cards[stage], 'lost', { reason: 'надоело' })).toMatch(/^Причины «надоело» нет в списке/)
  })
})

describe.each([
  ['won', 'held'],
  ['lost', 'accepted'],
] as const)('%s → the stage before', (stage, before) => {
  test('by the director, with a reason, journalled', () => {
    const world = base.world.fork()
    const answer = reopen(world, base.cards[stage], 'закрыли по ошибке')
    expect(answer).toMatchObject({ ok: true, value: { deal: { stage: before, failure: '' } } })
    expect(rowsOf(world, 'Журнал').at(-1)?.cells).toMatchObject({ Что: 'deal/reopen', Причина: 'закрыли по ошибке', Кто: director })
    expect(rowById(world, 'Сделки', base.cards[stage].deal.id)['Этап']).toBe(stageTitles[before])
    registerEqualsJournal(world)
  })

  test('without a reason, or by the office manager: refused', () => {
    const world = base.world.fork()
    expect(reopen(world, base.cards[stage], ' ')).toMatchObject({
      ok: false,
      message: expect.stringContaining('закрытая сделка возвращается'),
    })
    const byOffice = call(world, 'deal/reopen', { deal: base.cards[stage].ref, reason: 'надо' })
    expect(byOffice).toMatchObject({ ok: false, message: expect.stringContaining('не позволяет: вернуть закрытую сделку') })
    expect(registerOf(world)).toEqual(registerOf(base.world))
  })
})

test.each([
  [director, 'moveNotAllowed'],
  ['pr@example.org', 'notAllowed'],
  ['ph9@example.org', 'notAllowed'],
])('what is not closed is not opened again: a booking is not let go by that (%s)', (user, code) => {
  const world = base.world.fork()
  expect(reopen(world, base.cards.assigned, 'надо', user)).toMatchObject({ ok: false, problem: { code } })
  expect(registerOf(world)).toEqual(registerOf(base.world))
})

/** The rows above; «не дозвонились» and reopening go their own ways. */
const allowed: Readonly<Record<Stage, readonly Stage[]>> = {
  unsorted: ['accepted', 'unreached', 'lost'],
  new: ['accepted', 'unreached', 'lost'],
  accepted: ['unreached', 'lost'],
  unreached: ['accepted', 'lost'],
  assigned: ['accepted', 'held', 'lost'],
  held: ['feedback', 'won', 'lost'],
  feedback: ['won', 'lost'],
  won: [],
  lost: [],
}
const stages = Object.keys(stageTitles) as Stage[]
const others = stages.flatMap((from) => stages.filter((to) => !allowed[from].includes(to)).map((to) => [from, to] as const))

test.each(others)('every other move is refused: %s → %s', (from, to) => {
  const sentence = refusedMove(
    base.world.fork(),
    base.cards[from],
    to,
    { reason: 'отказ клиента', fields: from === 'won' || from === 'lost' ? {} : filled },
    director,
  )
  expect(sentence).toBe(
    `С этапа «${stageTitles[from]}» нельзя перейти на этап «${stageTitles[to]}»: такого шага нет в порядке работы. Выберите один из шагов, предложенных в карточке.`,
  )
})
