/** Letters about a booking: to the client (A1) and to the consultant (A4, R2). */

import { phoneKey, showPhone } from '../client/phone'
import type { Format } from '../deal/deal'
import { formatTitles } from '../deal/words'
import { counted, fullDayTime } from '../text/russian'
import type { LocalDateTime } from '../time/localTime'
import { oneLine } from './plainLine'
import { theirName, theirWords } from './theirs'

export interface Mail {
  readonly subject: string
  /** Plain text. */
  readonly body: string
}

export interface ClientBooking {
  readonly centreName: string
  readonly centrePhone: string
  readonly organisation: string
  readonly start: LocalDateTime
  readonly now: LocalDateTime
  readonly consultantName: string
  readonly format: Format
  /** Room, address or link; '' when it is not known yet. */
  readonly place: string
  /** ⟦1⟧ of the letter is the client's page. */
  readonly hasPage?: boolean
}

export interface ConsultantBooking extends ClientBooking {
  readonly dealId: number
  readonly contact: string
  readonly phone: string
  readonly request: string
  /** An external consultant has no register and no calendar to change: a report instead of the card (C3). */
  readonly external?: boolean
  /** G5, working days; left out of the letter when absent. */
  readonly moveLimitDays?: number
}

/** Tells the client the time (A1). Example of a subject: «Консультация назначена: пт 27 ноября, 10:00». */
export function bookedClientLetter(facts: ClientBooking): Mail {
  return clientLetter(facts, 'Консультация назначена', 'Консультация для вас назначена')
}

/** The working day before. Example of a subject: «Напоминание о консультации: пт 27 ноября, 10:00». */
export function remindedClientLetter(facts: ClientBooking): Mail {
  return clientLetter(facts, 'Напоминание о консультации', 'Напоминаем о вашей консультации')
}

function clientLetter(facts: ClientBooking, subject: string, said: string): Mail {
  const when = fullDayTime(facts.start, facts.now)
  return {
    subject: `${subject}: ${when}`,
    body: lines([
      'Здравствуйте!',
      '',
      `${said}: ${when}.`,
      line('Организация', theirName(facts.organisation)),
      line('Консультант', facts.consultantName),
      howForClient(facts),
      '',
      ...ifItDoesNotSuit(facts),
      '',
      oneLine(facts.centreName),
    ]),
  }
}

/** What the client can do about it: his page, and the phone. */
export function ifItDoesNotSuit({ centrePhone, hasPage }: ClientBooking): string[] {
  const page = hasPage === true ? ['Подтвердить, попросить другое время или отменить: ⟦1⟧', ''] : []
  return [...page, `Если время не подходит, пожалуйста, скажите нам заранее${centrePhone ? `: ${oneLine(centrePhone)}` : ''}.`]
}

/** Tells the consultant what to hold, when and for whom (A4). The subject names no person and no organisation. */
export function bookedConsultantLetter(facts: ConsultantBooking): Mail {
  const when = fullDayTime(facts.start, facts.now)
  return {
    subject: `Вам назначена консультация: ${when}, сделка № ${facts.dealId}`,
    body: lines([
      `Проведите консультацию: ${when}, ${formatTitles[facts.format]}.`,
      '',
      line('Организация', theirName(facts.organisation)),
      line('Контакт', [theirName(facts.contact), phoneOf(facts.phone)].filter(Boolean).join(', ')),
      line('Вопрос', theirWords(facts.request)),
      ...placeForConsultant(facts),
      line('Сделка', `№ ${facts.dealId}`),
      '',
      ...(facts.external ? externalDuties : staffDuties(facts.moveLimitDays)),
      '',
      oneLine(facts.centreName),
    ]),
  }
}

export interface CancelledBooking {
  readonly centreName: string
  readonly centrePhone?: string
  readonly organisation: string
  readonly start: LocalDateTime
  readonly now: LocalDateTime
  readonly dealId: number
}

/** Tells the consultant that a booking was cancelled and the time is free again (R2). */
export function cancelledConsultantLetter(facts: CancelledBooking): Mail {
  const when = fullDayTime(facts.start, facts.now)
  return {
    subject: `Консультация отменена: ${when}, сделка № ${facts.dealId}`,
    body: lines([
      `Консультация ${when} отменена, время снова свободно.`,
      line('Организация', theirName(facts.organisation)),
      line('Сделка', `№ ${facts.dealId}`),
      '',
      oneLine(facts.centreName),
    ]),
  }
}

/** Tells the client that the time does not hold, and how to come to another (A2). */
export function cancelledClientLetter({ centreName, centrePhone, organisation, start, now }: CancelledBooking): Mail {
  const when = fullDayTime(start, now)
  const phone = oneLine(centrePhone ?? '')
  return {
    subject: `Консультация отменена: ${when}`,
    body: lines([
      'Здравствуйте!',
      '',
      `Консультация, назначенная на ${when}, не состоится.`,
      line('Организация', theirName(organisation)),
      '',
      `Чтобы выбрать другое время, ответьте на это письмо${phone === '' ? '' : ` или позвоните: ${phone}`}. Если вы отменили её сами, ничего делать не нужно.`,
      '',
      oneLine(centreName),
    ]),
  }
}

const externalDuties = [
  'Если не можете в это время, сообщите офис-менеджеру как можно раньше.',
  'После консультации заполните отчёт на следующий рабочий день до 18:00; ссылку на него пришлём письмом.',
]

function staffDuties(limit: number | undefined): string[] {
  const within = limit === undefined ? '' : ` не больше чем на ${counted(limit, 'рабочий день', 'рабочих дня', 'рабочих дней')}`
  return [
    `Если не можете в это время, договоритесь с клиентом и перенесите событие в календаре${within} (G5) или сообщите офис-менеджеру (G6).`,
    'После консультации заполните в карточке содержание, рекомендации, продолжительность и проект (C5–C7).',
  ]
}

const placeTitles: Readonly<Record<Format, string>> = { inPerson: 'Где', phone: 'Телефон', online: 'Ссылка' }

/** Where, by which link, or that he is called. */
export function howForClient({ format, place, centrePhone }: ClientBooking): string {
  const where = oneLine(place)
  if (format === 'phone') return 'Как: по телефону, консультант вам позвонит.'
  if (format === 'online')
    return where ? `Как: ${formatTitles.online}, ссылка: ${where}` : `Как: ${formatTitles.online}, ссылку пришлём до начала.`
  if (where) return `Где: ${where}`
  return `Где: очно, адрес подскажем${centrePhone ? ` по телефону ${oneLine(centrePhone)}` : ''}.`
}

/** [] = none is known yet. */
export function placeForConsultant(facts: ConsultantBooking): string[] {
  const where = line(placeTitles[facts.format], isOwnPhone(facts) ? '' : facts.place)
  return where === null ? [] : [where]
}

/** The client's phone already stands in «Контакт». */
function isOwnPhone({ format, place, phone }: ConsultantBooking): boolean {
  return format === 'phone' && phoneKey(place) === phoneKey(phone)
}

function phoneOf(phone: string): string {
  return showPhone(phoneKey(phone)) || theirName(phone)
}

/** What people typed stands on one line, so that it cannot pass for the letter's own words; null = nothing to say. */
function line(title: string, value: string): string | null {
  const text = oneLine(value)
  return text ? `${title}: ${text}` : null
}

function lines(all: readonly (string | null)[]): string {
  return all.filter((one) => one !== null).join('\n')
}
