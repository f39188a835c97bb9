/** The one letter of a run to one person: what to do, what is overdue with others, the director's digest. Plain and as HTML. */

import { counted, fullDayTime, overdueBy } from '../text/russian'
import type { LocalDateTime } from '../time/localTime'
import { escapeHtml } from './html'
import { letterFrame } from './letterHtml'
import type { Mail } from './letters.ru'
import { cutLine, oneLine } from './plainLine'
import { theirLine } from './theirs'

export interface ToldItem {
  /** The deed, «Позвонить: АНО «Маяк»». */
  readonly subject: string
  /** Why, «с сайта, пт 20 ноября, 14:10». */
  readonly detail: string
  readonly clause: string
  readonly due: LocalDateTime
  /** Who owes it, where it is not the reader; else ''. */
  readonly who: string
  /** Where it is done; '' = the reader has no access. */
  readonly url: string
}

export interface ControlNews {
  readonly centreName: string
  readonly now: LocalDateTime
  readonly owed: readonly ToldItem[]
  /** Of others: told because the procedure says so. */
  readonly overdue: readonly ToldItem[]
  /** Overdue lines; one that nobody owes is told for information. */
  readonly digest: { readonly overdue: readonly ToldItem[]; readonly breaches: number } | null
}

/** Items of a section that a letter names; the others stand in «Контроль». */
const namedItems = 40

/** A digest that is longer is told person by person, the latest deeds of each by name. */
const plainDigest = 12
const namedOfPerson = 3

interface Section {
  readonly title: string
  readonly items: readonly ToldItem[]
  /** How many are named. */
  readonly named: number
  /** All of one person, who stands in the title. */
  readonly ofOne?: boolean
}

/** The subject names no person and no organisation. Example: «Напоминание: 3 дела; просрочено: получить отчёт эксперта (C9)». */
export function controlLetter(news: ControlNews): Mail & { readonly html: string } {
  const sections = sectionsOf(news)
  const end = oneLine(news.centreName)
  return {
    subject: subjectOf(news),
    body: ['Здравствуйте!', '', ...sections.flatMap((section) => [...plainSection(section, news.now), '']), end].join('\n'),
    html: letterFrame(`<p>Здравствуйте!</p>${sections.map((section) => htmlSection(section, news.now)).join('')}<p>${escapeHtml(end)}</p>`),
  }
}

function subjectOf({ owed, overdue, digest, now }: ControlNews): string {
  const first = owed.length === 1 ? `${deedOf(owed)} до ${fullDayTime(owed[0]?.due ?? now, now)}` : deeds(owed.length)
  const late = overdue.length === 1 ? deedOf(overdue) : deeds(overdue.length)
  const parts = [
    ...(owed.length === 0 ? [] : [`напоминание: ${first}`]),
    ...(overdue.length === 0 ? [] : [`просрочено: ${late}`]),
    ...(digest === null ? [] : [digestTitle(digest)]),
  ]
  return capital(parts.join('; '))
}

/** Without the name behind the colon. Example: «Позвонить: АНО «Маяк»», I5 → «позвонить (I5)». */
function deedOf([item]: readonly ToldItem[]): string {
  const deed = cutLine(theirLine(item?.subject.split(':')[0] ?? ''), 80)
  return `${deed.charAt(0).toLowerCase()}${deed.slice(1)} (${item?.clause})`
}

function deeds(n: number): string {
  return counted(n, 'дело', 'дела', 'дел')
}

function digestTitle({ overdue, breaches }: NonNullable<ControlNews['digest']>): string {
  const late = overdue.filter(isOwed).length
  const standing = late === 0 ? 'просроченного нет' : `просрочено ${deeds(late)}`
  const since = counted(breaches, 'новое нарушение срока', 'новых нарушения сроков', 'новых нарушений сроков')
  return `сводка: ${standing}${breaches === 0 ? '' : `, ${since}`}`
}

function sectionsOf({ owed, overdue, digest }: ControlNews): Section[] {
  const all = [
    { title: 'Что сделать', items: owed, named: namedItems },
    { title: 'Просрочено, об этом сообщают вам', items: overdue, named: namedItems },
  ].filter(({ items }) => items.length > 0)
  if (digest === null) return all
  const known = digest.overdue.filter((item) => !isOwed(item))
  const late = digest.overdue.filter(isOwed)
  const summary = { title: capital(digestTitle(digest)), items: late.length > plainDigest ? [] : late, named: namedItems }
  const people = late.length > plainDigest ? byPerson(late) : []
  return [...all, summary, ...people, ...(known.length === 0 ? [] : [{ title: 'К сведению', items: known, named: namedItems }])]
}

/** Who owes most comes first; of each the longest overdue by name. */
function byPerson(items: readonly ToldItem[]): Section[] {
  const names = [...new Set(items.map(({ who }) => who))]
  return names
    .map((who) => ({ who, items: items.filter((item) => item.who === who) }))
    .sort((a, b) => b.items.length - a.items.length)
    .map(({ who, items: own }) => ({ title: `${capital(who)}: ${deeds(own.length)}`, items: own, named: namedOfPerson, ofOne: true }))
}

function isOwed({ who }: ToldItem): boolean {
  return who !== ''
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function plainSection({ title, items, named, ofOne }: Section, now: LocalDateTime): string[] {
  const said = items.slice(0, named).flatMap((item, at) => {
    const facts = [...factsOf(item, now), item.url].filter((fact) => fact !== '')
    return [`${at + 1}. ${headOf(item, ofOne)}`, ...facts.map((fact) => `   ${fact}`)]
  })
  return [`${title}.`, ...said, ...others(items, named)]
}

const itemLook = 'margin:0 0 8px'

function htmlSection({ title, items, named, ofOne }: Section, now: LocalDateTime): string {
  const said = items.slice(0, named).map((item) => {
    const head = `<b>${escapeHtml(headOf(item, ofOne))}</b>`
    const linked = item.url === '' ? head : `<a href="${escapeHtml(item.url)}">${head}</a>`
    return `<li style="${itemLook}">${[linked, ...factsOf(item, now).map(escapeHtml)].join('<br>')}</li>`
  })
  const list = said.length === 0 ? '' : `<ol>${said.join('')}</ol>`
  return `<p><b>${escapeHtml(title)}.</b></p>${list}${others(items, named)
    .map((line) => `<p>${line}</p>`)
    .join('')}`
}

function others(items: readonly ToldItem[], named: number): string[] {
  return items.length <= named ? [] : [`И ещё ${items.length - named}: лист «Контроль».`]
}

function headOf({ subject, who }: ToldItem, bare = false): string {
  return [theirLine(subject), bare ? '' : who].filter((part) => part !== '').join(' — ')
}

function factsOf(item: ToldItem, now: LocalDateTime): string[] {
  return [theirLine(item.detail), dueWords(item, now)].filter((fact) => fact !== '')
}

/** Late, and nobody's: only a clause. */
function dueWords({ due, clause, who }: ToldItem, now: LocalDateTime): string {
  const late = overdueBy(due, now)
  if (late === '') return `Срок: ${fullDayTime(due, now)} (${clause})`
  return who === '' ? `(${clause})` : `Срок был ${fullDayTime(due, now)} (${clause}), ${late}`
}
