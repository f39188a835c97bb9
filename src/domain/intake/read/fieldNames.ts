/** What a form's field is called by different senders, and which field of a request it means. */

/** What a request from outside may tell. Stage, number, owner and version are not among it (issue 3). */
export type RequestField = 'organisation' | 'contact' | 'phone' | 'email' | 'municipality' | 'topic' | 'text' | 'agreedWith' | 'messenger'

const synonyms: Readonly<Record<RequestField, string>> = {
  contact:
    'name|your name|имя|фио|ф и о|ваше имя|contact|contact name|contact person|контакт|контактное лицо|full name|fullname|first name|last name|surname|фамилия|отчество|middle name|как к вам обращаться|от|from name',
  phone: 'phone|tel|your tel|your phone|телефон|phone number|mobile|номер телефона|контактный телефон|моб телефон|мобильный',
  email: 'email|e mail|mail|your email|почта|эл почта|электронная почта|адрес электронной почты|емейл|имейл',
  organisation:
    'org|organization|organisation|your org|your organization|company|company name|организация|название организации|наименование организации|компания',
  municipality: 'municipality|city|town|your city|муниципалитет|город|район|населенный пункт|муниципальное образование|территория|location',
  topic: 'topic|тема|your topic|subject|your subject|theme|тема консультации|направление|тема вопроса|your menu|menu|select',
  text: 'text|message|вопрос|ваш вопрос|your message|your question|question|сообщение|комментарий|comment|comments|запрос|textarea|описание|текст|суть вопроса|вопросы',
  agreedWith: 'agreed|agreed with|договорился с|договорилась с|договорились с|с кем договорились|консультант|consultant|your consultant',
  messenger: 'messenger|мессенджер|telegram|телеграм|телеграмм|whatsapp|вотсап|vk|вк|вконтакте|max|соцсеть|социальная сеть',
}

const fieldByName = new Map(
  (Object.entries(synonyms) as [RequestField, string][]).flatMap(([field, names]) =>
    names.split('|').map((name): [string, RequestField] => [name, field]),
  ),
)

/** Whole questions, as Google and Yandex Forms have them: «Ваш телефон для связи». The first that fits counts. */
const questions: readonly (readonly [RegExp, RequestField | null])[] = [
  [/соглас|персональн|узнали/, null],
  [/договорил|к какому консультанту|у какого консультанта/, 'agreedWith'],
  [/телефон|phone/, 'phone'],
  [/электронн\S* почт|e ?mail/, 'email'],
  [/мессендж|telegram|телеграм|whatsapp/, 'messenger'],
  [/муниципал|город|район|населенн/, 'municipality'],
  [/организаци|компани/, 'organisation'],
  [/вопрос|сообщени|запрос|опишите/, 'text'],
  [/(^| )тема( |$)|темы консультац/, 'topic'],
  [/(^| )(фио|имя|фамилия)( |$)|обращаться/, 'contact'],
]

/** Senders' own marks: neither shown nor counted as not understood. */
const technical = new Set(
  (
    'tranid|formid|formname|form id|form name|form|key|secret|from|source|test|c|sid|cookies|referer|referrer|url|pageurl|submit|id|slug|type|lead id|' +
    'answer id|answerid|user id|group id|ad id|date|created|timestamp|отметка времени|survey|g recaptcha response|recaptcha'
  ).split('|'),
)

/** Fields that a person does not see on the form: only a robot fills them. */
const honeypots = new Set(['honeypot', 'gotcha', 'hp', 'honey', 'ловушка', 'leave this empty', 'не заполняйте'])

/**
 * For comparing: case, ё, spaces, «_» and «-», final «:», «*», «?» and a number behind the name do not count.
 * @example foldName('Your-Name_2') // 'your name'
 */
export function foldName(name: string): string {
  const words = name
    .normalize('NFC')
    .slice(0, 200)
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return words.replace(/ \d+$/, '')
}

/** @example fieldOfName('Ваш e-mail *') // 'email'; null = not understood */
export function fieldOfName(name: string): RequestField | null {
  const folded = foldName(name)
  const known = fieldByName.get(folded)
  if (known !== undefined) return known
  return folded.includes(' ') ? (questions.find(([words]) => words.test(folded))?.[1] ?? null) : null
}

export function isTechnical(name: string): boolean {
  const folded = foldName(name)
  return technical.has(folded) || /^(utm|wpcf7|_ga|yclid|gclid)/.test(folded) || folded.startsWith('wpcf7')
}

export function isHoneypot(name: string): boolean {
  return honeypots.has(foldName(name))
}
