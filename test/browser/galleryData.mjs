/** Clients found, hours, Friday, import, letters, Planfix for the gallery: many of them, long names, nothing. */

import { client, heldCard, lacks, refOf } from './galleryCards.mjs'
import { lists } from './galleryDesk.mjs'

export const matches = [
  {
    client,
    last: { dealId: 40811, start: '2026-09-14T11:00', consultant: 'ММ', topic: 8 },
    open: { id: 41217, row: 217, clientId: 7, stage: 'unsorted' },
    by: 'organisation',
  },
  {
    client: { ...client, id: 9, organisation: 'ТОС «Маяк-2»', contact: 'Пётр Ильич', phone: '8 (8182) 20-65-10' },
    last: null,
    open: null,
    by: 'organisation',
  },
]

const slot = (start, minutes = 60) => ({
  eventId: `e${start}`,
  etag: 'x',
  start,
  end: start.replace(/T(\d\d)/, (_, h) => `T${String(Number(h) + 1).padStart(2, '0')}`),
  minutes,
  event: { start, end: start },
})
export const slotList = {
  consultants: [
    {
      initials: 'ММ',
      name: lists.consultants[0].name,
      external: false,
      thisWeek: 1,
      quota: 2,
      why: 'клиент с ней договорился; меньше всех занята на этой неделе',
      slots: [
        '2026-11-24T10:00',
        '2026-11-27T10:00',
        '2026-11-27T11:00',
        '2026-11-30T16:00',
        '2026-12-01T09:00',
        '2026-12-02T17:00',
        '2026-12-04T10:00',
        '2026-12-04T12:00',
      ].map((at) => slot(at, 120)),
    },
    {
      initials: 'АС',
      name: lists.consultants[2].name,
      external: false,
      thisWeek: 2,
      quota: 2,
      why: 'ведёт тему 8',
      slots: [slot('2026-11-25T14:00'), slot('2026-11-26T16:00')],
    },
    {
      initials: 'ПВ',
      name: lists.consultants[3].name,
      external: true,
      thisWeek: 0,
      quota: 0,
      why: 'внешний: нужно решение руководителя проекта (T2)',
      slots: [slot('2026-12-03T18:00')],
    },
  ],
  none: [
    { reason: 'taken', count: 1, who: ['Кузьмина Е. Ю.'] },
    { reason: 'absent', count: 1, who: ['Лаптев О. О., отпуск до 30 ноября'] },
  ],
  horizon: { from: '2026-11-23', until: '2026-12-06' },
  unread: [{ title: 'консультация?', start: '2026-11-25T10:00', suggestion: 'ММ консультация' }],
}
export const noSlots = { ...slotList, consultants: [], unread: [] }

export const history = {
  lines: [
    { at: '2026-11-20T14:10', who: 'сайт', text: 'заявка с сайта', reason: '' },
    { at: '2026-11-20T16:30', who: 'Титова О. С.', text: 'не ответили (1 из 3)', reason: '' },
    {
      at: '2026-11-23T09:12',
      who: 'Титова О. С.',
      text: 'назначена консультация: пт 27 ноября, 10:00, ММ',
      reason: 'клиент попросил утро',
    },
  ],
}

const organisations = [
  'АНО «Маяк»',
  'Фонд «Поморье»',
  'ТОС «Заостровье»',
  'Межрегиональная общественная организация поддержки семьи «Тёплый дом»',
  'МБУ «Культурный центр «Соломбала-Арт»',
  'Инициативная группа жителей посёлка Уемский',
  'АРОО «Добрый Север»',
]
const weekCard = (at, missing, feedbackWhy = '', more = {}) => ({
  deal: {
    ...heldCard.deal,
    id: 41100 + at,
    organisation: organisations[at % organisations.length],
    consultant: ['ММ', 'ЕК', 'АС'][at % 3],
    start: `2026-11-${18 + (at % 3)}T${10 + (at % 6)}:00`,
    minutes: 60,
    project: 'Школа НКО 2026',
    content: 'Разобрали смету и календарный план.',
    recommendations: 'Сократить статью «Оплата труда», добавить софинансирование.',
    ...more,
  },
  ref: refOf(41100 + at),
  missing,
  feedbackWhy,
})
export const week = {
  closesAt: '2026-11-27T18:00',
  incomplete: [
    weekCard(0, [lacks('deal', 'minutes', 'Продолжительность, мин', 'C6'), lacks('deal', 'project', 'Проект', 'C7')], '', {
      minutes: null,
      project: '',
    }),
    weekCard(
      3,
      [
        lacks('deal', 'content', 'Содержание', 'C5'),
        lacks('deal', 'recommendations', 'Рекомендации', 'C5'),
        lacks('deal', 'discussedTheme', 'Тематика проекта', 'C5'),
      ],
      '',
      { content: '', recommendations: '' },
    ),
  ],
  ready: Array.from({ length: 14 }, (_, at) =>
    weekCard(at + 10, [], at === 1 ? 'новый клиент (K3)' : at === 5 ? 'в ноябре у Кузьминой Е. Ю. отзывов ещё не было (K3)' : ''),
  ),
  awaiting: [
    weekCard(40, [], '', { stage: 'feedback', feedbackAskedAt: '2026-11-20T17:00' }),
    weekCard(41, [], '', {
      stage: 'feedback',
      feedbackAskedAt: '2026-11-20T17:00',
      feedbackScore: 5,
      feedbackText: 'Спасибо, всё разложили по полочкам.',
    }),
    weekCard(42, [], '', { stage: 'feedback', feedbackAskedAt: '2026-11-24T17:00' }),
  ],
}

export const importPreview = {
  taken: 1284,
  duplicates: 16,
  matchedEvents: 9,
  issues: [
    { where: 'amocrm-deals.csv', row: 14, column: 'Телефон', message: '«уточнить» не читается как телефон; укажите номер с кодом' },
    { where: 'amocrm-deals.csv', row: 207, column: 'Этап сделки', message: 'этапа «Думает» нет в воронке «Консультация»' },
    { where: 'amocrm-deals.csv', row: 845, column: 'Дата консультации', message: '«31.02.2026» — такого дня нет' },
  ],
  sample: [
    {
      id: '40001',
      title: 'АНО «Маяк»',
      detail: 'Успешно завершённые · Социальное проектирование · Морозова М. И. · 14 сентября 2026, 11:00 · 60 мин',
    },
    { id: '40002', title: 'Фонд «Поморье»', detail: 'Неуспешные · не дозвонились' },
  ],
}

export const past = {
  inArchive: 4,
  consultations: [
    {
      dealId: 40811,
      row: 811,
      start: '2026-09-14T11:00',
      consultant: 'ММ',
      topic: 8,
      stage: 'won',
      recommendations: 'Сузить целевую группу до одного района; в смете разделить оплату труда и услуги подрядчиков.',
    },
    { dealId: 39920, row: 620, start: '2025-12-03T16:00', consultant: 'ЕК', topic: 2, stage: 'won', recommendations: '' },
    {
      dealId: 39107,
      row: 307,
      start: '2025-03-18T10:00',
      consultant: 'АС',
      topic: 9,
      stage: 'feedback',
      recommendations: 'Проверить устав: срок полномочий правления истёк.',
    },
  ],
}

export const repeats = {
  repeats: [
    {
      ref: { id: 41198, row: 198, version: 2, clientId: 7 },
      stage: 'new',
      received: '2026-11-17T12:20',
      organisation: client.organisation,
      topic: 8,
      open: true,
      text: 'У этого клиента уже есть заявка № 41198 (вт 17 ноября, 12:20, «Новая заявка»). Присоединить или новая?',
    },
  ],
}

export const letter = `От: Вера Шилова <vera@shilova.example>
Организация: АРОО «Добрый край»
Муниципальное образование: Холмогорский район
Тема: Правовые вопросы

Здравствуйте! Подскажите: нужен ли нам новый устав?
Время: любое. Позвоните по номеру 8 (911) 777-66-55.

С уважением, Вера Шилова`

export const readLetter = {
  client: {
    organisation: 'АРОО «Добрый край»',
    kind: '',
    contact: 'Вера Шилова',
    phone: '8 (911) 777-66-55',
    email: 'vera@shilova.example',
    messenger: '',
    municipality: 'Холмогорский район',
    consentDate: null,
  },
  topic: 11,
  request: 'Здравствуйте! Подскажите: нужен ли нам новый устав?\nВремя: любое. Позвоните по номеру 8 (911) 777-66-55.',
  agreedWith: '',
  unread: ['Тема рассылки'],
  matches: [],
  repeats: [],
  known: null,
}
export const readKnownLetter = { ...readLetter, unread: [], matches, repeats: repeats.repeats }

export const twins = [
  { ...matches[0], open: null },
  {
    client: { ...client, id: 23, organisation: 'АНО Маяк', contact: 'Иванова А.', email: 'anna@mayak.ru', municipality: 'Северодвинск' },
    last: null,
    open: null,
    by: 'organisation',
  },
]

/** The dialog of tools for tasks as the server answers it: Planfix alone. */
const planfix = (part) => ({
  tools: [
    {
      name: 'planfix',
      title: 'Planfix',
      teach: 'Задачи консультантам будут появляться и в Planfix: при назначении, при переносе, при незаполненной карточке.',
      connected: false,
      fields: planfixFields('', ''),
      message: '',
      good: false,
      ...part,
    },
  ],
})
const planfixFields = (account, template) => [
  { name: 'account', label: 'Аккаунт', hint: 'centre.planfix.ru', value: account },
  { name: 'token', label: 'Ключ доступа (API)', hint: 'Planfix → Управление аккаунтом → Доступ к API', value: '', secret: true },
  { name: 'template', label: 'Шаблон задачи, №', hint: 'можно оставить пустым', value: template },
  { name: 'done', label: 'Статус «Завершённая», №', hint: 'пусто — закрываем комментарием и датой', value: '' },
]
const kept = { connected: true, fields: planfixFields('centre.planfix.ru', '24') }
export const planfixNone = planfix({})
export const planfixKept = planfix(kept)
export const planfixLinked = planfix({
  ...kept,
  message:
    'Подключено к centre.planfix.ru: найдены 5 из 7 сотрудников. Нет в Planfix (по e-mail): Воскресенская-Преображенская Александра Константиновна, Белова Светлана Борисовна; их задачи останутся без исполнителя.',
  good: true,
})
export const planfixRefused = planfix({
  message:
    'Planfix не принимает ключ: он отозван или введён с ошибкой. Введите новый в меню «Подключить Planfix…»; задачи ждут и не потеряются.',
})
/** An external consultant's report that says some things otherwise than the card. */
