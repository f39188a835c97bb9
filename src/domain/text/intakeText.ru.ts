/** What senders of requests and the desk are told about intake from outside and about repeats. */

import type { Client } from '../client/client'
import type { Trait } from '../client/likeness'
import type { Card, MaybeClient } from '../client/meant/whoIs'
import { type News, type NewsField, newsFields } from '../client/news'
import type { Stage } from '../deal/deal'
import { clientTitles } from '../deal/fieldTitles'
import { stageTitles } from '../deal/words'
import type { AsideReason } from '../intake/aside'
import { cutLine } from '../letter/plainLine'
import type { LocalDateTime } from '../time/localTime'
import { counted, dayTime } from './russian'

/** Answers to a site, a form, a bot: nothing of the office and nothing personal is in them. */
export const webTexts = {
  tooBig: 'Заявка больше 100 000 байт и не принята. Сократите текст, а файлы пришлите письмом.',
  wrongKey: 'Ключ в адресе приёма заявок не подошёл, заявка не записана. Скопируйте адрес вместе с ключом ещё раз.',
  notSetUp: 'Приём заявок ещё не настроен. Администратору: меню «Консультации» → «Установить и проверить».',
  tooLong: 'Заявка слишком длинная и сама не записана; её текст отложен для офиса. Сократите до 10 000 знаков и отправьте ещё раз.',
  empty: 'Заявка пустая, записывать нечего. Проверьте, что форма отправляет поля.',
  busy: 'Заявок сейчас слишком много. Отправьте эту же заявку ещё раз через минуту.',
  failed: 'Сейчас записать заявку не получилось. Отправьте эту же заявку ещё раз через минуту.',
} as const

/** Notes on the card of a request from outside. */
export const intakeNotes = {
  unreadable: () => 'заявку не удалось разобрать; что пришло, стоит в поле «Исходная заявка»',
  unread: (names: string) => `не разобраны поля: ${names}; ответы стоят в поле «Исходная заявка»`,
  agreedWith: (told: string) => `договорился с: ${told}`,
  tooLong: (titles: string) => `слишком длинные ответы, поля оставлены пустыми: ${titles}; ответы целиком — в поле «Исходная заявка»`,
  unfit: (titles: string) => `ответы не подходят к полям, поля оставлены пустыми: ${titles}; ответы целиком — в поле «Исходная заявка»`,
  edited: (answers: string) => `ответ на форму изменён: ${answers}`,
  editedAt: (when: string) => `Изменено ${when}:`,
  shortened: () => 'текст длиннее, чем помещается в поле; продолжение — в поле «Исходная заявка»',
} as const

const agrees: Readonly<Record<Trait, string>> = {
  phone: 'тот же телефон',
  email: 'тот же e-mail',
  organisation: 'то же название',
  contact: 'то же имя',
}
const differs: Readonly<Record<Trait, string>> = {
  phone: 'телефон или добавочный другой',
  email: 'e-mail другой',
  organisation: 'организация другая',
  contact: 'имя другое',
}

/** Example: «возможно, это АНО «Маяк», карточка № 7 (тот же телефон; организация другая)». */
export function maybeText({ client, by, against }: MaybeClient<Card>): string {
  const why = [by.map((trait) => agrees[trait]).join(', '), against.map((trait) => differs[trait]).join(', ')].filter((part) => part !== '')
  return `возможно, это ${short(client.organisation || client.contact || 'клиент без названия')}, карточка № ${client.id} (${why.join('; ')})`
}

/** Example: «сказано заново: E-mail new@mayak.example (в карточке anna@mayak.example)»; '' = nothing. */
export function newsNote(news: News, client: Pick<Client, NewsField>): string {
  const told = newsFields.flatMap((field) => (news[field] === undefined ? [] : [newsLine(field, news[field], client[field])]))
  return told.length === 0 ? '' : `сказано заново: ${told.join('; ')}`
}

function newsLine(field: NewsField, told: string, known: string | null): string {
  return `${clientTitles[field]} ${short(told)} (${!known ? 'в карточке пусто' : `в карточке ${short(known)}`})`
}

/** Of a name or an address in a note; the whole stands in its field. */
const nameTold = 120
const short = (text: string) => (text.length > nameTold ? `${cutLine(text, nameTold - 1)}…` : text)

/** Why a request was set aside. */
export const asideWhy: Readonly<Record<AsideReason, string>> = {
  trap: 'заполнено поле, которого люди не видят: возможно, робот',
  rate: 'слишком много заявок за минуту: будет принята при следующей сверке',
  failed: 'реестр не открывался для записи: будет принята при следующей сверке',
  tooLong: 'текст длиннее, чем помещается в карточку',
  hasty: 'форма отправлена быстрее, чем её заполняют люди, или не со своей страницы: возможно, робот',
  closed: 'пришла мимо приёмника: сначала её нужно записать в России',
  unread: 'Google не ответил, каким путём приходят заявки: ответ стоит на листе формы, примите его оттуда',
}

/** «Сегодня»: requests that the door could not take. */
export function asideText(count: number): string {
  return `${count === 1 ? 'отложена' : 'отложено'} ${counted(count, 'заявка', 'заявки', 'заявок')}: посмотрите в «Заявка» → «Отложенные»`
}

/** «Присоединить или новая?» on the screen of a request whose client asked already (14 days). */
export function repeatText(
  repeat: { readonly id: number; readonly stage: Stage; readonly received: LocalDateTime },
  now: LocalDateTime,
): string {
  return `У этого клиента уже есть заявка № ${repeat.id} (${dayTime(repeat.received, now)}, «${stageTitles[repeat.stage]}»). Присоединить или новая?`
}

/** Why a merge or a joining is refused, after «поле:». */
export const intakeRefusals = {
  sameClient: 'это одна и та же карточка; выберите две разные',
  mergedAlready: (into: number) => `карточка уже объединена с карточкой № ${into}; откройте её`,
  notMerged: 'эта карточка ни с какой другой не объединена',
  sameDeal: 'заявку нельзя присоединить к самой себе; выберите другую',
  joinedLate: 'присоединяют только заявку, по которой консультация ещё не назначена; эту закройте с причиной',
} as const

/** Notes on both deals of a joining. */
export const joinNotes = {
  joined: (into: number) => `повторная заявка, присоединена к сделке № ${into}`,
  received: (id: number, request: string) => `присоединена повторная заявка № ${id}${request === '' ? '' : `: ${request}`}`,
} as const
