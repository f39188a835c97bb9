/** Whether a title in the calendar names the organisation of a deal, as people write it; a likeness is no name. */

import { hasLegalForm, organisationCore, organisationKey } from '../../client/organisation'
import { slips } from '../title/noteWords'
import { titleLine } from '../title/titleLine'

/** Our own titles cut a name at their limit. */
const cutNames = 180
const longWord = 5
const longName = 9

/**
 * Of an event that is known to be the deal's: case, quotes, underscores, ё/е, look-alike letters do not count, nor does a legal form that one
 * of the two lacks; a form that differs does.
 * @example isSameOrganisation('Круг_друзей', 'АРМОО «Круг друзей»') // true; ('Фонд «Маяк»', 'АНО «Маяк»') // false
 */
export function isSameOrganisation(inTitle: string, ofDeal: string): boolean {
  const [key, known] = [organisationKey(inTitle), organisationKey(titleLine(ofDeal))]
  if (key === known || (key === organisationKey(unnamed) && known === '')) return true
  if (inTitle.length >= cutNames && known.startsWith(key)) return true
  if (key === '' || (hasLegalForm(inTitle) && hasLegalForm(ofDeal))) return false
  return organisationCore(inTitle) === organisationCore(ofDeal)
}

const unnamed = 'организация не указана'

/** Records of organisations that a title may mean. */
export interface NamedIn<T> {
  /** Certainly meant. */
  readonly same: readonly T[]
  /** Likely meant, the likeliest first: a person is asked. */
  readonly alike: readonly T[]
}

/**
 * Which of the records a title names. A legal form that the title leaves out may be any: it counts only where one organisation of the whole
 * register has that name.
 * @param all the whole register; `isOpen` says which of it can be meant
 */
export function namedIn<T extends { readonly organisation: string }>(
  inTitle: string,
  all: readonly T[],
  isOpen: (one: T) => boolean,
): NamedIn<T> {
  const key = organisationKey(inTitle)
  const open = all.filter(isOpen)
  const exact = open.filter(({ organisation }) => organisationKey(organisation) === key)
  if (key === '' || exact.length > 0) return { same: exact, alike: [] }
  const sharing = hasLegalForm(inTitle)
    ? []
    : all.filter(({ organisation }) => mayHold(organisation, key) && organisationCore(organisation) === key)
  const organisations = new Set(sharing.map(({ organisation }) => organisationKey(organisation)))
  const same = organisations.size === 1 ? sharing.filter(isOpen) : []
  return same.length > 0 ? { same, alike: [] } : { same, alike: open.filter(({ organisation }) => isAlike(inTitle, organisation)) }
}

/** A quick look before the name is taken apart: registers are long. */
function mayHold(organisation: string, key: string): boolean {
  return organisation.length >= key.length
}

/** The same name under another form, mistyped, or a part of it: «Маяк» and «Маяк-7» are not alike by their number. */
function isAlike(inTitle: string, ofDeal: string): boolean {
  const [typed, known] = [organisationCore(inTitle), organisationCore(ofDeal)]
  if (typed === '' || known === '') return false
  if (typed === known) return true
  if (digitsOf(typed) !== digitsOf(known)) return false
  const allowed = known.length >= longName ? 2 : known.length >= longWord ? 1 : 0
  if (Math.abs(typed.length - known.length) <= allowed && slips(typed, known) <= allowed) return true
  const [short, long] = typed.length < known.length ? [typed, known] : [known, typed]
  return short.length >= longWord && ` ${long} `.includes(` ${short} `)
}

function digitsOf(text: string): string {
  return text.replace(/\D+/g, ' ').trim()
}
