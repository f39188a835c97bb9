/** Titles that we write for bookings: they always read back as the booking that was meant (G3). */

import { cutLine } from '../../letter/plainLine'
import { partnerIn, readAfter } from './afterInitials'
import { doubtOfSigns } from './doubtWords'
import { letterOrDigit, pieceOf, titleLine } from './titleLine'

const titleLimit = 200
const unnamed = 'организация не указана'
const quoteMarks = /[«»"“”„]/g

/**
 * 'ММ_название организации' on one line, at most 200 characters. A name that would read as something else («Консультация», «Занято»,
 * «СБ», «Маяк (онлайн)») is put in quotation marks. No person and no phone belongs here.
 */
export function bookedTitle(initials: string, organisation: string): string {
  const line = titleLine(organisation)
  const name = letterOrDigit.test(line) ? line : unnamed
  const limit = titleLimit - initials.length - 1
  const plain = cutLine(name, limit)
  const told = [plain, inQuotes(name, limit)].find(readsBack) ?? inQuotes(titleLine(name.replace(quoteMarks, ' ')), limit)
  return `${initials}_${told}`
}

function inQuotes(name: string, limit: number): string {
  return `«${cutLine(name, limit - 2)}»`
}

function readsBack(name: string): boolean {
  const read = readAfter('', pieceOf(`_${name}`))
  const doubt = doubtOfSigns(name)
  const isName = read.kind === 'booked' && read.organisation === name
  return isName && partnerIn(name) === '' && (doubt === null || doubt === 'taken')
}
