/** «Сегодня»: the open obligations by time, mine first; everything comes from the sheet «Контроль». */

import { amoLinkTexts } from '../../domain/importing/leads/amocrmText.ru'
import { isPastDue } from '../../domain/obligations/breach'
import { isHistory } from '../../domain/obligations/history'
import type { ObligationKey } from '../../domain/obligations/obligations'
import { isOwner } from '../../domain/obligations/owner'
import { isReachable } from '../../domain/obligations/recipients'
import { mayDo } from '../../domain/office/actions'
import type { Issue } from '../../domain/problem'
import { accept } from '../../domain/problem'
import { decoded } from '../../domain/register/stored'
import { asideText } from '../../domain/text/intakeText.ru'
import { counted } from '../../domain/text/russian'
import { mailLostText, mailWaitsText, unreachableText, yearMissingText } from '../../domain/text/todayNotes.ru'
import { addDays, dateOf, type LocalDateTime } from '../../domain/time/localTime'
import { missingYears } from '../../domain/time/workingTime'
import type { Today, TodayItem } from '../../rpc/contract'
import { counted as countedLines, openCount } from '../calendar/listDiscrepancies'
import type { Caller, Moment } from '../changes'
import type { ControlLine, Desk } from '../desk'
import { method } from '../method/method'
import { stored } from '../register/service'
import { amoLinkOf } from './amocrm/queue'
import { detailAt } from './control'
import { handBlocks } from './handBlock'
import { pauseOf } from './taskPause'

/** How far ahead «Потом» looks, days. */
const laterDays = 7

/** `discrepancies` = open lines of «Расхождения», counted by whoever has read them. */
export function todayOf(desk: Desk, { now, who }: Moment, discrepancies: number): Today {
  const standing = desk.control.filter((line) => isOpen(line, now))
  const open = standing.filter((line) => !isHistory(line) && dateOf(line.due) <= addDays(dateOf(now), laterDays))
  const past = onePerDeal(standing.filter((line) => isHistory(line) && line.who !== ''))
  const waiting = desk.control.filter(({ opensAt }) => opensAt > now)
  const next = waiting.reduce<ControlLine | null>((first, line) => (first === null || line.opensAt < first.opensAt ? line : first), null)
  return {
    now,
    items: withWeekTogether(open).map((line) => itemOf(line, now, who, desk)),
    heartbeat: desk.service.heartbeat === '' ? null : desk.service.heartbeat,
    notes: [
      ...desk.issues,
      ...asideNotes(desk),
      ...standingNotes(desk),
      ...taskNotes(desk),
      ...amoNotes(desk, now),
      ...inboundNotes(desk),
      ...calendarNotes(desk, now),
      ...letterNotes(desk, open, now),
    ],
    blocks: handBlocks(desk, { now, who }),
    discrepancies,
    past: { count: past.length, items: past.slice(0, pastShown).map((line) => itemOf(line, now, who, desk)) },
    next: next === null ? null : { at: next.opensAt, subject: next.subject },
  }
}

/** What the last tick found in the columns that it reads, and the last check in the journal: the screen itself reads neither. */
export function standingNotes({ service }: Pick<Desk, 'service'>): Issue[] {
  return [service.rowNotes, service.journalNotes].flatMap((cell) => decoded(stored.notes, cell, []))
}

/** Requests that the door could not take. */
function asideNotes({ service }: Desk): Issue[] {
  const count = Number(service.aside)
  return count === 0 ? [] : [{ where: 'Заявки', row: null, column: '', message: asideText(count) }]
}

/** A4, K4: tasks wait until the tool takes them. */
function taskNotes({ service }: Desk): Issue[] {
  const { message, tool } = pauseOf(service)
  return message === '' ? [] : [{ where: tool || 'Задачи', row: null, column: '', message }]
}

/** amoCRM does not answer, has a key that ends soon, or is being met for the first time. */
function amoNotes({ service }: Desk, now: LocalDateTime): Issue[] {
  const link = amoLinkOf(service)
  const state = decoded(stored.amoState, service.amoState, null)
  if (link === null) return []
  const ends = link.until !== '' && link.until <= addDays(dateOf(now), keyWarningDays) ? amoLinkTexts.ends(link.until, now) : ''
  const meeting = state?.meeting == null ? '' : amoLinkTexts.meeting(state.meeting.done)
  return [state?.message ?? '', ends, meeting]
    .filter((message) => message !== '')
    .map((message) => ({ where: 'amoCRM', row: null, column: '', message }))
}

/** A place outside from which no requests come at present. */
function inboundNotes({ service }: Desk): Issue[] {
  const message = decoded(stored.vk, service.vk, null)?.message ?? ''
  return message === '' ? [] : [{ where: 'ВКонтакте', row: null, column: '', message }]
}

const keyWarningDays = 30

/** Letters that wait for tomorrow's quota, and people of whom the product cannot remind. */
function letterNotes({ service, office }: Desk, open: readonly ControlLine[], now: LocalDateTime): Issue[] {
  const owners = [...new Set(open.map(({ who }) => who))].filter((who) => !isReachable(who, office, dateOf(now)))
  return [
    ...mailNote(service.mailWaits, mailWaitsText),
    ...mailNote(service.mailLost, mailLostText),
    ...owners.map((who) => ({ where: 'Сотрудники', row: null, column: 'E-mail', message: unreachableText(who) })),
  ]
}

function mailNote(letters: string, text: (letters: number) => string): Issue[] {
  return letters === '' ? [] : [{ where: 'Почта', row: null, column: '', message: text(Number(letters)) }]
}

const november = '11'

/** W.calendar: this year's days off, and from November, or as soon as they are published, the next year's. */
function calendarNotes({ office, service }: Desk, now: LocalDateTime): Issue[] {
  const year = Number(now.slice(0, 4))
  const news = decoded(stored.workdays, service.workdays, null)
  const until = now.slice(5, 7) >= november || (news?.year === year + 1 && news.found !== 'nothing') ? year + 1 : year
  return missingYears(office.calendar, dateOf(now), `${until}-12-31`).map((missing) => ({
    where: 'Рабочий календарь',
    row: null,
    column: 'Дата',
    message: yearMissingText(missing, news?.year === missing ? news.found : 'nothing'),
  }))
}

/** So many cards of the past come at once; when they are done, the next ones do. */
const pastShown = 50

/** A card is one thing to do, whatever is owed on it: the line that stands last says what is to be done now. */
function onePerDeal(lines: readonly ControlLine[]): ControlLine[] {
  return [...new Map(lines.map((line) => [line.dealId ?? line.subject, line])).values()]
}

const wishKeys: readonly string[] = ['G5.wish', 'A1.wish', 'A2.wish'] satisfies ObligationKey[]

const weekKeys = ['K6.close', 'K7.close']
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

function itemOf(line: ControlLine, now: LocalDateTime, who: Caller, { office }: Desk): TodayItem {
  return {
    key: line.key,
    clause: line.clause,
    subject: line.subject,
    detail: detailAt(line, now),
    due: line.due,
    who: line.who,
    mine: isOwner(line.who, who, office),
    state: isHistory(line) ? 'past' : isPastDue(line, now) ? 'overdue' : dateOf(line.due) === dateOf(now) ? 'today' : 'later',
    deal: line.dealId === null ? null : { id: line.dealId, row: line.row, clientId: line.clientId },
    wish: wishKeys.includes(line.key) && line.dealId !== null && mayDo(who.roles, 'assign') ? line.opensAt : null,
    opens: opensOf(line),
  }
}

/** Where it is done: the deal's card, or the window that is for it. */
function opensOf({ key, dealId, overdueTo }: ControlLine): TodayItem['opens'] {
  if (dealId !== null && isHistory({ overdueTo })) return 'deal'
  return windows[key] ?? (dealId === null ? 'nothing' : 'deal')
}

const windows: Readonly<Record<string, TodayItem['opens']>> = {
  'K3.month': 'weekClose',
  'K6.close': 'weekClose',
  'K7.close': 'weekClose',
  'G1.slots': 'slotBoard',
  'G4.replace': 'slotBoard',
  'S2.summary': 'report',
  'S2.tell': 'report',
  'S3.publish': 'report',
  'T3.pay': 'externals',
  'W.personal': 'personal',
}

/** One call. */
export const today = method('desk/today', {
  may: 'read',
  reads: () => countedLines,
  look: (_input, known) => accept(todayOf(known.desk, known.moment, openCount(known))),
})
