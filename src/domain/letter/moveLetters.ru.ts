/** Letters about a booking that changed: moved, held elsewhere, given to another consultant; to client, consultant and the one before (G6, R2). */

import { formatTitles } from '../deal/words'
import { fullDayTime } from '../text/russian'
import type { LocalDateTime } from '../time/localTime'
import { type ClientBooking, type ConsultantBooking, howForClient, ifItDoesNotSuit, type Mail, placeForConsultant } from './letters.ru'
import { oneLine } from './plainLine'
import { theirLine, theirName } from './theirs'

interface Moved {
  /** The time that the consultant knows of; '' = of none that is still ahead. */
  readonly before: LocalDateTime
}

interface Told {
  /** The time that the client knows of; null = of none that is still ahead. */
  readonly told: LocalDateTime | null
}

/** Tells the client the new time, and the new consultant where there is one. Example of a subject: «Консультация перенесена: пт 27 ноября, 10:00». */
export function movedClientLetter(facts: ClientBooking & Told): Mail {
  const when = fullDayTime(facts.start, facts.now)
  const isMoved = facts.start !== facts.told
  return clientLetter(facts, {
    subject: isMoved ? `Консультация перенесена: ${when}` : `Консультацию проведёт другой консультант: ${when}`,
    said: isMoved
      ? `Ваша консультация перенесена: теперь ${when}${was(facts.told ?? '', facts.now)}.`
      : `Время вашей консультации прежнее: ${when}. Её проведёт другой консультант.`,
  })
}

/** Tells the client how it is held, where that changed or was not known. Example of a subject: «Уточнение о консультации: пт 27 ноября, 10:00». */
export function detailsClientLetter(facts: ClientBooking): Mail {
  const when = fullDayTime(facts.start, facts.now)
  const said = `Время вашей консультации прежнее: ${when}.\nУточняем, как она пройдёт.`
  return clientLetter(facts, { subject: `Уточнение о консультации: ${when}`, said })
}

function was(before: LocalDateTime, now: LocalDateTime): string {
  return before === '' ? '' : ` (было ${fullDayTime(before, now)})`
}

function clientLetter(facts: ClientBooking, { subject, said }: { readonly subject: string; readonly said: string }): Mail {
  return {
    subject,
    body: [
      'Здравствуйте!',
      '',
      said,
      `Организация: ${theirName(facts.organisation)}`,
      `Консультант: ${oneLine(facts.consultantName)}`,
      howForClient(facts),
      '',
      ...ifItDoesNotSuit(facts),
      '',
      oneLine(facts.centreName),
    ].join('\n'),
  }
}

/** Tells the consultant that his consultation has moved, and why where that is known (R2). The subject names no person and no organisation. */
export function movedConsultantLetter(facts: ConsultantBooking & Moved & { readonly reason: string }): Mail {
  const when = fullDayTime(facts.start, facts.now)
  const reason = theirLine(facts.reason)
  return consultantLetter(facts, `Консультация перенесена: ${when}, сделка № ${facts.dealId}`, [
    `Консультация перенесена: теперь ${when}${was(facts.before, facts.now)}.`,
    ...(reason === '' ? [] : [`Причина: ${reason}`]),
  ])
}

/** The same where the time stands. */
export function detailsConsultantLetter(facts: ConsultantBooking): Mail {
  const when = fullDayTime(facts.start, facts.now)
  return consultantLetter(facts, `Уточнение о консультации: ${when}, сделка № ${facts.dealId}`, [`Консультация ${when}: время прежнее.`])
}

/** How it is held stands in each: it may have changed too. */
function consultantLetter(facts: ConsultantBooking, subject: string, said: readonly string[]): Mail {
  return {
    subject,
    body: [
      ...said,
      '',
      `Организация: ${theirName(facts.organisation)}`,
      `Формат: ${formatTitles[facts.format]}`,
      ...placeForConsultant(facts),
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
      `Консультацию ${when} (${theirName(facts.organisation)}) проведёт другой консультант. От вас ничего не нужно.`,
      '',
      oneLine(facts.centreName),
    ].join('\n'),
  }
}
