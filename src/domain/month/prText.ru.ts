/** The month's number as it is published on the site and in social networks (S3). */

import { counted, plural } from '../text/russian'
import { tenths } from './count/median'
import type { MonthSummary } from './month'
import { periodIn } from './periodText.ru'

export interface PrTexts {
  readonly site: string
  readonly social: string
}

const topicsNamed = 3
const signUp = 'Нужна консультация? Запишитесь на сайте или по телефону.'

/** Numbers only: no client and no consultant is named. */
export function prTexts(summary: MonthSummary, centreName: string): PrTexts {
  const { held, minutes, clients } = summary.totals
  const when = periodIn(summary.period)
  if (held.count === 0) {
    const none = `${capital(when)} консультаций не было. ${signUp}`
    return { site: `${centreName}. ${none}`, social: none }
  }
  const done = `${plural(held.count, 'проведена', 'проведено', 'проведено')} ${counted(held.count, 'консультация', 'консультации', 'консультаций')}`
  const hours = counted(tenths(minutes / 60), 'час', 'часа', 'часов')
  const topics = topTopics(summary)
  return {
    site: [
      `${capital(when)} в центре «${centreName}» ${done} для ${counted(clients.count, 'организации', 'организаций', 'организаций')}, всего ${hours}.`,
      topics === '' ? '' : `Чаще всего спрашивали: ${topics}.`,
      signUp,
    ]
      .filter(Boolean)
      .join(' '),
    social: [
      `${capital(done)} ${when}!`,
      `Это ${hours} и ${counted(clients.count, 'организация', 'организации', 'организаций')}.`,
      topics === '' ? '' : `О чём спрашивали чаще: ${topics}.`,
      signUp,
    ]
      .filter(Boolean)
      .join('\n'),
  }
}

/** The most asked first; of equal ones in the order of the topics. */
function topTopics({ topics }: MonthSummary): string {
  const asked = topics.filter(({ key, count }) => key !== '' && count > 0).sort((a, b) => b.count - a.count)
  return asked
    .slice(0, topicsNamed)
    .map(({ title, count }) => `«${title}» (${count})`)
    .join(', ')
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
