/** Sentences of «Персональные данные». */

import { counted, plural } from '../../../domain/text/russian'
import type { ForgetLook, ForgetProgress } from '../../../rpc/personalContract'

const clients = (count: number) => counted(count, 'клиент', 'клиента', 'клиентов')

/** What each place keeps of somebody, with its number. */
const goes: Readonly<Record<string, (count: number) => string>> = {
  rows: (count) => `${counted(count, 'строка', 'строки', 'строк')} клиентов и заявок — вместе с их историей`,
  mentions: (count) => `${counted(count, 'чужая строка', 'чужие строки', 'чужих строк')}, где человек назван`,
  sheets: (count) => `${counted(count, 'строка', 'строки', 'строк')} других листов: письма, сроки, отчёты`,
  calendar: (count) => `${counted(count, 'событие', 'события', 'событий')} календаря`,
  asides: (count) => counted(count, 'отложенная заявка', 'отложенные заявки', 'отложенных заявок'),
  files: (count) => `${counted(count, 'файл', 'файла', 'файлов')} — в корзину Google Диска`,
  tasks: (count) => `${counted(count, 'задача', 'задачи', 'задач')} в Planfix`,
}

export const personal = {
  title: 'Персональные данные',
  tabs: { person: 'Удалить человека', due: 'Срок вышел', map: 'Что где хранится', vault: 'Имена отдельно', ways: 'Приём заявок' },
  sections: 'Разделы',
  search: 'Телефон, почта, имя, организация или № заявки',
  searching: 'Ищем…',
  find: 'Найти',
  teach: 'Найдите человека: сначала покажем, что о нём уйдёт и что останется. Удаляет только кнопка «Удалить».',
  nobody: 'Никого не нашли. Попробуйте телефон или почту целиком.',
  choose: (id: number) => `выбрать клиента № ${id}`,
  chooseDeal: (id: number) => `выбрать заявку № ${id}`,
  card: (id: number) => `клиент № ${id}`,
  deal: (id: number) => `заявка № ${id}, без карточки клиента`,
  other: 'Другой человек',
  kind: 'Что удалить',
  kinds: {
    contact: 'Людей этой организации; название остаётся',
    client: 'Клиента целиком, с названием',
    former: 'Прежних контактных лиц; нынешнее остаётся',
  },
  looking: 'Считаем, что хранится…',
  goesTitle: 'Уйдёт',
  staysTitle: 'Останется',
  goes: (place: string, count: number) => goes[place]?.(count) ?? `${place}: ${count}`,
  nothingGoes: 'Ничего не хранится.',
  atLeast: 'Таблица большая: сосчитано не всё, удалено будет всё.',
  stays: ({ deals, held, pseudonym }: ForgetLook) => [
    `${counted(deals, 'заявка', 'заявки', 'заявок')} с номерами, темами и датами`,
    `числа месяцев и отчёты: ${counted(held, 'консультация', 'консультации', 'консультаций')} по-прежнему в счёте`,
    ...(pseudonym === '' ? [] : [`вместо названия — «${pseudonym}»`]),
    'строка журнала: номер, день и причина',
  ],
  outside: 'Ушедшие письма остаются в почте, корзина Диска хранит файлы 30 дней, «История версий» Google — прежние таблицы.',
  booked: (count: number) =>
    `${counted(count, 'консультация', 'консультации', 'консультаций')} впереди: сообщить клиенту о переменах будет некуда. Сначала проведите или отмените.`,
  open: (count: number) =>
    `${counted(count, 'заявка не закрыта', 'заявки не закрыты', 'заявок не закрыто')}: закройте сами, позвонить будет некуда.`,
  likely: 'Похоже, это тот же человек. Удалить и здесь?',
  alsoCard: (id: number, organisation: string) => `${organisation || 'без названия'}, клиент № ${id}`,
  reason: 'Причина',
  reasonHint: 'обращение от 23 ноября',
  save: 'Сохранить всё о человеке',
  saved: 'Файл сохранён на ваш компьютер. На Диск он не попал.',
  forget: 'Удалить',
  forgetting: 'Удаляем…',
  progress: ({ left, done, of }: ForgetProgress) =>
    left > 1
      ? `Осталось: ${clients(left)}. Окно можно закрыть: программа закончит сама.`
      : `Шаг ${Math.min(done + 1, of)} из ${of}. Окно можно закрыть: программа закончит сама.`,
  under: (left: number) => `Удаление идёт, осталось: ${clients(left)}.`,
  goOn: 'Продолжить сейчас',
  done: 'Данные удалены.',
  filesLeft: (count: number) =>
    `${counted(count, 'файл добавил', 'файла добавили', 'файлов добавили')} другие сотрудники, программа до ${plural(count, 'него', 'них', 'них')} не дотянется. Удалите сами:`,
  file: (at: number) => `файл ${at}`,
  noTerm: 'Срок не задан',
  noTermHelp:
    'Задайте «Хранить данные людей, месяцев после последней консультации» — например, 36: меню «Консультации» → «Настройки и проверка».',
  noneDue: 'Срок ни у кого не вышел',
  noneDueHelp: (months: number) => `Храним ${counted(months, 'месяц', 'месяца', 'месяцев')} после последней консультации или заявки.`,
  due: (months: number) =>
    months === 0
      ? 'Отозвали согласие:'
      : `Последнее обращение — больше ${counted(months, 'месяца', 'месяцев', 'месяцев')} назад, или согласие отозвано:`,
  last: (day: string) => `последнее — ${day}`,
  withdrawn: 'согласие отозвано',
  all: 'все',
  forgetDue: (count: number) => (count === 0 ? 'Удалить отмеченных' : `Удалить: ${clients(count)}`),
  seen: 'Остальных оставить до следующего месяца',
  seenDone: 'Записано. В следующем месяце список придёт снова.',
  dueReason: 'вышел срок хранения',
  loading: 'Смотрим…',
  people: (count: number, since: string) =>
    `${counted(count, 'строка', 'строки', 'строк')} о людях${since === '' ? '' : `, самая ранняя — ${since}`}`,
  forgets: (what: string) => `При удалении: ${what}.`,
} as const
