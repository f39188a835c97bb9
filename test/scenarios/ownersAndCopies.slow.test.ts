/** One account has the triggers, and a copy of the spreadsheet trains: it never writes to the calendar or to people. */
import type { World } from '../../emulator/world/types'
import {
  bookInput,
  calendarId,
  call,
  createInput,
  deskWorld,
  director,
  done,
  nextTick,
  office,
  phoned,
  setSetting,
  sheet,
  slotOf,
} from '../fixtures/desk'
import { standingIn } from '../fixtures/register'

const setUp = (world: World, user: string) => world.invoke({ fn: 'setUp', entry: 'menu', user })
const toasts = (record: ReturnType<typeof setUp>): string => JSON.stringify(record.ui)

describe('a second person’s set-up', () => {
  const asked = (answer: 'YES' | 'NO'): World => {
    const world = deskWorld()
    world.state.platform = { ...world.state.platform, alertAnswer: answer }
    const record = setUp(world, director)
    expect(record.error).toBeNull()
    expect(toasts(record)).toContain(`идут от имени ${office}`)
    return world
  }
  const owners = (world: World): string[] => [...new Set(world.state.triggers.map(({ owner }) => owner))]

  test('is told whose the triggers are; «Нет» leaves all as it is', () => {
    const world = asked('NO')
    expect(owners(world)).toEqual([office])
    expect(world.state.properties.script['installedBy']).toBe(office)
  })

  test('takes over on purpose: one set of triggers is left, and everything runs once', () => {
    const world = asked('YES')
    nextTick(world)
    expect(owners(world)).toEqual([director])
    expect(world.state.triggers.map(({ fn }) => fn).sort()).toEqual(['sheetChanged', 'sheetEdited', 'tick'])
    expect(nextTick(world).filter(({ fn }) => fn === 'tick')).toHaveLength(1)
  })

  test('the owner’s own set-up asks nobody', () => {
    expect(toasts(setUp(deskWorld(), office))).not.toContain('идут от имени')
  })
})

const menuItems = (world: World): string[] => {
  const { ui = [] } = world.invoke({ fn: 'onOpen', entry: 'open', user: office })
  return ui.flatMap((effect) => (effect.kind === 'menu' ? effect.items.map(({ fn }) => fn) : []))
}

describe('a copy of the spreadsheet', () => {
  const revision = (world: World): number => world.state.calendars[calendarId]?.revision ?? -1

  test('pressed through every menu item and a booking: letters sent 0, calendar writes 0, triggers 0', () => {
    const world = deskWorld()
    nextTick(world)
    const before = [revision(world), world.state.letters.length]
    const copy = world.copySpreadsheet({ by: director })
    const items = menuItems(copy)
    expect(items.length).toBeGreaterThan(8)
    for (const fn of items) expect([fn, copy.invoke({ fn, entry: 'menu', user: director }).error]).toEqual([fn, null])
    const { card } = done(copy, 'deal/book', bookInput(phoned(copy, 'АНО «Учёба»'), slotOf(copy)))
    done(copy, 'deal/move', { deal: card.ref, to: 'accepted', reason: 'учимся', fields: {} })
    done(copy, 'slot/repeatWeek', { consultant: 'ММ', monday: null, apply: true })
    expect(done(copy, 'outbox/send', {})).toMatchObject({ sent: 0 })
    expect(call(copy, 'letter/test', { kind: done(copy, 'letter/samples', {}, director).letters[0]?.kind ?? '' }, director)).toMatchObject({
      ok: false,
      message: expect.stringContaining('учебная копия'),
    })
    expect([revision(copy), copy.state.letters.length]).toEqual(before)
    expect(copy.state.triggers).toEqual([])
    expect(toasts(setUp(copy, director))).toContain('учебная копия')
  })

  test('says so above every screen; the original does not', () => {
    const world = deskWorld()
    nextTick(world)
    const shown = (one: World) =>
      JSON.stringify(one.invoke({ fn: 'showSidebar', entry: 'menu', user: office }).ui).includes('\\"message\\":\\"Это учебная копия')
    expect([shown(world), shown(world.copySpreadsheet())]).toEqual([false, true])
  })

  test('with another calendar it becomes an office of its own, whose old letters stay', () => {
    const world = deskWorld()
    done(world, 'deal/create', createInput())
    nextTick(world)
    const copy = world.copySpreadsheet({ by: office })
    const other = 'other@group.calendar.google.com'
    copy.state.calendars[other] = {
      id: other,
      summary: 'Другой',
      timeZone: 'Europe/Moscow',
      events: [],
      revision: 0,
      oldestValidRevision: 0,
    }
    setSetting(copy, 'Календарь «Консультации» (адрес)', other)
    expect(setUp(copy, office).error).toBeNull()
    expect(copy.state.triggers.length).toBe(3)
    const own = sheet(copy, 'Служебное').cells.find((row) => standingIn(row?.[0]) === 'ownId')
    expect(standingIn(own?.[1])).toBe(copy.state.boundSpreadsheetId)
  })
})
