/** When two typed names are the same organisation, and when they may be. */

import { oneLine } from '../letter/plainLine'

/** Latin letters that look like Cyrillic ones, as they stand under one another. */
const latin = 'ABCEHKMOPTXYacekopxy'
const cyrillic = 'АВСЕНКМОРТХУасекорху'
/** From a full-width sign to the plain one. */
const fullWidth = 0xfee0

/**
 * Legal forms, written out and short. «Совет ветеранов» is not one: it says who they are, and with a town after it
 * («Совет ветеранов Онеги») it is the whole name.
 */
const legalForms = [
  'автономная некоммерческая организация',
  'некоммерческая организация',
  'региональная общественная организация',
  'местная общественная организация',
  'общественная организация',
  'благотворительный фонд',
  'территориальное общественное самоуправление',
  'муниципальное бюджетное учреждение',
  'муниципальное казенное учреждение',
  'общество с ограниченной ответственностью',
  'индивидуальный предприниматель',
  ...'АНО АНКО НКО СОНКО НО НП ОО ООО РОО МОО ГОО АРОО АРМОО АГОО РМОО МРОО МОД БФ БО Фонд ТОС ИП АО ПАО'.split(' '),
  ...'МБУ МКУ МАУ ГБУ ГАУ ГКУ МБОУ МБДОУ МАОУ ГБОУ МБУК МУК МУ'.split(' '),
].map((form) => foldedWords(form))

/**
 * Latin letters that look like Cyrillic ones become Cyrillic, full-width signs («＿», «Ａ») narrow; all others, and the length, stay.
 * Only for comparing: a Latin name becomes unreadable. Example: foldLookAlikes('MM') (Latin) → 'ММ' (Cyrillic).
 */
export function foldLookAlikes(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - fullWidth))
    .replace(/[ABCEHKMOPTXYacekopxy]/g, (letter) => cyrillic.charAt(latin.indexOf(letter)))
}

/**
 * Upper case with look-alikes and ё folded; the length stays, so places in the answer are places in the text.
 * Example: foldCase('нв_ТОС «Ёлка»') → 'НВ_ТОС «ЕЛКА»'.
 */
export function foldCase(text: string): string {
  const upper = text.replace(/[\s\S]/g, (unit) => (unit.toUpperCase().length === 1 ? unit.toUpperCase() : unit))
  return foldLookAlikes(upper).replace(/Ё/g, 'Е')
}

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
