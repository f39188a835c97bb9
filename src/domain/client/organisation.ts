/** When two typed names are the same organisation, and when they may be. */

import { oneLine } from '../letter/plainLine'
import { foldCase } from '../text/fold'

/**
 * Legal forms, written out and short. «Совет ветеранов» is not one: it says who they are, and with a town after it
 * («Совет ветеранов Онеги») it is the whole name.
 */
const longForms = {
  'автономная некоммерческая организация': 'АНО',
  'некоммерческая организация': 'НКО',
  'региональная общественная организация': 'РОО',
  'местная общественная организация': 'МОО',
  'общественная организация': 'ОО',
  'благотворительный фонд': 'БФ',
  'территориальное общественное самоуправление': 'ТОС',
  'муниципальное бюджетное учреждение': 'МБУ',
  'муниципальное казенное учреждение': 'МКУ',
  'общество с ограниченной ответственностью': 'ООО',
  'индивидуальный предприниматель': 'ИП',
} as const
const legalForms = [
  ...Object.keys(longForms),
  ...'АНО АНКО НКО СОНКО НО НП ОО ООО РОО МОО ГОО АРОО АРМОО АГОО РМОО МРОО МОД БФ БО Фонд ТОС ИП АО ПАО'.split(' '),
  ...'МБУ МКУ МАУ ГБУ ГАУ ГКУ МБОУ МБДОУ МАОУ ГБОУ МБУК МУК МУ'.split(' '),
].map((form) => foldedWords(form))

const writtenLong = Object.entries(longForms).map(([long, short]) => ({ long: foldedWords(long), short: foldedWords(short).join(' ') }))

/**
 * The name by which one organisation is known to be the same: case, quotes, underscores, hyphens, dots, spaces, ё/е and
 * look-alike letters do not count; the legal form does, so АНО and РОО «Дорога к храму» stay two. '' when there is no name.
 * Example: organisationKey('АРМОО_«Круг_друзей»') → 'армоо круг друзей'.
 */
export function organisationKey(name: string): string {
  return foldedWords(name).join(' ')
}

/**
 * The name without its legal form, at the start or at the end; a form that is all there is stays. For proposals only
 * («может быть, это …?»): different organisations share it. Example: organisationCore('РОО «Дорога к храму»') → 'дорога к храму'.
 */
export function organisationCore(name: string): string {
  let words = foldedWords(name)
  for (let shorter = withoutForm(words); shorter.length < words.length; shorter = withoutForm(words)) words = shorter
  return words.join(' ')
}

/** A key with its legal form written short: both spellings are one. Example: shortKey('автономная некоммерческая организация маяк') → 'ано маяк' */
export function shortKey(key: string): string {
  const words = key.split(' ')
  const found = writtenLong.find(({ long }) => startsWith(words, long) || startsWith(words.slice(-long.length), long))
  if (found === undefined || found.long.length === words.length) return key
  const isFirst = startsWith(words, found.long)
  return (isFirst ? [found.short, ...words.slice(found.long.length)] : [...words.slice(0, -found.long.length), found.short]).join(' ')
}

/** Whether a legal form is written in the name. Example: 'ММ_Маяк' → no, 'Фонд «Маяк»' → yes */
export function hasLegalForm(name: string): boolean {
  return organisationCore(name) !== organisationKey(name)
}

/** Whether a text starts as names of organisations do: with a legal form, «Совет ветеранов» or a quotation mark. */
export function looksLikeOrganisation(text: string): boolean {
  if (/^\s*[«"“„‘'‹]/.test(text)) return true
  const words = foldedWords(text)
  return [...legalForms, ['совет', 'ветеранов']].some((form) => words.length > form.length && startsWith(words, form))
}

function withoutForm(words: readonly string[]): string[] {
  const forms = legalForms.filter((form) => form.length < words.length)
  const first = forms.find((form) => startsWith(words, form))
  if (first) return words.slice(first.length)
  const last = forms.find((form) => startsWith(words.slice(-form.length), form))
  return words.slice(0, words.length - (last?.length ?? 0))
}

function startsWith(words: readonly string[], form: readonly string[]): boolean {
  return form.every((word, at) => words[at] === word)
}

function foldedWords(name: string): string[] {
  return foldCase(oneLine(name))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}№+&]+/gu, ' ')
    .split(' ')
    .filter(Boolean)
}
