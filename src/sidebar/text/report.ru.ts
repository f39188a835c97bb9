/** Sentences of the dialog «Отчёт». */

import { counted, dateWords, monthTitle, plural } from '../../domain/text/russian'
import type { LocalDateTime } from '../../domain/time/localTime'
import type { Output } from '../../rpc/contract'
import type { PeriodKind } from '../models/dialogs/reportPeriod'

const consultations = (n: number) => counted(n, 'консультация', 'консультации', 'консультаций')
const letters = (n: number) => counted(n, 'письмо', 'письма', 'писем')
const kinds: Readonly<Record<PeriodKind, string>> = { month: 'Месяц', quarter: 'Квартал', year: 'Год', range: 'Даты' }
const roman = ['I', 'II', 'III', 'IV']

export const report = {
  period: 'Период',
  kinds,
  from: 'С',
  until: 'По',
  badDays: 'Дата «С» должна быть не позже даты «По».',
  monthTitle,
  /** '2026-4' → «IV квартал 2026». */
  quarterTitle: (value: string) => `${roman[Number(value.slice(5)) - 1]} квартал ${value.slice(0, 4)}`,
  counting: 'Считаем консультации…',
  numbers: 'Главные числа',
  columns: { now: 'Всего', before: 'Прошлый', yearBefore: 'Год назад', approved: 'Утверждено' },
  none: '—',
  emptyTitle: 'Консультаций не было',
  empty: 'В этом периоде нет проведённых консультаций. Отчёт можно сформировать и пустым.',
  topics: 'Чаще всего спрашивали',
  sheets: 'Листы',
  teach: 'Отчёт и список консультаций появятся отдельными листами этой таблицы; прежние за этот период обновятся.',
  personal: 'С названиями клиентов и отзывами',
  personalHint: 'Без отметки вместо клиента стоит его номер, отзывов нет.',
  make: 'Сформировать',
  making: 'Считаем, пишем листы и рисуем диаграммы…',
  made: (result: Pick<Output<'month/report'>, 'held' | 'minutes' | 'sheet'>) =>
    `${plural(result.held, 'Проведена', 'Проведено', 'Проведено')} ${consultations(result.held)}, ` +
    `${result.minutes.toLocaleString('ru-RU')} ${plural(result.minutes, 'минута', 'минуты', 'минут')}; лист «${result.sheet}» готов`,
  open: 'Открыть',
  csv: 'Скачать список, CSV',
  approve: 'Утвердить',
  approveAgain: 'Утвердить нынешние числа',
  approval: 'Сводка директора',
  runs: 'Месяц ещё идёт: сводку утверждают, когда он закончится.',
  notApproved: 'Ещё не утверждена. Утверждённые числа сохранятся, а поправки будут видны рядом.',
  approved: (at: LocalDateTime, who: string) => `Утверждена ${dateWords(at)}, ${who}`,
  approvedNow: 'Сводка утверждена',
  corrections: (n: number) =>
    `После утверждения ${plural(n, 'изменилось', 'изменились', 'изменились')} ${counted(n, 'число', 'числа', 'чисел')}:`,
  correction: (title: string, was: number, now: number) =>
    `${title}: было ${was.toLocaleString('ru-RU')}, стало ${now.toLocaleString('ru-RU')}`,
  managers: 'Письма руководителям проектов',
  toldAt: (at: LocalDateTime) => `Все извещены ${dateWords(at)}`,
  showLetters: 'Посмотреть письма',
  loadingLetters: 'Готовим письма…',
  noProjects: 'На листе «Проекты» нет ни одного проекта.',
  noAddress: 'нет адреса руководителя на листе «Проекты»',
  unknownProjects: (names: readonly string[]) =>
    `В консультациях стоят проекты, которых нет на листе «Проекты»: ${names.map((name) => `«${name}»`).join(', ')}. Верните название на лист или исправьте проект в карточках.`,
  letterFacts: (held: number, to: string) => `${consultations(held)} · ${to}`,
  sent: (n: number) => (n === 1 ? 'отправлено' : `отправлено ${n} ${plural(n, 'раз', 'раза', 'раз')}`),
  send: (all: number, again: number) =>
    all === 0 ? 'Отправить' : `Отправить ${letters(all)}${again > 0 ? `, ${again === all ? 'ещё раз' : `из них ещё раз: ${again}`}` : ''}`,
  queued: (n: number) => `Отправляем ${letters(n)}`,
  publication: 'Публикация',
  site: 'Для сайта',
  social: 'Для соцсетей',
  link: 'Ссылка на публикацию',
  publish: 'Опубликовано на сайте',
  publishSocial: 'Опубликовано в соцсетях',
  onSite: 'на сайте',
  inSocial: 'в соцсетях',
  publishedAt: (at: LocalDateTime) => `Опубликовано ${dateWords(at)}`,
  publishedLater: 'Месяц ещё идёт: публикацию отмечают, когда он закончится.',
  publishedNow: 'Публикация отмечена',
} as const
