/** What a form's field is called by different senders, and which fields of a request it may mean. */

import { foldedAsNamed } from '../../text/fold'
import type { RequestFields } from '../request'
import { wholeWords } from './wholeWords'

/** What a request from outside may tell. Stage, number, owner and version are not among it (issue 3). */
export type RequestField = Exclude<keyof RequestFields, 'consentText'>

const synonyms: Readonly<Record<RequestField, string>> = {
  contact:
    'name|your name|имя|фио|ф и о|ваше имя|contact|contact name|contact person|контакт|контактное лицо|full name|fullname|first name|last name|surname|фамилия|отчество|middle name|как к вам обращаться|от|from|from name',
  phone:
    'phone|tel|your tel|your phone|телефон|phone number|mobile|номер телефона|контактный телефон|контактный номер|номер|номер для связи|моб телефон|мобильный',
  email: 'email|e mail|mail|your email|почта|эл почта|электронная почта|адрес электронной почты|емейл|имейл',
  organisation:
    'org|organization|organisation|your org|your organization|company|company name|организация|название организации|наименование организации|компания|нко|со нко|учреждение|объединение|место работы|название нко|наименование нко',
  municipality: 'municipality|city|town|your city|муниципалитет|город|район|населенный пункт|муниципальное образование|территория|location',
  topic: 'topic|тема|your topic|subject|your subject|theme|тема консультации|направление|тема вопроса|your menu|menu|select',
  text: 'text|message|вопрос|ваш вопрос|your message|your question|question|сообщение|комментарий|comment|comments|запрос|textarea|описание|текст|суть вопроса|вопросы',
  agreedWith: 'agreed|agreed with|договорился с|договорилась с|договорились с|с кем договорились|консультант|consultant|your consultant',
  consent: 'consent|согласие|согласие на обработку персональных данных|согласие на обработку пд',
  wishedTimes:
    'удобное время|желаемое время|удобное время консультации|желаемое время консультации|удобные дата и время|желаемые дата и время|preferred time',
  messenger: 'messenger|мессенджер|telegram|телеграм|телеграмм|whatsapp|вотсап|vk|вк|вконтакте|max|соцсеть|социальная сеть',
}

const fieldByName = new Map(
  (Object.entries(synonyms) as [RequestField, string][]).flatMap(([field, names]) =>
    names.split('|').map((name): [string, RequestField] => [name, field]),
  ),
)

/** What is asked about an organisation beside its name. */
const notItsName =
  /(^| )(инн|огрн|кпп|сайт|site|url|год|дата|когда|адрес|форма|вид|тип|статус|сколько|численность|направлени\S*|должност\S*|руководител\S*|телефон|почта|роль|опыт)( |$)/

/** Whole questions, as Google and Yandex Forms have them: «Ваш телефон для связи». All that fit, in this order; the answer tells which. */
const questions: readonly (readonly [words: RegExp, field: RequestField, unless?: RegExp])[] = [
  [/(^| )(соглас|персональн)/, 'consent', /фото|видео|рассыл|новост|публик/],
  [/договорил|к какому консультанту|у какого консультанта/, 'agreedWith'],
  [/телефон|phone|(^| )номер( |$)/, 'phone'],
  [/электронн|(^| )e ?mail|(^| )почт/, 'email'],
  [/мессендж|telegram|телеграм|whatsapp/, 'messenger'],
  [/муниципал|город|район|населенн/, 'municipality'],
  [/организаци|компани|(^| )нко( |$)/, 'organisation', notItsName],
  [/вопрос|сообщени|запрос|опишите/, 'text'],
  [/(^| )тема( |$)|темы консультац/, 'topic'],
  [/(^| )(фио|имя|фамилия)( |$)|обращаться/, 'contact'],
]

/** Senders' own marks: neither shown nor counted as not understood. */
const technical = new Set(
  (
    'tranid|formid|formname|form id|form name|form|key|secret|from|source|test|c|sid|cookies|referer|referrer|url|pageurl|submit|id|slug|type|lead id|' +
    'answer id|answerid|request key|user id|group id|ad id|date|created|timestamp|отметка времени|survey|g recaptcha response|recaptcha'
  ).split('|'),
)

/** Fields that a person does not see on the form: only a robot fills them. */
const honeypots = new Set(['honeypot', 'gotcha', 'hp', 'honey', 'ловушка', 'leave this empty', 'не заполняйте'])

/**
 * For comparing: case, ё, spaces, «_» and «-», final «:», «*», «?» and a number behind the name do not count.
 * @example foldName('Your-Name_2') // 'your name'
 */
export function foldName(name: string): string {
  const words = foldedAsNamed(name.slice(0, 200))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return words.replace(/ \d+$/, '')
}

/** Words that ask about the form itself, or how somebody came to it. */
const nobodysField = /узнали/

/**
 * The fields that a name may mean, the likeliest first; [] = it is not understood.
 * @example fieldsOfName('Ваш e-mail *') // ['email']; 'Как удобнее связаться: телефон или почта?' → ['phone', 'email']
 */
export function fieldsOfName(name: string): RequestField[] {
  const typed = foldName(name)
  const folded = fieldByName.has(typed) ? typed : foldName(wholeWords(name.slice(0, 200)))
  const known = fieldByName.get(folded)
  if (known !== undefined) return [known]
  if (!folded.includes(' ') || nobodysField.test(folded)) return []
  return questions.flatMap(([words, field, unless]) => (words.test(folded) && unless?.test(folded) !== true ? [field] : []))
}

/** Two answers that mean a part of one name: «Имя» and «Фамилия», but not «ФИО руководителя» and «ФИО бухгалтера». */
export function isPartOfName(name: string): boolean {
  return /^(your )?(name|first name|last name|surname|middle name|имя|фамилия|отчество|ваше имя|ваша фамилия|ваше отчество)$/.test(
    foldName(name),
  )
}

export function isTechnical(name: string): boolean {
  const folded = foldName(name)
  return technical.has(folded) || /^(utm|wpcf7|_ga|yclid|gclid)/.test(folded) || folded.startsWith('wpcf7')
}

export function isHoneypot(name: string): boolean {
  return honeypots.has(foldName(name))
}
