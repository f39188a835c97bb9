/** The register's sheets: fixed ids, headings, and how each column's cell is read and written. */

import { channelTitles, formatTitles, stageTitles, topicTitles } from '../deal/deal'
import { clientTitles, dealTitles } from '../deal/fieldTitles'
import { cardTitles, goalTitles } from '../deal/requiredFields'

/** What a column holds; `words` maps a code to the Russian word that stands in the cell. */
export type ColumnKind =
  | { readonly type: 'text' | 'longText' | 'integer' | 'dateTime' | 'date' }
  | { readonly type: 'word'; readonly words: Readonly<Record<string, string>>; readonly numeric?: boolean }

export interface Column {
  readonly key: string
  readonly heading: string
  readonly kind: ColumnKind
  /** Pixels. */
  readonly width: number
}

export interface Table {
  /** Chosen by us, kept by Sheets when a sheet is renamed, moved or the file copied. */
  readonly sheetId: number
  readonly title: string
  readonly columns: readonly Column[]
  /** Written by the product only: protected with a warning. */
  readonly own: boolean
  readonly hidden: boolean
}

const text: ColumnKind = { type: 'text' }
const longText: ColumnKind = { type: 'longText' }
const integer: ColumnKind = { type: 'integer' }
const dateTime: ColumnKind = { type: 'dateTime' }
const date: ColumnKind = { type: 'date' }

const dealKinds: Partial<Record<keyof typeof dealTitles, ColumnKind>> = {
  id: integer,
  version: integer,
  stage: { type: 'word', words: stageTitles },
  stageSince: dateTime,
  received: dateTime,
  channel: { type: 'word', words: channelTitles },
  clientId: integer,
  topic: { type: 'word', words: topicTitles as Readonly<Record<string, string>>, numeric: true },
  request: longText,
  start: dateTime,
  end: dateTime,
  firstStart: dateTime,
  moves: integer,
  format: { type: 'word', words: formatTitles },
  minutes: integer,
  content: longText,
  recommendations: longText,
  discussedAdvice: longText,
  files: longText,
  externalAt: dateTime,
  reportSentAt: dateTime,
  reportReceivedAt: dateTime,
  paidAt: dateTime,
  attempts: integer,
  lastAttemptAt: dateTime,
  reachedAt: dateTime,
  toldAt: dateTime,
  feedbackAskedAt: dateTime,
  feedbackScore: integer,
  feedbackText: longText,
  raw: longText,
  comments: longText,
  movedAt: dateTime,
  feedbackAt: dateTime,
  externalAskedAt: dateTime,
  report: longText,
}

const clientKinds: Partial<Record<keyof typeof clientTitles, ColumnKind>> = {
  id: integer,
  version: integer,
  consentDate: date,
  created: dateTime,
  archivedHeld: integer,
}

function columnsOf(titles: Readonly<Record<string, string>>, kinds: Readonly<Record<string, ColumnKind | undefined>>): Column[] {
  return Object.entries(titles).map(([key, heading]) => {
    const kind = kinds[key] ?? text
    return { key, heading, kind, width: key === 'raw' ? rawWidth : widthOf(kind) }
  })
}

/** What a form sent is looked at rarely. */
const rawWidth = 200

function widthOf(kind: ColumnKind): number {
  return { integer: 80, dateTime: 130, date: 100, longText: 280, word: 170, text: 150 }[kind.type]
}

function plain(headings: Readonly<Record<string, readonly [string, ColumnKind]>>): Column[] {
  return Object.entries(headings).map(([key, [heading, kind]]) => ({ key, heading, kind, width: widthOf(kind) }))
}

export const tables = {
  deals: { sheetId: 101, title: 'Сделки', columns: columnsOf(dealTitles, dealKinds), own: false, hidden: false },
  clients: { sheetId: 102, title: 'Клиенты', columns: columnsOf(clientTitles, clientKinds), own: false, hidden: false },
  control: {
    sheetId: 103,
    title: 'Контроль',
    columns: plain({
      key: ['Обязательство', text],
      clause: ['Пункт', text],
      subject: ['Что сделать', longText],
      detail: ['Почему', text],
      who: ['Кто', text],
      opensAt: ['Открывается', dateTime],
      due: ['Срок', dateTime],
      dealId: ['№ сделки', integer],
      row: ['Строка', integer],
      clientId: ['№ клиента', integer],
      remindAt: ['Напомнить', dateTime],
      overdueTo: ['О просрочке узнаёт', text],
      reminded: ['Напомнено', dateTime],
      escalated: ['Сообщено о просрочке', dateTime],
      breached: ['Нарушение записано', dateTime],
    }),
    own: true,
    hidden: false,
  },
  tasks: {
    sheetId: 104,
    title: 'Задачи',
    columns: plain({
      key: ['Ключ', text],
      clause: ['Пункт', text],
      dealId: ['№ сделки', integer],
      subject: ['Задача', longText],
      who: ['Кому', text],
      due: ['Срок', dateTime],
      created: ['Поставлена', dateTime],
      met: ['Выполнена', dateTime],
      planfixId: ['Planfix', text],
    }),
    own: true,
    hidden: false,
  },
  outbox: {
    sheetId: 105,
    title: 'Исходящие',
    columns: plain({
      key: ['Ключ', text],
      kind: ['Вид', text],
      to: ['Кому', text],
      payload: ['Содержание', longText],
      created: ['Создано', dateTime],
      attempts: ['Попыток', integer],
      nextTry: ['Следующая попытка', dateTime],
      done: ['Отправлено', dateTime],
      error: ['Ошибка', text],
      priority: ['Важность', integer],
    }),
    own: true,
    hidden: false,
  },
  journal: {
    sheetId: 106,
    title: 'Журнал',
    columns: plain({
      at: ['Когда', dateTime],
      who: ['Кто', text],
      entry: ['Откуда', text],
      table: ['Лист', text],
      rowId: ['№ строки', integer],
      version: ['Версия', integer],
      kind: ['Что', text],
      reason: ['Причина', text],
      change: ['Было → стало', longText],
      request: ['Запрос', text],
    }),
    own: true,
    hidden: false,
  },
  staff: {
    sheetId: 107,
    title: 'Сотрудники',
    columns: plain({
      initials: ['Инициалы', text],
      name: ['ФИО', text],
      email: ['E-mail', text],
      roles: ['Роли', text],
      topics: ['Темы', text],
      external: ['Внешний', text],
      rate: ['Ставка, ₽/ч', text],
      from: ['С', text],
      until: ['По', text],
      absences: ['Отсутствия', text],
      quotas: ['Норма в неделю', text],
    }),
    own: false,
    hidden: false,
  },
  topics: {
    sheetId: 108,
    title: 'Темы',
    columns: plain({ id: ['№', integer], title: ['Тема', text] }),
    own: true,
    hidden: false,
  },
  projects: {
    sheetId: 109,
    title: 'Проекты',
    columns: plain({
      name: ['Проект', text],
      manager: ['Руководитель (e-mail)', text],
      externals: ['Внешние эксперты', text],
      limit: ['Лимит внешних в месяц', text],
    }),
    own: false,
    hidden: false,
  },
  workingCalendar: {
    sheetId: 110,
    title: 'Рабочий календарь',
    columns: plain({ date: ['Дата', date], kind: ['День', text], movedFrom: ['Перенос с', date] }),
    own: false,
    hidden: false,
  },
  settings: {
    sheetId: 111,
    title: 'Настройки',
    columns: plain({ title: ['Настройка', longText], value: ['Значение', text], clause: ['Пункт', text] }),
    own: false,
    hidden: false,
  },
  service: {
    sheetId: 112,
    title: 'Служебное',
    columns: plain({ key: ['Ключ', text], value: ['Значение', text] }),
    own: true,
    hidden: true,
  },
  discrepancies: {
    sheetId: 113,
    title: 'Расхождения',
    columns: plain({
      key: ['Ключ', text],
      at: ['Когда', dateTime],
      event: ['Событие', text],
      what: ['Что', longText],
      consultant: ['Консультант', text],
      dealId: ['№ сделки', integer],
      proposed: ['Предложено', longText],
      solved: ['Решено', text],
    }),
    own: true,
    hidden: false,
  },
  required: {
    sheetId: 114,
    title: 'Обязательные поля',
    columns: plain({
      card: ['Карточка', { type: 'word', words: cardTitles }],
      goal: ['Для чего', { type: 'word', words: goalTitles }],
      field: ['Поле', text],
      topic: ['Тема', integer],
      clause: ['Пункт', text],
    }),
    own: false,
    hidden: false,
  },
  breaches: {
    sheetId: 115,
    title: 'Нарушения',
    columns: plain({
      key: ['Ключ', text],
      at: ['Срок прошёл', dateTime],
      clause: ['Пункт', text],
      obligation: ['Обязательство', text],
      dealId: ['№ сделки', integer],
      subject: ['Что не сделано', longText],
      who: ['Кто', text],
      noted: ['Записано', dateTime],
    }),
    own: true,
    hidden: false,
  },
  months: {
    sheetId: 116,
    title: 'Месяцы',
    columns: plain({
      month: ['Месяц', text],
      approved: ['Сводка утверждена', dateTime],
      approvedBy: ['Кто утвердил', text],
      frozen: ['Утверждённые числа', longText],
      told: ['Руководители извещены', dateTime],
      published: ['Опубликовано', dateTime],
      link: ['Ссылка', text],
    }),
    own: true,
    hidden: false,
  },
} as const satisfies Record<string, Table>

export type TableName = keyof typeof tables
