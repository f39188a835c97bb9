/** What has gone by mail: each letter once (L1), of the reader's own matters alone (P2), and as «Исходящие» says (O3). */
import type { ExecutionRecord, LetterState, World } from '../../../emulator/world/types'
import { type Cells, isAboutBooking, localOf, rowsIn, type Value, wall } from './cells'
import type { Expect } from './known'
import type { People } from './people'

export type Ran = Pick<ExecutionRecord, 'fn' | 'logs' | 'error' | 'calls' | 'startedAt'>

const dayMs = 86_400_000

/** The same words to the same person. */
interface Copies {
  /** When the last one went. */
  last: string
  /** Nobody may know that it has gone: so many second copies are allowed. */
  unknown: number
}

const dayOf = (at: string) => at.slice(0, 10)
const nameOf = (to: Value, subject: Value) => `${to}\n${subject}`
const ofLetter = ({ to, subject }: LetterState) => nameOf(to, subject)

function counted(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

export class Letters {
  /** Second copies that nobody could know of. */
  doubled = 0
  private looked: number
  private readonly copies = new Map<string, Copies>()
  /** How many there were before anybody looked. */
  private readonly before: number
  /** Numbers of letters whose runs were cut off. */
  private readonly cutOff = new Set<number>()
  /** Rows that said so before anybody looked. */
  private readonly sentBefore: ReadonlySet<string>

  constructor(
    private readonly world: World,
    private readonly people: People,
    private readonly expect: Expect,
  ) {
    this.before = world.state.letters.length
    this.looked = this.before
    this.sentBefore = new Set(this.rows().flatMap(({ cells }) => (cells['Отправлено'] === null ? [] : [String(cells['Ключ'])])))
  }

  after(run: Ran): void {
    const fresh = this.sentSince(this.looked)
    this.looked = this.world.state.letters.length
    for (const letter of fresh) {
      this.once(letter)
      const others = this.people.othersIn(letter.to, `${letter.subject}\n${letter.body}`)
      this.expect(others.length === 0, () => `P2 «${letter.subject}» tells ${letter.to} of ${others.join(', ')}`)
    }
    if (isCutOff(run)) for (const letter of this.sentIn(run)) this.copiesOf(letter).unknown++
  }

  /** L1: within a day the same letter goes to nobody twice, unless the run that sent the first one was cut off. */
  private once(letter: LetterState): void {
    const { to, subject } = letter
    if (isOnNoSheet(subject)) return
    const copies = this.copiesOf(letter)
    const last = copies.last
    copies.last = letter.at
    if (Date.parse(letter.at) - Date.parse(last) >= dayMs || this.isOfItsDay(letter, last) || this.isOwedAnew(letter, last)) return
    this.expect(copies.unknown > 0, () => `L1 «${subject}» went to ${to} twice`)
    this.doubled++
    copies.unknown--
  }

  /** What is asked for on the first day and on the next has a row of each day. */
  private isOfItsDay({ at, to, subject }: LetterState, last: string): boolean {
    const isToday = (cells: Cells) => dayOf(localOf(cells['Создано'] ?? 0)) === dayOf(wall({ dateTime: at }))
    const isIts = ({ cells }: { readonly cells: Cells }) => isToday(cells) && cells['Кому'] === to && subjectOf(cells) === subject
    return dayOf(wall({ dateTime: at })) !== dayOf(wall({ dateTime: last })) && this.rows().some(isIts)
  }

  /** Somebody went back on what had ended a matter that it names: it is reminded of again. Or the expert's link was asked for again, or a booking was taken back and given again. */
  private isOwedAnew(letter: LetterState, last: string): boolean {
    const { subject, body } = letter
    const since = wall({ dateTime: last })
    if (subject.startsWith('Отчёт о консультации')) return this.isSentAnew(subject, since)
    if (isAboutBooking(subject)) return this.isToldOtherwise(letter, last)
    return subject.startsWith('Напоминание') && timesBack(this.world, body, since) > 0
  }

  /** In between he was told something else of the same booking. */
  private isToldOtherwise({ id, to, subject }: LetterState, last: string): boolean {
    return this.world.state.letters.some(
      (one) =>
        one.to === to &&
        one.id < id &&
        one.at > last &&
        one.subject !== subject &&
        isAboutBooking(one.subject) &&
        bookingOf(one) === bookingOf({ subject }),
    )
  }

  private isSentAnew(subject: string, since: string): boolean {
    const [, deal = ''] = /№ (\d+)$/.exec(subject) ?? []
    const isAsked = ({ cells }: { readonly cells: Cells }) =>
      cells['Что'] === 'deal/sendReport' && String(cells['№ строки']) === deal && localOf(cells['Когда'] ?? 0) > since
    return rowsIn(this.world, 'Журнал').some(isAsked)
  }

  private copiesOf({ to, subject, body }: LetterState): Copies {
    const name = `${nameOf(to, subject)}\n${body}`
    const known = this.copies.get(name) ?? { last: '1970-01-01T00:00:00Z', unknown: 0 }
    this.copies.set(name, known)
    return known
  }

  /** By the clock: two runs at once are looked at one after the other. */
  private sentIn({ startedAt }: Ran): LetterState[] {
    const sent = this.sentSince(-100).filter(({ id, at }) => at >= startedAt && !this.cutOff.has(id))
    for (const { id } of sent) this.cutOff.add(id)
    return sent
  }

  /** By the script: invitations are Google's own. */
  private sentSince(at: number): LetterState[] {
    return this.world.state.letters.slice(at).filter(({ kind }) => kind === undefined)
  }

  /** O3: a row that says sent has its letter, and the letter of a run that came to its end its row. */
  agreeWithRows(): void {
    const isSaid = (cells: Cells) =>
      cells['Отправлено'] !== null && cells['Ошибка'] !== needless && !this.sentBefore.has(String(cells['Ключ']))
    const said = this.rows().flatMap(({ cells }) => (isSaid(cells) ? [nameOf(cells['Кому'] ?? '', subjectOf(cells))] : []))
    const sent = this.sentSince(this.before)
    const sound = sent.filter(({ id, subject }) => !this.cutOff.has(id) && !isOnNoSheet(subject))
    this.noFewer(sent.map(ofLetter), said, (name) => `rows say sent, and fewer letters went: ${name}`)
    this.noFewer(said, sound.map(ofLetter), (name) => `letters went, and fewer rows say so: ${name}`)
  }

  private noFewer(there: readonly string[], told: readonly string[], words: (name: string) => string): void {
    const all = counted(there)
    for (const [name, count] of counted(told)) this.expect((all.get(name) ?? 0) >= count, () => `O3 ${count} ${words(name)}`)
  }

  private rows() {
    return rowsIn(this.world, 'Исходящие').filter(({ cells }) => isLetter(cells))
  }
}

/** How often since then somebody went back (undo, reopen, a booking given up) on a deal that is named there. */
export function timesBack(world: World, named: string, since: string): number {
  const isStepBack = (cells: Cells) =>
    /undo|reopen/.test(String(cells['Что'])) || String(cells['Было → стало']).includes('"stage":["assigned","accepted"]')
  const isBack = ({ cells }: { readonly cells: Cells }) =>
    cells['Лист'] === 'Сделки' && isStepBack(cells) && localOf(cells['Когда'] ?? 0) > since
  const back = rowsIn(world, 'Журнал').flatMap((line) => (isBack(line) ? [line.cells['№ строки'] ?? null] : []))
  const own = rowsIn(world, 'Сделки').filter(({ cells }) => named.includes(String(cells['Организация'])))
  return back.filter((id) => own.some(({ cells }) => cells['№'] === id)).length
}

/** The number of its deal, or its hour: a client is told no numbers. */
const bookingOf = ({ subject }: Pick<LetterState, 'subject'>) => /сделка № \d+$/.exec(subject)?.[0] ?? subject.replace(/^[^:]*: /, '')

const sending = 'MailApp.sendEmail'
const needless = 'не понадобилось'

/** A link to sign in and a sample of a letter go at once, each time somebody asks, and stand on no sheet. */
const isOnNoSheet = (subject: string) => /^(Вход|Проба)/.test(subject)

export const isLetter = (cells: Cells) => cells['Вид'] === 'письмо' || cells['Вид'] === 'известие'

export function subjectOf(cells: Cells): string {
  const [, text] = /"subject":("(?:[^"\\]|\\.)*")/.exec(String(cells['Содержание'])) ?? []
  return text === undefined ? '' : (JSON.parse(text) as string)
}

/** It died, it failed, or one of its calls did from the first sending on: whether the letter is marked as sent nobody may know. */
function isCutOff({ error, calls }: Ran): boolean {
  const first = calls.findIndex(({ name }) => name === sending)
  return first >= 0 && (error !== null || calls.slice(first).some(({ error: said }) => said !== undefined))
}
