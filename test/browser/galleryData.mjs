/** Realistic data for the pictures of the gallery: a small office on Monday morning, with long names. */

export const now = '2026-11-23T09:12'

const topics = [
  'Благотворительные акции и мероприятия',
  'Бухгалтерские и финансовые вопросы',
  'Администрирование конкурсов (грантмейкинг)',
  'Консультации для тренеров',
  'Привлечение ресурсов',
  'PR и продвижение',
  'Работа ресурсных центров',
  'Социальное проектирование',
  'Управление организацией',
  'Управление проектом и отчетность',
  'Правовые вопросы',
].map((title, at) => ({ id: at + 1, title }))

export const lists = {
  centreName: 'Ресурсный центр НКО',
  centrePhone: '20-65-10',
  clauses: { I5: 'Клиенту с сайта или из соцсетей звонят в течение рабочего дня, а если не ответил — пишут в мессенджер.' },
  topics,
  consultants: [
    { initials: 'ММ', name: 'Морозова Мария Игоревна', topics: [5, 8, 10], external: false },
    { initials: 'ЕК', name: 'Кузьмина Елена Юрьевна', topics: [2, 11], external: false },
    { initials: 'АС', name: 'Селиверстова-Константинопольская Александра Святославовна', topics: [8, 9], external: false },
    { initials: 'ПВ', name: 'Веселов Пётр Андреевич', topics: [8], external: true },
  ],
  projects: ['Школа НКО 2026', 'Ресурсный центр: развитие территориального общественного самоуправления', 'не распределено'],
  organisationKinds: ['НКО', 'инициативная группа', 'орган местного самоуправления', 'учреждение', 'бизнес', 'СМИ', 'физическое лицо'],
  municipalities: ['Архангельск', 'Северодвинск', 'Новодвинск', 'Котласский район', 'Вельский район'],
  requiredClientFields: ['organisation', 'kind', 'contact', 'phone', 'email', 'municipality', 'consentDate'],
  failureReasons: ['не дозвонились', 'отказ клиента', 'неявка', 'не по профилю', 'дубль', 'спам', 'другое'],
}

export const me = { email: 'titova@centre.ru', name: 'Титова Ольга Сергеевна', initials: '', roles: ['officeManager'] }

const deal = (id) => ({ id, row: id - 41000, clientId: 7 })
export const today = {
  now,
  heartbeat: '2026-11-23T09:08',
  next: { at: '2026-11-27T15:00', subject: 'закрытие недели' },
  notes: [
    { where: 'Сотрудники', row: 7, column: 'E-mail', message: 'нет знака @; исправьте адрес' },
    {
      where: 'Рабочий календарь',
      row: null,
      column: 'Дата',
      message: '2027 год не заполнен: выходными считаются только суббота и воскресенье. Загрузите дни этого года: меню «Импорт…»',
    },
  ],
  items: [
    {
      key: 'I5.call',
      clause: 'I5',
      subject: 'Позвонить: АНО «Маяк»',
      detail: 'с сайта, пт 20 ноября, 14:10',
      due: '2026-11-23T08:10',
      who: 'офис-менеджер',
      mine: true,
      state: 'overdue',
      deal: deal(41217),
      opens: 'deal',
    },
    {
      key: 'C9.enter',
      clause: 'C9',
      subject: 'Внести отчёт: Межрегиональная общественная организация поддержки семьи «Тёплый дом на Северной Двине»',
      detail: 'отчёт Веселова П. А. получен в пт 20 ноября, 11:40',
      due: '2026-11-20T18:00',
      who: 'офис-менеджер',
      mine: true,
      state: 'overdue',
      deal: deal(41180),
      opens: 'deal',
    },
    {
      key: 'A1.assign',
      clause: 'A1',
      subject: 'Назначить: ТОС «Заостровье»',
      detail: 'телефон офис-менеджеру, пт 20 ноября, 16:20',
      due: '2026-11-23T16:20',
      who: 'офис-менеджер',
      mine: true,
      state: 'today',
      deal: deal(41219),
      opens: 'deal',
    },
    {
      key: 'I7.next',
      clause: 'I7',
      subject: 'Позвонить ещё раз: Анна Кирилловна Перепёлкина-Сидорова',
      detail: 'попытка 2 из 3, последняя — пт 20 ноября, 12:05',
      due: '2026-11-23T18:00',
      who: 'офис-менеджер',
      mine: true,
      state: 'today',
      deal: deal(41209),
      opens: 'deal',
    },
    {
      key: 'C8.fill',
      clause: 'C8',
      subject: 'Заполнить карточку: Фонд «Поморье»',
      detail: 'консультация была в пт 20 ноября, 10:00',
      due: '2026-11-23T11:00',
      who: 'ММ',
      mine: false,
      state: 'today',
      deal: deal(41201),
      opens: 'deal',
    },
    {
      key: 'K6.close',
      clause: 'K6',
      subject: 'Закрыть неделю: 34 карточки',
      detail: 'готовы 28, не готовы 6',
      due: '2026-11-27T18:00',
      who: 'офис-менеджер',
      mine: true,
      state: 'later',
      deal: null,
      opens: 'weekClose',
    },
    {
      key: 'G1.slots',
      clause: 'G1',
      subject: 'Отметить слоты на 30 ноября — 6 декабря',
      detail: 'сейчас 1 из 3',
      due: '2026-11-27T18:00',
      who: 'ЕК',
      mine: false,
      state: 'later',
      deal: null,
      opens: 'deal',
    },
  ],
}

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
const lacks = (card, field, title, clause) => ({ card, field, title, clause })
const step = (kind, value, title, more = {}) => ({ kind, value, title, primary: false, blockedBy: '', needsReason: false, ...more })
const refOf = (id) => ({ id, row: 217, version: 4, clientId: 7 })

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

export const planfixKept = { connected: true, account: 'centre.planfix.ru', template: '24', done: '', message: '', good: false }
export const planfixLinked = {
  ...planfixKept,
  message:
    'Подключено к centre.planfix.ru: найдены 5 из 7 сотрудников. Нет в Planfix (по e-mail): Воскресенская-Преображенская Александра Константиновна, Белова Светлана Борисовна; их задачи останутся без исполнителя.',
  good: true,
}
export const planfixRefused = {
  ...planfixKept,
  connected: false,
  message:
    'Planfix не принимает ключ: он отозван или введён с ошибкой. Введите новый в меню «Подключить Planfix…»; задачи ждут и не потеряются.',
}
/** An external consultant's report that says some things otherwise than the card. */
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
