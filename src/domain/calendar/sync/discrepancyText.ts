/** A line of «Расхождения» in words: what stands in the calendar, what is wrong with it, what can be done. */

import { cutLine } from '../../letter/plainLine'
import { fullDayTime } from '../../text/russian'
import type { LocalDateTime } from '../../time/localTime'
import { askReasons } from '../slotTitle'
import type { Discrepancy, DiscrepancyKind } from './decision'

/** What a person may choose; the button's title. */
export const outcomeTitles = {
  putBack: 'вернуть как было',
  repair: 'исправить название',
  accept: 'принять с причиной',
  reassign: 'переназначить',
  release: 'снять запись',
  link: 'записать на сделку',
  create: 'создать сделку',
  free: 'сделать свободным слотом',
  ignore: 'это не ошибка',
  confirm: 'да, это так',
  handOver: 'передать этому консультанту',
  restoreAddress: 'вернуть адрес календаря',
  anew: 'завести там заново',
} as const
export type Outcome = keyof typeof outcomeTitles

const lasting: readonly Outcome[] = ['ignore', 'accept', 'confirm', 'reassign']

/** Whether what a person decided («это не ошибка») holds while the facts are the same; anything else was a deed, and a line that is so again opens again. */
export function isLasting(solved: string): boolean {
  return lasting.some((outcome) => solved.startsWith(outcomeTitles[outcome]))
}

/** Outcomes of each kind, the likeliest first. */
const outcomesOf: Readonly<Record<DiscrepancyKind, readonly Outcome[]>> = {
  unread: ['repair', 'ignore'],
  noTime: ['ignore'],
  unknownBooking: ['create', 'link', 'free', 'ignore'],
  likeness: ['link', 'create', 'free', 'ignore'],
  several: ['link', 'ignore'],
  notReady: ['link', 'free', 'ignore'],
  cannotBook: ['link', 'free', 'ignore'],
  duplicate: ['link', 'free', 'create', 'ignore'],
  copy: ['link', 'free', 'ignore'],
  heldAhead: ['free', 'ignore'],
  offered: ['link', 'free', 'ignore'],
  which: ['link', 'ignore'],
  recast: ['reassign', 'release'],
  longSlot: ['ignore'],
  cannotMove: ['putBack', 'accept', 'reassign', 'release'],
  overlap: ['reassign', 'ignore'],
  breaks: ['reassign', 'release', 'ignore'],
  bookedUnread: ['putBack', 'release'],
  bookedNoTime: ['putBack', 'release'],
  otherOrganisation: ['putBack', 'release', 'ignore'],
  otherConsultant: ['handOver', 'putBack', 'release'],
  declined: ['reassign', 'ignore'],
  cannotReassign: ['putBack', 'release'],
  limit: ['putBack', 'reassign', 'accept'],
  refused: ['ignore'],
  manyGone: ['confirm', 'restoreAddress'],
  otherZone: ['confirm'],
  amoGone: ['confirm', 'anew'],
  amoRefused: ['anew', 'ignore'],
}

const unreadable = askReasons.unreadable

type Sentence = (it: Discrepancy) => string

const sentences: Readonly<Record<DiscrepancyKind, Sentence>> = {
  unread: ({ why = '' }) => `Название не читается ни как слот, ни как запись (G1)${why === '' || why === unreadable ? '' : `: ${why}`}.`,
  noTime: () => 'Слот или запись без часов: на весь день (G1). Укажите время.',
  unknownBooking: ({ detail }) => `Запись «${detail}» сделана в календаре, а открытой сделки этой организации нет (I9).`,
  likeness: ({ deal, detail }) =>
    `В записи названа организация, похожая на «${detail}» (сделка № ${deal}). Если это она, запишите на сделку (G3).`,
  several: ({ detail }) => `У этой организации несколько открытых сделок: № ${detail}. Выберите, на какую записать (G3).`,
  notReady: ({ deal }) => `Сделка № ${deal} ещё не принята в работу, поэтому запись в календаре её не назначает (I5).`,
  cannotBook: ({ deal, detail }) => `Запись в календаре не назначает сделку № ${deal}. ${detail}`,
  duplicate: ({ deal }) => `Организация уже записана на другое время, сделка № ${deal} (A3).`,
  copy: ({ deal }) => `Это копия записи сделки № ${deal}: консультация стоит в календаре дважды (A3).`,
  heldAhead: ({ deal }) =>
    `Консультация, сделка № ${deal}, уже проведена, а её запись стоит в календаре впереди. Освободите час; новую встречу назначьте на новой сделке (A3).`,
  offered: ({ deal, detail }) => `О записи «${detail}» уже спрашивали; теперь есть открытая сделка № ${deal}. Если это она, запишите (G3).`,
  which: ({ deal, detail }) =>
    `Событие сделки № ${deal} («${detail}») убрано, а похожих записей несколько. Если консультация теперь здесь, запишите (G5).`,
  recast: ({ deal, detail }) =>
    `Серию в календаре изменили целиком, и запись сделки № ${deal} («${detail}») из него пропала. Карточка стоит на прежнем времени, никто не извещён: перенесите её на другой час, передайте или снимите (G5).`,
  longSlot: ({ detail }) =>
    `${detail === 'night' ? 'Слот вне рабочего дня' : 'Слот длиннее рабочего дня'}: предлагаются только его рабочие часы (G1). Если это ошибка, исправьте время.`,
  cannotMove: ({ deal, detail }) =>
    `Консультация, сделка № ${deal}, передвинута в календаре, а так её не провести: ${detail}. Карточка стоит на прежнем времени, никто не извещён (G5).`,
  overlap: ({ deal, detail }) =>
    detail === ''
      ? `Пересекается с другой записью в календаре у того же консультанта (сделка № ${deal}).`
      : `Пересекается с записью сделки № ${detail} у того же консультанта (сделка № ${deal}).`,
  breaks: ({ deal, detail }) => `Консультация, сделка № ${deal}, назначена, но ${detail}. Передайте или перенесите её (G6).`,
  otherConsultant: ({ deal, detail, consultant }) =>
    `Запись сделки № ${deal} переименована: вместо ${consultant} стоит ${detail}. Кому вести, решает офис (G6); до решения никто не извещён.`,
  refused: ({ detail }) => `Google не даёт изменить событие: ${detail}. Освободите или исправьте его в календаре вручную.`,
  bookedUnread: ({ deal, detail }) => `Запись сделки № ${deal} переименована так, что не читается; было «${detail}» (R1).`,
  bookedNoTime: ({ deal }) => `Запись сделки № ${deal} стоит на весь день, без часов (R1).`,
  otherOrganisation: ({ deal, detail }) => `В записи сделки № ${deal} теперь другая организация; в карточке «${detail}» (R1).`,
  declined: ({ deal, consultant }) => `${consultant} отклонил(а) приглашение на консультацию, сделка № ${deal} (G6).`,
  cannotReassign: ({ deal, detail }) => `Запись сделки № ${deal} отдана другому консультанту, а карточка так не может. ${detail}`,
  manyGone: ({ detail }) =>
    `В календаре нет сразу многих записей: ${detail}. Никто не снят и не извещён. Верните адрес календаря в настройках или события из корзины; если записи сняты нарочно, подтвердите.`,
  otherZone: ({ detail }) =>
    `Часовой пояс офиса сменили, и у записей в календаре теперь другой час, чем в карточках: ${detail}. Никто не извещён. Верните прежний пояс в настройках; если верен новый, подтвердите: карточки возьмут часы календаря, клиентам уйдут письма о переносе.`,
  amoGone: ({ deal, detail }) =>
    `Сделки № ${deal} в amoCRM больше нет: ${detail}. Если так и надо, она ведётся только здесь; иначе заведите её там заново (I5).`,
  amoRefused: ({ deal, detail }) =>
    `amoCRM не принимает сделку № ${deal}: ${detail}. Исправьте там или здесь, программа повторит после правки.`,
  limit: ({ deal, detail }) => `Консультация, сделка № ${deal}, перенесена дальше разрешённого от ${detail} (G5).`,
}

export function discrepancyText(it: Discrepancy): string {
  return shown(sentences[it.kind](it))
}

/** What stands in the calendar. Example: «ММ_Фонд «Надежда», пт 27 ноября, 10:00» */
export function eventText({ event, kind }: Pick<Discrepancy, 'event'> & { readonly kind?: DiscrepancyKind }, now: LocalDateTime): string {
  if (event.start === '') return shown(event.title)
  if (kind !== undefined && ofSeries.includes(kind) && event.recurringEventId !== '') return `${shown(event.title)}, повторяется`
  return `${shown(event.title)}, ${fullDayTime(event.allDay ? event.start.slice(0, 10) : event.start, now)}`
}

/** A line of the sheet holds so much of what people typed in the calendar, where it stands whole. */
const room = 5_000

function shown(text: string): string {
  return text.length > room ? `${cutLine(text, room)}…` : text
}

/** Those that are possible now. */
export function outcomesFor({ kind, detail, why = '', event }: Discrepancy): readonly Outcome[] {
  const isSeries = ofSeries.includes(kind) && event.recurringEventId !== ''
  const isImpossible: Partial<Readonly<Record<Outcome, boolean>>> = {
    repair: detail === '' || detail.length > room,
    link: isSeries,
    accept: kind === 'cannotMove' && why === 'firm',
    ignore: kind === 'breaks' && why === 'firm',
    restoreAddress: why !== 'other',
  }
  return outcomesOf[kind].filter((outcome) => isImpossible[outcome] !== true)
}

const repairs = `${outcomeTitles.repair} на «`
const separator = '; '

/** Outcomes in words, with what the first of them would write. Example: «исправить название на «ММ консультация»; это не ошибка» */
export function proposedText(it: Discrepancy): string {
  return outcomesFor(it)
    .map((outcome) => (outcome === 'repair' ? `${repairs}${it.detail}»` : outcomeTitles[outcome]))
    .join(separator)
}

/** The title that «исправить название» writes, out of proposedText; '' = it is not offered. */
export function proposedTitle(proposed: string): string {
  const others = outcomesOf.unread.slice(1).map((outcome) => `»${separator}${outcomeTitles[outcome]}`)
  const end = proposed.lastIndexOf(others.join(''))
  return proposed.startsWith(repairs) && end > 0 ? proposed.slice(repairs.length, end) : ''
}

/** The outcomes out of proposedText, never others than the kind has: people can type into the sheet. */
export function outcomesIn(kind: DiscrepancyKind, proposed: string): readonly Outcome[] {
  const title = proposedTitle(proposed)
  const rest = title === '' ? proposed : proposed.slice(repairs.length + title.length + 1 + separator.length)
  const titles = rest.split(separator)
  return outcomesOf[kind].filter((outcome) => (outcome === 'repair' ? title !== '' : titles.includes(outcomeTitles[outcome])))
}

/** Kinds that say something of a booking that stands: once it is off they are so no more. */
export const ofBooking: readonly DiscrepancyKind[] = [
  ...(['cannotMove', 'overlap', 'breaks', 'bookedUnread', 'bookedNoTime', 'otherOrganisation', 'otherConsultant'] as const),
  ...(['declined', 'cannotReassign', 'limit', 'which', 'recast'] as const),
]

/** Kinds that a look at the calendar knows nothing of. */
export const ofAmo: readonly DiscrepancyKind[] = ['amoGone', 'amoRefused']

/** Kinds that say something of an event and of no booking: one series is one line. */
const ofSeries: readonly DiscrepancyKind[] = ['unread', 'noTime', 'longSlot', 'unknownBooking', 'duplicate', 'likeness']

/** One line for one event, or one series, and one kind of trouble: the same is not listed twice. Example: 'unread:abc123' */
export function discrepancyKey({ kind, event }: Pick<Discrepancy, 'kind' | 'event'>): string {
  return `${kind}:${ofSeries.includes(kind) && event.recurringEventId !== '' ? event.recurringEventId : event.id}`
}
