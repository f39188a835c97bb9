/** Whether an answer can be what its question asks for: label and answer decide together. */

import { phonesIn } from '../../client/phones'
import { oneLine, plainText } from '../../letter/plainLine'
import { foldedAsNamed } from '../../text/fold'
import { onlyEmail } from './contacts'
import type { RequestField } from './fieldNames'

/** Longest answer that is looked at by its form; a longer one is a text. */
const lookedAt = 1000

/** @example fitsField('phone', 'почта') // false; fitsField('organisation', '2901234567') // false: an ИНН */
export function fitsField(field: RequestField, value: string): boolean {
  const line = oneLine(value.slice(0, lookedAt))
  if (line === '') return true
  switch (field) {
    case 'phone':
      return isPhone(line)
    case 'consent':
      return isConsent(line)
    case 'organisation':
    case 'municipality':
      return /\p{L}/u.test(line) && !isAddress(line)
    case 'contact':
      return !isAddress(line) && phonesIn(line).length === 0
    default:
      return true
  }
}

/** One that can be read, or a number without its code as it is typed. */
function isPhone(line: string): boolean {
  if (phonesIn(line).length > 0) return true
  const [digits, letters] = [line.replace(/\D/g, '').length, line.replace(/\P{L}/gu, '').length]
  return digits >= 5 && digits <= 20 && letters < digits && !isAddress(line)
}

/** An address of a site, or of a mailbox and nothing else. */
function isAddress(line: string): boolean {
  return /^(https?:|www\.)/i.test(line) || onlyEmail(line) !== ''
}

/** «Да», «Согласен», a ticked box; «не согласен» is none. */
export function isConsent(answer: string): boolean {
  const line = foldedAsNamed(answer.slice(0, lookedAt))
  return isBareYes(line) || /^(да[,. ]|(я[, ]+)?(настоящим )?(даю|выражаю|соглас|принимаю|подтверждаю|ознакомлен))/.test(line)
}

function isBareYes(line: string): boolean {
  return /^(да|on|yes|true|1|y|\+)$/.test(line)
}

/**
 * What was agreed to, whole: the label of the box, and the answer where it says more than yes.
 * @example consentWording('Согласие на обработку данных', 'on') // 'Согласие на обработку данных'
 */
export function consentWording(label: string, answer: string): string {
  const [asked, said] = [plainText(oneLine(label)), plainText(answer).trim()]
  if (isBareYes(foldedAsNamed(said.slice(0, lookedAt))) || said === asked) return asked
  return /[а-яё]/i.test(asked) ? `${asked}: ${said}` : said
}

/** An answer that gives consent by itself, whatever its field is called: «acceptance-1: Даю согласие на обработку персональных данных». */
export function saysConsent(answer: string): boolean {
  return isConsent(answer) && /персональн|(^|\s)пд(\s|$|[.,])/i.test(answer.slice(0, lookedAt))
}
