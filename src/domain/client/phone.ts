/** Phones as people type them, and the one form by which they are compared. */

/** No code of a town begins with 88 or 89: that is the eight before a number that lacks a digit. */
const tenDigits = /^(?:[349]\d|8[0-7])\d{8}$/
const extension = /доб|вн|ext|#/i
/** A number within other words: «после 18:00» or an extension may stand behind it, no digits before it. */
const within = /(?<![\d+][\s().\u2010-\u2015-]{0,3})(?:(?:\+|00)?\s?7|8)?(?:[\s().\u2010-\u2015-]{0,3}\d){10}(?!\d)/

/**
 * The key of a Russian phone, '+79114160123', or '' when the text is not one (a city number without its code has no key).
 * Of several phones in one field the first readable one counts; an extension («доб. 12») is left out.
 * Example: phoneKey('8 (911) 416-01-23') → '+79114160123'.
 */
export function phoneKey(typed: string): string {
  for (const part of typed.split(/[,;/\n]|\sи\s|\sили\s/i)) {
    const key = keyOfOne(part)
    if (key) return key
  }
  return ''
}

/** Whether somebody can be phoned there: a Russian number, or one of another country with its «+». Example: '+375 29 123-45-67' → true. */
export function isPhone(typed: string): boolean {
  return (
    phoneKey(typed) !== '' ||
    typed.split(/[,;/\n]/).some((part) => /^[^\d+]*\+[^+]*$/.test(part) && /^(?!7)[1-9]\d{7,14}$/.test(digitsOf(part)))
  )
}

/** A key as people read it. Anything else comes back as it is. Example: showPhone('+79114160123') → '+7 911 416-01-23'. */
export function showPhone(key: string): string {
  const parts = /^\+7(\d{3})(\d{3})(\d\d)(\d\d)$/.exec(key)
  return parts ? `+7 ${parts[1]} ${parts[2]}-${parts[3]}-${parts[4]}` : key
}

/** Digits that an unfinished number shares with a key, without the leading 7 or 8. Example: phoneDigits('8 911 41') → '91141'. */
export function phoneDigits(typed: string): string {
  const digits = digitsOf(typed)
  if (typed.trim().startsWith('+7')) return digits.slice(1)
  return digits.length > 1 && /^[78]9|^[78]\d{10}$/.test(digits) ? digits.slice(1) : digits
}

function keyOfOne(part: string): string {
  return keyOfDigits(digitsOf(part.normalize('NFKC').split(extension, 1)[0] ?? '')) || numberWithin(part).key
}

/** The first number that stands among other words, and what follows it. Example: 'тел. 8 911 416-01-23 после 18:00' → '+79114160123', ' после 18:00' */
export function numberWithin(part: string): { readonly key: string; readonly rest: string } {
  const text = part.normalize('NFKC')
  const found = within.exec(text)
  if (found === null) return { key: '', rest: '' }
  return { key: keyOfDigits(digitsOf(found[0]).replace(/^00/, '')), rest: text.slice(found.index + found[0].length) }
}

function keyOfDigits(digits: string): string {
  if (/^[78][3-9]\d{9}$/.test(digits)) return `+7${digits.slice(1)}`
  return tenDigits.test(digits) ? `+7${digits}` : ''
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '')
}
