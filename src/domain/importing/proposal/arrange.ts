/** A foreign file as the table that the import reads (amocrm/amocrmExport.ts): its columns in place, its words ours, its row numbers kept. */

import { phoneKey } from '../../client/phone'
import { consentWording, isConsent } from '../../intake/read/answers'
import { folded } from '../../text/fold'
import { addMinutes, atMinute, dateOf, type LocalDateTime, minuteOfDay } from '../../time/localTime'
import { aheadOfUtc } from '../../time/zones'
import type { SourceTable } from '../sheetTable'
import { isEmail } from '../wording'
import { filledDown } from './filledDown'
import { type Grid, plainCell } from './grid'
import { aheadIn, type DateOrder, dateOrder, readClock, readDuration, readSpan, readWhen, type When } from './moments'
import { ownPipeline, type Plan } from './plan'
import { longHash } from './rowHash'
import { stageByFacts } from './stageByFacts'
import { type Target, targetKeys, targets, type WordTarget } from './targets'

/** When and where a file is read. */
export interface Here {
  readonly now: LocalDateTime
  /** The office's: a moment that tells its offset from UTC becomes the office's wall clock. */
  readonly zone: string
}

/** One row of the file, looked at by target. */
interface Row extends Here {
  cells(target: Target): readonly string[]
  first(target: Target): string
  word(target: WordTarget): string
  readonly plan: Plan
  readonly order: DateOrder
}

/** Opening hour of the office, for a day without a time: 9:00. */
const opening = 540

/**
 * Rows below the heading that are not empty, each under its own number in the file.
 * @example a column «Кто консультирует» with «Гусева А. Р.» becomes «Консультант» with «ГА»; «45 мин» becomes «45»
 */
export function arrange(grid: Grid, plan: Plan, here: Here): SourceTable {
  const order = dateOrder(datesIn(grid, plan))
  const headings = headingsOf(plan)
  const readers = headings.map(readerOf)
  const heading = grid.rows[plan.headingRow] ?? []
  const setting = { ...here, order, columns: columnsByTarget(plan) }
  const rows = filledDown(grid, plan).flatMap((cells, place) => {
    if (place <= plan.headingRow || isEmpty(cells) || isHeading(cells, heading) || isLabel(cells)) return []
    const row = rowOf(cells, plan, setting)
    return [{ number: place + 1, cells: readers.map((read) => (read === null ? longHash(cells) : read(row))) }]
  })
  return {
    fileName: grid.fileName,
    headings,
    rows: rows.map(({ cells }) => cells),
    rowNumbers: rows.map(({ number }) => number),
    names: namesOf(plan),
  }
}

/** By which a row without a number is known again. */
const keyHeading = 'Ключ'

/** Headings of the arranged table; what must stand apart does so where the file has it apart. */
function headingsOf({ targets: given }: Plan): string[] {
  const apart: readonly Target[] = ['recommendations']
  const own = targetKeys.filter((target) => targets[target].heading !== '' && (!apart.includes(target) || given.includes(target)))
  return [
    ...own.map((target) => targets[target].heading).filter((heading) => heading !== 'ID' || given.includes('id')),
    ...(given.includes('id') ? [] : [keyHeading]),
  ]
}

/** How the file itself calls each column, for the issues. */
function namesOf({ targets: given, headings }: Plan): Record<string, string> {
  return Object.fromEntries(
    targetKeys.flatMap((target) => {
      const place = given.indexOf(target)
      return place < 0 || targets[target].heading === '' ? [] : [[targets[target].heading, headings[place] || targets[target].title]]
    }),
  )
}

function isEmpty(cells: readonly string[]): boolean {
  return cells.every((cell) => plainCell(cell) === '')
}

/** The heading again, where a file was put together of several. */
function isHeading(cells: readonly string[], heading: readonly string[]): boolean {
  return heading.every((name, column) => plainCell(cells[column]) === plainCell(name))
}

const label = /^(страница|стр\.?|лист|итог|всего|page|total|январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)/i

const sum = /^(итог|всего|total)/i

/** What stands between the rows of a printed journal: a page, a month, a sum. */
function isLabel(cells: readonly string[]): boolean {
  const filled = cells.map(plainCell).filter((cell) => cell !== '')
  return (
    label.test(filled[0] ?? '') &&
    (filled.length <= 2 || (sum.test(filled[0] ?? '') && filled.every((cell, at) => at === 0 || !/\p{L}/u.test(cell))))
  )
}

function datesIn({ rows }: Grid, { targets: given, headingRow }: Plan): string[] {
  const columns = (['received', 'start', 'closed'] as const).map((target) => given.indexOf(target)).filter((place) => place >= 0)
  return rows.slice(headingRow + 1).flatMap((row) => columns.map((place) => plainCell(row[place])))
}

type Columns = ReadonlyMap<Target, readonly number[]>

function columnsByTarget({ targets: given }: Plan): Columns {
  return new Map(targetKeys.map((target) => [target, given.flatMap((one, column) => (one === target ? [column] : []))]))
}

function rowOf(
  typed: readonly string[],
  plan: Plan,
  { columns, ...setting }: Here & Pick<Row, 'order'> & { readonly columns: Columns },
): Row {
  const cells = (target: Target) => (columns.get(target) ?? []).map((column) => plainCell(typed[column]))
  const first = (target: Target) => cells(target).find((cell) => cell !== '') ?? ''
  const word = (target: WordTarget) => plan.words[target]?.[folded(first(target))] || first(target)
  return { cells, first, word, plan, ...setting }
}

/** How the cell under a heading is made; null = it is the row's key. */
function readerOf(heading: string): ((row: Row) => string) | null {
  if (heading === keyHeading) return null
  const target = targetKeys.find((one) => targets[one].heading === heading) ?? 'skip'
  const own = ownCells[target]
  return own ?? ((row) => ('words' in targets[target] ? row.word(target as WordTarget) : row.first(target)))
}

const ownCells: Readonly<Partial<Record<Target, (row: Row) => string>>> = {
  stage: (row) => (row.plan.targets.includes('stage') ? row.word('stage') : stageByFacts(factsOf(row))),
  pipeline: (row) => (row.plan.targets.includes('pipeline') ? row.word('pipeline') : ownPipeline),
  received: (row) => receivedOf(row),
  closed: (row) => (/^не /i.test(row.first('closed')) ? '' : momentOf(row, 'closed')),
  start: (row) => momentOf(row, 'start', 'startTime'),
  organisation: (row) => oneSpaced(row.first('organisation') || organisationInTitle(row.first('title'))),
  contact: (row) => oneSpaced(contactOf(row)),
  phone: (row) => distinct(row.cells('phone').map(withoutEmails).map(bareNumber), (cell) => phoneKey(cell) || cell).join('; '),
  email: (row) => emailsOf(row)[0] ?? row.first('email'),
  minutes: (row) => minutesOf(row),
  content: (row) => distinct(row.cells('content'), folded).join('\n'),
  recommendations: (row) => distinct(row.cells('recommendations'), folded).join('\n'),
  request: (row) => distinct(row.cells('request'), folded).join('\n'),
  score: (row) => row.first('score').replace(/[.,]0+$/, ''),
  consent: (row) => consentOf(row),
  consentText: (row) => row.first('consentText') || consentWordsOf(row),
  kept: keptOf,
}

/** A moment as the import reads it; what cannot be read stays as typed and is named there. */
function momentOf(row: Row, target: Target, timeTarget: Target | null = null): string {
  const typed = row.first(target)
  const time = timeTarget === null ? '' : row.first(timeTarget)
  const when = readWhen(typed, row.order)
  if (when === null) return [typed, time].join(' ').trim()
  const minute = when.minute ?? readClock(time) ?? (target === 'start' ? null : opening)
  return minute === null ? [typed, time].join(' ').trim() : inOffice(row, { ...when, minute, ahead: when.ahead ?? aheadIn(time) })
}

/** By the office's clock; without a time, the day's first minute. */
function inOffice({ zone }: Row, { date, minute, ahead }: When): LocalDateTime {
  const at = atMinute(date, minute ?? 0)
  const own = aheadOfUtc(zone)
  return minute === null || ahead === null || own === null ? at : addMinutes(at, own - ahead)
}

/** The day of the request; without one, of the consultation or of the closing, at the latest today. */
function receivedOf(row: Row): string {
  if (row.plan.targets.includes('received')) return momentOf(row, 'received', 'receivedTime')
  const others = [momentOf(row, 'start', 'startTime'), momentOf(row, 'closed')].filter((at) => /^\d{4}-\d\d-\d\dT/.test(at))
  return others.map((at) => (at < row.now ? at : row.now))[0] ?? ''
}

function factsOf(row: Row) {
  return {
    start: momentOf(row, 'start', 'startTime'),
    isFilled: row.first('minutes') !== '' || row.first('content') !== '',
    failure: row.first('failure'),
    now: row.now,
  }
}

/** «Консультация: АНО «Маяк»» → «АНО «Маяк»». */
function organisationInTitle(title: string): string {
  return /^[^:«"]{3,40}:\s*(.+)$/.exec(title)?.[1] ?? ''
}

const nameParts = / (имя|фамилия|отчество) /

/** «Фамилия», «Имя», «Отчество» of three columns make one name; otherwise the first filled column counts. */
function contactOf(row: Row): string {
  const headings = row.plan.headings.filter((_, column) => row.plan.targets[column] === 'contact')
  const isParted = headings.length > 1 && headings.every((heading) => nameParts.test(` ${folded(heading)} `) && !/полное/i.test(heading))
  return isParted
    ? row
        .cells('contact')
        .filter((cell) => cell !== '')
        .join(' ')
    : row.first('contact')
}

/** Phones and addresses may share a cell. */
function emailsOf(row: Row): string[] {
  const parts = [...row.cells('email'), ...row.cells('phone')].flatMap((cell) => cell.split(/[;,\s]+/))
  return distinct(parts.filter(isEmail), folded)
}

function withoutEmails(cell: string): string {
  return cell.replace(/(?<![^\s,;@])[^\s,;@]+@[^\s,;]+/g, '').replace(/^[\s,;]+|(?<![\s,;])[\s,;]+$/g, '')
}

/** Where nobody wrote how long it took: from … to. */
function minutesOf(row: Row): string {
  const heading = row.plan.headings[row.plan.targets.indexOf('minutes')] ?? ''
  const typed = row.first('minutes')
  const spans = [typed, row.first('startTime'), row.first('start')].flatMap((cell) => readSpan(cell) ?? [])
  const told = readDuration(typed, /час|(?<!\p{L})ч(?!\p{L}|:мм)/iu.test(heading) && !/мин/i.test(heading)) ?? (spans[0] || untilEnd(row))
  return String(told || typed)
}

/** Minutes from the start to the end that a column of its own tells; 0 = none does. */
function untilEnd(row: Row): number {
  const typed = row.first('endTime')
  const start = momentOf(row, 'start', 'startTime')
  const when = readWhen(typed, row.order)
  const told = when?.minute == null ? { date: dateOf(row.now), minute: readClock(typed), ahead: aheadIn(typed) } : when
  const end = told.minute === null ? null : minuteOfDay(inOffice(row, told))
  return end === null || !/T/.test(start) ? 0 : Math.max(0, end - minuteOfDay(start))
}

/** A day of its own, or the day of the request where the client said yes. */
function consentOf(row: Row): string {
  const typed = row.first('consent')
  const when = readWhen(typed, row.order)
  if (when !== null) return dateOf(inOffice(row, when))
  return isConsent(typed) || /^(есть|дано|получено)/i.test(typed) ? receivedOf(row).slice(0, 10) : ''
}

/** Its own words, or the heading to which the client said yes; '' = only a day is told. */
function consentWordsOf(row: Row): string {
  const typed = row.first('consent')
  const heading = row.plan.headings[row.plan.targets.indexOf('consent')] ?? ''
  return consentOf(row) === '' || readWhen(typed, row.order) !== null ? '' : consentWording(heading, typed)
}

/** «из amoCRM: Примечание: просят перезвонить», a line for each filled cell; further e-mails too. */
function keptOf(row: Row): string {
  const { headings, targets: given } = row.plan
  const source = headings.some((heading) => /сделк/i.test(heading)) ? 'из amoCRM' : 'из файла'
  const cells = row.cells('kept')
  const names = headings.filter((_, column) => given[column] === 'kept')
  const kept = cells.flatMap((cell, place) => (cell === '' ? [] : [[names[place] || 'без названия', cell]]))
  const mails = emailsOf(row)
    .slice(1)
    .map((mail) => ['E-mail', mail])
  return [...kept, ...mails].map(([name, cell]) => `${source}: ${name}: ${linesBeside(String(cell))}`).join('\n')
}

/** A name with one space where somebody typed several. */
function oneSpaced(name: string): string {
  return name.replace(/ {2,}/g, ' ')
}

/** Lines of a cell on one. */
function linesBeside(cell: string): string {
  const lines = cell.split('\n').map((line) => line.trim())
  return lines.filter((line) => line !== '').join(' / ')
}

function distinct(cells: readonly string[], keyOf: (cell: string) => string): string[] {
  const filled = cells.filter((cell) => cell !== '')
  return filled.filter((cell, place) => filled.findIndex((one) => keyOf(one) === keyOf(cell)) === place)
}

/** «тел. 8 911 …» is the number; a word that says whose it is stays. */
function bareNumber(cell: string): string {
  return cell.replace(/^(тел|телефон|моб|мобильный|сот|т|phone|tel)(?![а-яёa-z])[.:]?\s*(?=[+(\d])/i, '')
}
