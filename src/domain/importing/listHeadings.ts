/** Lists that an office keeps in its own way: staff, projects, working days under other headings and in other words, brought under ours. */

import { type Role, roleTitles } from '../office/roles'
import { folded } from '../text/fold'
import type { ImportKind } from './importKind'
import { plainHeading } from './proposal/headingWords'
import type { SourceTable } from './sheetTable'
import type { Cell } from './wording'

export type ListKind = Exclude<ImportKind, 'deals'>

interface OwnColumn {
  readonly heading: string
  /** Of names between spaces; the first column that fits has it. */
  readonly names: RegExp
  /** What stands in it where the file has no such column; absent = nothing can, or it may be left out. */
  readonly otherwise?: (row: Readonly<Record<string, string>>) => string
  /** A cell in words of ours. */
  readonly meant?: (cell: string) => string
}

const none = () => ''
/** Words of an office for what we call otherwise; the first that fits. */
const worded =
  (words: readonly (readonly [RegExp, string])[]) =>
  (cell: string): string =>
    words.find(([pattern]) => pattern.test(folded(cell)))?.[1] ?? cell

const roleWords: readonly (readonly [RegExp, Role])[] = [
  [/внешн|привлеч|эксперт/, 'externalConsultant'],
  [/консульт/, 'consultant'],
  [/офис/, 'officeManager'],
  [/(руководитель|менеджер|координатор) проект/, 'projectManager'],
  [/директор|^руководитель( организации| центра)?$/, 'director'],
  [/\bpr\b|пиар|^pr|связям с общественностью/, 'prManager'],
  [/админ/, 'administrator'],
]
const roleMeant = (cell: string): string =>
  cell
    .split(/[,;/]|\s+и\s+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const role = roleWords.find(([pattern]) => pattern.test(folded(part)))?.[1]
      return role === undefined ? part : roleTitles[role]
    })
    .join(', ')

const externalMeant = worded([
  [/^(внешний|внешняя|привлеченн|гпх|договор)/, 'да'],
  [/^(штат|в штате|внутренн|сотрудник|—|–)/, 'нет'],
])
const dayMeant = worded([
  [/сокращ|коротк|предпраздн/, 'короткий'],
  [/нерабоч|выходн|праздн/, 'выходной'],
  [/рабоч/, 'рабочий'],
])

const columns: Readonly<Record<ListKind, readonly OwnColumn[]>> = {
  staff: [
    { heading: 'Инициалы', names: / (инициалы|сокращение|код|в календаре) /, otherwise: none },
    { heading: 'E-mail', names: /(mail|почт[аы]|емейл|имейл|логин)/ },
    {
      heading: 'ФИО',
      names: / (фио|ф и о|имя и фамилия|фамилия и имя|фамилия имя отчество|сотрудник|сотрудница|консультант|работник|кто) /,
    },
    { heading: 'Роли', names: / (роль|роли|должность|должности|функция|функции|обязанности) /, meant: roleMeant },
    { heading: 'Темы', names: / (тема|темы|направления?|специализация|№ тем|номера тем) /, otherwise: none },
    {
      heading: 'Внешний',
      names: / (внешний|внешняя|внешний консультант|привлеченный|штатный или внешний|занятость|оформление) /,
      otherwise: (row) => (row['Роли']?.includes(roleTitles.externalConsultant) ? 'да' : 'нет'),
      meant: externalMeant,
    },
    { heading: 'Ставка, ₽/ч', names: /(ставка|оплата за час|стоимость часа|руб(лей)? (в )?час)/, otherwise: none },
    { heading: 'С', names: /^ (с|работает с|принята?|дата приема( на работу)?|начало( работы)?) $/, otherwise: none },
    { heading: 'По', names: /^ (по|работает по|уволена?|дата увольнения|окончание( работы)?|конец работы) $/, otherwise: none },
    { heading: 'Отсутствия', names: / (отсутствия|отпуск|отпуска) / },
    { heading: 'Норма в неделю', names: / норма( в неделю)? / },
  ],
  projects: [
    { heading: 'Внешние эксперты', names: /(внешни[ех]|эксперты)(?!.*(лимит|в месяц))/, otherwise: () => 'нет' },
    { heading: 'Лимит внешних в месяц', names: /(лимит|не больше|квота|в месяц)/, otherwise: none },
    { heading: 'Руководитель (e-mail)', names: /(руководител|менеджер|координатор|ответственн|mail|почта)/ },
    { heading: 'Проект', names: / (проект|проекта|название|наименование|программа) / },
  ],
  workingCalendar: [
    { heading: 'Перенос с', names: /(перенос|перенесен)/ },
    { heading: 'Дата', names: / (дата|число) / },
    { heading: 'День', names: / (день|тип|вид|статус|какой|характер) /, meant: dayMeant },
  ],
}

const searchedRows = 15

/** The file's rows as the list's own table: title lines above passed over, a heading of ours in the place of the office's. */
export function listTableOf(
  kind: ListKind,
  { fileName, rows }: { readonly fileName: string; readonly rows: readonly (readonly string[])[] },
): SourceTable {
  const known = rows.slice(0, searchedRows).map((row) => placesOf(kind, row).size)
  const at = Math.max(0, known.indexOf(Math.max(...known)))
  return asListed(kind, { fileName, headings: [...(rows[at] ?? [])], rows: rows.slice(at + 1).map((row) => [...row]) })
}

/** Headings and words of ours; a table that has them is the same again. What is not known stays, to be named. */
export function asListed(kind: ListKind, table: SourceTable): SourceTable {
  const places = placesOf(kind, table.headings)
  const named = namesInParts(kind, table.headings)
  if (places.size === 0) return table
  const own = columns[kind].filter(
    ({ heading, otherwise }) => places.has(heading) || otherwise !== undefined || (heading === 'ФИО' && named.length > 0),
  )
  const used = new Set([...places.values(), ...(places.has('ФИО') ? [] : named)])
  const rest = table.headings.flatMap((heading, place) => (used.has(place) || heading.trim() === '' ? [] : [{ heading, place }]))
  return {
    ...table,
    headings: [...own.map(({ heading }) => heading), ...rest.map(({ heading }) => heading)],
    rows: table.rows.map((row) => [...ownCells(row, own, { places, named }), ...rest.map(({ place }) => row[place] ?? '')]),
  }
}

interface Found {
  readonly places: ReadonlyMap<string, number>
  /** Columns of surname, name, patronymic. */
  readonly named: readonly number[]
}

function ownCells(row: readonly Cell[], own: readonly OwnColumn[], { places, named }: Found): Cell[] {
  if (row.every((cell) => String(cell ?? '').trim() === '')) return own.map(() => '')
  const known: Record<string, string> = {}
  for (const { heading, meant = (cell: string) => cell } of own) {
    const place = places.get(heading)
    if (place !== undefined) known[heading] = meant(String(row[place] ?? '').trim())
    else if (heading === 'ФИО')
      known[heading] = named
        .map((at) => String(row[at] ?? '').trim())
        .join(' ')
        .trim()
  }
  return own.map(({ heading, otherwise = none }) => known[heading] ?? otherwise(known))
}

/** Where each column of ours stands; a heading that is exactly ours comes first. */
function placesOf(kind: ListKind, headings: readonly string[]): Map<string, number> {
  const plain = headings.map((heading) => plainHeading(heading))
  const places = new Map<string, number>()
  const exact = columns[kind].map(({ heading }) => heading)
  for (const heading of exact) {
    const place = headings.findIndex((typed) => folded(typed.replace('\ufeff', '')) === folded(heading))
    if (place >= 0) places.set(heading, place)
  }
  for (const { heading, names } of columns[kind]) {
    if (places.has(heading)) continue
    const taken = new Set(places.values())
    const place = plain.findIndex((name, at) => !taken.has(at) && names.test(name))
    if (place >= 0) places.set(heading, place)
  }
  return places
}

/** «Фамилия», «Имя», «Отчество» in columns of their own, in this order. */
function namesInParts(kind: ListKind, headings: readonly string[]): number[] {
  if (kind !== 'staff') return []
  const plain = headings.map((heading) => plainHeading(heading).trim())
  return ['фамилия', 'имя', 'отчество'].map((part) => plain.indexOf(part)).filter((at) => at >= 0)
}
