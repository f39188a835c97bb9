/** What an obligation is called on «Сегодня» and in letters: the deed, and what it is about. */

import { missingDealFields } from '../deal/card'
import type { Channel, Deal } from '../deal/deal'
import type { Office } from '../office/office'
import { counted, dayTime } from '../text/russian'
import type { LocalDateTime } from '../time/localTime'
import type { ObligationKey } from './obligation'

const deeds: Readonly<Record<ObligationKey, string>> = {
  'I5.call': 'Позвонить',
  'I7.next': 'Позвонить ещё раз',
  'I7.decide': 'Решить, не дозвонились',
  'A1.assign': 'Назначить',
  'A1.tell': 'Сообщить клиенту',
  'A4.hold': 'Провести консультацию',
  'T2.decide': 'Решить о внешнем консультанте',
  'G5.limit': 'Решить о переносе',
  'G6.reassign': 'Передать другому консультанту',
  'R1.reason': 'Указать причину переноса',
  'C8.fill': 'Заполнить карточку',
  'C9.report': 'Получить отчёт эксперта',
  'C9.enter': 'Внести отчёт в карточку',
  'K4.complete': 'Дозаполнить карточку',
  'K6.close': 'Закрыть',
  'K7.close': 'Завершить, отзыв запрошен',
}

const fromChannel: Readonly<Record<Channel, string>> = {
  site: 'с сайта',
  phoneOffice: 'по телефону',
  phoneStaff: 'через сотрудника',
  email: 'по почте',
  social: 'из соцсетей',
}

/** The deed and whom it is for. Example: obligationTitle('I5.call', deal) → «Позвонить: АНО «Маяк»». */
export function obligationTitle(key: ObligationKey, deal: Deal): string {
  return `${deeds[key]}: ${deal.organisation || deal.contact || `сделка № ${deal.id}`}`
}

/** Why it is owed, times as people say them beside now. Example: obligationDetail('I5.call', deal, now, office) → «с сайта, вчера 14:10». */
export function obligationDetail(key: ObligationKey, deal: Deal, now: LocalDateTime, office: Pick<Office, 'required'>): string {
  return details[key](deal, now, office)
}

type Detail = (deal: Deal, now: LocalDateTime, office: Pick<Office, 'required'>) => string

const request: Detail = (deal, now) => `${fromChannel[deal.channel]}, ${dayTime(deal.received, now)}`
const lastAttempt: Detail = (deal, now) =>
  `${counted(deal.attempts, 'попытка', 'попытки', 'попыток')}, последняя ${said(deal.lastAttemptAt, now)}`
const consultation: Detail = (deal, now) => [said(deal.start, now), deal.consultant].filter((part) => part !== '').join(', ')

const details: Readonly<Record<ObligationKey, Detail>> = {
  'I5.call': request,
  'I7.next': lastAttempt,
  'I7.decide': lastAttempt,
  'A1.assign': request,
  'A1.tell': (deal, now, office) =>
    deal.start === null ? 'консультация отменена, клиент об этом не знает' : consultation(deal, now, office),
  'A4.hold': consultation,
  'T2.decide': (deal) => [deal.consultant || deal.agreedWith, deal.project].filter((part) => part !== '').join(', '),
  'G5.limit': (deal, now, office) => `${consultation(deal, now, office)}; впервые назначена на ${said(deal.firstStart, now)}`,
  'G6.reassign': (deal, now, office) =>
    [consultation(deal, now, office), deal.cannotHold.replace(/^[\d. :]{16,18}/, '')].filter((part) => part !== '').join('; '),
  'R1.reason': consultation,
  'C8.fill': consultation,
  'C9.report': consultation,
  'C9.enter': (deal, now) => `отчёт получен ${said(deal.reportReceivedAt, now)}`,
  'K4.complete': (deal, _now, { required }) =>
    `не хватает: ${missingDealFields(deal, 'won', required)
      .map(({ title }) => title)
      .join(', ')}`,
  'K6.close': consultation,
  'K7.close': (deal, now) => `отзыв запрошен ${said(deal.feedbackAskedAt ?? deal.stageSince, now)}`,
}

function said(at: LocalDateTime | null, now: LocalDateTime): string {
  return at === null ? '' : dayTime(at, now)
}
