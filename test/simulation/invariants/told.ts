/** T1: who was told last of a consultation ahead was told its day and hour, or somebody still has to tell him. */
import type { LetterState } from '../../../emulator/world/types'
import { type Cells, isAboutBooking, isSpokenIn, localAt, nowIn, rowsIn } from './cells'
import type { Folded, Known } from './known'

/** Whom a letter is for, beside the initials of consultants. */
const theClient = 'client'

interface Told {
  /** «<deal> <person>» of letters that wait. */
  readonly waiting: ReadonlySet<string>
  /** Deals whose client a person has to tell. */
  readonly owed: ReadonlySet<number>
  /** Address → letters, the newest first. */
  readonly letters: ReadonlyMap<string, readonly LetterState[]>
  /** Initials → address. */
  readonly staff: ReadonlyMap<string, string>
}

function toldIn({ world }: Known): Told {
  const letters = new Map<string, LetterState[]>()
  for (const letter of [...world.state.letters].reverse()) {
    const own = letters.get(letter.to) ?? []
    own.push(letter)
    letters.set(letter.to, own)
  }
  const rows = (title: string) => rowsIn(world, title).map(({ cells }) => cells)
  return {
    waiting: new Set(rows('Исходящие').filter(isWaiting).map(aboutOf)),
    owed: new Set(
      rows('Контроль')
        .filter((cells) => cells['Обязательство'] === 'A1.tell')
        .map((cells) => Number(cells['№ сделки'])),
    ),
    letters,
    staff: new Map(rows('Сотрудники').map((cells) => [String(cells['Инициалы']), String(cells['E-mail'] ?? '')])),
  }
}

const isWaiting = (cells: Cells) => cells['Вид'] === 'известие' && cells['Отправлено'] === null

function aboutOf(cells: Cells): string {
  const { deal, person } = JSON.parse(String(cells['Содержание'])) as { deal: number; person: string }
  return `${deal} ${person}`
}

export function lastWordIsTrue(of: Known): void {
  const told = toldIn(of)
  const now = nowIn(of.world)
  for (const deal of of.booked.values()) {
    if (String(deal.facts['start']) <= now) continue
    consultantKnows(deal, told, of)
    clientKnows(deal, told, of)
  }
}

/** What a consultant did himself after the last letter, he knows without one. */
function consultantKnows({ id, facts, givenBy }: Folded, { waiting, letters, staff }: Told, of: Known): void {
  const email = staff.get(String(facts['consultant'])) ?? ''
  if (email === '' || waiting.has(`${id} ${facts['consultant']}`)) return
  const last = letters.get(email)?.find(({ subject }) => isAboutBooking(subject) && subject.endsWith(`сделка № ${id}`))
  const [own, heard] = [givenBy.get(email), last === undefined ? '' : localAt(last.at)]
  const didSo = own !== undefined && own.at >= heard && own.start === facts['start'] && own.consultant === facts['consultant']
  const wasTold = (own === undefined || heard >= own.at) && isTrue(last, facts)
  of.expect(didSo || wasTold, () => `T1 № ${id} of ${facts['consultant']} is at ${facts['start']}, ${wordsOf(last)} was the last word`)
}

function clientKnows({ id, facts }: Folded, { waiting, owed, letters }: Told, of: Known): void {
  const email = String(of.folded.get(`Клиенты № ${facts['clientId']}`)?.facts['email'] ?? '')
  if (!email.includes('@') || waiting.has(`${id} ${theClient}`) || owed.has(id) || isToldByPerson(facts)) return
  const last = letters.get(email)?.find((letter) => isAboutDeal(letter, id, String(facts['start'])))
  of.expect(isTrue(last, facts), () => `T1 the client of № ${id} at ${facts['start']}: ${wordsOf(last)} was the last word`)
}

/** By its page's link; what calls a consultation off has none, and tells its time. */
function isAboutDeal({ subject, body }: LetterState, id: number, start: string): boolean {
  if (!isAboutBooking(subject)) return false
  const [, deal] = /[?&]d=(\d+)/.exec(body) ?? []
  return deal === undefined ? isSpokenIn(subject, start) : Number(deal) === id
}

/** A person noted that he spoke to the client: of that time, and no letter's address stands with it. */
function isToldByPerson({ clientKnows: knows, start }: Folded['facts']): boolean {
  const said = JSON.parse(String(knows || 'null')) as { start: string; to: string } | null
  return said !== null && said.to === '' && said.start === start
}

const isTrue = (letter: LetterState | undefined, { start }: Folded['facts']) =>
  letter !== undefined && isSpokenIn(letter.subject, String(start)) && !/отменена|передана/.test(letter.subject)

const wordsOf = (letter: LetterState | undefined) => (letter === undefined ? 'nothing' : `«${letter.subject}»`)
