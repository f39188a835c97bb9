/** The calendar at rest: bookings stand on events of their own, titles are plain, the mirror is what Google has (B2, B3, P3, S1, S2). */
import { type Cells, calendarIn, localOf, nowIn, rowsIn, wall } from './cells'
import type { Folded, Known } from './known'
import type { People } from './people'

interface Event {
  readonly id: string
  readonly title: string
  readonly start: string
  readonly end: string
}

function eventsAhead({ world }: Known): Event[] {
  const between = { calendarId: calendarIn(world), from: nowIn(world), to: '2029-01-01T00:00' }
  return world.calendarHand
    .between(between)
    .map(({ id, summary, start, end }) => ({ id, title: summary, start: wall(start), end: wall(end) }))
}

export function calendarAtRest(of: Known, people: People): void {
  const events = eventsAhead(of)
  bookedStands(of, events)
  for (const { title } of events) of.expect(!people.isIn(title), () => `P3 event «${title}»`)
  mirrorIsCalendar(of, events)
}

/** B2: each booking ahead stands on one live event of its own, at its time, of its consultant; or an open line about it says otherwise. B3. */
function bookedStands(of: Known, events: readonly Event[]): void {
  const now = nowIn(of.world)
  const byId = new Map(events.map((event) => [event.id, event]))
  const asked = askedAbout(of)
  const taken = new Map<string, number>()
  for (const { id, facts } of of.booked.values()) {
    if (String(facts['start']) <= now) continue
    const eventId = String(facts['eventId'] ?? '')
    of.expect(!taken.has(eventId), () => `B2 № ${id} and № ${taken.get(eventId)} stand on one event`)
    taken.set(eventId, id)
    const event = byId.get(eventId)
    const isAsked = asked.deals.has(id) || asked.events.has(eventId) || (event === undefined && asked.isMany)
    if (!isAsked)
      of.expect(
        isOn(event, facts),
        () => `B2 № ${id} ${facts['consultant']} ${facts['start']} is not its event ${event?.title} ${event?.start} (${eventId})`,
      )
  }
  for (const { id, title, start } of events) {
    const isBooking = /^[А-Я][А-Яа-я]{0,2}_/.test(title) && start > now
    const isKnown = [id, id.split('_')[0] ?? ''].some((one) => asked.events.has(one) || asked.left.has(one))
    of.expect(!isBooking || taken.has(id) || isKnown || asked.isMany, () => `B3 ${title} ${start} (${id}) is no deal's`)
  }
}

/** Titles are read in any case. */
function isOn(event: Event | undefined, { start, end, consultant }: Folded['facts']): boolean {
  const initials = event?.title.split(/[_ -]/)[0]?.toUpperCase()
  return event !== undefined && event.start === start && event.end === end && initials === String(consultant).toUpperCase()
}

interface AskedAbout {
  /** Of open lines, and those that are to be handed over. */
  readonly deals: ReadonlySet<number>
  /** Of open lines, and of those that somebody decided to leave as they are. */
  readonly events: ReadonlySet<string>
  /** Whose title nobody answers for any more, that could not be freed, or whose deal somebody else is to take. */
  readonly left: ReadonlySet<string>
  /** Many bookings went at once: nobody is released before a person has said that it is so. */
  readonly isMany: boolean
}

function askedAbout({ world }: Known): AskedAbout {
  const lines = rowsIn(world, 'Расхождения').map(({ cells }) => cells)
  const open = lines.filter((cells) => cells['Решено'] === null)
  const decided = lines.filter((cells) => /^это не ошибка/.test(String(cells['Решено'])))
  // «Переназначить» was the answer: the card keeps its time until somebody else has it (G6).
  const waiting = rowsIn(world, 'Сделки').filter(({ cells }) => cells['Не может провести'] !== null)
  const isAnswered = (id: unknown) => lines.some((cells) => cells['№ сделки'] === id && /^переназначить/.test(String(cells['Решено'])))
  const handedOver = waiting.flatMap(({ cells }) => (isAnswered(cells['№']) ? [cells] : []))
  const freeing = rowsIn(world, 'Исходящие').filter(({ cells }) => cells['Вид'] === 'календарь' && cells['Отправлено'] === null)
  return {
    deals: new Set([...open, ...handedOver].map((cells) => Number(cells['№ сделки'] ?? cells['№'] ?? 0))),
    events: new Set(open.map(eventOf)),
    left: new Set([
      ...[...decided, ...freeing.map(({ cells }) => cells)].map(eventOf),
      ...handedOver.map((cells) => String(cells['Событие'] ?? '')),
    ]),
    isMany: open.some((cells) => String(cells['Ключ']).startsWith('manyGone')),
  }
}

/** «breaks:<event>», «free:<event>:<deal>v<version>» */
const eventOf = (cells: Cells) =>
  String(cells['Ключ'])
    .replace(/^[^:]*:/, '')
    .replace(/:\d+v\d+$/, '')

/** S1, S2: the mirror is what Google has, so no change lies behind the token unread. */
function mirrorIsCalendar(of: Known, events: readonly Event[]): void {
  const known = new Map(rowsIn(of.world, 'Зеркало календаря').map(({ cells }) => [String(cells['Событие']), cells]))
  const until = new Date(of.world.state.now + 28 * 86_400_000).toISOString().slice(0, 16)
  for (const { id, title, start } of events.filter((one) => one.start < until)) {
    const cells = known.get(id)
    const isSo = cells !== undefined && String(cells['Название'] ?? '') === title && localOf(cells['Начало'] ?? 0) === start
    const there = cells === undefined ? 'not in the mirror' : `${cells['Название']} ${localOf(cells['Начало'] ?? 0)} there`
    of.expect(isSo, () => `S1 ${title} ${start} is ${there}`)
  }
  const ids = new Set(events.map(({ id }) => id))
  for (const [id, cells] of known)
    if (localOf(cells['Начало'] ?? 0) > nowIn(of.world))
      of.expect(ids.has(id), () => `S2 ${cells['Название']} (${id}) is in the mirror alone`)
}
