/** When two typed names are the same organisation, and when they may be. */

import { folded } from '../text/fold'

/** «А.Н.О. «Маяк»» → «АНО «Маяк»» */
const dotted = /(?<![\p{L}.])(?:\p{L}\.\s?){2,6}/gu

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
  'благотворительная организация': 'БО',
  'некоммерческое партнерство': 'НП',
  'местная религиозная организация': 'МРО',
  'территориальное общественное самоуправление': 'ТОС',
  'муниципальное бюджетное учреждение': 'МБУ',
  'муниципальное казенное учреждение': 'МКУ',
  'муниципальное автономное учреждение': 'МАУ',
  'муниципальное бюджетное учреждение культуры': 'МБУК',
  'муниципальное бюджетное общеобразовательное учреждение': 'МБОУ',
  'муниципальное бюджетное дошкольное образовательное учреждение': 'МБДОУ',
  'муниципальное автономное общеобразовательное учреждение': 'МАОУ',
  'государственное бюджетное учреждение': 'ГБУ',
  'государственное автономное учреждение': 'ГАУ',
  'государственное казенное учреждение': 'ГКУ',
  'государственное бюджетное общеобразовательное учреждение': 'ГБОУ',
  'акционерное общество': 'АО',
  'публичное акционерное общество': 'ПАО',
  'общество с ограниченной ответственностью': 'ООО',
  'индивидуальный предприниматель': 'ИП',
} as const
interface LegalForms {
  readonly all: readonly string[][]
  /** The longest come first: «муниципальное бюджетное учреждение культуры» begins as a shorter one does. */
  readonly written: readonly { readonly long: string[]; readonly short: string }[]
}

let forms: LegalForms | null = null

/** Most runs compare no names: the forms are folded when they are asked for first. */
function legalForms(): LegalForms {
  forms ??= formsFolded()
  return forms
}

function formsFolded(): LegalForms {
  const all = [
    ...Object.keys(longForms),
    ...'АНО АНКО НКО СОНКО НО НП ОО ООО РОО МОО ГОО АРОО АРМОО АГОО РМОО МРОО МОД БФ БО Фонд ТОС ИП АО ПАО'.split(' '),
    ...'МРО МБУ МКУ МАУ ГБУ ГАУ ГКУ МБОУ МБДОУ МАОУ ГБОУ МБУК МУК МУ'.split(' '),
  ].map((form) => foldedWords(form))
  const long = Object.entries(longForms)
    .map(([form, short]) => ({ long: foldedWords(form), short: foldedWords(short).join(' ') }))
    .sort((a, b) => b.long.length - a.long.length)
  const short = all.filter(({ length }) => length === 1).map((form) => ({ long: form, short: form.join(' ') }))
  return { all, written: [...long, ...short] }
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

/**
 * A key with its legal form written short, once and first: all spellings are one.
 * Example: shortKey('автономная некоммерческая организация ано маяк'), shortKey('маяк ано') → 'ано маяк'
 */
export function shortKey(key: string): string {
  const words = key.split(' ')
  const forms = legalForms().written.filter(({ long }) => long.length < words.length)
  const found = forms.find(({ long }) => startsWith(words, long)) ?? forms.find(({ long }) => startsWith(words.slice(-long.length), long))
  if (found === undefined) return key
  const isFirst = startsWith(words, found.long)
  const name = isFirst ? words.slice(found.long.length) : words.slice(0, -found.long.length)
  const isTwice = name.length > 1 && name[0] === found.short
  return [found.short, ...(isTwice ? name.slice(1) : name)].join(' ')
}

/** Whether a key is a legal form and no name. Example: 'нко' → yes, 'нко маяк' → no */
export function isLegalForm(key: string): boolean {
  return legalForms().all.some((form) => form.join(' ') === key)
}

/** Whether a legal form is written in the name. Example: 'ММ_Маяк' → no, 'Фонд «Маяк»' → yes */
export function hasLegalForm(name: string): boolean {
  return organisationCore(name) !== organisationKey(name)
}

/** Whether a text starts as names of organisations do: with a legal form, «Совет ветеранов» or a quotation mark. */
export function looksLikeOrganisation(text: string): boolean {
  if (/^\s*[«"“„‘'‹]/.test(text)) return true
  const words = foldedWords(text)
  return [...legalForms().all, ['совет', 'ветеранов']].some((form) => words.length > form.length && startsWith(words, form))
}

function withoutForm(words: readonly string[]): string[] {
  const forms = legalForms().all.filter((form) => form.length < words.length)
  const first = forms.find((form) => startsWith(words, form))
  if (first) return words.slice(first.length)
  const last = forms.find((form) => startsWith(words.slice(-form.length), form))
  return words.slice(0, words.length - (last?.length ?? 0))
}

function startsWith(words: readonly string[], form: readonly string[]): boolean {
  return form.every((word, at) => words[at] === word)
}

function foldedWords(name: string): string[] {
  return (
    folded(name)
      .replace(dotted, undotted)
      .match(/[\p{L}\p{M}\p{N}+&]+/gu) ?? []
  )
}

function undotted(letters: string): string {
  return `${letters.replace(/[.\s]/g, '')} `
}
