/** Sentences of the slot board and of «Повторить прошлую неделю». */

import type { BoardEvent, BoardWeek } from '../../domain/calendar/slotBoard'
import { clock, counted, dateWords, dayOfWeek, fullDayTime, plural, weekWords } from '../../domain/text/russian'
import { addDays, type LocalDate, type LocalDateTime } from '../../domain/time/localTime'

const slots = (n: number) => counted(n, 'слот', 'слота', 'слотов')
const from = (monday: LocalDate) => `с ${dateWords(monday)}`.replaceAll(' ', '\u00a0')
const hours = ({ start, end }: Pick<BoardEvent, 'start' | 'end'>) => `${clock(start)}–${clock(end)}`

export const board = {
  title: 'Доска слотов',
  whose: 'Чьи слоты показать',
  mine: 'Только мои',
  all: 'Все',
  loading: 'Читаем календарь…',
  refresh: 'Обновить',
  table: 'Слоты консультантов по дням трёх недель',
  ownTable: 'Ваши слоты по дням трёх недель',
  toWeek: 'Неделя',
  toDay: 'День',
  from,
  consultant: 'Консультант',
  week: 'Неделя',
  sum: 'Итог',
  today: 'сегодня',
  dayOff: 'выходной',
  free: 'свободно',
  hours,
  day: (date: LocalDate) => `${dayOfWeek(date)} ${Number(date.slice(8, 10))}`,
  span: weekWords,
  /** G1; an external consultant owes none. */
  offered: ({ offered, norm }: BoardWeek) => (norm === 0 ? slots(offered) : `${slots(offered)}, норма\u00a0${norm}`),
  lacks: ({ offered, norm }: BoardWeek) => `не хватает ${counted(norm - offered, 'слота', 'слотов', 'слотов')}`,
  /** G7: held or to be held, against the quota. */
  held: ({ held, quota }: BoardWeek) =>
    `консультаций: ${held}${held < quota ? `, до нормы ещё ${quota - held}` : quota > 0 ? `, норма ${quota}` : ''}`,
  /** G2. */
  advice: ({ offered, hasMorning, hasEvening }: BoardWeek) =>
    offered === 0 || (hasMorning && hasEvening)
      ? ''
      : `нет ${[hasMorning ? '' : 'утра', hasEvening ? '' : 'вечера'].filter(Boolean).join(' и ')}`,
  short: (mondays: readonly LocalDate[], all: boolean) =>
    all ? 'мало слотов во все недели' : `мало слотов: ${mondays.map(from).join(', ')}`,
  shortOnes: (n: number) =>
    n === 0 ? 'Норма слотов есть у всех' : `Норма слотов не набрана: у ${counted(n, 'консультанта', 'консультантов', 'консультантов')}`,
  nobody: 'Консультантов нет',
  nobodyWhy: 'Здесь появятся люди с инициалами с листа «Сотрудники», которые сейчас работают.',
  noSlots: 'Ни одного слота на три недели',
  noSlotsWhy: 'Слот — событие в календаре «Консультации» с названием «ММ консультация», где ММ — инициалы.',
  repeat: 'Повторить прошлую неделю…',
  repeatShort: 'Повторить неделю…',
  repeatOf: (name: string) => `Повторить прошлую неделю: ${name}`,
} as const

export const repeat = {
  week: 'На какую неделю',
  teach: (monday: LocalDate) =>
    `За образец взята неделя ${board.span(addDays(monday, -7))}. До кнопки «Записать» в календаре ничего не изменится.`,
  loading: 'Смотрим прошлую неделю…',
  list: 'Слоты, которые будут записаны',
  slot: (start: LocalDateTime, end: LocalDateTime) => `${fullDayTime(start, start)}–${clock(end)}`,
  ready: 'запишем',
  written: 'записан',
  not: (why: string, done: boolean) => `${done ? 'не записан' : 'не запишем'}: ${why}`,
  nothing: 'Повторять нечего: на прошлой неделе слотов не было.',
  allTaken: 'Записывать нечего: причины — у каждого слота.',
  write: (n: number) => (n === 0 ? 'Записать' : `Записать ${slots(n)}`),
  writing: (n: number) => `Записываем в календарь: ${slots(n)}…`,
  done: (n: number) =>
    n === 0
      ? 'Новых слотов нет: они уже стоят в календаре'
      : `${plural(n, 'Записан', 'Записано', 'Записано')} ${slots(n)}. Менять и удалять их можно в Google Календаре`,
  back: 'К доске',
} as const
