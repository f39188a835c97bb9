/** What people read about amoCRM, and what they read in it. */

import { cutLine } from '../letter/plainLine'
import type { LocalDateTime } from '../time/localTime'
import { counted, dateWords } from './russian'

/** Our notes begin so: they are known again, and never taken for somebody's. */
export const noteMark = 'Консультации · '

export const amoTexts = {
  unread: (word: string) => `«${cutLine(word, 100)}» таблица не знает`,
  noClient: () => 'у сделки в таблице нет клиента; заполните карточку клиента там',
  overruled: () => 'изменено и там, и здесь; верно то, что в таблице',
  /** A note in amoCRM about what was put back. */
  putBack: (at: string, titles: readonly (readonly [string, string])[]) =>
    `${noteMark}${at}. Возвращено прежнее: ${titles.map(([title, why]) => `«${title}» — ${why}`).join('; ')}`,
  attempt: (at: string, number: number) => `${noteMark}${at}. Не дозвонились, попытка ${number}.`,
  /** A line of the comments here. */
  noted: (at: string, name: string, text: string) => `${at}: amoCRM, ${name || 'неизвестно'}: ${text}`,
  author: (name: string) => `amoCRM, ${name || 'неизвестно'}`,
  leadName: (organisation: string, deal: number) => `Консультация: ${organisation || 'без организации'} (№ ${deal})`,
  /** What the list is searched by. */
  searched: (deal: number) => `(№ ${deal})`,
  unfit: (titles: readonly string[]) => `в amoCRM нет такого значения: ${titles.join(', ')}`,
} as const

/** Why amoCRM took nothing: one sentence, with what to do. */
export const amoTroubles = {
  token: () => 'amoCRM не принимает ключ: он отозван, истёк или введён с ошибкой. Введите новый в меню «Подключить amoCRM…»; изменения ждут и не потеряются.',
  access: () => 'amoCRM отказывает: у ключа нет прав или адрес временно закрыт за частые обращения. Изменения ждут; если не пройдёт за час, проверьте права ключа.',
  unpaid: () => 'amoCRM отвечает, что аккаунт не оплачен. Изменения ждут оплаты; работать в таблице можно.',
  account: () => 'По этому адресу amoCRM не отвечает: проверьте адрес в меню «Подключить amoCRM…». Изменения ждут.',
  busy: () => 'amoCRM просит подождать.',
  silent: () => 'amoCRM не отвечает. Изменения ждут, повторим сами.',
  refused: ({ detail = '' }: { detail?: string }) => `amoCRM не приняла изменение: ${detail || 'причина не названа'}.`,
} as const satisfies Record<string, (params: { detail?: string }) => string>
export type AmoTrouble = keyof typeof amoTroubles

/** Answers of the dialog «Подключить amoCRM…», and notes of «Сегодня». */
export const amoLinkTexts = {
  badAccount: () => 'Адрес пишется как у вашей amoCRM: «centre.amocrm.ru» или «centre».',
  noToken: () => 'Введите долгосрочный ключ: amoCRM → amoМаркет → «Создать интеграцию» → «Ключи и доступы».',
  noPipeline: () => 'Выберите воронку.',
  incomplete: (titles: readonly string[]) => `Выберите этап amoCRM для: ${titles.map((title) => `«${title}»`).join(', ')}.`,
  unlinked: () => 'amoCRM отключена. Сделки остались и там, и здесь, как стоят.',
  ends: (day: string, today: LocalDateTime) => `Ключ amoCRM действует до ${dateWords(day)}${day.slice(0, 4) === today.slice(0, 4) ? '' : ` ${day.slice(0, 4)} года`}: выпустите новый и введите в меню «Подключить amoCRM…».`,
  meeting: (done: number) => `Знакомство с amoCRM: просмотрено ${counted(done, 'сделка', 'сделки', 'сделок')}, продолжается с каждой сверкой.`,
} as const
