/** What an obligation is about, beside its deed, on «Сегодня» and in letters; times as people say them beside now. */

import { missingDealFields } from '../deal/card'
import type { Channel, Deal } from '../deal/deal'
import { lastSaid } from '../external/clientSaid'
import { wishedHours } from '../intake/wishedTimes'
import type { Office } from '../office/office'
import { counted, dayTime } from '../text/russian'
import { wishText } from '../text/visitText.ru'
import type { LocalDateTime } from '../time/localTime'

export type About = (deal: Deal, now: LocalDateTime, office: Pick<Office, 'required'>) => string

const fromChannel: Readonly<Record<Channel, string>> = {
  site: 'с сайта',
  phoneOffice: 'по телефону',
  phoneStaff: 'через сотрудника',
  email: 'по почте',
  social: 'из соцсетей',
}

/** «с сайта, вчера 14:10; удобно: пт 27 ноября, 10:00». */
export const request: About = (deal, now) => {
  const hours = wishedHours(deal.wishedTimes).map((hour) => dayTime(hour, now))
  return joined(
    '; ',
    `${fromChannel[deal.channel]}, ${dayTime(deal.received, now)}`,
    hours.length === 0 ? '' : `удобно: ${hours.join(', ')}`,
  )
}

export const lastAttempt: About = (deal, now) =>
  `${counted(deal.attempts, 'попытка', 'попытки', 'попыток')}, последняя ${said(deal.lastAttemptAt, now)}`

/** «завтра 10:00, ММ». */
export const consultation: About = (deal, now) => joined(', ', said(deal.start, now), deal.consultant)

export const tellOf: About = (deal, now, office) =>
  deal.start === null ? 'консультация отменена, клиент об этом не знает' : consultation(deal, now, office)

export const externalAsked: About = (deal) => joined(', ', deal.consultant || deal.agreedWith, deal.project)

export const firstTime: About = (deal, now, office) =>
  `${consultation(deal, now, office)}; впервые назначена на ${said(deal.firstStart, now)}`

export const cannotHold: About = (deal, now, office) =>
  joined('; ', consultation(deal, now, office), deal.cannotHold.replace(/^[\d. :]{16,18}/, ''))

export const reportCame: About = (deal, now) => `отчёт получен ${said(deal.reportReceivedAt, now)}`

export const lacking: About = (deal, _now, { required }) =>
  `не хватает: ${missingDealFields(deal, 'won', required)
    .map(({ title }) => title)
    .join(', ')}`

export const feedbackAsked: About = (deal, now) => `отзыв запрошен ${said(deal.feedbackAskedAt ?? deal.stageSince, now)}`

/** «завтра 10:00, ММ; просит отменить — заболела». */
export const wished: About = (deal, now, office) => {
  const said = lastSaid(deal)
  return joined('; ', consultation(deal, now, office), said === null ? '' : wishText(said, now))
}

function joined(by: string, ...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(by)
}

function said(at: LocalDateTime | null, now: LocalDateTime): string {
  return at === null ? '' : dayTime(at, now)
}
