/** amoCRM's export as it comes: its headings, and what the office already has when it is read. */

import type { Client } from '../../client/client'
import type { RequiredField } from '../../deal/requiredFields'
import type { Person, Project } from '../../office/office'
import type { LocalDateTime } from '../../time/localTime'

/** Headings of the export. The last three are not amoCRM's own: an office that keeps the project discussed (C5) in fields adds them. */
export const amocrmColumns = {
  needed: [
    'ID',
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
  ],
} as const

/** What the office already has, for the reading. */
export interface ImportSetting {
  readonly people: readonly Person[]
  readonly projects: readonly Project[]
  /** K5: what a closed card must hold. */
  readonly required: readonly RequiredField[]
  readonly existingDealIds: readonly number[] | ReadonlySet<number>
  readonly existingClients: readonly Client[]
  /** № of the first new client. */
  readonly nextClientId: number
  readonly now: LocalDateTime
}
