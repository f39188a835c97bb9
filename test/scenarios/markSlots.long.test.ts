/** G1, G4: a consultant offers hours and takes them back by taps, whatever stands in the calendar and whoever is at it at the same time. */
import type { World } from '../../emulator/world/types'
import type { Input, Output } from '../../src/rpc/contract'
import { drag, insert, invite, note, remove, rename } from '../fixtures/consultantHand'
import {
  answerOf,
  belova,
  booked,
  bookInput,
  calendarLines,
  call,
  deskWorld,
  done,
  eventOf,
  morozova,
  office,
  phoned,
  refusal,
  request,
  run,
  slotOf,
} from '../fixtures/desk'
import { inEveryOrder } from '../fixtures/races'

type Taps = Input<'slot/mark'>
type Hours = readonly { readonly start: string; readonly end: string }[]

const hour = (day: string, from: number, minutes = 60) => {
  const end = from * 60 + minutes
  const two = (n: number) => String(n).padStart(2, '0')
  return { start: `${day}T${two(from)}:00`, end: `${day}T${two(Math.floor(end / 60))}:${two(end % 60)}` }
}
const mark = (world: World, { offer = [], take = [] }: { readonly offer?: Hours; readonly take?: Hours }) =>
  done(world, 'slot/mark', { offer: [...offer], take: [...take] }, morozova)
const lines = (world: World, day: string) => calendarLines(world).filter((line) => line.startsWith(day) && line.includes('ММ'))
const kinds = ({ grid }: Pick<Output<'slot/mark'>, 'grid'>, date: string) =>
  grid.weeks
    .flatMap(({ days }) => days)
    .find((day) => day.date === date)
    ?.hours.map(({ start, kind }) => `${start.slice(11)} ${kind}`)

test('two hours offered and taken back again: titles as the grammar has them, the answer is the calendar as it stands', () => {
  const world = deskWorld()
  const offer = [hour('2026-12-09', 10), hour('2026-12-09', 15)]
  const answer = mark(world, { offer })
  expect(answer).toMatchObject({ offered: offer, taken: [], refused: [], left: { offer: [], take: [] } })
  expect(lines(world, '2026-12-09')).toEqual(['2026-12-09T10:00–11:00 ММ консультация', '2026-12-09T15:00–16:00 ММ консультация'])
  expect(answer.grid).toEqual(done(world, 'slot/own', {}, morozova))
  const back = mark(world, { take: offer })
  expect(back).toMatchObject({ taken: offer, refused: [] })
  expect(lines(world, '2026-12-09')).toEqual([])
  expect(back.grid).toEqual(done(world, 'slot/own', {}, morozova))
  // The ids of the first time are used up: Google takes none of them twice.
  expect(mark(world, { offer }).offered).toEqual(offer)
  expect(lines(world, '2026-12-09')).toHaveLength(2)
})

test('sent again, by hand or by a lost answer: no slot twice, nothing taken that was not asked for', () => {
  const world = deskWorld()
  const taps = { offer: [hour('2026-12-09', 10)], take: [hour('2026-11-24', 11)] }
  const before = lines(world, '2026-11-24')
  const first = mark(world, taps)
  const stands = calendarLines(world)
  expect(mark(world, taps)).toEqual(first)
  expect(calendarLines(world)).toEqual(stands)
  expect(lines(world, '2026-11-24')).toHaveLength(before.length - 1)
})

test('a slot of three hours gives back the one in the middle: the others stay free', () => {
  const world = deskWorld()
  insert(world, 'ММ консультация (онлайн)', '2026-12-09T10:00', '2026-12-09T13:00')
  expect(mark(world, { take: [hour('2026-12-09', 11)] }).taken).toHaveLength(1)
  expect(lines(world, '2026-12-09')).toEqual([
    '2026-12-09T10:00–11:00 ММ консультация (онлайн)',
    '2026-12-09T12:00–13:00 ММ консультация (онлайн)',
  ])
})

describe('somebody is at the slot by hand between the look and the change', () => {
  const deeds: Readonly<Record<string, (world: World, id: string) => unknown>> = {
    booked: (world, id) => rename(world, id, 'ММ_АНО «Ветер»'),
    moved: (world, id) => drag(world, id, '2026-12-10T16:00'),
    deleted: (world, id) => remove(world, id),
    'a guest invited': (world, id) => invite(world, id, 'guest@example.net'),
  }
  const slots = [
    ['Calendar.Events.delete', 11],
    ['Calendar.Events.patch', 12],
  ] as const

  test.each(Object.keys(deeds).flatMap((name) => slots.map(([call, until]) => [name, call, until] as const)))(
    '%s, before %s',
    (name, call, until) => {
      const [world, alone] = [deskWorld(), deskWorld()]
      const end = `2026-12-09T${until}:00`
      const { id } = insert(world, 'ММ консультация', '2026-12-09T10:00', end)
      deeds[name]?.(alone, insert(alone, 'ММ консультация', '2026-12-09T10:00', end).id)
      let isDone = false
      const beforeCall = (_: number, made: string) => {
        if (isDone || made !== call) return
        isDone = true
        deeds[name]?.(world, id)
      }
      const taps = { offer: [], take: [hour('2026-12-09', 10)] }
      const { value } = world.invoke(request('slot/mark', taps, morozova), [], { beforeCall })
      expect([isDone, value]).toMatchObject([true, { ok: true, value: { taken: [] } }])
      expect(calendarLines(world)).toEqual(calendarLines(alone))
    },
  )
})

test('of a series one instance goes, the others stand', () => {
  const world = deskWorld()
  insert(world, 'ММ консультация', '2026-12-02T17:00', '2026-12-02T18:00', ['RRULE:FREQ=WEEKLY;COUNT=3'])
  mark(world, { take: [hour('2026-12-09', 17)] })
  expect(
    ['2026-12-02', '2026-12-09', '2026-12-16'].map((day) => lines(world, day).filter((line) => line.includes('17:00–')).length),
  ).toEqual([1, 0, 1])
})

test('what cannot be is named, the rest is done', () => {
  const world = deskWorld()
  const guest = insert(world, 'ММ консультация', '2026-12-08T10:00', '2026-12-08T11:00')
  invite(world, guest.id, 'guest@example.net')
  const noted = insert(world, 'ММ консультация', '2026-12-08T12:00', '2026-12-08T13:00')
  note(world, noted.id, { description: 'взять договор' })
  insert(world, 'ММ_АНО «Ветер»', '2026-12-08T14:00', '2026-12-08T15:00')
  insert(world, 'Отпуск ММ', '2026-12-10T10:00', '2026-12-10T12:00')
  const held = slotOf(world)
  done(world, 'slot/hold', { eventId: held.eventId, start: held.start })
  const answer = mark(world, {
    offer: [
      hour('2026-12-12', 10),
      hour('2026-12-09', 20),
      hour('2026-11-23', 8),
      hour('2026-12-10', 10),
      hour('2026-12-08', 14),
      hour('2026-12-09', 16),
      hour('2026-12-09', 16, 30),
      hour('2099-12-31', 10),
      { start: '2026-12-09T12:00', end: '2026-12-09T15:00' },
      { start: '2026-12-09T25:61', end: '2026-12-09T26:00' },
    ],
    take: [hour('2026-12-08', 10), hour('2026-12-08', 12), hour('2026-12-08', 14), { start: held.start, end: held.end }],
  })
  expect(answer.offered).toEqual([hour('2026-12-09', 16)])
  expect(answer.taken).toEqual([])
  expect(answer.refused.map(({ start, why }) => `${start.slice(0, 13)} ${why}`)).toEqual([
    '2026-12-08T10 в событии есть гости: уберите его в Google Календаре',
    '2026-12-08T12 в событии есть заметки: уберите его в Google Календаре',
    '2026-12-08T14 на этот час уже записан клиент',
    `${held.start.slice(0, 13)} этот час держат для клиента`,
    '2026-12-12T10 выходной',
    '2026-12-09T20 не в рабочее время',
    '2026-11-23T08 этот час уже прошёл',
    '2026-12-10T10 отпуск',
    '2026-12-08T14 в это время уже есть слот или запись',
    '2026-12-09T16 в это время уже есть слот или запись',
    '2099-12-31T10 не из этих недель',
    '2026-12-09T12 не из этих недель',
    '2026-12-09T25 не из этих недель',
  ])
  expect(kinds(answer, '2026-12-08')).toEqual(['09:00 free', '10:00 kept', '12:00 kept', '14:00 booked'])
})

describe('nobody marks for another', () => {
  test('the hours of a colleague are not there to be taken', () => {
    const world = deskWorld()
    const others = slotOf(world, 'СБ', '2026-11-24')
    const before = calendarLines(world)
    const standing = eventOf(world, others.eventId)
    mark(world, { take: [{ start: others.start, end: others.end }] })
    expect(calendarLines(world)).toEqual(before)
    expect(eventOf(world, others.eventId)).toEqual(standing)
    const forged = { offer: [hour('2026-12-09', 10)], take: [], consultant: 'СБ', eventId: others.eventId }
    expect(run(world, 'slot/mark', forged, morozova).value).toMatchObject({ ok: true })
    expect(calendarLines(world).filter((line) => !before.includes(line))).toEqual(['2026-12-09T10:00–11:00 ММ консультация'])
  })

  test('who has no initials, an external consultant, a stranger: refused', () => {
    const world = deskWorld()
    const taps = { offer: [hour('2026-12-09', 10)], take: [] }
    for (const user of [office, 'bn12@example.org', 'stranger@example.org']) expect(refusal(world, 'slot/mark', taps, user)).not.toBe('')
    expect(lines(world, '2026-12-09')).toEqual([])
  })

  test('ten thousand hours in one request: refused, nothing is written', () => {
    const world = deskWorld()
    const before = calendarLines(world)
    const offer = Array.from({ length: 10_000 }, (_, at) => hour('2026-12-09', 9 + (at % 9)))
    expect(call(world, 'slot/mark', { offer, take: [] }, morozova)).toMatchObject({ ok: false, retry: false })
    expect(calendarLines(world)).toEqual(before)
  })
})

test('more than a dozen come in portions: each says what is left, and the calls are bounded', () => {
  const world = deskWorld()
  const days = ['2026-12-07', '2026-12-08', '2026-12-09']
  const all = days.flatMap((day) => [9, 10, 11, 12, 13, 14, 15, 16, 17].map((from) => hour(day, from)))
  let taps: Taps = { offer: all, take: [] }
  const calls: number[] = []
  for (let portion = 0; taps.offer.length > 0 && portion < 9; portion++) {
    const record = run(world, 'slot/mark', taps, morozova)
    const value = (record.value as { value: Output<'slot/mark'> }).value
    calls.push(record.leavingCalls)
    expect(value.refused).toEqual([])
    // A dozen are written; the two that stand already are offered too.
    expect(value.offered.length).toBeLessThanOrEqual(12 + 2)
    taps = { offer: [...value.left.offer], take: [] }
  }
  process.stdout.write(`«Отметить слоты», 27 hours: ${calls.join(', ')} calls\n`)
  expect(calls).toHaveLength(3)
  for (const count of calls) expect(count).toBeLessThanOrEqual(4 + 12)
  expect(
    all.filter(
      (one) =>
        !done(world, 'slot/own', {}, morozova).weeks.some(({ days: of }) =>
          of.some(({ hours }) => hours.some(({ start }) => start === one.start)),
        ),
    ),
  ).toEqual([])
})

test('Google stops in between: what was done is told, the rest is sent again and comes once', () => {
  const world = deskWorld()
  const offer = [10, 12, 13, 14].map((from) => hour('2026-12-09', from))
  const [, , third] = run(world.fork(), 'slot/mark', { offer, take: [] }, morozova).calls.filter(({ name }) => name.endsWith('.insert'))
  const message = 'Service invoked too many times for one day: calendar.'
  const { value } = answerOf<'slot/mark'>(
    run(world, 'slot/mark', { offer, take: [] }, morozova, [{ at: third?.n ?? 0, kind: 'fail', message }]),
  ) as {
    readonly value: Output<'slot/mark'>
  }
  expect(value).toMatchObject({ offered: offer.slice(0, 2), refused: [], left: { offer: offer.slice(2), take: [] } })
  expect(lines(world, '2026-12-09')).toHaveLength(2)
  mark(world, value.left)
  expect(lines(world, '2026-12-09')).toHaveLength(4)
})

describe('at the same time', () => {
  test('the office books the very hour that is taken back: in every order one of the two has it', () => {
    const world = deskWorld()
    const card = phoned(world, 'АНО «Маяк»')
    const slot = slotOf(world)
    const take = request('slot/mark', { offer: [], take: [{ start: slot.start, end: slot.end }] }, morozova)
    const seen = new Set<string>()
    const orders = inEveryOrder(
      world,
      [take, request('deal/book', bookInput(card, slot))],
      Number(process.env['SWITCHES'] ?? 2),
      (after, records) => {
        const [taken, booking] = records.map(
          ({ value }) => value as { ok: boolean; value?: Output<'slot/mark'>; problem?: { code: string } },
        )
        const event = eventOf(after, slot.eventId)
        const isTaken = taken?.value?.taken.length === 1
        expect(taken?.ok).toBe(true)
        expect(booking?.ok).toBe(!isTaken)
        if (isTaken) expect([event.status, booking?.problem?.code]).toEqual(['cancelled', 'slotTaken'])
        else expect([event.status, event.summary]).toEqual(['confirmed', 'ММ_АНО «Маяк»'])
        seen.add(isTaken ? 'taken' : 'booked')
      },
    )
    console.log(`an hour taken back × booked: ${orders} orders of the service calls`)
    expect(orders).toBeGreaterThan(8)
    expect(seen).toEqual(new Set(['taken', 'booked']))
  })
})

test('looking costs two calls, three hours saved cost four and one each', () => {
  const world = deskWorld()
  booked(world, 'АНО «Маяк»')
  const looked = run(world, 'slot/own', {}, morozova)
  expect(looked.leavingCalls).toBe(2)
  const offer = [10, 11, 12].map((from) => hour('2026-12-09', from))
  const saved = run(world, 'slot/mark', { offer, take: [] }, morozova)
  process.stdout.write(
    `«Отметить слоты»: look ${looked.leavingCalls} calls, ${looked.modelledSeconds.toFixed(1)} s; three hours ${saved.leavingCalls}, ${saved.modelledSeconds.toFixed(1)} s\n`,
  )
  expect(saved.leavingCalls).toBe(4 + 3)
  expect(run(world, 'slot/own', {}, belova).value).toMatchObject({ ok: true })
})
