/** The office's invariants at rest (docs/invariants.md): faults are gone, and ticks find nothing more. */
import { calendarAtRest } from './calendar'
import { type Cells, localOf, nowIn, rowsIn, serial } from './cells'
import { countedAs, monthsAreCounted } from './counted'
import type { Known } from './known'
import { isLetter, type Letters, subjectOf } from './letters'
import type { People } from './people'
import { lastWordIsTrue } from './told'

/** Lists of which each row is one thing, and the column that tells which. */
const lists = { Исходящие: 'Ключ', Нарушения: 'Ключ', Месяцы: 'Месяц' } as const

/** As often a letter is tried; after that a person is told on «Сегодня». */
const tries = 12
/** What can wait until tomorrow does so once so few of the day's hundred letters are left. */
const canWaitFrom = 3

export class AtRest {
  private readonly doneOnce = new Set<string>()

  constructor(
    private readonly of: Known,
    private readonly people: People,
    private readonly letters: Letters,
  ) {}

  check(): void {
    calendarAtRest(this.of, this.people)
    this.requestsStandOnce()
    this.listsAreUnique()
    this.nothingOwedOfClosed()
    this.digestsOnce()
    this.doneStaysDone()
    this.nothingDueWaits()
    this.letters.agreeWithRows()
    lastWordIsTrue(this.of)
    monthsAreCounted(this.of)
  }

  countedAs(month: string, told: { readonly held: number; readonly minutes: number }): void {
    countedAs(this.of, month, told)
  }

  private rows(title: string): Cells[] {
    return rowsIn(this.of.world, title).map(({ cells }) => cells)
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

  /** O1: a letter has one row, a task may be opened again once its row is done; an obligation with its due time has one of «Нарушения», a month one of «Месяцы». */
  private listsAreUnique(): void {
    for (const [title, column] of Object.entries(lists)) {
      const isOver = (cells: Cells) => title === 'Исходящие' && cells['Отправлено'] !== null && !isLetter(cells)
      const keys = this.rows(title)
        .filter((cells) => !isOver(cells))
        .map((cells) => String(cells[column]))
      this.of.expect(
        new Set(keys).size === keys.length,
        () => `O1 «${title}» tells twice: ${keys.find((one, at) => keys.indexOf(one) < at)}`,
      )
    }
  }

  /** C1: a closed deal owes nothing but its payment. C2. */
  private nothingOwedOfClosed(): void {
    for (const cells of this.rows('Контроль')) {
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

  /** F1: one digest a day. */
  private digestsOnce(): void {
    const digests = this.rows('Исходящие').filter((cells) => isLetter(cells) && /сводка: /i.test(subjectOf(cells)))
    const days = digests.map((cells) => `${cells['Кому']} ${localOf(cells['Создано'] ?? 0).slice(0, 10)}`)
    const second = days.find((one, at) => days.indexOf(one) < at)
    this.of.expect(second === undefined, () => `F1 a second digest of the day for ${second}`)
  }

  /** O2: what was done stays done. */
  private doneStaysDone(): void {
    const rows = this.rows('Исходящие')
    const known = new Set(rows.map((cells) => String(cells['Ключ'])))
    const done = new Set(rows.flatMap((cells) => (cells['Отправлено'] === null ? [] : [String(cells['Ключ'])])))
    for (const one of this.doneOnce) this.of.expect(done.has(one) || !known.has(one), () => `O2 «${one}» was sent and waits again`)
    for (const one of done) this.doneOnce.add(one)
  }

  /** O4: no letter that is due waits. */
  private nothingDueWaits(): void {
    const now = serial(nowIn(this.of.world))
    for (const cells of this.rows('Исходящие')) {
      if (cells['Отправлено'] !== null || !isLetter(cells)) continue
      const isDue = Number(cells['Попыток']) < tries && Number(cells['Следующая попытка']) <= now && Number(cells['Важность']) < canWaitFrom
      this.of.expect(!isDue, () => `O4 «${cells['Ключ']}» is due and waits`)
    }
  }
}
