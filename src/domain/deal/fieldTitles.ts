/** Russian names of every field of a deal and of a client: the labels on the screen and the headings of the register's columns. */

import type { Client } from '../client/client'
import type { Deal } from './deal'

export type DealField = keyof Deal
export type ClientField = keyof Client

/** Headings of the sheet «Сделки», in the order of its columns. */
export const dealTitles: Readonly<Record<DealField, string>> = {
  id: '№',
  stage: 'Этап',
  stageSince: 'На этапе с',
  organisation: 'Организация',
  contact: 'Контактное лицо',
  phone: 'Телефон',
  topic: 'Тема',
  request: 'Запрос',
  consultant: 'Консультант',
  start: 'Начало',
  end: 'Конец',
  format: 'Формат',
  place: 'Место или ссылка',
  minutes: 'Продолжительность, мин',
  project: 'Проект',
  content: 'Содержание',
  recommendations: 'Рекомендации',
  discussedName: 'Обсуждаемый проект',
  discussedTheme: 'Тематика проекта',
  discussedAdvice: 'Рекомендации по проекту',
  feedbackScore: 'Оценка',
  feedbackText: 'Отзыв',
  failure: 'Причина отказа',
  comments: 'Комментарии',
  files: 'Файлы',
  channel: 'Канал',
  received: 'Получена',
  agreedWith: 'Договорился с',
  attempts: 'Попыток',
  lastAttemptAt: 'Последняя попытка',
  reachedAt: 'Дозвонились',
  toldAt: 'Клиент извещён',
  firstStart: 'Назначено впервые на',
  moves: 'Переносов',
  moveReason: 'Причина переноса',
  movedAt: 'Перенесена',
  cannotHold: 'Не может провести',
  feedbackAskedAt: 'Отзыв запрошен',
  externalBy: 'Внешний: кто решил',
  externalAt: 'Внешний: когда решено',
  reportSentAt: 'Отчёт: шаблон отправлен',
  reportReceivedAt: 'Отчёт получен',
  paidAt: 'Оплачено',
  raw: 'Исходная заявка',
  outsideIds: 'Внешние номера',
  clientId: '№ клиента',
  eventId: 'Событие',
  version: 'Версия',
  feedbackAt: 'Отзыв получен',
  quotable: 'Можно цитировать',
  externalAskedAt: 'Внешний: решение запрошено',
  report: 'Отчёт эксперта',
  paidBy: 'Кто отметил оплату',
}

/** Headings of the sheet «Клиенты», in the order of its columns. */
export const clientTitles: Readonly<Record<ClientField, string>> = {
  id: '№',
  version: 'Версия',
  organisation: 'Организация',
  kind: 'Вид организации',
  contact: 'Контактное лицо',
  phone: 'Телефон',
  phoneKey: 'Телефон для поиска',
  email: 'E-mail',
  messenger: 'Мессенджер',
  municipality: 'Муниципалитет',
  consentDate: 'Согласие на обработку ПД',
  created: 'Создан',
  outsideIds: 'Внешние номера',
  noLetters: 'Без писем',
  archivedHeld: 'Консультаций в архиве',
  archivedLast: 'Последняя в архиве',
}

/** Both cards' titles. Example: fieldTitles.deal.minutes → «Продолжительность, мин». */
export const fieldTitles = { deal: dealTitles, client: clientTitles } as const
