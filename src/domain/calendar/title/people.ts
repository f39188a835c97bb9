/** Whom a title names: initials as the office spells them, or a name («ММ», «М. М.», «Морозова М. И.», «Отпуск Морозовой»). */

import { oneLine } from '../../letter/plainLine'
import type { Person } from '../../office/office'
import { foldCase, foldLookAlikes, initialsKey } from '../../text/fold'
import { familyForms, isNameForm } from './familyName'
import { type Piece, separators } from './titleLine'

/** What the reader has to know of a person; «Сотрудники» without initials count too, so that their absence is nobody's slot. */
export type TitlePerson = Pick<Person, 'initials' | 'name' | 'former'>

interface Known {
  readonly initials: string
  /** As the office writes, or once wrote, them. */
  readonly spelled: string
  readonly key: string
  readonly family: ReadonlySet<string>
  readonly given: string
  readonly patronymic: string
}

/** Somebody named from `from` (inclusive) to `to` (exclusive). */
export interface Mention {
  readonly from: number
  readonly to: number
  /** Initials of all who may be meant: more than one where people share a name or initials, none where nobody of the consultants is. */
  readonly who: readonly string[]
  /** Spelled in a way that is nothing else: «ММ», «Морозова»; «мм» may be millimetres, «Морозова А. А.» is a stranger. */
  readonly sure: boolean
}

export interface Staff {
  readonly known: readonly Known[]
  readonly keys: readonly string[]
}

const tokenOf = /(?:\p{L}\.\s?){1,3}|\p{L}+/gu
const longestName = 3
const weekdays = ['ПН', 'ВТ', 'СР', 'ЧТ', 'ПТ', 'СБ', 'ВС']
const beforeWeekdays = ['С', 'СО', 'ПО', 'ДО', 'В', 'ВО', 'К', 'НА']
const shortWords = foldCase(
  'в,во,на,по,с,со,о,об,от,до,за,и,к,ко,у,а,но,не,ни,из,то,он,мы,вы,ты,я,их,её,ей,им,для,про,без,как,так,или,при,под,над',
).split(',')

/** Prepared once for a whole calendar; the longest initials first. */
export function staffOf(people: readonly TitlePerson[]): Staff {
  const known = [...people.map(knownOf), ...people.flatMap(formerlyKnown)]
  const keys = [...new Set(known.map(({ key }) => key).filter((key) => key !== ''))]
  return { known, keys: keys.sort((a, b) => b.length - a.length) }
}

function knownOf({ initials, name }: TitlePerson): Known {
  const [family = '', given = '', patronymic = ''] = foldCase(oneLine(name)).split(' ')
  return { initials, spelled: initials, key: initialsKey(initials), family: familyForms(family), given, patronymic }
}

/** Slots that were marked before somebody's initials changed stay that person's. */
function formerlyKnown({ initials, former = [] }: TitlePerson): Known[] {
  return former.map((spelled) => ({ initials, spelled, key: initialsKey(spelled), family: new Set(), given: '', patronymic: '' }))
}

/** Initials or a name at the start, also where a word is glued behind («ММконсультация»); null = the title starts otherwise. */
export function mentionAtStart(piece: Piece, staff: Staff, isWordBehind: (rest: string) => boolean): Mention | null {
  for (const key of staff.keys) {
    const to = lengthOfInitials(piece.folded, key)
    const rest = piece.folded.slice(to)
    if (to > 0 && (!/^[\p{L}\p{N}]/u.test(rest) || isWordBehind(rest))) return byInitials(key, piece.typed.slice(0, to), staff, 0)
  }
  const tokens = tokensOf(piece.typed)
  return tokens[0]?.from === 0 ? mentionOf(tokens, 0, piece.typed, staff) : null
}

/** Everybody who is named for certain, in order. «с ПН по СБ» are days. */
export function mentionsIn({ typed }: Piece, staff: Staff): Mention[] {
  const tokens = tokensOf(typed)
  const found: Mention[] = []
  for (let at = 0; at < tokens.length; ) {
    const mention = mentionOf(tokens, at, typed, staff)
    if (mention !== null) found.push(mention)
    const next = mention === null ? at + 1 : tokens.findIndex(({ from }) => from >= mention.to)
    at = next === -1 ? tokens.length : next
  }
  return found
}

/** Letters of the title that are a weekday as well: «Планёрка ПН». */
export function mayBeWeekday({ who }: Mention): boolean {
  return who.some((initials) => weekdays.includes(initials))
}

function tokensOf(typed: string): Token[] {
  return [...typed.matchAll(tokenOf)].map(({ 0: text, index }) => ({ text, from: index, to: index + text.trimEnd().length }))
}

interface Token {
  readonly text: string
  readonly from: number
  readonly to: number
}

function mentionOf(tokens: readonly Token[], at: number, typed: string, staff: Staff): Mention | null {
  const named = nameAt(tokens, at, typed, staff)
  if (named !== null) return named
  const { text, from } = tokens[at] as Token
  const letters = lettersOf(text)
  const key = staff.keys.find((one) => one === foldCase(letters))
  if (key === undefined) return null
  const before = foldCase(tokens[at - 1]?.text ?? '')
  if (weekdays.includes(key) && beforeWeekdays.includes(before)) return null
  const mention = byInitials(key, text.trimEnd(), staff, from)
  return mention.sure ? mention : null
}

function byInitials(key: string, typed: string, { known }: Staff, from: number): Mention {
  const meant = known.filter((one) => one.key === key)
  return {
    from,
    to: from + typed.length,
    who: meant.map(({ initials }) => initials),
    sure: isSpelled(meant[0]?.spelled ?? '', typed),
  }
}

/** In capitals or just as the office writes them; a short word in small letters («на», «он») is a word. */
function isSpelled(initials: string, typed: string): boolean {
  const letters = foldLookAlikes(lettersOf(typed))
  return letters === foldLookAlikes(initials) || letters === initialsKey(initials)
}

/** «мм обед»: small letters in one piece that are no word of the language. */
export function isLikely({ sure }: Mention, typed: string): boolean {
  return sure || (/^\p{L}+$/u.test(typed) && !shortWords.includes(foldCase(typed)))
}

function lettersOf(text: string): string {
  return text.replace(/[.\s]/g, '')
}

/** Letters may have dots or spaces between them, «М. М.». 0 = the title starts otherwise. */
function lengthOfInitials(folded: string, key: string): number {
  let at = 0
  for (const letter of key) {
    if (at > 0) while (folded[at] === '.' || folded[at] === ' ') at++
    if (!folded.startsWith(letter, at)) return 0
    at += letter.length
  }
  return at
}

/** Family name with what stands beside it («Мария Морозова», «Морозова М. И.»), or first name with patronymic. */
function nameAt(tokens: readonly Token[], at: number, typed: string, { known }: Staff): Mention | null {
  let left = known
  const parts: Part[] = []
  for (let next = at; next < tokens.length && next < at + longestName; next++) {
    if (next > at && /[^\s.,]/.test(typed.slice(tokens[next - 1]?.to, tokens[next]?.from))) break
    const part = partOf((tokens[next] as Token).text, left)
    if (part === null || parts.includes(part.kind)) break
    left = part.left
    parts.push(part.kind)
  }
  const isName = parts.includes('family') || (parts.includes('given') && parts.includes('patronymic'))
  if (!isName) return null
  const last = tokens[at + parts.length - 1] as Token
  const who = left.map(({ initials }) => initials).filter((initials) => initials !== '')
  return { from: (tokens[at] as Token).from, to: last.to, who, sure: left.length > 0 }
}

type Part = 'family' | 'letters' | 'given' | 'patronymic'

/** Which part of a name the word is, and of whom. Dotted letters that fit nobody leave nobody: another person of that family name. */
function partOf(text: string, known: readonly Known[]): { readonly kind: Part; readonly left: readonly Known[] } | null {
  const word = foldCase(lettersOf(text))
  const of = (kind: Part, fits: (one: Known) => boolean) => ({ kind, left: known.filter(fits) })
  const isDotted = text.includes('.')
  const tried = [
    of('family', ({ family }) => !isDotted && family.has(word)),
    of('given', ({ given }) => !isDotted && given !== '' && isNameForm(word, given)),
    of('patronymic', ({ patronymic }) => !isDotted && patronymic !== '' && isNameForm(word, patronymic)),
    of('letters', ({ given, patronymic }) => word.length <= 2 && `${given.charAt(0)}${patronymic.charAt(0)}`.startsWith(word)),
  ]
  const found = tried.find(({ left }) => left.length > 0)
  return found ?? (isDotted && known.length > 0 ? { kind: 'letters', left: [] } : null)
}

const joiner = new RegExp(`^(?:[${separators}]+(?:(?:И|AND)(?!\\p{L}))?|\\s+И(?!\\p{L}))\\s*`, 'u')

/** «ММ+СБ», «ММ, СБ», «ММ и СБ»: how long what stands between two people is, 0 = nothing of the kind. */
export function lengthOfJoiner(folded: string): number {
  return folded.startsWith('_') ? 0 : (joiner.exec(folded)?.[0].length ?? 0)
}
