/** What people read about amoCRM, and what they read in it. */

import { cutLine } from '../../letter/plainLine'
import { counted, dateWords } from '../../text/russian'
import type { LocalDateTime } from '../../time/localTime'

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
  token: () =>
    'amoCRM не принимает ключ: он отозван, истёк или введён с ошибкой. Введите новый в меню «Подключить amoCRM…»; изменения ждут и не потеряются.',
  access: () =>
    'amoCRM отказывает: у ключа нет прав или адрес временно закрыт за частые обращения. Изменения ждут; если не пройдёт за час, проверьте права ключа.',
  unpaid: () => 'amoCRM отвечает, что аккаунт не оплачен. Изменения ждут оплаты; работать в таблице можно.',
  account: () => 'По этому адресу amoCRM не отвечает: проверьте адрес в меню «Подключить amoCRM…». Изменения ждут.',
  busy: () => 'amoCRM просит подождать.',
  silent: () => 'amoCRM не отвечает. Изменения ждут, повторим сами.',
  refused: ({ detail = '' }: { detail?: string }) => `amoCRM не приняла изменение: ${detail || 'причина не названа'}.`,
} as const satisfies Record<string, (params: { detail?: string }) => string>
export type AmoTrouble = keyof typeof amoTroubles

export const amoPipelineName = 'Консультации'

/** Answers of the dialog «Подключить amoCRM…», and notes of «Сегодня». */
export const amoLinkTexts = {
  badAccount: () => 'Адрес пишется как у вашей amoCRM: «centre.amocrm.ru» или «centre».',
  noToken: () => 'Введите долгосрочный ключ: amoCRM → amoМаркет → «Создать интеграцию» → «Ключи и доступы».',
  noPipeline: () => 'Выберите воронку.',
  newPipeline: `завести новую: «${amoPipelineName}» с этапами порядка`,
  incomplete: (titles: readonly string[]) => `Выберите этап amoCRM для: ${titles.map((title) => `«${title}»`).join(', ')}.`,
  wait: () => 'amoCRM просит подождать. Попробуйте через несколько минут.',
  linked: (account: string, pipeline: string) =>
    `Подключено: «${account}», воронка «${pipeline}». Прошлые сделки придут с ближайшими сверками.`,
  unlinked: () => 'amoCRM отключена. Сделки остались и там, и здесь, как стоят.',
  ends: (day: string, today: LocalDateTime) =>
    `Ключ amoCRM действует до ${dateWords(day)}${day.slice(0, 4) === today.slice(0, 4) ? '' : ` ${day.slice(0, 4)} года`}: выпустите новый и введите в меню «Подключить amoCRM…».`,
  meeting: (done: number) =>
    `Знакомство с amoCRM: просмотрено ${counted(done, 'сделка', 'сделки', 'сделок')}, продолжается с каждой сверкой.`,
} as const

/** Why a lead is no more, with the likely answer. */
export function amoGoneText(how: 'deleted' | 'merged' | 'moved', into: number | null): string {
  if (how === 'moved') return 'её перенесли в другую воронку'
  return how === 'deleted' ? 'её удалили' : `похоже, это дубль, и её объединили со сделкой amoCRM ${into}`
}

const fieldTitles = {
  consultant: 'Консультант',
  start: 'Дата и время консультации',
  topic: 'Тема',
  request: 'Запрос',
  format: 'Формат',
  minutes: 'Продолжительность, мин',
  project: 'Проект',
  content: 'Содержание',
  recommendations: 'Рекомендации',
  channel: 'Как обратились',
} as const

export function amoFieldTitle(key: keyof typeof fieldTitles): string {
  return fieldTitles[key]
}

const quoted = (words: readonly string[]) => words.map((word) => `«${word}»`).join(', ')

/** What does not fit, for the dialog. */
export const amoMissing = {
  stage: (title: string, shown: string) => `Этапа «${title}» в воронке нет: такие сделки стоят там в «${shown}».`,
  field: (key: keyof typeof fieldTitles) => `Поля «${fieldTitles[key]}» в amoCRM нет: оно остаётся только в таблице.`,
  words: (key: keyof typeof fieldTitles, words: readonly string[]) =>
    `В списке «${fieldTitles[key]}» amoCRM нет ${quoted(words)}: добавьте там.`,
  reasons: (words: readonly string[]) => `Среди причин отказа amoCRM нет ${quoted(words)}: добавьте там.`,
  people: (names: readonly string[]) =>
    names.length === 0 ? [] : [`Нет в amoCRM (по e-mail): ${names.join(', ')}; их правки там считаются правками консультанта сделки.`],
} as const

/** What connecting would write. */
export const amoDryTexts = {
  made: (stages: number) =>
    `В amoCRM появится воронка «${amoPipelineName}»: ${counted(stages, 'этап', 'этапа', 'этапов')}. Другие воронки останутся как есть.`,
  counts: ({ leads, isAll, known, waiting }: { leads: number; isAll: boolean; known: number; waiting: number }) => [
    `В воронке ${isAll ? '' : 'больше, чем '}${counted(leads, 'сделка', 'сделки', 'сделок')}.`,
    ...(leads === 0
      ? []
      : [`Из ${isAll ? 'них' : `первых ${leads}`} уже есть в таблице по номеру: ${known}; придут как прошлое: ${leads - known}.`]),
    `В «Неразобранном» ${counted(waiting, 'заявка', 'заявки', 'заявок')}: станут заявками здесь.`,
  ],
  line: (lead: number, title: string, deal: number | null, organisation: string) =>
    `${lead} ${title || 'без названия'}: ${deal === null ? 'придёт в таблицу' : `это сделка № ${deal} ${organisation}`.trim()}`,
} as const

export const amoDifferenceTexts = {
  notConnected: () => 'amoCRM не подключена.',
  gone: () => 'такой сделки нет',
  otherStage: () => 'другой этап',
  taken: (from: 'here' | 'there') => (from === 'here' ? 'Уйдёт в amoCRM со следующей сверкой.' : 'Взято из amoCRM.'),
  notTaken: (titles: readonly (readonly [string, string])[]) =>
    `Взято не всё: ${titles.map(([title, why]) => `«${title}» — ${why}`).join('; ')}.`,
} as const
