/** Words of a heading or a form's label that are cut short: «Конт. лицо», «Дата обращ.», «Орг-ция», «Продолж.» */

import { foldedAsNamed } from '../../text/fold'

/** Whole words that headings have, the commoner of two with one beginning first. */
const whole = (
  'дата обращения консультации контактное организация телефон мобильный рабочий продолжительность длительность регистрационный ' +
  'поступления заявки проведения проведена наименование муниципалитет населенный примечание комментарий рекомендации содержание ' +
  'специалист исполнитель ответственный представитель заявитель количество направление тематика номер электронный результат учреждение ' +
  'фамилия отчество окончание начало минут часов проект сотрудник оценка источник согласие статус создания получения документ категория'
).split(' ')
/** So short without a dot they are no words of their own. */
const bare = ['конс', 'консульт', 'обращ', 'продолж', 'длит', 'тел', 'орг', 'рег', 'кол']
const shortest = 3

/**
 * The heading with its short words whole; what means nothing for certain stays.
 * @example wholeWords('Дата обращ.') // 'дата обращения'; wholeWords('ОРГ-ЦИЯ') // 'организация'; wholeWords('Конт. лицо') // 'контактное лицо'
 */
export function wholeWords(heading: string): string {
  return foldedAsNamed(heading)
    .replace(/(?<!\p{L})(\p{L}{3,12})-(\p{L}{1,5})(?!\p{L})\.?/gu, (typed, from: string, to: string) => wordOf(from, to) ?? typed)
    .replace(/(?<![\p{L}-])(\p{L}{3,12})\.(?=[\s/,)(]|$)/gu, (typed, from: string) => wordOf(from, '') ?? typed)
    .replace(/(?<![\p{L}-])(\p{L}{3,12})(?![\p{L}.-])/gu, (typed, from: string) =>
      bare.includes(from) ? (wordOf(from, '') ?? typed) : typed,
    )
}

function wordOf(from: string, to: string): string | null {
  if (from.length < shortest || whole.includes(from)) return null
  // The last letter is the case: «орг-ции».
  const end = to.slice(0, -1)
  return whole.find((word) => word.startsWith(from) && word.slice(0, -1).endsWith(end) && word.length > from.length) ?? null
}
