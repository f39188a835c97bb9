/** Sentences of «Мои консультации», of a consultant's card on the phone, and of «Отметить слоты». */

import type { HourKind } from '../../domain/calendar/grid/ownGrid'
import { counted, dayOfWeek, dayTime, fullDayTime, overdueBy, plural } from '../../domain/text/russian'
import type { LocalDate, LocalDateTime } from '../../domain/time/localTime'
import type { OwnConsultation } from '../../rpc/contract'

const hours = (n: number) => counted(n, 'час', 'часа', 'часов')

const groups: Readonly<Record<OwnConsultation['group'], string>> = {
  fill: 'Заполнить',
  today: 'Сегодня',
  week: 'На этой неделе',
  later: 'Позже',
}
const cells: Readonly<Record<HourKind | 'open' | 'offer' | 'take', string>> = {
  free: 'свободно, нажмите — уберём',
  kept: 'слот, здесь не убрать',
  held: 'слот, здесь не убрать',
  booked: 'запись',
  busy: 'занято',
  open: 'нажмите — предложим',
  offer: 'предложим после «Сохранить»',
  take: 'уберём после «Сохранить»',
}

export const pocket = {
  part: 'Что показать',
  list: 'Консультации',
  marks: 'Отметить слоты',
  groups,
  loading: 'Смотрим ваши консультации…',
  nothing: 'Консультаций впереди нет',
  nothingWhy: 'Здесь появится каждая, что вам назначат. Пока отметьте часы, когда вы свободны.',
  going: 'идёт сейчас',
  due: (due: LocalDateTime | null, now: LocalDateTime) => (due === null ? '' : overdueBy(due, now) || `заполнить: ${dayTime(due, now)}`),
  cannotHold: 'ищем вам замену',
  call: 'Позвонить',
  write: (messenger: string) => (messenger === '' ? 'Написать письмо' : `Написать: ${messenger}`),
  meeting: 'Открыть встречу',
  map: 'На карте',
  back: 'К списку',
  question: 'Вопрос',
  noQuestion: 'Вопрос не записан: спросите при звонке.',
  whole: 'Вся карточка',
  short: 'Коротко',
  reached: 'Дозвонились',
  move: 'Перенести…',
  agree: 'Сначала договоритесь с клиентом: здесь — только время и причина.',
  cannot: 'Не смогу провести…',
  held: 'Проведена',
  noShow: 'Не пришёл',
  noShowReason: 'неявка',
  sureNoShow: 'Клиент не пришёл: сделка закроется с причиной «неявка».',
  sure: 'Да, не пришёл',
  result: 'Что было',
  filled: 'Карточка заполнена. Больше ничего не нужно.',
  later: (n: number) => `После консультации: ${counted(n, 'поле', 'поля', 'полей')}`,
} as const

export const marks = {
  teach: 'Нажмите на час, когда вы свободны; ещё раз — передумали. В календарь всё попадёт после «Сохранить».',
  loading: 'Читаем календарь…',
  norm: (offered: number, norm: number) => (norm === 0 ? hours(offered) : `${offered} из ${norm}`),
  lacks: (n: number) => (n <= 0 ? 'норма есть' : `не хватает: ${hours(n)}`),
  like: 'Как на прошлой неделе',
  hour: 'Час',
  day: (date: LocalDate) => `${dayOfWeek(date)} ${Number(date.slice(8, 10))}`,
  cell: (start: LocalDateTime, kind: keyof typeof cells, what: string) =>
    `${fullDayTime(start, start)}: ${[cells[kind], what].filter(Boolean).join(', ')}`,
  dayOff: (date: LocalDate, why: string) => `${fullDayTime(date, date)}: ${why}`,
  legend: { free: 'вы свободны', offer: 'добавим', take: 'уберём', booked: 'запись', kept: 'не трогаем' },
  waits: (offer: number, take: number) =>
    [offer > 0 ? `добавить ${hours(offer)}` : '', take > 0 ? `убрать ${hours(take)}` : '']
      .filter(Boolean)
      .join(', ')
      .replace(/^./, (first) => first.toUpperCase()),
  save: 'Сохранить',
  forget: 'Не надо',
  saving: (done: number, all: number) => (all > 12 ? `Записано ${done} из ${all}…` : 'Записываем в календарь…'),
  saved: (offered: number, taken: number) =>
    [
      offered > 0 ? `${plural(offered, 'Предложен', 'Предложено', 'Предложено')} ${hours(offered)}` : '',
      taken > 0 ? `${plural(taken, 'убран', 'убрано', 'убрано')} ${hours(taken)}` : '',
    ]
      .filter(Boolean)
      .join(', ')
      .replace(/^./, (first) => first.toUpperCase()),
  undo: 'Вернуть как было',
  refused: 'Не записано:',
  refusedHour: (start: LocalDateTime, why: string) => `${fullDayTime(start, start)} — ${why}`,
} as const
