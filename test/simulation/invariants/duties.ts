/** «Контроль» and «Нарушения» as ticks leave them: reminded while there is time (D1, D3), a breach written down once it is late (D2), nobody asked twice in a period (F1). */
import type { LetterState, World } from '../../../emulator/world/types'
import { type Cells, calendarIn, localOf, nowIn, rowsIn, serial, settingIn, type Value, wall } from './cells'
import type { Expect } from './known'
import { isLetter, type Ran, timesBack } from './letters'

/** No breach when their time has passed: the start itself, the week's figures, the desk's own state, a list to look through. */
const noBreach = /^(A4\.hold|G7\.quota|W\.sync|W\.personal)$/

const nameOf = (cells: Cells) => `${cells['Обязательство']}:${cells['№ сделки'] ?? cells['Что сделать']}:${localOf(cells['Срок'] ?? 0)}`

/** A letter names so many deeds; the others it counts. */
const namedInLetter = 40
/** A letter sets spaces into what could be taken for a link. */
const unspaced = (text: string) => text.replace(/\s/g, '')

const dayMs = 86_400_000
const hour = 1 / 24
const minute = hour / 60

export class Duties {
  /** Lines that stood when the tick before was over, and when each was to be reminded. */
  private stood = new Map<string, Value>()
  private stoodAt = 0
  /** Looked for in «Нарушения» already. */
  private readonly late = new Set<string>()
  private looked: number
  /** Who was asked for what until when → how often. */
  private readonly asked = new Map<string, number>()
  private readonly bodies = new Set<string>()

  constructor(
    private readonly world: World,
    private readonly expect: Expect,
  ) {
    this.looked = world.state.letters.length
  }

  after(run: Ran): void {
    for (const letter of this.world.state.letters.slice(this.looked)) this.onceInPeriod(letter)
    this.looked = this.world.state.letters.length
    // Of two ticks at once the second one did not find what the first has left.
    if (run.fn !== 'tick' || !isWhole(run) || Date.parse(run.startedAt) < this.stoodAt) return
    this.stoodAt = this.world.state.now
    const lines = rowsIn(this.world, 'Контроль').map(({ cells }) => cells)
    this.remindedInTime(lines, run)
    this.remindersWritten(lines, run)
    this.breachesNoted(lines, run)
    this.stood = new Map(lines.map((line) => [nameOf(line), line['Напомнить'] ?? null]))
  }

  /** D1: whom the tick found in time, by day, is reminded; or has had a letter within the hour. */
  private remindedInTime(lines: readonly Cells[], { startedAt }: Ran): void {
    const at = wall({ dateTime: startedAt })
    if (!isByDay(this.world, at)) return
    const began = serial(at)
    const reminded = (cells: Cells) => Number(cells['Напомнено'] ?? 0)
    for (const line of lines) {
      const isDue = line['Напомнить'] !== null && Number(line['Напомнить']) <= began && Number(line['Срок']) >= serial(nowIn(this.world))
      if (!isDue || this.stood.get(nameOf(line)) !== line['Напомнить'] || line['О просрочке узнаёт'] === 'history') continue
      const isPaused = lines.some((one) => one['Кто'] === line['Кто'] && reminded(one) > began - hour - minute)
      this.expect(
        line['Напомнено'] !== null || isPaused,
        () => `D1 ${nameOf(line)} was to be reminded at ${localOf(line['Напомнить'] ?? 0)}`,
      )
    }
  }

  /** D3: what this tick has marked as reminded stands in a letter that it wrote. */
  private remindersWritten(lines: readonly Cells[], { startedAt }: Ran): void {
    const isOfIt = (at: Value | undefined) => Number(at ?? 0) > serial(wall({ dateTime: startedAt })) - minute / 2
    const marked = lines.filter((line) => isOfIt(line['Напомнено']))
    if (marked.length === 0 || marked.length > namedInLetter) return
    const rows = rowsIn(this.world, 'Исходящие').filter(({ cells }) => isLetter(cells) && isOfIt(cells['Создано']))
    const written = unspaced(rows.map(({ cells }) => cells['Содержание']).join(' '))
    for (const line of marked)
      this.expect(
        written.includes(unspaced(JSON.stringify(line['Что сделать']).slice(1, -1))),
        () => `D3 ${nameOf(line)} is marked as reminded, no letter says so`,
      )
  }

  /** D2: what was late when the tick began is in «Нарушения». */
  private breachesNoted(lines: readonly Cells[], { startedAt }: Ran): void {
    const began = serial(wall({ dateTime: startedAt }))
    for (const line of lines) {
      const name = nameOf(line)
      const isLate = Number(line['Срок']) < began - minute && this.stood.has(name) && !this.late.has(name)
      if (!isLate || noBreach.test(String(line['Обязательство'])) || line['О просрочке узнаёт'] === 'history') continue
      this.late.add(name)
      const isNoted = rowsIn(this.world, 'Нарушения').some(({ cells }) => cells['Ключ'] === name)
      this.expect(isNoted, () => `D2 ${name} is late, and no row of «Нарушения» says so`)
    }
  }

  /** F1: one reminder of Friday's and the month's work, one letter of a month and project; copies are told by L1. */
  private onceInPeriod(letter: LetterState): void {
    const { to, subject, body } = letter
    if (this.bodies.has(`${to}\n${body}`)) return
    this.bodies.add(`${to}\n${body}`)
    for (const [deed, times] of [...periodical(letter), ...this.ofMonth(letter)]) {
      const name = `${to} ${deed}`
      this.asked.set(name, (this.asked.get(name) ?? 0) + 1)
      const isOften = (this.asked.get(name) ?? 0) > times
      const allowed = isOften ? times + this.timesAnew(deed, letter) : times
      this.expect((this.asked.get(name) ?? 0) <= allowed, () => `F1 ${name}: ${this.asked.get(name)} letters, the last one «${subject}»`)
    }
  }

  /** A closing that was taken back, hours that were offered and taken back: counted from the day before, since mail may have been down. */
  private timesAnew(deed: string, { at }: LetterState): number {
    const since = new Date(Date.parse(at) - dayMs).toISOString()
    const [, initials] = /^Поставить слоты: ([А-Яа-яё]+),/.exec(deed) ?? []
    const events = this.world.state.calendars[calendarIn(this.world)]?.events ?? []
    const isTakenBack = ({ status, summary, updated }: (typeof events)[number]) =>
      status === 'cancelled' && summary === `${initials} консультация` && updated >= since
    return timesBack(this.world, deed, wall({ dateTime: since })) + events.filter(isTakenBack).length
  }

  /** Once, and once more each time that somebody asks for it anew. */
  private ofMonth({ to, subject }: LetterState): Asked[] {
    const [month] = /^Консультации по проекту «.+» в .+ года/.exec(subject) ?? []
    if (month === undefined) return []
    const rows = rowsIn(this.world, 'Исходящие').filter(({ cells }) => cells['Кому'] === to && /^month:.*:\d+$/.test(String(cells['Ключ'])))
    return [[month, 1 + rows.filter(({ cells }) => String(cells['Содержание']).includes(JSON.stringify(month).slice(1, -1))).length]]
  }
}

/** What somebody is asked for, and how often in its period. */
type Asked = readonly [deed: string, times: number]

/** «1. Закрыть: АНО «Маяк»», why, «Срок: пт 16 октября, 18:00 (K6)». */
const weekly = /^\d+\. (.+)\n((?: {3}(?!Срок:).*\n)*) {3}Срок: (.+ \((?:K[1-7]|G1)\))$/gm
const monthly = /^\d+\. (.+)\n(?: {3}(?!Срок:).*\n)* {3}Срок: (.+ \((?:S2|S3|T3)\))$/gm

function periodical({ body }: LetterState): Asked[] {
  const [, owed = ''] = /^Что сделать\.\n((?:.+\n)*)/m.exec(body) ?? []
  const deeds = [
    ...[...owed.matchAll(weekly)].map(
      ([, deed = '', why = '', due = '']): Asked => [`${deed} ${due}${due.endsWith('(G1)') ? '' : ` ${why.trim()}`}`, 1],
    ),
    ...[...owed.matchAll(monthly)].map(([, deed, due]): Asked => [`${deed} ${due}`, 2]),
  ]
  return [...new Map(deeds)]
}

/** It came to its end, and all that it called answered. */
const isWhole = ({ error, logs, calls }: Ran) => error === null && logs.length === 0 && calls.every(({ error: said }) => said === undefined)

/** On a working day, at an hour at which the office lets people be reminded. */
function isByDay(world: World, at: string): boolean {
  const special = rowsIn(world, 'Рабочий календарь').find(({ cells }) => localOf(cells['Дата'] ?? 0).slice(0, 10) === at.slice(0, 10))
  const isWorking =
    special === undefined ? ![0, 6].includes(new Date(`${at.slice(0, 10)}T00:00Z`).getUTCDay()) : special.cells['День'] !== 'выходной'
  const [from, until] = [String(settingIn(world, 'Не напоминать с')), String(settingIn(world, 'Не напоминать до'))]
  const clock = at.slice(11)
  const isQuiet = from <= until ? clock >= from && clock < until : clock >= from || clock < until
  return isWorking && !isQuiet
}
