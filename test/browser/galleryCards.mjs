/** Cards of the gallery: one deal on every stage, and what is wrong with it. */

import { now } from './galleryDesk.mjs'

export const client = {
  id: 7,
  version: 3,
  organisation: 'Автономная некоммерческая организация социальной поддержки населения «Маяк»',
  kind: 'НКО',
  contact: 'Анна Сергеевна Иванова',
  phone: '+7 911 416-01-23',
  phoneKey: '+79114160123',
  email: '',
  messenger: '',
  municipality: 'Архангельск',
  consentDate: null,
  created: '2025-03-02T10:00',
  outsideIds: '',
}

const emptyDeal = {
  version: 4,
  stage: 'unsorted',
  stageSince: '2026-11-20T14:10',
  received: '2026-11-20T14:10',
  channel: 'site',
  clientId: 7,
  organisation: client.organisation,
  contact: client.contact,
  phone: client.phone,
  topic: null,
  request: 'Хотим подать заявку на президентский грант, нужна помощь с бюджетом проекта и календарным планом.',
  agreedWith: '',
  consultant: '',
  start: null,
  end: null,
  firstStart: null,
  moves: 0,
  format: null,
  place: '',
  eventId: '',
  minutes: null,
  project: '',
  content: '',
  recommendations: '',
  discussedName: '',
  discussedTheme: '',
  discussedAdvice: '',
  files: '',
  externalBy: '',
  externalAt: null,
  reportSentAt: null,
  reportReceivedAt: null,
  paidAt: null,
  attempts: 1,
  lastAttemptAt: '2026-11-20T16:30',
  reachedAt: null,
  toldAt: null,
  feedbackAskedAt: null,
  feedbackScore: null,
  feedbackText: '',
  failure: '',
  comments: 'пт 20 ноября, 16:30 — не взяли трубку',
  outsideIds: 'tilda:1178',
  raw: 'Имя: Анна Сергеевна\nТелефон: +7 911 416-01-23\nОрганизация: АНО «Маяк»\nВаш вопрос: Хотим подать заявку на президентский грант <script>alert(1)</script>\nСтраница: https://centre.example/consult?utm_source=newsletter&utm_campaign=november',
}
export const lacks = (card, field, title, clause) => ({ card, field, title, clause })
const step = (kind, value, title, more = {}) => ({ kind, value, title, primary: false, blockedBy: '', needsReason: false, ...more })
export const refOf = (id) => ({ id, row: 217, version: 4, clientId: 7 })

export const unsortedCard = {
  deal: { id: 41217, ...emptyDeal },
  ref: refOf(41217),
  client,
  missing: [lacks('client', 'email', 'E-mail', 'I4'), lacks('client', 'consentDate', 'Согласие на обработку ПД', 'I4')],
  steps: [
    step('note', 'reached', 'Дозвонились', { primary: true }),
    step('note', 'noAnswer', 'Не ответили 1/3'),
    step('note', 'messenger', 'Написали в мессенджер'),
    step('move', 'accepted', 'Принять в работу', { blockedBy: 'сначала отметьте звонок, который состоялся (I5)' }),
    step('move', 'lost', 'В неуспешные', { needsReason: true }),
  ],
  editable: ['topic', 'request', 'agreedWith', 'comments'],
  attemptsNeeded: 3,
  nextAttemptAt: '2026-11-23T09:00',
}

export const acceptedCard = {
  ...unsortedCard,
  deal: { ...unsortedCard.deal, stage: 'accepted', topic: 8, agreedWith: 'ММ', reachedAt: now },
  client: { ...client, email: 'anna.ivanova@mayak-arkhangelsk.ru', consentDate: '2026-11-23' },
  missing: [],
  nextAttemptAt: null,
  steps: [
    step('slots', '', 'Подобрать время', { primary: true }),
    step('note', 'noAnswer', 'Не ответили 0/3'),
    step('note', 'messenger', 'Написали в мессенджер'),
    step('move', 'lost', 'В неуспешные', { needsReason: true }),
  ],
}

const booked = {
  consultant: 'ММ',
  topic: 8,
  start: '2026-11-27T10:00',
  end: '2026-11-27T11:00',
  firstStart: '2026-11-27T10:00',
  format: 'inPerson',
  place: 'ул. Поморская, 3, каб. 214',
  eventId: 'e1',
}
export const assignedCard = {
  ...acceptedCard,
  deal: {
    ...acceptedCard.deal,
    ...booked,
    stage: 'assigned',
    stageSince: now,
    comments: 'пн 23 ноября, 09:12 — назначена: пт 27 ноября, 10:00, ММ',
  },
  missing: ['minutes', 'project', 'content', 'recommendations'].map((field, at) =>
    lacks('deal', field, ['Продолжительность, мин', 'Проект', 'Содержание', 'Рекомендации'][at], 'C5'),
  ),
  steps: [
    step('move', 'held', 'Проведена', { primary: true, blockedBy: 'консультация начнётся в пт 27 ноября, 10:00' }),
    step('slots', '', 'Перенести'),
    step('release', 'accepted', 'Освободить время', { needsReason: true }),
    step('move', 'lost', 'В неуспешные', { needsReason: true }),
  ],
  editable: ['topic', 'request', 'comments', 'format', 'place', 'minutes', 'project', 'content', 'recommendations'],
}
export const heldCard = {
  ...assignedCard,
  deal: { ...assignedCard.deal, stage: 'assigned', start: '2026-11-20T10:00', end: '2026-11-20T11:00', minutes: 60 },
  missing: assignedCard.missing.slice(1),
  steps: [
    step('move', 'held', 'Проведена', { primary: true, blockedBy: 'не заполнены проект, содержание и рекомендации' }),
    step('release', 'accepted', 'Освободить время', { needsReason: true }),
  ],
}
export const unreachedCard = {
  ...unsortedCard,
  deal: { ...unsortedCard.deal, stage: 'unreached', attempts: 2, lastAttemptAt: '2026-11-23T08:50', stageSince: '2026-11-20T16:30' },
  nextAttemptAt: '2026-11-23T10:50',
}

export const closedCard = {
  ...heldCard,
  deal: { ...heldCard.deal, stage: 'won', stageSince: '2026-11-20T17:40', minutes: 60, project: 'Школа НКО 2026' },
  missing: [],
  editable: [],
  steps: [step('reopen', '', 'Вернуть на прежний этап…', { primary: true, needsReason: true })],
}

export const archivedCard = { ...closedCard, steps: [], archive: '2025' }

const expertReport = {
  topic: 9,
  minutes: 75,
  content: 'Разобрали устав, порядок созыва общего собрания и регистрацию изменений в Минюсте.\nСверили перечень документов.',
  recommendations: 'Провести собрание до 10 декабря, документы подать до 20 декабря.',
  discussedName: '',
  discussedTheme: '',
  discussedAdvice: '',
  files: 'https://disk.example.org/d/ustav-novaya-redakciya-s-pravkami-i-kommentariyami.docx',
  comment: 'Клиенту нужна повторная встреча после собрания.',
}
export const reportCard = {
  ...heldCard,
  deal: { ...heldCard.deal, topic: 11, content: 'По телефону: хотят изменить устав', report: JSON.stringify(expertReport) },
  missing: heldCard.missing.slice(0, 1),
}
export const externalCard = {
  ...acceptedCard,
  steps: [
    ...acceptedCard.steps,
    {
      ...step('askExternal', '', 'Спросить руководителя проекта…', { needsReason: true }),
      options: ['Ресурсный центр НКО', 'Школа социального проектирования', 'Поддержка ТОС'],
    },
  ],
}
