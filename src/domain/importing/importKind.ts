/** What the import takes, and the moment by which one is told from another. */

import { addMinutes, type LocalDateTime } from '../time/localTime'

export const importKinds = ['deals', 'staff', 'projects', 'workingCalendar'] as const
export type ImportKind = (typeof importKinds)[number]

/** As the dialog offers them. */
export const importTitles: Readonly<Record<ImportKind, string>> = {
  deals: 'Сделки из CRM',
  staff: 'Сотрудники',
  projects: 'Проекты',
  workingCalendar: 'Рабочий календарь',
}

/** Now, or the minute after the last import where that was of this very minute. */
export function momentAfter(last: { readonly at: LocalDateTime } | null, now: LocalDateTime): LocalDateTime {
  return last !== null && last.at >= now ? addMinutes(last.at, 1) : now
}
