/** A line of «Расхождения» in words: what stands in the calendar, what is wrong with it, what can be done. */

import { cutLine } from '../../letter/plainLine'
import { fullDayTime } from '../../text/russian'
import type { LocalDateTime } from '../../time/localTime'
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
} as const
export type Outcome = keyof typeof outcomeTitles

/** Outcomes of each kind, the likeliest first. */
export const outcomesOf: Readonly<Record<DiscrepancyKind, readonly Outcome[]>> = {
  unread: ['repair', 'ignore'],
  noTime: ['ignore'],
  unknownBooking: ['create', 'link', 'free', 'ignore'],
  several: ['link', 'ignore'],
  notReady: ['link', 'free', 'ignore'],
  cannotBook: ['link', 'free', 'ignore'],
  duplicate: ['free', 'create', 'ignore'],
  copy: ['free', 'ignore'],
  overlap: ['reassign', 'ignore'],
  bookedUnread: ['putBack', 'release'],
  bookedNoTime: ['putBack', 'release'],
  otherOrganisation: ['putBack', 'release', 'ignore'],
  declined: ['reassign', 'ignore'],
  cannotReassign: ['putBack', 'release'],
  limit: ['putBack', 'reassign', 'accept'],
}

type Sentence = (it: Discrepancy) => string

const sentences: Readonly<Record<DiscrepancyKind, Sentence>> = {
  unread: () => 'Название не читается ни как слот, ни как запись (G1).',
  noTime: () => 'Слот или запись без часов: на весь день (G1). Укажите время.',
  unknownBooking: ({ detail }) => `Запись «${detail}» сделана в календаре, а открытой сделки этой организации нет (I9).`,
  several: ({ detail }) => `У этой организации несколько открытых сделок: № ${detail}. Выберите, на какую записать (G3).`,
  notReady: ({ deal }) => `Сделка № ${deal} ещё не принята в работу, поэтому запись в календаре её не назначает (I5).`,
  cannotBook: ({ deal, detail }) => `Запись в календаре не назначает сделку № ${deal}. ${detail}`,
  duplicate: ({ deal }) => `Организация уже записана на другое время, сделка № ${deal} (A3).`,
  copy: ({ deal }) => `Это копия записи сделки № ${deal}: консультация стоит в календаре дважды (A3).`,
  overlap: ({ deal, detail }) => `Пересекается с записью сделки № ${detail} у того же консультанта (сделка № ${deal}).`,
  bookedUnread: ({ deal, detail }) => `Запись сделки № ${deal} переименована так, что не читается; было «${detail}» (R1).`,
  bookedNoTime: ({ deal }) => `Запись сделки № ${deal} стоит на весь день, без часов (R1).`,
  otherOrganisation: ({ deal, detail }) => `В записи сделки № ${deal} теперь другая организация; в карточке «${detail}» (R1).`,
  declined: ({ deal, consultant }) => `${consultant} отклонил(а) приглашение на консультацию, сделка № ${deal} (G6).`,
  cannotReassign: ({ deal, detail }) => `Запись сделки № ${deal} отдана другому консультанту, а карточка так не может. ${detail}`,
  limit: ({ deal, detail }) => `Консультация, сделка № ${deal}, перенесена дальше разрешённого от ${detail} (G5).`,
}

export function discrepancyText(it: Discrepancy): string {
  return shown(sentences[it.kind](it))
}

/** What stands in the calendar. Example: «ММ_Фонд «Надежда», пт 27 ноября, 10:00» */
export function eventText({ event }: Pick<Discrepancy, 'event'>, now: LocalDateTime): string {
  return `${shown(event.title)}, ${fullDayTime(event.allDay ? event.start.slice(0, 10) : event.start, now)}`
}

/** A line of the sheet holds so much of what people typed in the calendar, where it stands whole. */
const room = 5_000

function shown(text: string): string {
  return text.length > room ? `${cutLine(text, room)}…` : text
}

/** Outcomes in words, with what the first of them would write. Example: «исправить название на «ММ консультация»; это не ошибка» */
export function proposedText(it: Discrepancy): string {
  const suggestion = it.kind === 'unread' && it.detail !== '' ? ` на «${shown(it.detail)}»` : ''
  return outcomesOf[it.kind].map((outcome) => `${outcomeTitles[outcome]}${outcome === 'repair' ? suggestion : ''}`).join('; ')
}

/** One line for one event and one kind of trouble: the same is not listed twice. Example: 'unread:abc123' */
export function discrepancyKey({ kind, event }: Pick<Discrepancy, 'kind' | 'event'>): string {
  return `${kind}:${event.id}`
}
