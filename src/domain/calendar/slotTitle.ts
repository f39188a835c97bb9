/** The grammar of titles in the calendar «Консультации», as a careful colleague reads them: free, booked, away, a question, or not ours (G1, G3). */

import { looksLikeOrganisation } from '../client/organisation'
import { cutLine } from '../letter/plainLine'
import { partnerIn, readAfter } from './title/afterInitials'
import { awayIn } from './title/awayWords'
import { bookedTitle } from './title/bookedTitle'
import { saysConsultation, startsWithConsultation } from './title/consultationWord'
import { type Doubt, doubtIn, doubtOfSigns } from './title/doubtWords'
import { readElsewhere } from './title/elsewhere'
import { isLikely, lengthOfJoiner, type Mention, mentionAtStart, mentionsIn, type Staff, staffOf, type TitlePerson } from './title/people'
import { asked, type SlotTitle } from './title/slotTitleKinds'
import { from, isStruckThrough, type Piece, pieceOf, titleLine, withoutLead, wordsOf } from './title/titleLine'

export { bookedTitle } from './title/bookedTitle'
export { freeTitle } from './title/freeTitle'
export type { TitlePerson } from './title/people'
export { type AskedTitle, type AskWhy, askReasons, type SlotTitle } from './title/slotTitleKinds'

const readLimit = 1000

/**
 * Reads a title as people type it: any case, spaces, hyphens or `_` after the initials, a family name in their place, «конс.», look-alikes,
 * notes. What is said in brackets or behind the word decides too.
 * Examples: «мм консультация (онлайн)» → free ММ, note 'онлайн'; «ММ консультация (занято)» → ask, 'taken'; «нв_ТОС Семейный очаг» → booked НВ;
 * «Отпуск Морозовой» → away ММ, 'отпуск'; «ММ+СБ_АНО «Причал»» → ask, 'twoPeople'; «Планёрка» → unrelated.
 */
export function readTitle(title: string, people: readonly TitlePerson[]): SlotTitle {
  return titleReader(people)(title)
}

/** readTitle with the office's people prepared once, for a whole calendar; most of its titles are the same few. */
export function titleReader(people: readonly TitlePerson[]): (title: string) => SlotTitle {
  const staff = staffOf(people)
  const known = new Map<string, SlotTitle>()
  return (title) => {
    const read = known.get(title) ?? readWhole(title, staff)
    known.set(title, read)
    return read
  }
}

function readWhole(title: string, staff: Staff): SlotTitle {
  const line = unwrapped(cutLine(titleLine(title), readLimit))
  const whole = pieceOf(line.replace(/^[^\p{L}\p{N}]+/u, ''))
  const read = readAtStart(whole, staff) ?? readElsewhere(whole, staff)
  return withSuggestion(doubted(read, isStruckThrough(title) ? 'calledOff' : doubtOfSigns(line)))
}

/** «"ММ консультация"»: quotation marks round all of it. */
function unwrapped(line: string): string {
  return /^(?:"[^"]*"|'[^']*'|«[^«»]*»|“[^“”]*”)$/.test(line) ? line.slice(1, -1) : line
}

/** Somebody stands first, null = nobody does, or a word only looks like initials. */
function readAtStart(whole: Piece, staff: Staff): SlotTitle | null {
  if (startsWithConsultation(whole.folded)) return null
  const first = mentionAtStart(whole, staff, saysConsultation)
  if (first === null) return null
  const rest = from(whole, first.to)
  if (!isMeant(first, whole.typed.slice(0, first.to), rest)) return null
  const others = othersAfter(rest, staff)
  const last = others[others.length - 1]
  return last === undefined ? readOne(first, rest, staff) : readSeveral([first, ...others.map(({ mention }) => mention)], last.rest)
}

/** Letters that are also a word count only before «консультация» or `_`. */
function isMeant(first: Mention, typed: string, rest: Piece): boolean {
  return isLikely(first, typed) || (first.who.length > 0 && (saysConsultation(rest.folded) || /^\s*_/.test(rest.folded)))
}

function readOne({ who }: Mention, rest: Piece, staff: Staff): SlotTitle | null {
  const [initials] = who
  if (initials === undefined) return null
  const read = readAfter(initials, rest)
  const other = read.kind === 'away' || read.kind === 'unrelated' ? undefined : partnerOf(initials, rest, read, staff)
  if (other !== undefined) return asked('twoPeople', [...who, other])
  if (who.length > 1) return read.kind === 'unrelated' ? read : asked('sharedInitials', who, { organisation: organisationOf(read) })
  return read
}

/** Initials of somebody else beside the first: of a slot anywhere, of a booking where a second consultant is named. */
function partnerOf(initials: string, rest: Piece, read: SlotTitle, staff: Staff): string | undefined {
  const letters = partnerIn(withoutLead(rest).typed)
  const isSlot = read.kind === 'free' || (read.kind === 'ask' && read.why === 'unreadable' && read.organisation === '')
  const inSlot = isSlot ? mentionsIn(rest, staff).flatMap(({ who }) => who) : []
  return [...staff.known.map((one) => one.initials).filter((own) => own !== '' && own === letters), ...inSlot].find(
    (own) => own !== initials,
  )
}

function organisationOf(read: SlotTitle): string {
  return read.kind === 'booked' ? read.organisation : ''
}

interface Other {
  readonly mention: Mention
  /** What follows. */
  readonly rest: Piece
}

/** «ММ, СБ и ЕК - совещание»: everybody named behind the first. */
function othersAfter(rest: Piece, staff: Staff): Other[] {
  const next = otherAfter(rest, staff)
  return next === null ? [] : [next, ...othersAfter(next.rest, staff)]
}

function otherAfter(rest: Piece, staff: Staff): Other | null {
  const at = lengthOfJoiner(rest.folded)
  const next = from(rest, at)
  const mention = at === 0 ? null : mentionAtStart(next, staff, () => false)
  return mention?.sure && mention.who.length > 0 ? { mention, rest: from(next, mention.to) } : null
}

/** «ММ и СБ отпуск» are all away; a slot or a booking of several is nobody's. */
function readSeveral(mentions: readonly Mention[], rest: Piece): SlotTitle {
  const people = [...new Set(mentions.flatMap(({ who }) => who))]
  const read = readAfter(people[0] as string, rest)
  if (people.length === 1) return read
  return read.kind === 'away' ? { ...read, people } : asked('twoPeople', people, { organisation: organisationOf(read) })
}

/** ❌, «?», 🔴 beside a title take its word back; an absence and a booking may be marked as taken. */
function doubted(read: SlotTitle, doubt: Doubt | null): SlotTitle {
  if (doubt === null || read.kind === 'ask' || read.kind === 'unrelated') return read
  if (doubt === 'taken' && read.kind !== 'free') return read
  if (read.kind === 'away') return asked(doubt, read.people === 'everybody' ? [] : read.people)
  return asked(doubt, [read.initials], { organisation: organisationOf(read) })
}

/** What is plainly the name of an organisation is suggested as a booking; whether it is known there is the register's to say. */
function withSuggestion(read: SlotTitle): SlotTitle {
  if (read.kind !== 'ask' || read.why !== 'unreadable' || read.initials === '' || read.suggestion !== '') return read
  const isPlain =
    looksLikeOrganisation(read.organisation) && doubtIn(read.organisation) === null && awayIn(wordsOf(read.organisation)) === ''
  return isPlain ? { ...read, suggestion: bookedTitle(read.initials, read.organisation) } : read
}
