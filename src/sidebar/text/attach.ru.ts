/** Sentences of the file field of a card. */

import { megabytes } from '../../domain/text/fileText.ru'
import { clock } from '../../domain/text/russian'
import type { LocalDateTime } from '../../domain/time/localTime'

export const attach = {
  label: 'Приложить файл',
  photo: 'Снять фото',
  /** «image.jpg» → «Фото 24.11 15-30.jpg». */
  photoName: (now: LocalDateTime, name: string) =>
    `Фото ${now.slice(8, 10)}.${now.slice(5, 7)} ${clock(now).replace(':', '-')}${/\.\w{1,5}$/.exec(name)?.[0].toLowerCase() ?? '.jpg'}`,
  hint: 'Документ, таблица, презентация, картинка или zip, до 10 МБ',
  reading: (name: string) => `Читаем «${name}»…`,
  sending: (name: string, bytes: number) => `Отправляем «${name}», ${megabytes(bytes)} МБ…`,
  done: (name: string) => `Файл «${name}» приложен`,
  unreadable: (name: string) => `Файл «${name}» не читается. Проверьте, что он открывается, и выберите его снова.`,
  again: 'Отправить ещё раз',
} as const
