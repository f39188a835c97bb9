/** «Сегодня»: the open obligations by time, mine first; everything comes from the sheet «Контроль». */

import { addDays, dateOf, type LocalDateTime } from '../domain/localTime'
import { roleTitles } from '../domain/office'
import type { Issue } from '../domain/problem'
import { counted } from '../domain/russian'
import { missingYears } from '../domain/workingTime'
import type { Today, TodayItem } from '../rpc/contract'
import type { Caller, Moment } from './changes'
import type { ControlLine, Desk } from './desk'
import { readPause } from './planfixPause'

/** How far ahead «Потом» looks, days. */
const laterDays = 7

/** `discrepancies` = open lines of «Расхождения», counted by whoever has read them. */
export function todayOf(desk: Desk, { now, who }: Moment, discrepancies: number): Today {
  const open = desk.control.filter((line) => isOpen(line, now) && dateOf(line.due) <= addDays(dateOf(now), laterDays))
  const waiting = desk.control.filter(({ opensAt }) => opensAt > now)
  const next = waiting.reduce<ControlLine | null>((first, line) => (first === null || line.opensAt < first.opensAt ? line : first), null)
  return {
    now,
    items: withWeekTogether(open).map((line) => itemOf(line, now, who)),
    heartbeat: desk.service.heartbeat === '' ? null : desk.service.heartbeat,
    notes: [...desk.issues, ...rowNotes(desk), ...planfixNotes(desk), ...calendarNotes(desk, now)],
    discrepancies,
    next: next === null ? null : { at: next.opensAt, subject: next.subject },
  }
}

/** What the last tick found in the columns that it reads: the screen itself reads no deals. */
function rowNotes({ service }: Desk): Issue[] {
  return service.rowNotes === '' ? [] : (JSON.parse(service.rowNotes) as Issue[])
}

/** A4, K4: tasks wait until Planfix takes them. */
function planfixNotes({ service }: Desk): Issue[] {
  const { message } = readPause(service.planfix)
  return message === '' ? [] : [{ where: 'Planfix', row: null, column: '', message }]
}

const november = '11'

/** W.calendar: this year's days off, and from November the next year's. */
function calendarNotes({ office }: Desk, now: LocalDateTime): Issue[] {
  const year = Number(now.slice(0, 4))
  const until = now.slice(5, 7) >= november ? year + 1 : year
  return missingYears(office.calendar, dateOf(now), `${until}-12-31`).map((missing) => ({
    where: 'Рабочий календарь',
    row: null,
    column: 'Дата',
    message: `${missing} год не заполнен: выходными считаются только суббота и воскресенье. Загрузите дни этого года: меню «Импорт…»`,
  }))
}

const weekKeys = ['K6.close', 'K7.close']
/** Too few slots ahead: mended on the board. */
const slotKeys = ['G1.slots', 'G4.replace']

/** Friday's cards are one thing to do: «Закрыть неделю — 12 карточек», due with the first of them. */
function withWeekTogether(lines: readonly ControlLine[]): ControlLine[] {
  const week = lines.filter(({ key }) => weekKeys.includes(key))
  const first = week[0]
  if (first === undefined) return [...lines]
  const together = {
    ...first,
    subject: `Закрыть неделю — ${counted(week.length, 'карточка', 'карточки', 'карточек')}`,
    detail: '',
    dealId: null,
  }
  return lines.flatMap((line) => (line === first ? [together] : week.includes(line) ? [] : [line]))
}

/** «Провести консультацию» is not late once its time has come: from then on the card is to be filled (C8). */
function isOpen({ key, opensAt, due }: ControlLine, now: LocalDateTime): boolean {
  return opensAt <= now && !(key === 'A4.hold' && due <= now)
}

function itemOf(line: ControlLine, now: LocalDateTime, who: Caller): TodayItem {
  return {
    key: line.key,
    clause: line.clause,
    subject: line.subject,
    detail: line.detail.replace(` ${now.slice(0, 4)},`, ','),
    due: line.due,
    who: line.who,
    mine: isMine(line.who, who),
    state: line.due < now ? 'overdue' : dateOf(line.due) === dateOf(now) ? 'today' : 'later',
    deal: line.dealId === null ? null : { id: line.dealId, row: line.row, clientId: line.clientId },
    opens: windowOf(line),
  }
}

function windowOf({ key }: ControlLine): TodayItem['opens'] {
  if (weekKeys.includes(key)) return 'weekClose'
  return slotKeys.includes(key) ? 'slotBoard' : 'deal'
}

/** `who` is a consultant's initials or a role's title. */
function isMine(who: string, caller: Caller): boolean {
  return (caller.initials !== '' && who === caller.initials) || caller.roles.some((role) => roleTitles[role] === who)
}
