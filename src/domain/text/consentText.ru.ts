/** Words about consent to process personal data: where it came from, what was agreed to, that it was withdrawn. */

import type { LocalDate } from '../time/localTime'
import { dateWords } from './russian'

export const consentTexts = {
  /** What a client is asked by phone: it is shown beside the button, and kept as the wording. */
  question: 'Вы согласны, что центр обрабатывает ваши персональные данные, чтобы провести консультацию?',
  spoken: (question: string) => `Устно, на вопрос: «${question}»`,
} as const

/** Where consent came from, as the client's card keeps it. */
export const consentSources = {
  form: (name: string) => (name === '' ? 'форма на сайте' : `форма «${name}»`),
  letter: 'письмо',
  google: 'форма Google',
  amo: 'amoCRM',
  panel: 'со слов клиента, отмечено на панели',
  file: 'загруженный файл',
} as const

/** Notes on the card. */
export const consentNotes = {
  withdrawn: (date: LocalDate, reason: string) => `клиент отозвал согласие ${dateWords(date)}: ${reason}`,
  returned: 'отметка об отзыве согласия снята',
} as const

/** Why a withdrawal is refused, after «поле:». */
export const consentRefusals = {
  none: 'согласия в карточке нет, отзывать нечего',
  again: 'отзыв уже отмечен',
  early: 'отозвать согласие можно не раньше дня, когда его дали',
  reason: 'напишите, как и почему клиент отозвал согласие',
  notWithdrawn: 'отзыва в карточке нет',
  others: 'отзыв отметил другой человек или по другой сделке; попросите его или директора',
} as const
