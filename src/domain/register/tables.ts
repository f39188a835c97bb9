/** The register's sheets: fixed ids, headings, and how each column's cell is read and written. */

import { clientFields } from '../client/fields'
import { dealFields } from '../deal/fields'
import { cardTitles, goalTitles } from '../deal/requiredFields'
import type { Fields } from './field'
import * as kinds from './kinds'
import { isText, type Kind } from './kinds'
import type { Personal } from './personal'

export interface Column {
  readonly key: string
  readonly heading: string
  readonly kind: Kind
  readonly personal: Personal
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
  return Object.entries(fields).map(([key, { heading, kind, personal }]) => columnOf(key, heading, kind, personal))
}

function columnOf(key: string, heading: string, kind: Kind, personal: Personal): Column {
  return { key, heading, kind, personal, width: widthOf(kind) }
}

function widthOf(kind: Kind): number {
  if (isText(kind) && kind.rare === true) return 200
  return { integer: 80, dateTime: 130, date: 100, longText: 280, word: 170, text: 150 }[kind.type]
}

function plain(headings: Readonly<Record<string, readonly [string, Kind, Personal]>>): Column[] {
  return Object.entries(headings).map(([key, [heading, kind, personal]]) => columnOf(key, heading, kind, personal))
}

export const tables = {
  deals: { sheetId: 101, title: 'Сделки', columns: columnsOf(dealFields), own: false, hidden: false },
  clients: { sheetId: 102, title: 'Клиенты', columns: columnsOf(clientFields), own: false, hidden: false },
  control: {
    sheetId: 103,
    title: 'Контроль',
    columns: plain({
      key: ['Обязательство', text, 'staff'],
      clause: ['Пункт', text, false],
      subject: ['Что сделать', longText, 'words'],
      detail: ['Почему', text, 'words'],
      who: ['Кто', text, 'staff'],
      opensAt: ['Открывается', dateTime, false],
      due: ['Срок', dateTime, false],
      dealId: ['№ сделки', integer, false],
      row: ['Строка', integer, false],
      clientId: ['№ клиента', integer, false],
      remindAt: ['Напомнить', dateTime, false],
      overdueTo: ['О просрочке узнаёт', text, 'staff'],
      reminded: ['Напомнено', dateTime, false],
      escalated: ['Сообщено о просрочке', dateTime, false],
      breached: ['Нарушение записано', dateTime, false],
    }),
    own: true,
    hidden: false,
  },
  tasks: {
    sheetId: 104,
    title: 'Задачи',
    columns: plain({
      key: ['Ключ', text, 'staff'],
      clause: ['Пункт', text, false],
      dealId: ['№ сделки', integer, false],
      subject: ['Задача', longText, 'words'],
      who: ['Кому', text, 'staff'],
      due: ['Срок', dateTime, false],
      created: ['Поставлена', dateTime, false],
      met: ['Выполнена', dateTime, false],
      outsideId: ['Planfix', text, false],
    }),
    own: true,
    hidden: false,
  },
  outbox: {
    sheetId: 105,
    title: 'Исходящие',
    columns: plain({
      key: ['Ключ', text, 'words'],
      kind: ['Вид', text, false],
      to: ['Кому', text, 'words'],
      payload: ['Содержание', longText, 'words'],
      created: ['Создано', dateTime, false],
      attempts: ['Попыток', integer, false],
      nextTry: ['Следующая попытка', dateTime, false],
      done: ['Отправлено', dateTime, false],
      error: ['Ошибка', text, 'words'],
      priority: ['Важность', integer, false],
      seal: ['Печать', text, false],
    }),
    own: true,
    hidden: false,
  },
  journal: {
    sheetId: 106,
    title: 'Журнал',
    columns: plain({
      at: ['Когда', dateTime, false],
      who: ['Кто', text, 'staff'],
      entry: ['Откуда', text, false],
      table: ['Лист', text, false],
      rowId: ['№ строки', integer, false],
      version: ['Версия', integer, false],
      kind: ['Что', text, false],
      reason: ['Причина', text, 'words'],
      change: ['Было → стало', longText, 'words'],
      request: ['Запрос', text, false],
      seal: ['Печать', text, false],
    }),
    own: true,
    hidden: false,
  },
  staff: {
    sheetId: 107,
    title: 'Сотрудники',
    columns: plain({
      initials: ['Инициалы', text, 'staff'],
      name: ['ФИО', text, 'staff'],
      email: ['E-mail', text, 'staff'],
      roles: ['Роли', text, false],
      topics: ['Темы', text, false],
      external: ['Внешний', text, false],
      rate: ['Ставка, ₽/ч', text, 'staff'],
      from: ['С', text, 'staff'],
      until: ['По', text, 'staff'],
      absences: ['Отсутствия', text, 'staff'],
      quotas: ['Норма в неделю', text, 'staff'],
    }),
    own: false,
    hidden: false,
  },
  topics: {
    sheetId: 108,
    title: 'Темы',
    columns: plain({ id: ['№', integer, false], title: ['Тема', text, false] }),
    own: true,
    hidden: false,
  },
  projects: {
    sheetId: 109,
    title: 'Проекты',
    columns: plain({
      name: ['Проект', text, false],
      manager: ['Руководитель (e-mail)', text, 'staff'],
      externals: ['Внешние эксперты', text, false],
      limit: ['Лимит внешних в месяц', text, false],
    }),
    own: false,
    hidden: false,
  },
  workingCalendar: {
    sheetId: 110,
    title: 'Рабочий календарь',
    columns: plain({ date: ['Дата', date, false], kind: ['День', text, false], movedFrom: ['Перенос с', date, false] }),
    own: false,
    hidden: false,
  },
  settings: {
    sheetId: 111,
    title: 'Настройки',
    columns: plain({ title: ['Настройка', longText, false], value: ['Значение', text, 'staff'], clause: ['Пункт', text, false] }),
    own: false,
    hidden: false,
  },
  service: {
    sheetId: 112,
    title: 'Служебное',
    columns: plain({ key: ['Ключ', text, false], value: ['Значение', text, 'words'], seal: ['Печать', text, false] }),
    own: true,
    hidden: true,
  },
  discrepancies: {
    sheetId: 113,
    title: 'Расхождения',
    columns: plain({
      key: ['Ключ', text, 'words'],
      at: ['Когда', dateTime, false],
      event: ['Событие', text, 'words'],
      what: ['Что', longText, 'words'],
      consultant: ['Консультант', text, 'staff'],
      dealId: ['№ сделки', integer, false],
      proposed: ['Предложено', longText, 'words'],
      solved: ['Решено', text, 'words'],
      seal: ['Печать', text, false],
    }),
    own: true,
    hidden: false,
  },
  required: {
    sheetId: 114,
    title: 'Обязательные поля',
    columns: plain({
      card: ['Карточка', kinds.word(cardTitles), false],
      goal: ['Для чего', kinds.word(goalTitles), false],
      field: ['Поле', text, false],
      topic: ['Тема', integer, false],
      clause: ['Пункт', text, false],
    }),
    own: false,
    hidden: false,
  },
  breaches: {
    sheetId: 115,
    title: 'Нарушения',
    columns: plain({
      key: ['Ключ', text, 'staff'],
      at: ['Срок прошёл', dateTime, false],
      clause: ['Пункт', text, false],
      obligation: ['Обязательство', text, false],
      dealId: ['№ сделки', integer, false],
      subject: ['Что не сделано', longText, 'words'],
      who: ['Кто', text, 'staff'],
      noted: ['Записано', dateTime, false],
    }),
    own: true,
    hidden: false,
  },
  months: {
    sheetId: 116,
    title: 'Месяцы',
    columns: plain({
      month: ['Месяц', text, false],
      approved: ['Сводка утверждена', dateTime, false],
      approvedBy: ['Кто утвердил', text, 'staff'],
      frozen: ['Утверждённые числа', longText, false],
      told: ['Руководители извещены', dateTime, false],
      published: ['Опубликовано', dateTime, false],
      link: ['Ссылка', text, false],
      social: ['Опубликовано в соцсетях', dateTime, false],
      socialLink: ['Ссылка в соцсетях', text, false],
    }),
    own: true,
    hidden: false,
  },
  mirror: {
    sheetId: 117,
    title: 'Зеркало календаря',
    columns: plain({
      id: ['Событие', text, false],
      title: ['Название', longText, 'words'],
      start: ['Начало', dateTime, false],
      end: ['Конец', dateTime, false],
      allDay: ['Весь день', text, false],
      reading: ['Прочитано как', text, false],
      dealId: ['№ сделки', integer, false],
      extras: ['Что ещё на событии', text, 'words'],
      recurringEventId: ['Серия', text, false],
      originalStart: ['В серии стояло', dateTime, false],
      eventType: ['Вид', text, false],
      creator: ['Кто создал', text, 'staff'],
      declined: ['Отказались', text, 'words'],
      updated: ['Изменено', dateTime, false],
      etag: ['Версия', text, false],
      private: ['Пометка', longText, 'words'],
      error: ['Отказ Google', longText, 'words'],
      tries: ['Попыток', integer, false],
      nextTry: ['Следующая попытка', dateTime, false],
    }),
    own: true,
    hidden: true,
  },
  /** A deal and its lead. */
  amo: {
    sheetId: 118,
    title: 'amoCRM',
    columns: plain({
      id: ['№ сделки', integer, false],
      lead: ['Сделка в amoCRM', integer, false],
      /** What the lead said last, JSON (usecases/control/amocrm/pair.ts). */
      last: ['Что в amoCRM', longText, 'words'],
      state: ['Состояние', text, false],
      seal: ['Печать', text, false],
    }),
    own: true,
    hidden: true,
  },
  /** Typed on a phone and not saved: a field of a card, of one person on one device. */
  drafts: {
    sheetId: 119,
    title: 'Черновики',
    columns: plain({
      dealId: ['№ сделки', integer, false],
      who: ['Кто', text, 'staff'],
      device: ['Устройство', text, false],
      place: ['Откуда', text, false],
      at: ['Когда', dateTime, false],
      version: ['Версия', integer, false],
      field: ['Поле', text, false],
      typed: ['Набрано', longText, 'words'],
      was: ['Было', longText, 'words'],
    }),
    own: true,
    hidden: true,
  },
} as const satisfies Record<string, Table>

export type TableName = keyof typeof tables
