/** What a person typed into the search, by its look: it goes to the right field of a new client. */

export type SearchLook = 'phone' | 'email' | 'organisation' | 'contact'

const organisationWords =
  /[«»"]|(^|\s)(ано|анo|нко|ооо|оо|роо|боо|бф|тос|муп|мбу|мау|гбу|ип|тсж|снт|фонд|центр|союз|ассоциация|администрация|школа|музей|библиотека|совет|клуб|общество|объединение)(\s|$)/i
const personName = /^[А-ЯЁ][а-яё]+(-[А-ЯЁ][а-яё]+)?(\s+[А-ЯЁ]([а-яё]+|\.)){1,2}$/

/** Examples: '8 911 416-01-23' → phone, 'anna@mayak.ru' → email, 'Анна Иванова' → contact, 'маяк' → organisation. */
export function lookOf(typed: string): SearchLook {
  const text = typed.trim()
  if (text.includes('@')) return 'email'
  if (/^[\d\s()+.-]+$/.test(text) && text.replace(/\D/g, '').length >= 3) return 'phone'
  if (!organisationWords.test(text) && personName.test(text)) return 'contact'
  return 'organisation'
}
