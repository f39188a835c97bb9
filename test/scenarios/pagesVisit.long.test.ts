/** A2, G5, R1: a client confirms, asks for another time or calls off by the link of his letter; on his own where the office allows it. */
import type { World } from '../../emulator/world/types'
import type { VisitView } from '../../src/rpc/pageContract'
import { calendarLines, director, done, morozova, refusal, setSetting, slotOf } from '../fixtures/desk'
import { forged, mailed, open, opening, send, viewOf, visit, visitLetter, visitWorld } from '../fixtures/pagesDesk'
import { registerEqualsJournal, registerOf, rowById, rowsOf } from '../fixtures/register'
import { setClock } from '../fixtures/stages'

const asking = visitWorld()
const doing = visitWorld({ self: true })
const { id } = asking.card.deal

function viewIn(world: World, link = asking.link): VisitView {
  const view = viewOf(world, { ...link })
  if (view.view !== 'visit') throw new Error(`${view.view}: ${JSON.stringify(view)}`)
  return view
}
const dealOf = (world: World) => rowById(world, 'Сделки', id)
const wishes = (world: World) => done(world, 'desk/today', {}).items.filter(({ wish }) => wish !== null)
const settle = (world: World, take: boolean) => {
  const item = wishes(world)[0]
  return { deal: item?.deal ?? { id: 0, row: null, clientId: null }, said: item?.wish ?? '', take }
}
const hourOf = (world: World, link = asking.link) => viewIn(world, link).hours[0]?.start ?? ''

describe('the page', () => {
  test('says when, where, who and what about, and nothing of anybody else: no phone, no address, no other client', () => {
    const { data, html, record } = open(asking.world.fork(), { ...asking.link })
    expect(data.page).toMatchObject({ view: 'visit', when: 'пн 30 ноября, 16:00', confirmed: false, wish: '', self: false })
    expect(html).not.toMatch(/prichal@|416-01-23|Анна Иванова|@example|АНО|«Причал»|Фонд/)
    expect(record.leavingCalls).toBeLessThanOrEqual(8)
    expect((data.page as VisitView).calendar).toMatch(/^BEGIN:VCALENDAR[\s\S]*DTSTART:20261130T130000Z/)
    expect((data.page as VisitView).calendar).not.toMatch(/ORGANIZER|mailto/)
  })

  test('a look changes nothing, whoever opens the link and how often', () => {
    const world = asking.world.fork()
    const before = [registerOf(world), calendarLines(world)]
    for (let time = 0; time < 3; time++) open(world, { ...asking.link })
    expect([registerOf(world), calendarLines(world)]).toEqual(before)
  })

  test('G5: only free hours of this consultant within two working days', () => {
    const { hours } = viewIn(asking.world.fork())
    expect(hours.length).toBeGreaterThan(0)
    for (const { start } of hours) {
      expect(start >= '2026-11-26' && start < '2026-12-03').toBe(true)
      expect(
        done(asking.world.fork(), 'slot/forReassign', { deal: asking.card.ref, same: true }).consultants[0]?.slots.map(
          (slot) => slot.start,
        ),
      ).toContain(start)
    }
  })

  test('while the calendar does not answer the page opens, without hours', () => {
    const world = asking.world.fork()
    const listed = world
      .fork()
      .invoke(opening({ ...asking.link }))
      .calls.filter(({ name }) => name.startsWith('Calendar'))
    const faults = listed.map(
      ({ n }) => ({ at: n, kind: 'fail', message: 'API call to calendar.events.list failed with error: Forbidden' }) as const,
    )
    expect(faults.length).toBeGreaterThan(0)
    const { content } = world.invoke(opening({ ...asking.link }), faults).value as { content: string }
    expect(content).toContain('"view":"visit"')
    expect(content).toContain('"hours":[]')
  })
})

describe('off: what he says is a wish of the office’s', () => {
  test('«Подтверждаю» stands on the page and in the comments; nobody owes anything', () => {
    const world = asking.world.fork()
    expect(send(world, asking.link, 'visit/send', visit('confirm'))).toMatchObject({ ok: true, page: { title: 'Спасибо, ждём вас' } })
    expect(viewIn(world).confirmed).toBe(true)
    expect(String(dealOf(world)['Комментарии'])).toMatch(/клиент по ссылке: подтвердил$/)
    expect(wishes(world)).toEqual([])
    registerEqualsJournal(world)
  })

  test('G5.wish: another hour: the booking stands until one click of the office moves it; ★ in the slots', () => {
    const world = asking.world.fork()
    const to = hourOf(world)
    expect(send(world, asking.link, 'visit/send', visit('move', to, 'Совещание'))).toMatchObject({ ok: true })
    expect(dealOf(world)['Начало']).toBe(rowById(asking.world, 'Сделки', id)['Начало'])
    const { ref } = done(world, 'deal/open', { id, row: null, clientId: null })
    const starred = done(world, 'slot/forReassign', { deal: ref, same: true }).consultants.flatMap(({ slots }) =>
      slots.filter(({ wished }) => wished),
    )
    expect(starred.map(({ start }) => start)).toEqual([to])
    expect(wishes(world)[0]).toMatchObject({ key: 'G5.wish', clause: 'G5', mine: true })
    const { card } = done(world, 'deal/settleWish', settle(world, true))
    expect(card.deal).toMatchObject({ start: to, moves: 1, moveReason: 'по просьбе клиента: Совещание' })
    expect(wishes(world)).toEqual([])
    expect(mailed(world).map(({ subject }) => subject.split(':')[0])).toEqual(expect.arrayContaining(['Консультация перенесена']))
    expect(viewOf(world, { ...asking.link })).toMatchObject({ title: 'Консультация перенесена', final: true })
    registerEqualsJournal(world)
  })

  test('A2.wish: to cancel: one click gives the hour back, with his reason', () => {
    const world = asking.world.fork()
    send(world, asking.link, 'visit/send', visit('cancel', '', 'Заболела'))
    expect(dealOf(world)['Этап']).toBe('Консультация назначена')
    const { card } = done(world, 'deal/settleWish', settle(world, true))
    expect(card.deal).toMatchObject({ stage: 'accepted', start: null })
    expect(card.deal.comments).toContain('отменено — по просьбе клиента: Заболела')
    expect(viewOf(world, { ...asking.link })).toMatchObject({ title: 'Консультация отменена', final: true })
  })

  test('A1.wish: a call, and a wish that cannot be met: settled, the booking stands', () => {
    for (const take of [true, false]) {
      const world = asking.world.fork()
      send(world, asking.link, 'visit/send', visit('call', '', 'После 18:00'))
      expect(wishes(world)[0]?.detail).toContain('После 18:00')
      expect(done(world, 'deal/settleWish', settle(world, take)).card.deal.stage).toBe('assigned')
      expect(wishes(world)).toEqual([])
      expect(viewIn(world).wish).toBe('')
    }
  })

  test('the last word counts; what the office did not see it does not settle', () => {
    const world = asking.world.fork()
    send(world, asking.link, 'visit/send', visit('cancel'))
    const seen = settle(world, true)
    setClock(world, '2026-11-23T09:05')
    send(world, asking.link, 'visit/send', visit('confirm'))
    expect(refusal(world, 'deal/settleWish', seen)).toMatch(/./)
    setClock(world, '2026-11-23T09:10')
    send(world, asking.link, 'visit/send', visit('call'))
    expect(refusal(world, 'deal/settleWish', seen)).toMatch(/измени/)
    expect(dealOf(world)['Этап']).toBe('Консультация назначена')
  })

  test('a wish is over by itself once the booking is another', () => {
    const world = asking.world.fork()
    send(world, asking.link, 'visit/send', visit('cancel'))
    const { ref } = done(world, 'deal/open', { id, row: null, clientId: null })
    const at = { start: '2026-12-01T14:00', end: '2026-12-01T15:00', etag: null }
    done(world, 'deal/reschedule', { deal: ref, slot: null, at, reason: 'болезнь' })
    expect(wishes(world)).toEqual([])
  })
})

describe('on: done at once, by the same commands', () => {
  test('G5, R1: moved within the limit, reason noted, consultant told; the letter brings a new link', () => {
    const world = doing.world.fork()
    const to = hourOf(world, doing.link)
    expect(send(world, doing.link, 'visit/send', visit('move', to, 'Совещание'))).toMatchObject({
      ok: true,
      page: { title: 'Консультация перенесена' },
    })
    const card = done(world, 'deal/open', { id, row: null, clientId: null })
    expect(card.deal).toMatchObject({ start: to, moves: 1, moveReason: 'клиент по ссылке выбрал другое время: Совещание' })
    expect(rowsOf(world, 'Журнал').at(-1)?.cells).toMatchObject({ Кто: 'клиент по ссылке', Откуда: 'страница', Что: 'deal/reschedule' })
    const fresh = visitLetter(world)
    expect(fresh.letter.subject).toMatch(/^Консультация перенесена/)
    expect(world.state.letters.some((one) => one.to === morozova && one.subject.startsWith('Консультация перенесена'))).toBe(true)
    expect(viewIn(world, fresh.link)).toMatchObject({ view: 'visit' })
    registerEqualsJournal(world)
  })

  test('called off: the hour is free again, the office has to find another (A1.assign)', () => {
    const world = doing.world.fork()
    expect(send(world, doing.link, 'visit/send', visit('cancel', '', 'Заболела'))).toMatchObject({
      ok: true,
      page: { title: 'Консультация отменена' },
    })
    const card = done(world, 'deal/open', { id, row: null, clientId: null })
    expect(card.deal).toMatchObject({ stage: 'accepted', start: null, consultant: '' })
    expect(slotOf(world, 'ММ', '2026-11-30').start).toBe('2026-11-30T16:00')
    registerEqualsJournal(world)
  })

  test('later than the office’s notice it is a wish again', () => {
    const world = doing.world.fork()
    setClock(world, '2026-11-29T16:01')
    expect(viewIn(world, doing.link).self).toBe(false)
    send(world, doing.link, 'visit/send', visit('cancel'))
    expect(dealOf(world)['Этап']).toBe('Консультация назначена')
    setSetting(world, 'Сам не позже чем за, часов', '2')
    expect(viewIn(world, doing.link).self).toBe(true)
  })

  test('several small moves do not add up to a large one (G5)', () => {
    const world = doing.world.fork()
    let { link } = doing
    for (let move = 0; move < 3; move++) {
      const last = viewIn(world, link).hours.at(-1)?.start ?? ''
      expect(last < '2026-12-03').toBe(true)
      send(world, link, 'visit/send', visit('move', last))
      link = visitLetter(world).link
    }
  })
})

describe('attacks', () => {
  const refused = (world: World, link: unknown, input: unknown = visit('cancel')) => {
    const before = [registerOf(world), calendarLines(world)]
    expect(send(world, link, 'visit/send', input).ok).toBe(false)
    expect([registerOf(world), calendarLines(world)]).toEqual(before)
  }

  test.each([
    ['another deal’s number', { ...doing.link, d: '41001' }],
    ['another day', { ...doing.link, u: '20261231' }],
    ['another purpose', { ...doing.link, p: 'stop' }],
    ['another tag', { ...doing.link, k: 'abc' }],
    ['a forged signature', { ...doing.link, s: 'A'.repeat(43) }],
    ['no signature', { ...doing.link, s: '' }],
  ])('%s: nothing happens', (_name, link) => {
    refused(doing.world.fork(), link)
  })

  test('signed for another deal by the product itself, with this one’s tag', () => {
    const world = doing.world.fork()
    refused(world, forged(world, { purpose: 'visit', dealId: 41001, until: '2026-11-30', tag: doing.link.k }))
  })

  test.each([
    ['an hour that is not offered', visit('move', '2026-11-25T03:00')],
    ['an hour beyond two working days (G5)', visit('move', '2026-12-07T10:00')],
    ['the past', visit('move', '2026-11-20T10:00')],
    ['no hour', visit('move', '')],
    ['not a time', visit('move', 'завтра')],
    ['another deed', { kind: 'won', to: '', reason: '' }],
    ['a reason without end', visit('cancel', '', 'я'.repeat(301))],
    ['fields of the card', { kind: 'confirm', to: '' }],
  ])('%s', (_name, input) => {
    refused(doing.world.fork(), doing.link, input)
  })

  test('expired, over, closed: the page says so and does nothing', () => {
    const late = doing.world.fork()
    setClock(late, '2026-11-30T16:00')
    expect(viewOf(late, { ...doing.link })).toMatchObject({ view: 'notice', title: 'Эта ссылка больше не нужна' })
    refused(late, doing.link)
    setClock(late, '2026-12-01T09:00')
    expect(viewOf(late, { ...doing.link })).toMatchObject({ title: 'Срок ссылки прошёл' })
    refused(late, doing.link)
  })

  test('the deal moved on: another time, another consultant, another address of the client', () => {
    const moved = doing.world.fork()
    const at = { start: '2026-12-01T14:00', end: '2026-12-01T15:00', etag: null }
    done(moved, 'deal/reschedule', { deal: doing.card.ref, slot: null, at, reason: 'болезнь' })
    expect(viewOf(moved, { ...doing.link })).toMatchObject({ title: 'Эта ссылка больше не нужна' })
    refused(moved, doing.link)
    const readdressed = doing.world.fork()
    done(readdressed, 'client/fill', { deal: doing.card.ref, fields: { email: 'other@example.org' } })
    refused(readdressed, doing.link)
    const lost = doing.world.fork()
    done(lost, 'deal/move', { deal: doing.card.ref, to: 'lost', reason: 'отказ клиента', fields: {} })
    refused(lost, doing.link)
  })

  test('two taps, two tabs: once', () => {
    const world = doing.world.fork()
    const to = hourOf(world, doing.link)
    send(world, doing.link, 'visit/send', visit('move', to))
    const after = registerOf(world)
    expect(send(world, doing.link, 'visit/send', visit('move', to))).toMatchObject({ ok: true, page: { title: 'Консультация перенесена' } })
    send(world, doing.link, 'visit/send', visit('cancel'))
    expect(registerOf(world)).toEqual(after)
    const wishing = asking.world.fork()
    send(wishing, asking.link, 'visit/send', visit('cancel'))
    const once = registerOf(wishing)
    send(wishing, asking.link, 'visit/send', visit('cancel'))
    expect(registerOf(wishing)).toEqual(once)
  })

  test('an hour taken meanwhile is refused in plain words, without names', () => {
    const world = doing.world.fork()
    const to = hourOf(world, doing.link)
    const slot = done(world, 'slot/forReassign', { deal: doing.card.ref, same: true }).consultants[0]?.slots.find(
      ({ start }) => start === to,
    )
    done(world, 'slot/hold', { eventId: slot?.eventId ?? '', start: to }, director)
    const answer = send(world, doing.link, 'visit/send', visit('move', to))
    expect(answer).toEqual({ ok: false, retry: false, message: expect.stringMatching(/^Это время уже занято\./) })
    expect(viewIn(world, doing.link).hours.map(({ start }) => start)).not.toContain(to)
  })

  test('the client’s answer is nobody’s to undo', () => {
    const world = asking.world.fork()
    send(world, asking.link, 'visit/send', visit('confirm'))
    const { ref } = done(world, 'deal/open', { id, row: null, clientId: null })
    expect(refusal(world, 'deal/undo', { deal: ref }, director)).toMatch(/./)
  })
})
