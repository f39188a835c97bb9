/** The office's invariants at rest (docs/invariants.md): faults are gone, and ticks find nothing more. */
import { type Cells, calendarIn, localOf, nowIn, rowsIn, spoken, wall } from './cells'
import type { Facts, Known } from './known'

export class AtRest {
  private readonly doneOnce = new Set<string>()

  constructor(private readonly of: Known) {}

  check(): void {
    this.bookedStands()
    this.requestsStandOnce()
    this.listsAreUnique()
    this.nothingOwedOfClosed()
    this.titlesArePlain()
    this.mirrorIsCalendar()
    this.lastWordIsTrue()
    this.outboxIsSettled()
  }

  /** B2: each booking ahead stands on one live event of its own, at its time, of its consultant; or a line of «Расхождения» says otherwise. */
  private bookedStands(): void {
    const now = nowIn(this.of.world)
    const events = new Map(this.events().map((event) => [event.id, event]))
    const asked = this.askedAbout()
    const taken = new Map<string, number>()
    for (const { table, id, facts } of this.of.folded.values()) {
      if (table !== 'Сделки' || facts['stage'] !== 'assigned' || String(facts['start']) <= now) continue
      const eventId = String(facts['eventId'] ?? '')
      const event = events.get(eventId)
      this.of.expect(!taken.has(eventId), () => `B2 № ${id} and № ${taken.get(eventId)} stand on one event`)
      taken.set(eventId, id)
      if (asked.deals.has(id) || asked.events.has(eventId) || asked.isMany) continue
      this.of.expect(event !== undefined, () => `B2 № ${id} stands on no event (${eventId})`)
      const isSoToo = event === undefined || (event.start === facts['start'] && event.end === facts['end'])
      this.of.expect(isSoToo, () => `B2 № ${id} ${facts['start']} is not its event ${event?.title} ${event?.start}`)
    }
    for (const { id, title, start } of events.values()) {
      const isBooking = /^[А-Я][А-Яа-я]{0,2}_/.test(title) && start > now
      this.of.expect(
        !isBooking || taken.has(id) || asked.events.has(id) || asked.events.has(id.split('_')[0] ?? '') || asked.isMany,
        () => `B3 ${title} ${start} (${id}) is no deal's`,
      )
    }
  }

  private askedAbout(): { readonly deals: ReadonlySet<number>; readonly events: ReadonlySet<string>; readonly isMany: boolean } {
    const lines = rowsIn(this.of.world, 'Расхождения').map(({ cells }) => cells)
    const open = lines.filter((cells) => cells['Решено'] === null)
    const freeing = rowsIn(this.of.world, 'Исходящие').filter(({ cells }) => cells['Отправлено'] === null)
    const keys = [...lines, ...freeing.map(({ cells }) => cells)].map((cells) => String(cells['Ключ']))
    return {
      deals: new Set(open.map((cells) => Number(cells['№ сделки'] ?? 0))),
      events: new Set(keys.map((one) => one.slice(one.indexOf(':') + 1).replace(/:\d+v\d+$/, ''))),
      isMany: open.some((cells) => String(cells['Ключ']).startsWith('manyGone')),
    }
  }

  private events() {
    const between = { calendarId: calendarIn(this.of.world), from: nowIn(this.of.world), to: '2029-01-01T00:00' }
    return this.of.world.calendarHand
      .between(between)
      .map(({ id, summary, start, end }) => ({ id, title: summary, start: wall(start), end: wall(end) }))
  }

  /** N1: a request that was accepted stands in the register once; one whose sender knows nothing at most once. */
  private requestsStandOnce(): void {
    for (const [mark, isAccepted] of this.of.ledger.requests) {
      const deals = this.of.requests.get(mark)
      this.of.expect(
        (deals?.size ?? 0) <= 1 && (!isAccepted || deals !== undefined),
        () => `N1 request ${mark} made ${[...(deals ?? [])].join(' and ') || 'no deal'}`,
      )
    }
  }

  /** O1: a cause has one row of «Исходящие» that waits, an obligation with its due time one of «Нарушения». */
  private listsAreUnique(): void {
    for (const title of ['Исходящие', 'Нарушения']) {
      const isDone = (cells: Cells) => title === 'Исходящие' && cells['Отправлено'] !== null
      const keys = rowsIn(this.of.world, title)
        .filter(({ cells }) => !isDone(cells))
        .map(({ cells }) => String(cells['Ключ']))
      this.of.expect(
        new Set(keys).size === keys.length,
        () => `O1 «${title}» tells twice: ${keys.find((one, at) => keys.indexOf(one) < at)}`,
      )
    }
  }

  /** C1: a closed deal owes nothing but its payment. */
  private nothingOwedOfClosed(): void {
    for (const { cells } of rowsIn(this.of.world, 'Контроль')) {
      const stage = this.of.folded.get(`Сделки № ${cells['№ сделки']}`)?.facts['stage']
      const isOwed = (stage === 'won' || stage === 'lost') && cells['Обязательство'] !== 'T3.pay'
      this.of.expect(
        !isOwed || cells['Обязательство'] === 'A1.tell',
        () => `C1 № ${cells['№ сделки']} is closed and owes ${cells['Обязательство']}`,
      )
      const [reminded, due] = [cells['Напомнено'], cells['Срок']]
      this.of.expect(
        reminded === null || due === null || Number(reminded) <= Number(due) + 1e-6,
        () => `C2 ${cells['Обязательство']} is reminded after it was due`,
      )
    }
  }

  /** P3: titles of the calendar name no phone and no address. */
  private titlesArePlain(): void {
    for (const { title } of this.events()) this.of.expect(!this.of.isPersonal(title), () => `P3 event «${title}»`)
  }

  /** S1: the mirror is what Google has, so no change lies behind the token unread. */
  private mirrorIsCalendar(): void {
    const rows = rowsIn(this.of.world, 'Зеркало календаря').map(({ cells }) => cells)
    const known = new Map(rows.map((cells) => [String(cells['Событие']), cells]))
    const until = new Date(this.of.world.state.now + 28 * 86_400_000).toISOString().slice(0, 16)
    const there = this.events().filter(({ start }) => start < until)
    for (const { id, title, start } of there) {
      const cells = known.get(id)
      const isSo = cells !== undefined && String(cells['Название'] ?? '') === title && localOf(cells['Начало'] ?? 0) === start
      this.of.expect(
        isSo,
        () =>
          `S1 ${title} ${start} is ${cells === undefined ? 'not in the mirror' : `${cells['Название']} ${localOf(cells['Начало'] ?? 0)} there`}`,
      )
    }
    const ids = new Set(this.events().map(({ id }) => id))
    for (const [id, cells] of known)
      if (localOf(cells['Начало'] ?? 0) > nowIn(this.of.world))
        this.of.expect(ids.has(id), () => `S2 ${cells['Название']} (${id}) is in the mirror alone`)
  }

  /** T1: the last letter about a consultation ahead tells its time. */
  private lastWordIsTrue(): void {
    const now = nowIn(this.of.world)
    const undecided = new Set(
      rowsIn(this.of.world, 'Контроль')
        .filter(({ cells }) => cells['Обязательство'] === 'G5.limit')
        .map(({ cells }) => cells['№ сделки']),
    )
    const { deals } = this.askedAbout()
    const emails = new Map(rowsIn(this.of.world, 'Сотрудники').map(({ cells }) => [cells['Инициалы'], cells['E-mail']]))
    for (const { table, id, facts, bookedBy } of this.of.folded.values()) {
      if (table !== 'Сделки' || facts['stage'] !== 'assigned' || String(facts['start']) <= now || undecided.has(id) || deals.has(id))
        continue
      if (emails.get(facts['consultant'] ?? '') === bookedBy) continue
      const letter = [...this.of.world.state.letters]
        .reverse()
        .find(({ subject }) => subject.endsWith(`сделка № ${id}`) && /^(Вам назначена|Консультация|Уточнение)/.test(subject))
      const isOthers = letter !== undefined && /отменена|передана/.test(letter.subject)
      this.of.expect(
        letter === undefined || isOthers || letter.subject.includes(spoken(String(facts['start']))),
        () => `T1 № ${id} is at ${facts['start']}, «${letter?.subject}» was the last word`,
      )
    }
  }

  /** O2: what was done stays done. */
  private outboxIsSettled(): void {
    const done = new Set(
      rowsIn(this.of.world, 'Исходящие')
        .filter(({ cells }) => cells['Отправлено'] !== null)
        .map(({ cells }) => String(cells['Ключ'])),
    )
    const known = new Set(rowsIn(this.of.world, 'Исходящие').map(({ cells }) => String(cells['Ключ'])))
    for (const one of this.doneOnce) this.of.expect(done.has(one) || !known.has(one), () => `O2 «${one}» was sent and waits again`)
    for (const one of done) this.doneOnce.add(one)
  }

  /** Q1: what the office counts of a month against the rows of the register. */
  countedAs(month: string, told: { readonly held: number; readonly minutes: number }): void {
    const counted = [...this.of.folded.values()].filter(({ table, facts }) => table === 'Сделки' && isHeldIn(facts, month))
    const minutes = counted.reduce((sum, { facts }) => sum + Number(facts['minutes'] ?? 0), 0)
    this.of.expect(
      counted.length === told.held && minutes === told.minutes,
      () => `Q1 ${month}: told ${told.held} (${told.minutes} min), stand ${counted.length} (${minutes} min)`,
    )
  }
}

const isHeldIn = (facts: Facts, month: string) =>
  ['held', 'feedback', 'won'].includes(String(facts['stage'])) && String(facts['start']).startsWith(month)
