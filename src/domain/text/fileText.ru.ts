/** What people are told about a file that is not taken: the page says it before anything is sent, the server again. */

export const fileTexts = {
  tooLarge: (name: string, bytes: number, limit: number) =>
    `Файл «${name}» не помещается: ${megabytes(bytes)} МБ, а принимается до ${megabytes(limit)} МБ. Сожмите его или пришлите ссылку в комментарии.`,
  type: (name: string) =>
    `Файл «${name}» не прикрепить: принимаются документы, таблицы, презентации, картинки png и jpg и архивы zip. Сохраните его, например, в PDF и выберите снова.`,
  empty: 'файл пуст',
  emptyOne: (name: string) => `Файл «${name}» пуст. Выберите другой.`,
} as const

/** 10485760 → «10», 10590618 → «10,1»: rounded up, so that what does not fit never looks as if it did. */
export function megabytes(bytes: number): string {
  return String(Math.ceil((bytes / 1024 / 1024) * 10) / 10).replace('.', ',')
}

/** «Отчёт» and «Список» of a period written again. */
export const reportTexts = {
  beside: (titles: readonly string[]) =>
    `На прежнем листе есть записи людей, он оставлен как есть. Новые числа — на листе ${titles.map((title) => `«${title}»`).join(' и ')}.`,
} as const
