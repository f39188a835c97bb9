/** Sentences of «Импорт». */

import { importTitles } from '../../domain/importing/importKind'
import { targets } from '../../domain/importing/proposal/targets'
import { dayKindTitles } from '../../domain/importing/workingDays'
import type { DayKind } from '../../domain/office/office'
import type { Issue } from '../../domain/problem'
import { counted, dayTime, plural } from '../../domain/text/russian'
import type { LocalDateTime } from '../../domain/time/localTime'
import type { ImportRun } from '../../rpc/contract'

const rows = (n: number) => counted(n, 'строка', 'строки', 'строк')
const cards = (n: number) => counted(n, 'карточка', 'карточки', 'карточек')
/** Deals become cards, a list stays rows. */
const things = (n: number, isDeals: boolean) => (isDeals ? cards(n) : rows(n))
const quoted = (cell: string | number) => `"${String(cell).replace(/"/g, '""')}"`

export const importing = {
  kind: 'Что загружаем',
  kinds: importTitles,
  pickFile: 'Выбрать файлы',
  noFile: 'файл не выбран',
  fileHint: (isDeals: boolean) =>
    `Файл .xlsx или .csv, как ${isDeals ? 'его отдала CRM или как ' : ''}вы его ведёте: столбцы, разделитель и кодировка определятся сами. ${isDeals ? 'Контакты и компании отдельными файлами выберите вместе с файлом сделок. ' : ''}До кнопки «Загрузить» в таблице ничего не изменится.`,
  read: (name: string, n: number) => `${name}: ${rows(n)}`,
  besides: (n: number) => ` · присоединено файлов: ${n}`,
  unreadable: (name: string) => `Файл «${name}» не читается. Сохраните его как .xlsx или .csv и выберите снова.`,
  oldWorkbook: (name: string) => `Файл «${name}» — старый формат Excel (.xls). Откройте его и сохраните как .xlsx, затем выберите снова.`,
  noRows: (name: string) => `В файле «${name}» нет строк с данными. Нужна строка с названиями столбцов и под ней — по строке на запись.`,
  steps: { columns: '1. Столбцы', words: '2. Значения', look: '3. Что загрузится' },
  stepsLabel: 'Шаги импорта',
  column: 'Столбец файла',
  samples: 'Что в нём',
  target: 'Куда',
  targetOf: (heading: string) => `Куда загрузить «${heading}»`,
  nameless: '(без названия)',
  emptyColumns: (n: number) => `Пустые и служебные: ${counted(n, 'столбец', 'столбца', 'столбцов')}`,
  wordsTitle: (target: keyof typeof targets) => targets[target].title,
  allKnown: 'всё узнали',
  unknown: (n: number) => `не узнали: ${n}`,
  strange: (n: number) => `нет в списке офиса, останутся как есть: ${n}`,
  unknownWord: 'выберите',
  meantOf: (typed: string) => `Что значит «${typed}»`,
  asIs: (typed: string) => `как есть: ${typed}`,
  byName: (typed: string) => `оставить именем: ${typed}`,
  leave: { stage: 'не загружать', pipeline: 'не загружать', other: 'не знаем, оставить в комментариях' },
  times: (n: number) => `${n}×`,
  noWords: 'Значений, которые надо сопоставить, в файле нет.',
  checking: 'Проверяем строки…',
  previewed: (taken: number, issues: number) => `Будет загружено: ${taken}. Замечаний: ${issues}`,
  taken: 'будет загружено',
  duplicates: 'уже есть, пропустим',
  leftOut: 'не загрузится',
  issues: (n: number) => plural(n, 'замечание', 'замечания', 'замечаний'),
  matched: 'найдены в календаре',
  issuesTitle: 'Замечания',
  issuesShown: (shown: number, all: number) => (shown < all ? `Показаны первые ${shown} из ${all}, все — в файле.` : ''),
  saveIssues: 'Сохранить замечания файлом',
  issuesFile: (name: string) => `Замечания — ${name.replace(/\.[^.]*$/, '')}.csv`,
  issuesCsv: (issues: readonly Issue[]) =>
    `\ufeff${[['Строка', 'Столбец', 'Что не так'], ...issues.map(({ row, column, message }) => [row ?? '', column, message])]
      .map((cells) => cells.map(quoted).join(';'))
      .join('\r\n')}\r\n`,
  issueRow: 'Строка',
  issueColumn: 'Столбец',
  issueText: 'Что не так',
  noIssues: 'Замечаний нет.',
  sample: 'Как это будет выглядеть',
  apply: (n: number) => (n > 0 ? `Загрузить ${n}` : 'Загрузить'),
  next: 'Дальше',
  applying: (n: number, isDeals: boolean) => `Загружаем ${things(n, isDeals)}…`,
  progress: (done: number, total: number) =>
    `Загружено ${done} из ${rows(total)}. Окно можно не закрывать; если закроется, выберите тот же файл — продолжится.`,
  nothing: 'Загружать нечего: всё уже есть или не подходит. Посмотрите замечания и столбцы.',
  written: (n: number, isDeals: boolean) => `${plural(n, 'Загружена', 'Загружено', 'Загружено')} ${things(n, isDeals)}`,
  history:
    'Что было просрочено до загрузки, нарушением не считается: такие карточки стоят в панели в группе «Из прошлого», о них никому не напоминают.',
  again: 'Загрузить другой файл',
  last: ({ at, fileName, written }: ImportRun, now: LocalDateTime) =>
    `Последний импорт: «${fileName}», ${dayTime(at, now)}, ${cards(written)}.`,
  unfinished: ({ fileName, done, total }: ImportRun) =>
    `Загрузка «${fileName}» остановилась: ${done} из ${rows(total)}. Выберите тот же файл, и она продолжится.`,
  takeBack: 'Вернуть импорт',
  takingBack: (n: number) => `Возвращаем: осталось ${cards(n)}…`,
  takenBack: 'Импорт возвращён: загруженных карточек и клиентов больше нет.',
  workdays: 'Обновить с xmlcalendar.ru',
  workdaysYear: 'Год',
  workdaysAsk: 'Обновить',
  workdaysAsking: 'Спрашиваем xmlcalendar.ru…',
  dayNews: (year: number, n: number) =>
    n === 0 ? `${year} год: на листе всё так, как опубликовано.` : `${year} год: на листе иначе ${counted(n, 'день', 'дня', 'дней')}.`,
  notWhole: (lacks: string) => `Опубликован не весь год: ${lacks}. Записать можно, но сверьте с постановлением.`,
  ownDays: (days: readonly string[]) => `Только на листе офиса, останутся: ${days.join(', ')}.`,
  writeDays: (n: number) => `Записать ${counted(n, 'день', 'дня', 'дней')}`,
  daysWritten: (n: number) => `Записано: ${counted(n, 'день', 'дня', 'дней')}. Сроки пересчитаются при ближайшей сверке.`,
  dayColumns: ['День', 'На листе', 'Опубликовано'],
  dayKind: (kind: DayKind | null) => (kind === null ? 'как обычно' : dayKindTitles[kind]),
  movedFrom: (day: string) => `с ${day}`,
} as const
