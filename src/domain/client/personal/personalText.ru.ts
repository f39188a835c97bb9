/** Sentences about people's data: where they are, what forgetting does, the page that is handed over. */

import type { Personal } from '../../register/personal'

export const personalTexts = {
  unsent: 'не отправлено: данные адресата удалены',
  /** On a screen, in place of what stands in the vault and cannot be read. */
  unavailable: 'имя недоступно',
} as const

export const personPageTexts = {
  title: 'Данные о человеке',
  said: (centre: string, day: string) => `${centre}. Всё, что хранит программа «Консультации» на ${day}.`,
  card: (id: number) => `Карточка клиента № ${id}`,
  deal: (id: number) => `Заявка № ${id}`,
  history: 'История изменений',
  letters: 'Письма',
  files: 'Файлы',
  file: 'Google Диск',
  letter: (created: string, to: string, isSent: boolean) => `${created}, ${to}${isSent ? '' : ', ещё не отправлено'}`,
  fileName: (day: string) => `данные-${day}.html`,
} as const

/** What a column holds of people outside. */
export const holdsTexts: Readonly<Record<Exclude<Personal, false>, string>> = {
  person: 'кто это и как связаться',
  organisation: 'название организации',
  words: 'тексты, в которых могут назвать человека',
  remark: 'короткие пометки',
  staff: 'свои сотрудники и эксперты',
}

/** What forgetting does with it. */
export const forgetsTexts = {
  rows: 'пусто; в текстах «[удалено]»',
  journal: 'прежние значения пусты; в текстах «[удалено]»; остаётся строка «удалено» с номером и датой',
  texts: 'в текстах «[удалено]»; письмо, которое ещё не ушло, не уйдёт',
  service: 'имя стоит, пока удаление идёт, потом строка пуста',
  properties: 'отложенная заявка выброшена',
  calendar: 'имя и телефон убраны из названия и описания',
  files: 'в корзину Диска; чужие файлы названы списком',
  tasks: 'имя и телефон убраны из названия, описания и комментариев',
  amo: 'удалите контакт и сделки там: amoCRM ведёте вы сами; сюда они больше не придут, пока их там не изменят',
  nothing: 'нечего удалять',
  vault: 'тексты о нём стёрты; остаются строки с ключами, без слов',
  gone: 'удаляет само, через шесть часов',
  tab: 'удаляет само, когда закрыта вкладка',
  sender: 'удаляет он сам: отправил заявку или нажал «Очистить форму»',
  sent: 'программе не подвластны',
  googles: 'удаляет Google: корзина 30 дней, версии таблицы — по его правилам',
} as const

/** Places that are no sheets: what they are called, and what they may hold. */
export const placeTexts = {
  vault: ['Отдельная таблица («Имена отдельно»), если данные в ней', 'всё, что иначе стоит на листах выше; там тогда знаки'],
  properties: ['Память программы (отложенные заявки)', 'заявка целиком, пока её не приняли'],
  access: ['Память программы (входы с телефона)', 'адреса и телефоны-устройства своих сотрудников'],
  calendar: ['Календарь «Консультации»', 'название организации в названии события; что допишут люди'],
  files: ['Google Диск, папки «Консультации — файлы»', 'файлы клиентов'],
  tasks: ['Planfix, если подключён', 'название организации; что допишут люди'],
  amo: ['amoCRM, если подключена', 'организация, контакт, телефон, почта, запрос и итог каждой сделки'],
  logs: ['Журнал выполнения Apps Script', 'ничего о людях'],
  cache: ['Кэш программы', 'адреса и номера своих сотрудников; ничего о клиентах'],
  tab: ['Черновики в браузере', 'что набрано и не сохранено'],
  form: ['Браузер того, кто заполняет форму', 'начатая и не отправленная заявка'],
  sent: ['Отправленные письма', 'адрес и текст письма — в почте получателя и в «Отправленных»'],
  googles: ['Корзины и история версий Google', 'то, что было до удаления'],
} as const
