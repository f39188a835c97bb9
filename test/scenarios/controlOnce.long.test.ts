/** What the tick tells, it tells once: doubled, late, skipped, overlapping, killed at any call; and a moved consultation at its new time. */
import type { World } from '../../emulator/world/types'
import { tick } from '../fixtures/consultantHand'
import { breachesOf, lettersAbout, lineOf, quietStart, tickAt } from '../fixtures/controlDesk'
import { deathFaults } from '../fixtures/deaths'
import { delivered, doubled, mailRows } from '../fixtures/deliveredMail'
import { call, director, done, morozova, office, phoned } from '../fixtures/desk'
import { inEveryOrder } from '../fixtures/races'
import { rowsOf } from '../fixtures/register'
import { bookedAt, filled, move, setClock, written } from '../fixtures/stages'

const trigger = { fn: 'tick', entry: 'trigger', user: '' } as const
const name = 'АНО «Светлячок»'

describe('once, whatever the tick does', () => {
  /** Tuesday 9:01: one reminder that is due, one breach, one escalation at once, all of one deal each. */
  function eventful(): World {
    const world = quietStart()
    phoned(world, name)
    const { ref, deal } = bookedAt(world, 'Фонд «Причал»', '2026-11-30')
    world.calendarHand.patch({
      calendarId: 'consultations@group.calendar.example.org',
      id: deal.eventId,
      user: morozova,
      start: '2026-11-27T10:00',
    })
    setClock(world, '2026-11-23T09:00')
    tick(world)
    expect(ref.version).toBe(2)
    setClock(world, '2026-11-23T15:00')
    written(world, 'new', 'Совет «Лад»')
    return world
  }
  const at = '2026-11-24T13:00'
  const words = ['Назначить: Совет', 'Назначить: АНО', 'Указать причину', 'Провести']
  /** Mail that was delivered: a letter that came twice stands twice. */
  const mailAbout = (world: World, one: string) => delivered(world, ({ body }) => body.includes(one))
  const endOf = (world: World) => ({
    lines: rowsOf(world, 'Контроль')
      .filter(({ cells }) => cells['№ сделки'] !== null)
      .map(({ cells }) =>
        [
          cells['Обязательство'],
          cells['№ сделки'],
          cells['Напомнено'],
          cells['Сообщено о просрочке'] !== null,
          cells['Нарушение записано'] !== null,
        ].map(Boolean),
      ),
    told: words.map((one) => lettersAbout(world, one).length),
    came: words.map((one) => mailAbout(world, one)),
    breaches: rowsOf(world, 'Нарушения')
      .map(({ cells }) => cells['Ключ'])
      .sort(),
  })

  test('doubled, and again', () => {
    const world = eventful()
    tickAt(world, at)
    const end = endOf(world)
    expect(end.told).toEqual([1, 1, 2, 0])
    expect(end.came.map(({ length }) => length)).toEqual([1, 1, 2, 0])
    expect(doubled(delivered(world))).toEqual([])
    expect(end.breaches).toHaveLength(3)
    tickAt(world, at)
    tickAt(world, '2026-11-24T13:01')
    expect(endOf(world)).toEqual(end)
  })

  test('two at once, in every order', () => {
    const world = eventful()
    setClock(world, at)
    const once = world.fork()
    tick(once)
    const end = endOf(once)
    const orders = inEveryOrder(world, [trigger, trigger], 1, (after, records) => {
      expect(records.map(({ error }) => error)).toEqual([null, null])
      expect(endOf(after)).toEqual(end)
    })
    expect(orders).toBeGreaterThan(1)
  })

  test('killed before and after each call, then run again', () => {
    const world = eventful()
    setClock(world, at)
    const once = world.fork()
    const calls = once.invoke(trigger).calls
    const end = endOf(once)
    const { came: _, ...wanted } = end
    for (const fault of deathFaults(calls.filter(({ leaves }) => leaves))) {
      const after = world.fork()
      after.invoke(trigger, [fault])
      const gone = delivered(after)
      expect([fault, mailRows(after, true).filter((one) => !gone.includes(one))]).toEqual([fault, []])
      setClock(after, '2026-11-24T13:10')
      tick(after)
      // The lease of the letters that the dead run had taken is over.
      setClock(after, '2026-11-24T13:30')
      tick(after)
      const again = doubled(delivered(after))
      expect([fault, again.filter((one) => !gone.includes(one))]).toEqual([fault, []])
      const { came, ...rest } = endOf(after)
      expect([fault, rest]).toEqual([fault, wanted])
      expect([fault, came.map((mail) => [...new Set(mail)])]).toEqual([fault, end.came])
    }
  })

  test('late by three days: nothing is reminded of at an old time, each breach stands once', () => {
    const world = eventful()
    tickAt(world, '2026-11-27T13:00')
    expect(endOf(world).told).toEqual([1, 1, 2, 0])
    expect(lettersAbout(world, 'Назначить').map(({ to }) => to)).toEqual([director])
    expect(lettersAbout(world, 'Указать причину').map(({ to }) => to)).toEqual([morozova, office])
    const keys = endOf(world).breaches
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys.length).toBeGreaterThanOrEqual(3)
  })
})

describe('a consultation that moves', () => {
  test('A4: is reminded of at its new time, not at the old one', () => {
    const world = quietStart()
    const { deal } = bookedAt(world, name, '2026-11-30')
    world.calendarHand.patch({
      calendarId: 'consultations@group.calendar.example.org',
      id: deal.eventId,
      user: morozova,
      start: '2026-12-02T15:00',
    })
    tickAt(world, '2026-11-23T10:00')
    tickAt(world, '2026-11-27T09:00')
    expect(lettersAbout(world, `Провести консультацию: ${name}`)).toEqual([])
    tickAt(world, '2026-12-01T09:00')
    const [letter, ...others] = lettersAbout(world, `Провести консультацию: ${name}`)
    expect(others).toEqual([])
    expect(letter).toMatchObject({ to: morozova, subject: 'Напоминание: провести консультацию (A4) до ср 2 декабря, 15:00' })
  })

  test('a command that changes nothing about the time leaves the reminder made', () => {
    const world = quietStart()
    const deal = phoned(world, name).deal.id
    tickAt(world, '2026-11-24T08:00')
    const ref = { id: deal, row: null, version: 1, clientId: null }
    expect(call(world, 'deal/fill', { deal: ref, fields: { request: 'Вопрос по отчёту' } }).ok).toBe(true)
    expect(lineOf(world, 'A1.assign', deal)?.reminded).toBe('2026-11-24T08:00')
    tickAt(world, '2026-11-24T08:10')
    expect(lettersAbout(world, `Назначить: ${name}`)).toHaveLength(1)
  })

  test('an undone step brings its line back with its breach, not a second one', () => {
    const world = quietStart()
    const card = bookedAt(world, name, '2026-11-24')
    setClock(world, '2026-11-25T12:05')
    const held = move(world, card, 'held', { fields: filled }, morozova)
    expect(breachesOf(world, card.deal.id)).toHaveLength(2)
    const { undone } = done(world, 'deal/undo', { deal: held.ref }, director)
    expect(undone).toContain('этап: Консультация назначена → Консультация проведена')
    tickAt(world, '2026-11-25T12:10')
    expect(lineOf(world, 'C8.fill', card.deal.id)?.breached).toBe('2026-11-25T12:10')
    expect(breachesOf(world, card.deal.id)).toHaveLength(2)
  })
})
