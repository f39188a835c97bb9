/** Words of «сначала в России»: what a closed door says and where it sends people, what the receiver is answered. */

import type { Door } from './doors'

/** Where to go instead; '' = the office has not told the address yet. */
const toReceiver = (address: string, otherwise: string) => (address === '' ? otherwise : `Отправьте её здесь: ${address}`)

export const ruFirstTexts = {
  /** To a site's server; its sender reads it in a log. */
  site: (address: string) =>
    `Заявка не записана: заявки сначала записываются в России. ${toReceiver(address, 'Адрес приёмника спросите у центра.')}`,
  form: { title: 'Запись открыта на другой странице', text: 'Заявки мы принимаем через страницу центра в России.' },
  formNoAddress: 'Заявки мы принимаем через страницу центра в России. Позвоните нам, и мы запишем вас на консультацию.',
  /** What was typed stays on the screen. */
  sent: (address: string) =>
    `Здесь заявки больше не принимаются. Введённое осталось на экране. ${toReceiver(address, 'Позвоните нам, и мы запишем вас.')}`,
  /** In place of the addresses for forms. */
  address: (address: string) =>
    `заявки сначала записываются в России. ${address === '' ? 'Адрес страницы приёмника впишите в «Персональные данные» → «Приём заявок»' : `Дайте людям страницу приёмника: ${address}`}`,
  file: 'Здесь файлы больше не принимаются. Передайте их, когда мы позвоним.',
  import:
    'заявки сначала записываются в России. Если данные файла уже записаны в России, отметьте это: «Персональные данные» → «Приём заявок»',
  aside: (row: number) =>
    `Ответ Google-формы${row > 0 ? `, строка ${row} листа с ответами` : ''}: программа его не взяла. Перенесите его через приёмник, а форму закройте.`,
  asideTake: 'программа его не хранит. Возьмите ответ с листа формы, внесите через приёмник и удалите отметку здесь',
  amo: 'Заявки и правки из amoCRM не принимаются: заявки сначала записываются в России. Отметьте amoCRM в «Персональные данные» → «Приём заявок», если она записывает в России.',
} as const

/** Answers to the receiver: nothing personal is in them. */
export const receiverTexts = {
  notSetUp: 'Приёмник ещё не подключён: сделайте ключ в «Персональные данные» → «Приём заявок».',
  signature: 'Подпись не подошла: ключ приёмника другой или письмо изменено в дороге.',
  clock: 'Часы приёмника расходятся с часами стола больше чем на 15 минут, или это старое письмо.',
  unreadable: 'Письмо приёмника не читается: проверьте, что файл приёмника той же версии.',
  empty: 'Заявка пустая, записывать нечего.',
} as const

/** On the card, where a request waited at the receiver. */
export const recordedNote = (when: string) => `записана приёмником в России ${when}`

/** Doors as the dialog and the guide call them. */
export const doorTitles: Readonly<Record<Door, string>> = {
  receiver: 'приёмник центра в России',
  site: 'форма сайта по адресу с ключом',
  form: 'форма заявки центра в Google',
  googleForm: 'Google-форма',
  requestFile: 'файлы вслед за заявкой',
  amocrm: 'amoCRM',
  vk: 'лид-формы ВКонтакте',
  import: 'загрузка файла со сделками',
  answer: 'страницы по ссылкам из писем',
  panel: 'панель и телефон сотрудника',
  sheet: 'правка в таблице',
  planfix: 'Planfix',
}
