/** The register's sheets: fixed ids, headings, and how each column's cell is read and written. */

import { clientFields } from '../client/fields'
import { dealFields } from '../deal/fields'
import { cardTitles, goalTitles } from '../deal/requiredFields'
import type { Fields } from './field'
import * as kinds from './kinds'
import { isText, type Kind } from './kinds'

export interface Column {
  readonly key: string
  readonly heading: string
  readonly kind: Kind
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

const [text, longText, integer, dateTime, date] = [kinds.text(), kinds.longText(), kinds.integer(), kinds.dateTime(), kinds.date()]

function columnsOf(fields: Fields): Column[] {
  return Object.entries(fields).map(([key, { heading, kind }]) => columnOf(key, heading, kind))
}

function columnOf(key: string, heading: string, kind: Kind): Column {
  return { key, heading, kind, width: widthOf(kind) }
}

function widthOf(kind: Kind): number {
  if (isText(kind) && kind.rare === true) return 200
  return { integer: 80, dateTime: 130, date: 100, longText: 280, word: 170, text: 150 }[kind.type]
}

function plain(headings: Readonly<Record<string, readonly [string, Kind]>>): Column[] {
  return Object.entries(headings).map(([key, [heading, kind]]) => columnOf(key, heading, kind))
}

export const tables = {
  deals: { sheetId: 101, title: 'Сделки', columns: columnsOf(dealFields), own: false, hidden: false },
  clients: { sheetId: 102, title: 'Клиенты', columns: columnsOf(clientFields), own: false, hidden: false },
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
      outsideId: ['Planfix', text],
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
      seal: ['Печать', text],
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
      seal: ['Печать', text],
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
    columns: plain({ key: ['Ключ', text], value: ['Значение', text], seal: ['Печать', text] }),
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
      seal: ['Печать', text],
    }),
    own: true,
    hidden: false,
  },
  required: {
    sheetId: 114,
    title: 'Обязательные поля',
    columns: plain({
      card: ['Карточка', kinds.word(cardTitles)],
      goal: ['Для чего', kinds.word(goalTitles)],
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
      social: ['Опубликовано в соцсетях', dateTime],
      socialLink: ['Ссылка в соцсетях', text],
    }),
    own: true,
    hidden: false,
  },
  mirror: {
    sheetId: 117,
    title: 'Зеркало календаря',
    columns: plain({
      id: ['Событие', text],
      title: ['Название', longText],
      start: ['Начало', dateTime],
      end: ['Конец', dateTime],
      allDay: ['Весь день', text],
      reading: ['Прочитано как', text],
      dealId: ['№ сделки', integer],
      extras: ['Что ещё на событии', text],
      recurringEventId: ['Серия', text],
      originalStart: ['В серии стояло', dateTime],
      eventType: ['Вид', text],
      creator: ['Кто создал', text],
      declined: ['Отказались', text],
      updated: ['Изменено', dateTime],
      etag: ['Версия', text],
      private: ['Пометка', longText],
      error: ['Отказ Google', longText],
      tries: ['Попыток', integer],
      nextTry: ['Следующая попытка', dateTime],
    }),
    own: true,
    hidden: true,
  },
  /** A deal and its lead. */
  amo: {
    sheetId: 118,
    title: 'amoCRM',
    columns: plain({
      id: ['№ сделки', integer],
      lead: ['Сделка в amoCRM', integer],
      /** What the lead said last, JSON (usecases/control/amocrm/pair.ts). */
      last: ['Что в amoCRM', longText],
      state: ['Состояние', text],
      seal: ['Печать', text],
    }),
    own: true,
    hidden: true,
  },
} as const satisfies Record<string, Table>

export type TableName = keyof typeof tables
