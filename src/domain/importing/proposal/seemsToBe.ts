/** Whether a file is an export of consultations, and what it seems to be where it is not. */

import type { ImportKind } from '../importKind'
import { plainHeading } from './headingWords'
import type { Plan } from './plan'
import type { Target } from './targets'

/** null `kind` = nothing that can be imported. */
export interface Stranger {
  readonly kind: ImportKind | null
  /** «список контактов». */
  readonly what: string
}

const consulting: readonly Target[] = ['topic', 'consultant', 'format', 'minutes', 'project', 'content', 'start']
/** What only a consultation has: a request for a grant has a topic and a project too. */
const held: readonly Target[] = ['consultant', 'format', 'minutes', 'content', 'start']

/** null = it is an export of consultations: it says who, when, and at least two things about a consultation, a topic, consultant or pipeline and something of its holding among them. */
export function seemsToBe({ targets, headings, words }: Plan, rows: number): Stranger | null {
  const has = (target: Target) => targets.includes(target)
  if (/^\s*<(!doctype|html|head|meta|\?xml)/i.test(headings[0] ?? '')) return { kind: null, what: 'страницу сайта, а не таблицу' }
  if (rows === 0) return { kind: null, what: 'таблицу без строк' }
  const isWho = has('organisation') || has('contact') || has('title')
  const isWhen = has('received') || has('start') || has('closed')
  const told = consulting.filter(has).length
  const isHeld = held.some(has)
  const isOurs =
    has('topic') || has('consultant') || (has('pipeline') && Object.keys(words.pipeline ?? {}).some((word) => word.includes('консульт')))
  const known = other(headings, targets)
  if (isWho && isWhen && isOurs && isHeld && told >= 2 && known?.kind == null) return null
  return known ?? { kind: null, what: named(headings) }
}

/** [headings that tell, how many of them, what it is]. */
const others: readonly (readonly [readonly RegExp[], number, Stranger])[] = [
  [[/инициалы/, /фио/, /роли/, /темы/, /внешний/], 3, { kind: 'staff', what: 'список сотрудников' }],
  [[/^ проект $/, /руководитель/, /внешние эксперты/, /лимит/], 3, { kind: 'projects', what: 'список проектов' }],
  [[/^ дата $/, /^ день $/, /перенос/], 2, { kind: 'workingCalendar', what: 'рабочий календарь' }],
  [
    [/дебет|кредит|приход|расход/, /счет/, /бик/, /назначение плат/, /сумма/, /контрагент/, /инн/],
    3,
    { kind: null, what: 'банковскую выписку или платежи' },
  ],
  [
    [/артикул/, /цена/, /остат|количество|кол во/, /товар|наименование|номенклатур/],
    2,
    { kind: null, what: 'прайс-лист или список товаров' },
  ],
  [[/заказ/, /сумма|стоимость/, /доставк|оплат/], 2, { kind: null, what: 'список заказов' }],
  [[/оклад|зарплат/, /табель|отработано/, /должность/], 2, { kind: null, what: 'ведомость или табель' }],
  [[/мероприят|семинар|событ/, /участник|зарегистр|регистрац|явка/], 2, { kind: null, what: 'список участников мероприятий' }],
  [
    [/сумма|бюджет|софинанс/, /проект/, /конкурс|победител|балл|заявител|организаци|грант/],
    3,
    { kind: null, what: 'список заявок на гранты' },
  ],
  [[/смета|статья/, /план|факт/, /остаток|сумма/], 2, { kind: null, what: 'смету или бюджет' }],
]

function other(headings: readonly string[], targets: readonly Target[]): Stranger | null {
  const names = headings.map(plainHeading)
  const found = others.find(([patterns, least]) => patterns.filter((one) => names.some((name) => one.test(name))).length >= least)
  if (found !== undefined) return found[2]
  const has = (target: Target) => targets.includes(target)
  if (has('stage') || has('pipeline')) return { kind: null, what: 'выгрузку сделок, в которых о консультациях ничего нет' }
  if (has('phone') || has('email'))
    return { kind: null, what: has('contact') || !has('organisation') ? 'список контактов' : 'список организаций' }
  return null
}

const shown = 4

function named(headings: readonly string[]): string {
  const names = headings.filter((heading) => heading !== '').slice(0, shown)
  return names.length < 2 ? 'текст, а не таблицу' : `таблицу со столбцами ${names.map((name) => `«${name}»`).join(', ')}`
}
