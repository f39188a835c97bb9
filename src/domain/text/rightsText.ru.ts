/** What is told where somebody gives rights by typing into the office's sheets. */

import { theirName, theirWords } from '../letter/theirs'

interface Typed {
  readonly sheet: string
  readonly name: string
  readonly column: string
  readonly was: string
  readonly now: string
}

const quoted = (text: string) => theirWords(text) || 'пусто'

export const rightsTexts = {
  note: 'Возвращено прежнее значение: роли, инициалы, адреса и сроки работы людей, руководителей проектов, кто внешний и кто их привлекает, адрес календаря, срок переноса и кто закрывает неделю меняет директор или администратор, сам или через «Импорт» и «Настройки»',
  line: ({ sheet, name, column, was, now }: Typed) =>
    `«${sheet}», ${theirName(name) || 'новая строка'}, «${column}»: было ${quoted(was)}, вписано ${quoted(now)}`,
  subject: 'Права в таблице: кто-то меняет, кто что может',
  putBack: (who: string, lines: readonly string[]) =>
    `В таблицу вписали то, что даёт права (${who || 'Google не сказал, кто'}). Прежние значения возвращены:\n\n${lines.join('\n')}\n\nЕсли так и надо, впишите это сами или загрузите через «Импорт».`,
  taken: (who: string, lines: readonly string[]) =>
    `В таблице изменили то, что даёт права (${who}). Это действует:\n\n${lines.join('\n')}\n\nЕсли это не так, исправьте лист «Сотрудники» или «Проекты».`,
} as const
