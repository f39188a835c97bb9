/** What the import takes. */

export const importKinds = ['deals', 'staff', 'projects', 'workingCalendar'] as const
export type ImportKind = (typeof importKinds)[number]

/** As the dialog offers them. */
export const importTitles: Readonly<Record<ImportKind, string>> = {
  deals: 'Сделки из CRM',
  staff: 'Сотрудники',
  projects: 'Проекты',
  workingCalendar: 'Рабочий календарь',
}
