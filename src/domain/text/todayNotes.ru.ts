/** Notes of «Сегодня» about letters: those that wait, and people of whom nobody can be reminded. */

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
