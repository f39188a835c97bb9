/** Sentences of the file field of a card. */

import { megabytes } from '../../domain/text/fileText.ru'

export const attach = {
  label: 'Приложить файл',
  hint: 'Документ, таблица, презентация, картинка или zip, до 10 МБ',
  reading: (name: string) => `Читаем «${name}»…`,
  sending: (name: string, bytes: number) => `Отправляем «${name}», ${megabytes(bytes)} МБ…`,
  done: (name: string) => `Файл «${name}» приложен`,
  unreadable: (name: string) => `Файл «${name}» не читается. Проверьте, что он открывается, и выберите его снова.`,
  again: 'Отправить ещё раз',
} as const
