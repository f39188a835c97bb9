/** The fields of a deal, one row each, in the order of the columns of «Сделки». Everything else that knows fields follows from here. */

import { alwaysFrom, type Fields, from } from '../register/field'
import {
  counter,
  dateTime,
  integer,
  longText,
  moment,
  numberedWord,
  pastTime,
  rowNumber,
  score,
  text,
  word,
  wordFrom,
} from '../register/kinds'
import { channelTitles, formatTitles, socialDesignTopic, stageTitles, topicTitles } from './words'

const fill = { page: 'fill', hand: 'fill' } as const
/** T3: cards are closed before they are paid. */
const pay = { page: 'pay', hand: 'pay', closed: true } as const
/** K3: the client's own, by his link; the office may take it down, with a note, and never over what he said himself. */
const hear = { page: 'hear', hand: 'hear' } as const
const byHand = { hand: 'fill' } as const
const reported = { hand: 'expertReport' } as const
/** Longest raw text of a request, characters: so much has room in the journal. */
export const rawLimit = 18_000

export const dealFields = {
  /** Unique, never reused. */
  id: { heading: '№', kind: rowNumber(), personal: false, told: false },
  stage: { heading: 'Этап', kind: wordFrom(stageTitles, 'new'), set: { page: 'call', hand: 'call' }, personal: false },
  /** When it came to this stage. */
  stageSince: { heading: 'На этапе с', kind: moment(), personal: false, told: false },
  /** Copies of the client's, changed on its card: titles and lists need no second read. */
  organisation: { heading: 'Организация', kind: text('organisation'), personal: true },
  contact: { heading: 'Контактное лицо', kind: text(), personal: true },
  phone: { heading: 'Телефон', kind: text('phone'), personal: true },
  /** 1–11 (T1). */
  topic: {
    heading: 'Тема',
    kind: numberedWord(topicTitles),
    group: 'request',
    needed: alwaysFrom('assigned', 'A2'),
    set: fill,
    listed: { at: 80, width: 180 },
    personal: false,
  },
  request: { heading: 'Запрос', kind: longText(), group: 'request', set: fill, personal: true },
  /** Initials. */
  consultant: {
    heading: 'Консультант',
    kind: text('consultant'),
    group: 'booking',
    needed: alwaysFrom('assigned', 'A2'),
    set: { page: 'assign' },
    personal: false,
  },
  start: {
    heading: 'Начало',
    kind: dateTime(),
    group: 'booking',
    needed: alwaysFrom('assigned', 'A2'),
    set: { page: 'assign' },
    personal: false,
  },
  /** Exclusive. */
  end: { heading: 'Конец', kind: dateTime(), set: { page: 'assign' }, personal: false, told: false },
  /** How it is held (C2). */
  format: {
    heading: 'Формат',
    kind: word(formatTitles),
    group: 'booking',
    needed: from('assigned', 'C2'),
    set: fill,
    listed: { at: 100, width: 90 },
    personal: false,
  },
  /** Room or link. */
  place: { heading: 'Место или ссылка', kind: text(), group: 'booking', set: fill, personal: false },
  /** Duration held. */
  minutes: {
    heading: 'Продолжительность, мин',
    kind: integer(5, 480),
    group: 'result',
    needed: alwaysFrom('held', 'C6'),
    set: fill,
    listed: { at: 120, width: 60, heading: 'Минут' },
    personal: false,
  },
  /** Name of the project, or noProject. */
  project: {
    heading: 'Проект',
    kind: text('project'),
    group: 'result',
    needed: alwaysFrom('held', 'C7'),
    set: fill,
    listed: { at: 90, width: 150 },
    personal: false,
  },
  content: { heading: 'Содержание', kind: longText(), group: 'result', needed: alwaysFrom('held', 'C5'), set: fill, personal: true },
  recommendations: {
    heading: 'Рекомендации',
    kind: longText(),
    group: 'result',
    needed: alwaysFrom('held', 'C5'),
    set: fill,
    personal: true,
  },
  discussedName: {
    heading: 'Обсуждаемый проект',
    kind: text(),
    group: 'result',
    needed: from('held', 'C5', socialDesignTopic),
    set: fill,
    personal: true,
  },
  discussedTheme: {
    heading: 'Тематика проекта',
    kind: text(),
    group: 'result',
    needed: from('held', 'C5', socialDesignTopic),
    set: fill,
    personal: true,
  },
  discussedAdvice: {
    heading: 'Рекомендации по проекту',
    kind: longText(),
    group: 'result',
    needed: from('held', 'C5', socialDesignTopic),
    set: fill,
    personal: true,
  },
  feedbackScore: { heading: 'Оценка', kind: score(1, 5), group: 'feedback', set: hear, listed: { at: 140, width: 60 }, personal: false },
  feedbackText: { heading: 'Отзыв', kind: longText(), group: 'feedback', set: hear, personal: true },
  /** Reason of «Неуспешные». */
  failure: { heading: 'Причина отказа', kind: text('failureReason'), set: { page: 'call', hand: 'call' }, personal: false },
  /** Notes, one a line, newest last; the assigned time stands here (A2). */
  comments: { heading: 'Комментарии', kind: longText(), group: 'request', order: 1, askable: 'held', set: fill, personal: true },
  /** A line a file; pages attach files, they do not type them (C5). */
  files: { heading: 'Файлы', kind: longText(), group: 'result', set: byHand, personal: true },
  /** How the request came (I1). */
  channel: {
    heading: 'Канал',
    kind: wordFrom(channelTitles, 'phoneOffice'),
    set: { page: 'intake', hand: 'intake' },
    listed: { at: 110, width: 130 },
    personal: false,
  },
  /** When the request was received (A1 counts from here). */
  received: { heading: 'Получена', kind: moment(), personal: false },
  /** Initials of the consultant the client has already agreed with (I2). */
  agreedWith: { heading: 'Договорился с', kind: text('consultant'), group: 'request', askable: null, set: fill, personal: false },
  /** Noted attempts that did not reach the client (I7). */
  attempts: { heading: 'Попыток', kind: counter(), personal: false },
  lastAttemptAt: { heading: 'Последняя попытка', kind: dateTime(), personal: false, told: false },
  /** A call or message that reached the client (I5). */
  reachedAt: { heading: 'Дозвонились', kind: dateTime(), personal: false },
  /** The client was told the time by phone or letter (A1). */
  toldAt: { heading: 'Клиент извещён', kind: dateTime(), personal: false },
  /** The time first assigned to this consultant; G5's two days count from it. */
  firstStart: { heading: 'Назначено впервые на', kind: dateTime(), personal: false, told: false },
  /** Who had the time that was given back: booked with the same consultant again it is a move (G5); '' = none was. */
  formerConsultant: { heading: 'Прежний консультант', kind: text(), personal: false, told: false },
  moves: { heading: 'Переносов', kind: counter(), personal: false, told: false },
  /** R1: why the last move was made; '' = not told (yet). */
  moveReason: { heading: 'Причина переноса', kind: text(), set: { page: 'assign', hand: 'assign' }, personal: false },
  /** When it was last moved or given to another consultant; null = never since it was booked. */
  movedAt: { heading: 'Перенесена', kind: dateTime(), personal: false, told: false },
  /** G6: «не смогу провести», with its moment in front, '23.11.2026 09:05: заболела'; '' = the consultant holds it. */
  cannotHold: { heading: 'Не может провести', kind: text(), set: { page: 'assign', hand: 'assign' }, personal: false },
  feedbackAskedAt: { heading: 'Отзыв запрошен', kind: dateTime(), personal: false },
  /** Who decided on an external consultant, and when (T2). */
  externalBy: { heading: 'Внешний: кто решил', kind: text(), personal: false },
  externalAt: { heading: 'Внешний: когда решено', kind: dateTime(), personal: false },
  reportSentAt: { heading: 'Отчёт: шаблон отправлен', kind: pastTime(), set: reported, personal: false },
  reportReceivedAt: { heading: 'Отчёт получен', kind: pastTime(), set: reported, personal: false },
  paidAt: { heading: 'Оплачено', kind: pastTime(), set: pay, personal: false },
  /** What a form or a letter sent, as it came. */
  raw: { heading: 'Исходная заявка', kind: { ...longText({ rare: true }), most: rawLimit }, personal: true },
  /** Ids elsewhere, 'amo:41003'. */
  outsideIds: { heading: 'Внешние номера', kind: text(), personal: false },
  clientId: { heading: '№ клиента', kind: integer(), personal: false, told: false },
  eventId: { heading: 'Событие', kind: text(), personal: false, told: false },
  /** Grows by one with every change; a page that saw an older one is told so. */
  version: { heading: 'Версия', kind: counter(), personal: false, told: false },
  /** When the client answered by his link; null = he did not, a mark that stands was taken down by the office. */
  feedbackAt: { heading: 'Отзыв получен', kind: dateTime(), personal: false },
  /** 'да' where the client agreed to be quoted. */
  quotable: { heading: 'Можно цитировать', kind: text('yes'), set: { hand: 'hear' }, personal: false },
  /** When the project's manager was asked to decide on an external consultant (T2). */
  externalAskedAt: { heading: 'Внешний: решение запрошено', kind: dateTime(), personal: false },
  /** The expert's report as it was sent (C9), JSON of ExpertReport; '' = none. */
  report: { heading: 'Отчёт эксперта', kind: longText(), personal: true },
  /** Name of who marked it paid (T3). */
  paidBy: { heading: 'Кто отметил оплату', kind: text(), personal: false },
  /** What the client was last told of the booking, JSON (telling.ts); '' = nothing, or of a booking of older versions all that is so. */
  clientKnows: { heading: 'Клиент знает', kind: longText({ rare: true }), personal: false, told: false },
  /** The same of the consultants, a list: who was told, and of what. */
  consultantKnows: { heading: 'Консультант знает', kind: longText({ rare: true }), personal: false, told: false },
  /** From when on a person tells the client what he is owed: no letter goes, or it should have gone by then (A1.tell); null = nothing is owed. */
  tellFrom: { heading: 'Сообщить клиенту с', kind: dateTime(), personal: false, told: false },
  /** T3: what was paid, as it stood then: '60 мин × 1250 ₽/ч = 1250 ₽' (paidFor.ts); '' = not paid, or paid before this was kept. */
  paidFor: { heading: 'Оплачено за', kind: text(), personal: false, told: false },
  /** T2: the project whose manager was asked or whose externals were decided on. */
  externalProject: { heading: 'Внешний: проект', kind: text(), personal: false, told: false },
  /** T2: the expert decided on, initials; '' = none was named yet, the first one booked is it. */
  externalExpert: { heading: 'Внешний: консультант', kind: text(), personal: false, told: false },
  /** T2: the address that was asked. */
  externalAskedOf: { heading: 'Внешний: кого спросили', kind: text(), personal: false, told: false },
  /** K1: when a closer said that «не распределено» stays. */
  undistributedAt: { heading: 'Не распределено: подтверждено', kind: dateTime(), personal: false },
  /** K3: why a new client was closed without being asked. */
  feedbackWaived: { heading: 'Отзыв не запрошен, причина', kind: text(), personal: false },
  /** What a known client told anew and nobody has taken over yet, JSON of News; '' = nothing. */
  news: { heading: 'Сказано заново', kind: longText({ rare: true }), personal: true },
  /** Moment of the import that brought it; null = it came another way. */
  importedAt: { heading: 'Загружена', kind: dateTime(), personal: false, told: false },
  /** Of an imported deal: since when somebody works on it, and its duties count; null = it is history still. */
  countedFrom: { heading: 'Учёт с', kind: dateTime(), personal: false, told: false },
  /** What the client said last by the link of his letters, JSON (clientSaid.ts); '' = nothing. */
  clientSaid: { heading: 'Клиент ответил', kind: longText({ rare: true }), personal: true },
  /** When it suits the client, as he asked before anything was booked: hours as wishedText writes them, or words; a wish alone. */
  wishedTimes: { heading: 'Удобное время', kind: text(), group: 'request', askable: null, set: fill, personal: true },
} as const satisfies Fields
