/** All that is owed on a deal now: what «Сегодня», reminders, escalations and the table of breaches are made of. */

import type { Deal } from '../deal/deal'
import type { Office } from '../office/office'
import type { Clause } from '../text/clauses.ru'
import type { LocalDateTime } from '../time/localTime'
import { closeAfterFeedback, closeCard, completeCard, distributeCard } from './duties/closing'
import { decideOnExternal } from './duties/external'
import { addLink, enterReport, fillCard, holdConsultation, receiveReport } from './duties/holding'
import { assignTime, callAgain, callClient, decideUnreached, tellClient } from './duties/intake'
import { noteMoveReason, reassignConsultant, returnWithinLimit, settleWish } from './duties/moving'
import { counted } from './history'
import type { ObligationRule, Owed } from './obligation'
import * as text from './obligationText'

interface Row {
  readonly rule: ObligationRule
  /** «Позвонить». */
  readonly deed: string
  readonly about: text.About
}

/** The rows of the table «Obligations» that stand for one deal, in its order. The clause in front has its sentence in clauses.ru.ts. */
const rows = {
  'I5.call': { rule: callClient, deed: 'Позвонить', about: text.request },
  'I7.next': { rule: callAgain, deed: 'Позвонить ещё раз', about: text.lastAttempt },
  'I7.decide': { rule: decideUnreached, deed: 'Решить, не дозвонились', about: text.lastAttempt },
  'A1.assign': { rule: assignTime, deed: 'Назначить', about: text.request },
  'A1.tell': { rule: tellClient, deed: 'Сообщить клиенту', about: text.tellOf },
  'A4.hold': { rule: holdConsultation, deed: 'Провести консультацию', about: text.consultation },
  'C2.link': { rule: addLink, deed: 'Указать ссылку', about: text.consultation },
  'T2.decide': { rule: decideOnExternal, deed: 'Решить о внешнем консультанте', about: text.externalAsked },
  'G5.limit': { rule: returnWithinLimit, deed: 'Решить о переносе', about: text.firstTime },
  'G6.reassign': { rule: reassignConsultant, deed: 'Передать другому консультанту', about: text.cannotHold },
  'G5.wish': { rule: settleWish('move'), deed: 'Клиент просит другое время', about: text.wished },
  'A1.wish': { rule: settleWish('call'), deed: 'Клиент просит позвонить', about: text.wished },
  'A2.wish': { rule: settleWish('cancel'), deed: 'Клиент просит отменить', about: text.wished },
  'R1.reason': { rule: noteMoveReason, deed: 'Указать причину переноса', about: text.consultation },
  'C8.fill': { rule: fillCard, deed: 'Заполнить карточку', about: text.consultation },
  'C9.report': { rule: receiveReport, deed: 'Получить отчёт эксперта', about: text.consultation },
  'C9.enter': { rule: enterReport, deed: 'Внести отчёт в карточку', about: text.reportCame },
  'K4.complete': { rule: completeCard, deed: 'Дозаполнить карточку', about: text.lacking },
  'K6.close': { rule: closeCard, deed: 'Закрыть', about: text.consultation },
  'K1.project': { rule: distributeCard, deed: 'Распределить по проектам', about: text.consultation },
  'K7.close': { rule: closeAfterFeedback, deed: 'Завершить, отзыв запрошен', about: text.feedbackAsked },
} as const satisfies Readonly<Record<`${Clause}.${string}`, Row>>

export type ObligationKey = keyof typeof rows

/** A row, opened for a deal. */
export interface Obligation extends Owed {
  readonly key: ObligationKey
  /** 'I5'. */
  readonly clause: string
  readonly dealId: number
  /** The deed, «Позвонить: АНО «Маяк»». */
  readonly subject: string
}

/**
 * Obligations of a deal that are open now: opened (opensAt inclusive) and not met, overdue ones among them. In the order of the table.
 *
 * @example a request from the site, received Friday 14:10, on Monday 9:00
 *   // → I5.call and A1.assign of the office manager, both due Monday 14:10
 */
export function obligationsOf(deal: Deal, office: Office, now: LocalDateTime): Obligation[] {
  return owedOn(deal, office, now).filter(({ opensAt }) => opensAt <= now)
}

/** The same, with those that are known now and open later. */
export function owedOn(deal: Deal, office: Office, now: LocalDateTime): Obligation[] {
  return (Object.keys(rows) as ObligationKey[]).flatMap((key) => {
    const owed = rows[key].rule(deal, office, now)
    if (owed === null) return []
    return [
      {
        key,
        clause: key.split('.')[0] ?? key,
        dealId: deal.id,
        subject: obligationTitle(key, deal),
        ...(key === 'A4.hold' ? owed : counted(owed, deal, office)),
      },
    ]
  })
}

/** The deed and whom it is for. Example: obligationTitle('I5.call', deal) → «Позвонить: АНО «Маяк»». */
export function obligationTitle(key: ObligationKey, deal: Deal): string {
  return `${rows[key].deed}: ${deal.organisation || deal.contact || `сделка № ${deal.id}`}`
}

/** Why it is owed. Example: obligationDetail('I5.call', deal, now, office) → «с сайта, вчера 14:10». */
export function obligationDetail(key: ObligationKey, deal: Deal, now: LocalDateTime, office: Pick<Office, 'required'>): string {
  return rows[key].about(deal, now, office)
}
