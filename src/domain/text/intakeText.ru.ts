/** What senders of requests and the desk are told about intake from outside and about repeats. */

import type { Stage } from '../deal/deal'
import { stageTitles } from '../deal/words'
import type { LocalDateTime } from '../time/localTime'
import { dayTime } from './russian'

/** Answers to a site, a form, a bot: nothing of the office and nothing personal is in them. */
export const webTexts = {
  works:
    'Приём заявок работает. Эта страница принимает заявки с форм сайта; чтобы записаться на консультацию, заполните форму на сайте центра.',
  tooBig: 'Заявка больше 100 000 байт и не принята. Сократите текст, а файлы пришлите письмом.',
  wrongKey: 'Ключ в адресе приёма заявок не подошёл, заявка не записана. Скопируйте адрес вместе с ключом ещё раз.',
  notSetUp: 'Приём заявок ещё не настроен. Администратору: меню «Консультации» → «Установить и проверить».',
  empty: 'Заявка пустая, записывать нечего. Проверьте, что форма отправляет поля.',
  busy: 'Заявок сейчас слишком много. Отправьте эту же заявку ещё раз через минуту.',
  failed: 'Сейчас записать заявку не получилось. Отправьте эту же заявку ещё раз через минуту.',
} as const

/** Notes on the card of a request from outside. */
export const intakeNotes = {
  unreadable: () => 'заявку не удалось разобрать; что пришло, стоит в поле «Исходная заявка»',
  unread: (names: string) => `не разобраны поля: ${names}; ответы стоят в поле «Исходная заявка»`,
  otherOrganisation: (told: string) => `в заявке названа другая организация: ${told}`,
  agreedWith: (told: string) => `договорился с: ${told}`,
  shortened: () => 'текст длиннее, чем помещается в поле; продолжение — в поле «Исходная заявка»',
} as const

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
