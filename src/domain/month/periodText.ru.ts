/** How a period is named: in the title of its sheet, in headings, within a sentence. */

import { dateWords, monthIn, monthTitle } from '../text/russian'
import type { Period } from './period'

const roman = ['I', 'II', 'III', 'IV']

/** For titles of sheets and files: '2026-11', '2026 IV кв.', '2026', '2026-11-03 — 2026-11-20'. */
export function periodName({ choice }: Period): string {
  if (choice.kind === 'month') return choice.month
  if (choice.kind === 'quarter') return `${choice.year} ${roman[choice.quarter - 1]} кв.`
  return choice.kind === 'year' ? String(choice.year) : `${choice.from} — ${choice.until}`
}

/** Example: «ноябрь 2026», «IV квартал 2026», «2026 год», «3 ноября 2026 — 20 ноября 2026». */
export function periodTitle({ choice }: Period): string {
  if (choice.kind === 'month') return monthTitle(choice.month)
  if (choice.kind === 'quarter') return `${roman[choice.quarter - 1]} квартал ${choice.year}`
  return choice.kind === 'year' ? `${choice.year} год` : `${dayWords(choice.from)} — ${dayWords(choice.until)}`
}

/** Example: «в ноябре 2026 года», «в IV квартале 2026 года», «в 2026 году», «с 3 ноября 2026 по 20 ноября 2026 года». */
export function periodIn({ choice }: Period): string {
  if (choice.kind === 'month') return monthIn(choice.month)
  if (choice.kind === 'quarter') return `в ${roman[choice.quarter - 1]} квартале ${choice.year} года`
  return choice.kind === 'year' ? `в ${choice.year} году` : `с ${dayWords(choice.from)} по ${dayWords(choice.until)} года`
}

function dayWords(date: string): string {
  return `${dateWords(date)} ${date.slice(0, 4)}`
}

/** Beside a month whose approved numbers somebody has typed over. */
export const frozenUnread = 'утверждённые числа не читаются: отчёт показан без сверки с ними; утвердите сводку ещё раз'
