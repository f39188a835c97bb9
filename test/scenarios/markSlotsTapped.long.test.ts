/** G1, G4: taps saved while the tick, another device or a death comes in between; and random weeks, tapped at random. */
import fc from 'fast-check'
import type { World } from '../../emulator/world/types'
import type { GridWeek } from '../../src/domain/calendar/grid/ownGrid'
import { noTaps, offeredIn, openHours, type Taps } from '../../src/domain/calendar/grid/taps'
import { type SlotTitle, titleReader } from '../../src/domain/calendar/slotTitle'
import type { Output } from '../../src/rpc/contract'
import { insert, liveEvents, remove, rename } from '../fixtures/consultantHand'
import { calendarLines, deskWorld, done, morozova, nextTick, request, run } from '../fixtures/desk'
import { inEveryOrder } from '../fixtures/races'
import { registerEqualsJournal } from '../fixtures/register'

const runs = Number(process.env['RUNS'] ?? 25)
const hour = (day: string, from: number) => ({
  start: `${day}T${String(from).padStart(2, '0')}:00`,
  end: `${day}T${String(from + 1).padStart(2, '0')}:00`,
})
const mark = (world: World, taps: Partial<Taps>) =>
  done(world, 'slot/mark', { offer: [...(taps.offer ?? [])], take: [...(taps.take ?? [])] }, morozova)
const lines = (world: World, day: string) => calendarLines(world).filter((line) => line.startsWith(day) && line.includes('ММ'))

test('two devices save the same taps: every hour stands once, in every order', () => {
  const world = deskWorld()
  const offer = [hour('2026-12-09', 10), hour('2026-12-09', 11)]
  const one = request('slot/mark', { offer, take: [hour('2026-11-24', 11)] }, morozova)
  inEveryOrder(world, [one, one], 2, (after, records) => {
    expect(records.map(({ value }) => (value as { ok: boolean }).ok)).toEqual([true, true])
    expect(lines(after, '2026-12-09')).toHaveLength(2)
    expect(lines(after, '2026-11-24').filter((line) => line.includes('T11:00'))).toEqual([])
  })
})

test('one device offers what the other takes back: it stands once or not at all, as the last one says', () => {
  const world = deskWorld()
  const [ten] = [hour('2026-12-09', 10)]
  mark(world, { offer: [ten] })
  const taps = [request('slot/mark', { offer: [], take: [ten] }, morozova), request('slot/mark', { offer: [ten], take: [] }, morozova)]
  inEveryOrder(world, taps, 2, (after) => expect(lines(after, '2026-12-09').length).toBeLessThanOrEqual(1))
})

test('a tick at the same time: the hours stand once, and «Контроль» knows of them afterwards', () => {
  const world = deskWorld()
  const offer = [hour('2026-12-09', 10)]
  inEveryOrder(world, [request('slot/mark', { offer, take: [] }, morozova), { fn: 'tick', entry: 'trigger', user: '' }], 2, (after) => {
    expect(lines(after, '2026-12-09')).toHaveLength(1)
    registerEqualsJournal(after)
  })
})

test('the run dies before or after any of its calls: sent again, the calendar is what the grid showed', () => {
  const world = deskWorld()
  insert(world, 'ММ консультация', '2026-12-09T10:00', '2026-12-09T13:00')
  const taps = { offer: [hour('2026-12-09', 15), hour('2026-12-11', 9)], take: [hour('2026-12-09', 11), hour('2026-12-08', 9)] }
  const whole = world.fork()
  const { calls } = run(whole, 'slot/mark', taps, morozova)
  const wanted = freeHours(whole)
  let deaths = 0
  for (const { n } of calls.filter(({ leaves }) => leaves)) {
    for (const kind of ['kill', 'killAfter'] as const) {
      const after = world.fork()
      run(after, 'slot/mark', taps, morozova, [{ at: n, kind }])
      after.state.now += 7 * 60_000
      mark(after, taps)
      expect(freeHours(after)).toEqual(wanted)
      deaths++
    }
  }
  process.stdout.write(`«Отметить слоты»: ${deaths} deaths\n`)
  expect(deaths).toBeGreaterThan(10)
})

/** Free hours of ММ by the minute, out of the calendar itself. */
function freeHours(world: World): string[] {
  const minutes = new Set<string>()
  for (const line of calendarLines(world).filter((one) => one.endsWith('ММ консультация'))) {
    const [day = '', from = 0, until = 0] = spanOf(line)
    for (let at = Number(from); at < Number(until); at++) minutes.add(`${day} ${String(at).padStart(4, '0')}`)
  }
  return [...minutes].sort()
}

function spanOf(line: string): [string, number, number] {
  const [, day = '', h1, m1, h2, m2] = /^(\S+)T(\d\d):(\d\d)–(\d\d):(\d\d)/.exec(line) ?? []
  return [day, Number(h1) * 60 + Number(m1), Number(h2) * 60 + Number(m2)]
}

/** G1 anew: minutes of slots and bookings on working days within the day, blocks of them cut to whole hours. */
function countedIn(world: World, { monday, days }: GridWeek): number {
  const covered = new Map<string, Set<number>>()
  for (const line of calendarLines(world).filter((one) => / ММ(_| консультация)/.test(one))) {
    const [day, from, until] = spanOf(line)
    const isBooking = line.includes('ММ_')
    if (day < monday || !days.some(({ date, off }) => date === day && (off === '' || isBooking))) continue
    const own = covered.get(day) ?? new Set()
    for (let at = from; at < until; at++) own.add(at)
    covered.set(day, own)
  }
  return [...covered.values()]
    .flatMap((own) => blocksOf([...own].sort((a, b) => a - b)))
    .reduce((sum, length) => sum + Math.floor(length / 60), 0)
}

function blocksOf(minutes: readonly number[]): number[] {
  const blocks: number[] = []
  minutes.forEach((at, index) => {
    if (at !== (minutes[index - 1] ?? -2) + 1) blocks.push(0)
    blocks[blocks.length - 1] = (blocks[blocks.length - 1] ?? 0) + 1
  })
  return blocks
}

const days = ['2026-12-07', '2026-12-08', '2026-12-09', '2026-12-10', '2026-12-11', '2026-12-12']
const at = (day: string, half: number) => `${day}T${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`
interface Drawn {
  readonly day: string
  readonly from: number
  readonly halves: number
  readonly title: string
  readonly weekly: boolean
}
const event: fc.Arbitrary<Drawn> = fc.record({
  day: fc.constantFrom(...days),
  from: fc.integer({ min: 18, max: 33 }),
  halves: fc.integer({ min: 1, max: 6 }),
  title: fc.constantFrom('ММ консультация', 'ММ консультация', 'ММ консультация', 'ММ_АНО «Ветер»', 'СБ консультация'),
  weekly: fc.boolean(),
})
const week = fc.record({
  events: fc.array(event, { maxLength: 7 }),
  picks: fc.array(fc.nat(200), { minLength: 1, maxLength: 16 }),
  meddle: fc.nat(12),
})

let kept: World | undefined

/** ММ has nothing in the calendar from the second week on. */
function emptyWeeks(): World {
  if (kept === undefined) {
    kept = deskWorld()
    const read = titleReader([{ initials: 'ММ', name: '' }])
    for (const { id, title } of liveEvents(kept, '2026-11-23T00:00')) if (isOwn(read(title))) remove(kept, id)
    nextTick(kept)
  }
  return kept.fork()
}

function isOwn(title: SlotTitle): boolean {
  return (title.kind === 'free' || title.kind === 'booked') && title.initials === 'ММ'
}

function drawn(world: World, { events }: { readonly events: readonly Drawn[] }): void {
  for (const { day, from, halves, title, weekly } of events)
    insert(
      world,
      title,
      at(day, from),
      at(day, Math.min(from + halves, 36)),
      weekly && title === 'ММ консультация' ? ['RRULE:FREQ=WEEKLY;COUNT=2'] : undefined,
    )
}

/** As the page does: free hours are taken back, open ones offered. */
function tapped({ weeks }: Output<'slot/own'>, picks: readonly number[], now: string): Taps {
  let taps: Taps = noTaps
  for (const pick of picks) {
    const cells = weeks
      .flatMap((one) =>
        one.days.flatMap((day) => [
          ...day.hours.filter(({ kind }) => kind === 'free').map((cell) => ({ list: 'take' as const, cell })),
          ...openHours(day, taps, now).map((cell) => ({ list: 'offer' as const, cell })),
        ]),
      )
      .filter(({ cell }) => cell.start > now && !taps.take.some(({ start }) => start === cell.start))
    const one = cells[pick % cells.length]
    if (one !== undefined) taps = { ...taps, [one.list]: [...taps[one.list], { start: one.cell.start, end: one.cell.end }] }
  }
  return taps
}

function saved(world: World, taps: Taps): Output<'slot/mark'>[] {
  const answers: Output<'slot/mark'>[] = []
  for (let left = taps; left.offer.length + left.take.length > 0 && answers.length < 9; left = answers[answers.length - 1]?.left ?? noTaps)
    answers.push(mark(world, left))
  return answers
}

test(`random weeks, tapped at random, and somebody at the calendar in between (${runs} runs): it is what the grid showed, or the answer names what differs; the norm is the count anew`, () => {
  let written = 0
  let refused = 0
  fc.assert(
    fc.property(week, (drawing) => {
      const world = emptyWeeks()
      drawn(world, drawing)
      if (drawing.meddle > 6) nextTick(world)
      const now = done(world, 'desk/today', {}, morozova).now
      const grid = done(world, 'slot/own', {}, morozova)
      const taps = tapped(grid, drawing.picks, now)
      const shown = grid.weeks.map((one) => offeredIn(one, taps))
      const before = new Set(freeHours(world))
      const meddled = meddle(world, drawing.meddle, taps)
      const answers = saved(world, taps)
      const said = answers.flatMap((one) => one.refused)
      const isRefused = ({ start }: { start: string }) => said.some((one) => one.start === start)
      for (const { start, end } of taps.offer)
        expect([start, isRefused({ start }) || covers(freeHours(world), start, end)]).toEqual([start, true])
      for (const { start, end } of taps.take)
        expect([start, isRefused({ start }) || !touches(freeHours(world), start, end)]).toEqual([start, true])
      if (!meddled && said.length === 0) expectExactly(world, before, taps)
      const last = done(world, 'slot/own', {}, morozova)
      if (answers.length > 0) expect(answers[answers.length - 1]?.grid).toEqual(last)
      expect(last.weeks.map((one) => offeredIn(one, noTaps))).toEqual(last.weeks.map((one) => countedIn(world, one)))
      if (!meddled && said.length === 0) expect(last.weeks.map((one) => offeredIn(one, noTaps))).toEqual(shown)
      written += taps.offer.length + taps.take.length
      refused += said.length
    }),
    { numRuns: runs },
  )
  process.stdout.write(`«Отметить слоты»: ${runs} weeks, ${written} taps, ${refused} refused by name\n`)
})

/** Somebody at the calendar: books the hour that is to be offered, renames or deletes a slot that is to be taken back. @returns whether anything was done */
function meddle(world: World, how: number, { offer: [wished], take: [given] }: Taps): boolean {
  const standing = liveEvents(world, '2026-12-07T00:00').find(({ title, start }) => title === 'ММ консультация' && start === given?.start)
  if (how < 3 && wished !== undefined) insert(world, 'ММ_АНО «Ветер»', wished.start, wished.end)
  else if (how < 5 && standing !== undefined) rename(world, standing.id, 'ММ_Фонд «Север»')
  else if (how < 6 && standing !== undefined) remove(world, standing.id)
  else return false
  return true
}

function minutesOf(start: string, end: string): string[] {
  const [day, from, until] = spanOf(`${start}–${end.slice(11)}`)
  return Array.from({ length: until - from }, (_, index) => `${day} ${String(from + index).padStart(4, '0')}`)
}
const covers = (free: readonly string[], start: string, end: string) => minutesOf(start, end).every((one) => free.includes(one))
const touches = (free: readonly string[], start: string, end: string) => minutesOf(start, end).some((one) => free.includes(one))

function expectExactly(world: World, before: ReadonlySet<string>, { offer, take }: Taps): void {
  const wanted = new Set(before)
  for (const { start, end } of take) for (const one of minutesOf(start, end)) wanted.delete(one)
  for (const { start, end } of offer) for (const one of minutesOf(start, end)) wanted.add(one)
  expect(freeHours(world)).toEqual([...wanted].sort())
}
