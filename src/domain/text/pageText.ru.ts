/** What the pages for people outside say beside their forms: why a link does not work, that something was received. */

import type { LocalDateTime } from '../time/localTime'

interface Told {
  readonly title: string
  readonly text: string
}

const ask = 'Если нужно что-то передать, позвоните нам.'

/** A link that leads nowhere; it says nothing of whether there is such a deal. */
export const linkTexts = {
  bad: {
    title: 'Ссылка не открывается',
    text: 'Возможно, адрес скопирован не целиком. Откройте ссылку прямо из письма. Не получилось — позвоните нам.',
  },
  expired: { title: 'Срок ссылки прошёл', text: ask },
  over: { title: 'Эта ссылка больше не нужна', text: ask },
  busy: { title: 'Слишком много обращений', text: 'Подождите минуту и откройте ссылку ещё раз.' },
  failed: { title: 'Сейчас не получилось', text: 'Подождите минуту и повторите. Если не помогло, позвоните нам.' },
} as const satisfies Readonly<Record<string, Told>>

export const pageTexts = {
  early: (when: string): Told => ({
    title: 'Консультация ещё впереди',
    text: `Она назначена на ${when}. Отчёт заполните после неё по этой же ссылке.`,
  }),
  taken: (id: number): Told => ({
    title: `Отчёт №\u00a0${id} уже принят`,
    text: 'Офис внёс его в карточку. Если нужна правка, позвоните нам.',
  }),
  received: (id: number): Told => ({
    title: `Спасибо, отчёт получен, №\u00a0${id}`,
    text: 'До тех пор, пока офис не принял его, отчёт можно исправить по этой же ссылке.',
  }),
  thanks: (score: number): Told => ({ title: 'Спасибо за отзыв!', text: `Ваша оценка: ${score} из 5.` }),
  given: (score: number): Told => ({ title: 'Спасибо, отзыв уже получен', text: `Ваша оценка: ${score} из 5. ${ask}` }),
  allowed: (id: number): Told => ({
    title: 'Решение записано: согласие',
    text: `Консультация №\u00a0${id} может быть проведена с внешним консультантом.`,
  }),
  denied: (id: number): Told => ({ title: 'Решение записано: отказ', text: `Консультация №\u00a0${id}: офис найдёт сотрудника.` }),
  decided: { title: 'Решение уже принято', text: ask },
  requestTaken: { title: 'Заявка получена', text: 'Мы позвоним вам.' },
  stopped: { title: 'Больше таких писем не будет', text: 'Писать будем только о времени ваших консультаций.' },
} as const

/** Under what was typed, which stays. */
export const pageRefusals = {
  unreadable: 'Страница прислала не то, что нужно. Откройте ссылку из письма ещё раз; введённое останется в черновике.',
  tooLong: 'Отчёт слишком длинный. Сократите его или приложите подробности файлом.',
  limit: (limit: number) => `Слишком длинный текст, помещается не больше ${limit} знаков. Сократите его и повторите.`,
  tooManyFiles: (limit: number) => `Прилагается не больше ${limit} файлов. На остальные вставьте ссылку.`,
  missing: (titles: string) => `Не заполнено: ${titles}. Заполните и повторите.`,
} as const

/** Lines of the deal's comments. */
export const pageNotes = {
  report: (again: boolean) => `отчёт внешнего консультанта получен${again ? ' ещё раз, исправленный' : ''}`,
  reportTaken: 'отчёт внешнего консультанта перенесён в карточку',
  fileOf: (files: string) => `файл к отчёту: ${files}`,
  commentOf: (comment: string) => `внешний консультант пишет: ${comment}`,
  reportSent: 'внешнему консультанту отправлена ссылка на отчёт',
  asked: (project: string, manager: string, count: string) =>
    `о внешнем консультанте спрошен руководитель проекта «${project}» (${manager}). ${count}`,
  managerSays: (note: string) => `руководитель проекта пишет: ${note}`,
  stopped: 'клиент попросил не присылать писем, кроме писем о времени',
} as const

/** Why no letter asked for feedback (K2), after «отзыв письмом не запрошен: ». */
export const unaskedTexts = {
  off: 'такие письма выключены в настройках',
  noAddress: 'у клиента нет почты',
  noLetters: 'клиент просил не писать',
  withdrawn: 'клиент отозвал согласие',
  asked: (at: LocalDateTime, id: number) => `клиента уже спрашивали ${at.slice(8, 10)}.${at.slice(5, 7)}.${at.slice(0, 4)} (№ ${id})`,
  twice: (id: number) => `клиенту уходит письмо по сделке № ${id}`,
} as const
export const unaskedNote = (why: string): string => `отзыв письмом не запрошен: ${why}`
