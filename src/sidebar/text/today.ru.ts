/** Sentences of the sidebar's top and of «Сегодня». */

import { clock, counted, dayTime, overdueBy } from '../../domain/text/russian'
import type { LocalDateTime } from '../../domain/time/localTime'
import type { TodayItem } from '../../rpc/contract'

const tabTitles = { today: 'Сегодня', intake: 'Заявка', slots: 'Слоты', card: 'Карточка', mine: 'Мои' } as const
const dueTitles: Readonly<Record<TodayItem['state'], string>> = {
  overdue: 'Просрочено',
  today: 'Сегодня',
  later: 'Потом',
  past: 'Из прошлого',
}

export const header = {
  tabs: tabTitles,
  tabsLabel: 'Разделы',
  shortcut: (title: string, n: number) => `${title} — Alt+${n}`,
  checked: (minutes: number) => (minutes < 1 ? 'проверено сейчас' : `проверено ${ago(minutes)} назад`),
  checkedShort: (minutes: number) => (minutes < 1 ? 'сейчас' : `${ago(minutes)} назад`),
  neverShort: 'не проверялось',
  neverChecked: 'ещё не проверялось',
  checkedHint: 'Когда стол сам сверил календарь и сроки. Обычно раз в 10 минут.',
  lateHint: 'Сверка календаря и сроков не шла больше часа. Скажите администратору: меню «Консультации» → «Установить и проверить».',
  refresh: 'Обновить',
} as const

export const today = {
  groups: dueTitles,
  all: 'Все',
  mine: 'Мои',
  whose: 'Чьи дела показать',
  due: (item: TodayItem, now: LocalDateTime) =>
    item.state === 'overdue' ? overdueBy(item.due, now) || 'просрочено' : dueWords(item.due, now),
  past: (n: number) => `Из прошлого: ${counted(n, 'карточка', 'карточки', 'карточек')}`,
  pastHint: 'Пришли с импортом, срок прошёл раньше. Никто о них не напоминает: разбирайте понемногу, когда есть время.',
  pastMore: (n: number) => `Показать ещё ${n}`,
  pastFold: 'Свернуть',
  notes: (n: number) => `Проверьте таблицу: ${counted(n, 'замечание', 'замечания', 'замечаний')}`,
  nothing: 'На сегодня всё сделано',
  nothingMine: 'У вас на сегодня всё сделано',
  next: (at: LocalDateTime, subject: string, now: LocalDateTime) => `Следующее — ${dayTime(at, now)}: ${subject}`,
  noNext: 'Новые дела появятся здесь сами: заявки с сайта, приближающиеся сроки, незаполненные карточки.',
  othersHave: (n: number) => `У других ${counted(n, 'дело', 'дела', 'дел')} — показать`,
  loading: 'Смотрим, что на сегодня…',
  wish: {
    take: { 'G5.wish': 'Перенести', 'A1.wish': 'Позвонили', 'A2.wish': 'Отменить назначение' } as Readonly<Record<string, string>>,
    decline: 'Не получится',
  },
  blocks: {
    title: 'Большая правка на листе',
    take: (cells: number) => `Вернуть ${counted(cells, 'ячейку', 'ячейки', 'ячеек')}`,
    keep: 'Так и надо',
  },
  weekClose: 'Закрытие недели',
  slotBoard: 'Доска слотов',
  report: 'Отчёт за месяц',
  externals: 'Внешние консультанты',
  import: 'Импорт',
  personal: 'Персональные данные',
  settings: 'Настройки и проверка',
  more: 'Окна',
  dialogFailed: 'Окно не открылось. Откройте его из меню «Консультации» над таблицей.',
} as const

function ago(minutes: number): string {
  if (minutes < 60) return `${minutes} мин`
  return minutes < 1440 ? `${Math.floor(minutes / 60)} ч` : counted(Math.floor(minutes / 1440), 'день', 'дня', 'дней')
}

/** «до 16:20», «завтра до 10:00», «до пт 27 ноября, 18:00». */
function dueWords(due: LocalDateTime, now: LocalDateTime): string {
  const said = dayTime(due, now)
  if (said.startsWith('сегодня')) return `до ${clock(due)}`
  return said.startsWith('завтра') ? `завтра до ${clock(due)}` : `до ${said}`
}
