/** Notes of «Сегодня»: letters that wait, people of whom nobody can be reminded, lines of the journal that cannot be read. */

import { counted } from './russian'

/** Example: «на сегодня квота исчерпана, ждут 12 писем». */
export function mailWaitsText(letters: number): string {
  const waiting = letters === 1 ? 'ждёт' : 'ждут'
  return `на сегодня квота исчерпана, ${waiting} ${counted(letters, 'письмо', 'письма', 'писем')}; уйдут завтра, сначала самые важные`
}

/** Example: unreachableText('офис-менеджер'). */
export function unreachableText(who: string): string {
  return `некому напомнить: ${who}. Укажите адрес или администратора на листе «Сотрудники»`
}

/** Of a line of the journal that somebody has typed into, on the deal's history. */
export const unreadLineText = 'запись не читается: её исправили на листе «Журнал»'

/** Example: «запись о строке № 41720 листа «Сделки» не читается …». */
export function unreadJournalText(table: string, id: number): string {
  return `запись о строке № ${id} листа «${table}» не читается: правки этой строки не сверяются. Верните запись через «Файл → История версий»`
}
