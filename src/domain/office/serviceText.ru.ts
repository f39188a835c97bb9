/** «Служебное» on «Проверка»: what the desk does while a cell cannot be read. */

const serviceTexts = {
  schemaVersion: 'версия листов неизвестна, листы прочитаны как есть; нажмите «Установить и проверить»',
  oldestWriter: 'прежняя версия программы писать в таблицу не станет',
  ownId: 'копия таблицы себя не узнает, пока не пройдёт сверка',
  syncCalendar: 'календарь будет прочитан целиком',
  mirrored: 'календарь будет прочитан целиком',
  syncToken: 'календарь будет прочитан целиком',
  lastDealId: 'номер новой сделки считается по «Сделкам» и «Журналу»',
  lastClientId: 'номер нового клиента считается по «Клиентам» и «Журналу»',
  heartbeat: 'время последней сверки неизвестно до следующей',
  rowNotes: 'замечания к строкам появятся со следующей сверкой',
  revision: 'счёт записей начат заново',
  holds: '«Держу» снято со всех слотов',
  scanned: 'сделки и слоты будут просмотрены заново',
  taskPause: 'задачи отправляются без паузы',
  reports: 'листы отчётов ищутся в таблице',
  archives: 'архивы найдены по листам таблицы',
  archiveNext: 'архив проверяется этой ночью',
  controlRules: 'сроки будут пересчитаны',
  digestSent: 'сводка директору считается отправленной вчера',
  checkedDay: 'листы сверяются с журналом по времени последней сверки',
  mailWaits: 'ждущие письма будут сосчитаны заново',
  mailLost: 'неотправленные письма будут сосчитаны заново',
  journalNotes: 'журнал будет просмотрен заново',
  journalLines: 'число строк журнала неизвестно, недостающие записи сверка считает удалёнными',
  aside: 'отложенные заявки будут сосчитаны заново',
  reportMarks: 'при повторном отчёте появится лист рядом',
  projects: 'прежние названия проектов забыты',
  importRun: 'последний импорт больше не вернуть',
  importChoices: 'соответствия столбцов для импорта придётся выбрать заново',
} as const

/** A cell that cannot be read, and its key as the sheet shows it. */
export interface GarbledCell {
  readonly key: keyof typeof serviceTexts
  readonly shown: string
}

export function garbledText(cells: readonly GarbledCell[]): string {
  return cells.map(({ key, shown }) => `«${shown}» не читается или вписано не программой: ${serviceTexts[key]}`).join('; ')
}
