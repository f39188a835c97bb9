/** The table «Obligations», row by row, on the shipped desk: each opens, reminds, is met, is told as overdue and becomes a breach at its minute. */
import type { World } from '../../emulator/world/types'
import { addMinutes } from '../../src/domain/time/localTime'
import type { Card } from '../../src/rpc/contract'
import { breachesOf, lettersAbout, lineOf, quietStart, tickAt } from '../fixtures/controlDesk'
import { director, done } from '../fixtures/desk'
import { at, rows } from '../fixtures/obligationRows'
import { setClock } from '../fixtures/stages'

const name = 'АНО «Светлячок»'
const minuteBefore = (time: string) => addMinutes(time, -1)
const minuteAfter = (time: string) => addMinutes(time, 1)

describe.each(rows.map((row) => ({ title: [row.key, row.when].filter(Boolean).join(', '), row })))('$title', ({ row }) => {
  const { key, opensAt, due, remind, overdue, isBreach = true } = row
  let start: { world: World; card: Card; deed: string } | null = null

  /** A fork of the desk where the deal waits; the deed is said as letters say it. */
  function begun() {
    if (start === null) {
      const world = quietStart(row.days)
      const card = row.begin(world, name)
      start = { world, card, deed: lineOf(world, key, card.deal.id)?.subject ?? '' }
    }
    return { ...start, world: start.world.fork() }
  }
  const told = (world: World, deed: string) => lettersAbout(world, deed)
  const late = (world: World, deed: string) => told(world, deed).filter(({ body }) => body.includes(`${deed} — `))

  test('stands on «Контроль» from the beginning and on «Сегодня» from its minute', () => {
    const { world, card } = begun()
    expect(lineOf(world, key, card.deal.id)).toMatchObject({ who: row.who, opensAt, due, remindAt: remind?.at ?? null })
    const isShown = (time: string) => {
      const { items } = at(world, time, () => done(world, 'desk/today', {}, director))
      return items.some((item) => item.key === key && (item.deal === null || item.deal.id === card.deal.id))
    }
    expect([isShown(minuteBefore(opensAt)), isShown(opensAt)]).toEqual([false, true])
  })

  test('reminds at its minute, once, whoever owes it', () => {
    const { world, card, deed } = begun()
    if (remind === null) {
      tickAt(world, due)
      expect(told(world, deed)).toEqual([])
      return
    }
    if (remind.at > opensAt) {
      tickAt(world, minuteBefore(remind.at))
      expect(told(world, deed)).toEqual([])
    }
    tickAt(world, remind.at)
    expect(told(world, deed).map(({ to }) => to)).toEqual([...remind.to].sort())
    expect(lineOf(world, key, card.deal.id)).toMatchObject({ reminded: remind.at })
    tickAt(world, remind.at)
    tickAt(world, due)
    expect(told(world, deed)).toHaveLength(remind.to.length)
  })

  test('met in time, it is gone: nobody hears of it, and nothing is broken', () => {
    const { world, card, deed } = begun()
    setClock(world, key === 'A4.hold' ? minuteBefore(due) : due)
    row.meet(world, card)
    expect(lineOf(world, key, card.deal.id)?.due).not.toBe(due)
    tickAt(world, minuteAfter(due))
    expect(breachesOf(world, card.deal.id).filter(([breach]) => breach?.startsWith(key))).toEqual([])
    expect(late(world, deed)).toEqual([])
  })

  test('not met, it is a breach the minute after, once, and told to whom it concerns', () => {
    const { world, card, deed } = begun()
    const breach = `${key}:${card.deal.id}:${due}`
    const own = () => breachesOf(world, card.deal.id).filter(([one]) => one?.startsWith(key))
    tickAt(world, due)
    expect(own()).toEqual([])
    const reminders = told(world, deed).length
    tickAt(world, minuteAfter(due))
    expect(own()).toEqual(isBreach ? [[breach, minuteAfter(due)]] : [])
    if (overdue?.at !== undefined) {
      expect(told(world, deed)).toHaveLength(reminders)
      tickAt(world, minuteBefore(overdue.at))
      expect(told(world, deed)).toHaveLength(reminders)
      tickAt(world, overdue.at)
    }
    expect(late(world, deed).map(({ to }) => to)).toEqual(overdue === null ? [] : [overdue.to])
    tickAt(world, addMinutes(overdue?.at ?? due, 20))
    expect(own()).toHaveLength(isBreach ? 1 : 0)
    expect(late(world, deed)).toHaveLength(overdue === null ? 0 : 1)
  })

  test('met too late, before a tick saw it: the same breach, once', () => {
    const { world, card } = begun()
    if (!isBreach) return expect(key).toBe('A4.hold')
    setClock(world, minuteAfter(due))
    row.meet(world, card)
    const own = () => breachesOf(world, card.deal.id).filter(([one]) => one?.startsWith(key))
    expect(own().map(([one]) => one)).toEqual([`${key}:${card.deal.id}:${due}`])
    tickAt(world, addMinutes(due, 5))
    expect(own()).toHaveLength(1)
  })
})
