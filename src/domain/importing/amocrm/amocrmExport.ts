/** amoCRM's export as it comes: its headings, and what the office already has when it is read. */

import type { Client } from '../../client/client'
import type { RequiredField } from '../../deal/requiredFields'
import type { Person, Project } from '../../office/office'
import type { LocalDateTime } from '../../time/localTime'

/**
 * Headings as the import reads them: amoCRM's own as far as it has them; any other file is arranged so (proposal/arrange.ts). Without
 * «ID» a row is known again by its «Ключ» and gets the next number.
 */
export const amocrmColumns = {
  needed: [
    'Компания',
    'Основной контакт',
    'Этап сделки',
    'Воронка',
    'Дата создания',
    'Рабочий телефон (контакт)',
    'Источник',
    'Тема консультации',
    'Консультант',
    'Дата и время консультации',
    'Формат',
    'Продолжительность, мин',
    'Проект',
    'Содержание и рекомендации',
  ],
  optional: [
    'ID',
    'Ключ',
    'Название сделки',
    'Ответственный',
    'Дата закрытия',
    'Причина отказа',
    'Рабочий email (контакт)',
    'Вид организации',
    'Муниципалитет',
    'Оценка',
    'Обсуждаемый проект',
    'Тематика проекта',
    'Рекомендации по проекту',
    'Рекомендации',
    'Запрос',
    'Отзыв',
    'Комментарии',
    'Мессенджер',
    'Согласие на обработку ПД',
    'Согласие: текст',
    'Согласие: откуда',
  ],
} as const

/** What the office already has, for the reading. */
export interface ImportSetting {
  readonly people: readonly Person[]
  readonly projects: readonly Project[]
  /** K5: what a closed card must hold. */
  readonly required: readonly RequiredField[]
  readonly existingDealIds: readonly number[] | ReadonlySet<number>
  /** Their numbers elsewhere, 'amo:41003', 'file:1k2x'; absent = a number alone tells that a deal is there. */
  readonly existingOutside?: ReadonlySet<string>
  /** № of the first deal that has no number of its own, or whose number is taken; absent = 1. */
  readonly nextDealId?: number
  readonly existingClients: readonly Client[]
  /** № of the first new client. */
  readonly nextClientId: number
  readonly now: LocalDateTime
  /** Moment of the whole import, of which this may be a portion; absent = now. */
  readonly importedAt?: LocalDateTime
}
