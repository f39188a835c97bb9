/** The payment of an external consultation (T3): who may mark it, what it is for, and what was paid. */

import type { Deal } from '../deal/deal'
import { isHeld } from '../month/count/held'
import { leads } from '../office/actions'
import type { Office } from '../office/office'
import type { Author } from '../office/permission'
import type { Problem } from '../problem'
import { decisionTexts } from '../text/fieldText.ru'
import { payTexts } from '../text/text.ru'
import type { LocalDateTime } from '../time/localTime'
import { isExternalDecided } from './decision'

type Payable = Pick<
  Deal,
  'id' | 'stage' | 'start' | 'consultant' | 'project' | 'externalBy' | 'externalAt' | 'externalProject' | 'externalExpert'
>

export function isExternalHeld<Row extends Pick<Payable, 'stage' | 'start' | 'consultant'>>(
  deal: Row,
  { people }: Office,
): deal is Row & { readonly start: LocalDateTime } {
  return isHeld(deal) && people.some(({ external, initials }) => external && initials === deal.consultant)
}

/** The director and the administrator for all; a manager for his own project. */
export function maySettle({ roles, email }: Author, project: string, { projects }: Pick<Office, 'projects'>): boolean {
  if (leads(roles)) return true
  const manager = projects.find(({ name }) => name === project)?.managerEmail ?? ''
  return email !== '' && manager.toLowerCase() === email.toLowerCase()
}

/** Why this person may not mark the payment, null = he may. */
export function paymentProblem(deal: Payable, who: Author, office: Office): Problem | null {
  if (!isExternalHeld(deal, office)) return { code: 'badValue', title: payTexts.title, why: payTexts.notExternal(deal.id) }
  if (isOfOther(deal)) return { code: 'badValue', title: payTexts.title, why: decisionTexts.otherThing }
  return maySettle(who, deal.project, office) ? null : { code: 'notAllowed', role: payTexts.manager, action: payTexts.foreign }
}

/** T2: a decision was asked for or taken, and none stands for what was held; of older and imported ones none is kept. */
function isOfOther(deal: Payable): boolean {
  return deal.externalProject !== '' && !isExternalDecided(deal)
}

type Worked = Pick<Deal, 'consultant' | 'minutes'>

/** Kopecks, by today's rate per hour and the minute. */
export function kopecksFor({ consultant, minutes }: Worked, { people }: Pick<Office, 'people'>): number {
  return Math.round((rateOf(consultant, people) * (minutes ?? 0) * 100) / 60)
}

function rateOf(consultant: string, people: Office['people']): number {
  return people.find(({ initials }) => initials === consultant)?.ratePerHour ?? 0
}

/** What is paid now, kept with the payment. Example: '60 мин × 1250 ₽/ч = 1250 ₽'; kopecks after a comma. */
export function paidForText(deal: Worked, { people }: Pick<Office, 'people'>): string {
  const rate = String(rateOf(deal.consultant, people)).replace('.', ',')
  return `${deal.minutes ?? 0} мин × ${rate} ₽/ч = ${roubles(kopecksFor(deal, { people }))} ₽`
}

function roubles(kopecks: number): string {
  return kopecks % 100 === 0 ? String(kopecks / 100) : (kopecks / 100).toFixed(2).replace('.', ',')
}

/** Kopecks that were paid, as they were kept; null = not kept. */
export function paidKopecks(paidFor: string): number | null {
  const [, whole, part = '00'] = /= (\d{1,9})(?:,(\d\d))? ₽$/.exec(paidFor) ?? []
  return whole === undefined ? null : Number(whole) * 100 + Number(part)
}
