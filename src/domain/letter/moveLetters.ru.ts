/** Letters about a booking that moved or went to another consultant: to the client, to the consultant, to the one before (G6, R2). */

import { fullDayTime } from '../text/russian'
import type { LocalDateTime } from '../time/localTime'
import type { ClientBooking, ConsultantBooking, Mail } from './letters.ru'
import { oneLine } from './plainLine'

interface Moved {
  /** Where it stood before. */
  readonly before: LocalDateTime
}

interface Told {
  /** The time that the client knows of; null = the one that it leaves was not told. */
  readonly told: LocalDateTime | null
}

/** Tells the client the new time, and the new consultant where there is one. Example of a subject: «Консультация перенесена: пт 27 ноября, 10:00». */
export function movedClientLetter(facts: ClientBooking & Told): Mail {
  const when = fullDayTime(facts.start, facts.now)
  const isMoved = facts.start !== facts.told
  const was = facts.told === null ? '' : ` (было ${fullDayTime(facts.told, facts.now)})`
  return {
    subject: isMoved ? `Консультация перенесена: ${when}` : `Консультацию проведёт другой консультант: ${when}`,
    body: [
      'Здравствуйте!',
      '',
      isMoved
        ? `Ваша консультация перенесена: теперь ${when}${was}.`
        : `Время вашей консультации прежнее: ${when}. Её проведёт другой консультант.`,
      `Организация: ${oneLine(facts.organisation)}`,
      `Консультант: ${oneLine(facts.consultantName)}`,
      ...(facts.place === '' ? [] : [`Где: ${oneLine(facts.place)}`]),
      '',
      `Если время не подходит, пожалуйста, скажите нам заранее${facts.centrePhone ? `: ${oneLine(facts.centrePhone)}` : ''}.`,
      '',
      oneLine(facts.centreName),
    ].join('\n'),
  }
}

/** Tells the consultant that somebody else has moved his consultation, and why (R2). The subject names no person and no organisation. */
export function movedConsultantLetter(facts: ConsultantBooking & Moved & { readonly reason: string }): Mail {
  const when = fullDayTime(facts.start, facts.now)
  return {
    subject: `Консультация перенесена: ${when}, сделка № ${facts.dealId}`,
    body: [
      `Консультация перенесена: теперь ${when} (было ${fullDayTime(facts.before, facts.now)}).`,
      '',
      `Организация: ${oneLine(facts.organisation)}`,
      `Причина: ${oneLine(facts.reason)}`,
      `Сделка: № ${facts.dealId}`,
      '',
      oneLine(facts.centreName),
    ].join('\n'),
  }
}

/** A plain note to the consultant who does not hold it any more (G6). */
export function leftConsultantLetter(
  facts: Pick<ConsultantBooking, 'centreName' | 'organisation' | 'now' | 'dealId'> & { readonly before: LocalDateTime },
): Mail {
  const when = fullDayTime(facts.before, facts.now)
  return {
    subject: `Консультация передана другому консультанту: ${when}, сделка № ${facts.dealId}`,
    body: [
      `Консультацию ${when} (${oneLine(facts.organisation)}) проведёт другой консультант. От вас ничего не нужно.`,
      '',
      oneLine(facts.centreName),
    ].join('\n'),
  }
}
