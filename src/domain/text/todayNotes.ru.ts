/** Notes of «Сегодня»: letters that wait, people of whom nobody can be reminded, lines of the journal that cannot be read. */

import type { LocalDateTime } from '../time/localTime'
import { counted, dayTime, shortName } from './russian'

/** Example: «запас писем на сегодня на исходе, ждут 12 писем». */
export function mailWaitsText(letters: number): string {
  const waiting = letters === 1 ? 'ждёт' : 'ждут'
  return `запас писем на сегодня на исходе, ${waiting} ${counted(letters, 'письмо', 'письма', 'писем')}; уйдут завтра, сначала самые важные`
}

/** Example: «2 письма не ушли …». */
export function mailLostText(letters: number): string {
  const gone = letters === 1 ? 'не ушло' : 'не ушли'
  return `${counted(letters, 'письмо', 'письма', 'писем')} ${gone} за несколько дней попыток: лист «Исходящие», столбец «Ошибка». Сообщите по телефону; исправив адрес, очистите «Попыток», и письмо уйдёт`
}

/** Example: unreachableText('офис-менеджер'). */
export function unreachableText(who: string): string {
  return `некому напомнить: ${who}. Укажите адрес или администратора на листе «Сотрудники»`
}

/** Of a line of the journal that somebody has typed into, on the deal's history. */
export const unreadLineText = 'запись не читается: её исправили на листе «Журнал»'

/** Numbers that one note names. */
const numbersTold = 10

/** Example: «записи о строках № 41720, 41721 листа «Сделки» …». */
export function unreadJournalText(table: string, ids: readonly number[]): string {
  const more = ids.length > numbersTold ? ` и ещё ${ids.length - numbersTold}` : ''
  const numbers = `№ ${ids.slice(0, numbersTold).join(', ')}${more}`
  const rows =
    ids.length === 1
      ? `запись о строке ${numbers} листа «${table}» не читается или удалена`
      : `записи о строках ${numbers} листа «${table}» не читаются или удалены`
  return `${rows}: там ничего не тронуто, и правки не сверяются. Верните записи через «Файл → История версий»`
}

/** K5, while the journal of the row cannot be read. */
/** Example: «эту строку написала или изменила не программа: …; таких строк 3» */
/** Example: «Изменено сразу 65 ячеек: Титова О. Д., сегодня 10:05 — Проект, Продолжительность, мин». */
export function handBlockText(
  { at, name, cells, what }: { readonly at: LocalDateTime; readonly name: string; readonly cells: number; readonly what: string },
  now: LocalDateTime,
): string {
  const who = name.includes(' ') ? `${shortName(name)}, ` : ''
  return `Изменено сразу ${counted(cells, 'ячейка', 'ячейки', 'ячеек')}: ${who}${dayTime(at, now)} — ${what}`
}

export function foreignLineText(lines: number): string {
  const more = lines === 1 ? '' : `; таких строк ${lines}`
  return `эту строку написала или изменила не программа: она не учитывается, на её основании ничего не тронуто${more}`
}

export const closingUnread = 'карточка заполнена не вся, а записи о ней в «Журнале» не читаются или удалены: закрыть её нельзя (K5)'

/** @param found what the publisher has of it */
export function yearMissingText(year: number, found: 'whole' | 'partly' | 'nothing'): string {
  const where = 'меню «Импорт…» → «Рабочий календарь»'
  if (found === 'whole') return `вышли выходные и переносы ${year} года: ${where} → «Обновить», посмотрите и запишите`
  const partly = found === 'partly' ? ' На xmlcalendar.ru этот год ещё не полный.' : ''
  return `${year} год не заполнен: выходными считаются только суббота и воскресенье. Загрузите дни этого года: ${where}.${partly}`
}
