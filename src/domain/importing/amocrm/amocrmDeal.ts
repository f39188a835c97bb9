/** One row of amoCRM's export as a deal: what its cells say, what its stage implies, and what finds no place as text in the comments. */

import { phoneKey } from '../../client/phone'
import { type Deal, emptyDeal, type Stage } from '../../deal/deal'
import { channelTitles } from '../../deal/words'
import { folded } from '../../text/fold'
import { addMinutes, type LocalDateTime } from '../../time/localTime'
import type { TableRow } from '../sheetTable'
import { keyOfTitle } from '../wording'
import {
  readChannel,
  readConsultant,
  readFailure,
  readFormat,
  readMinutes,
  readProject,
  readReceived,
  readScore,
  readStage,
  readTime,
  readTopic,
  splitAdvice,
} from './amocrmCells'
import type { ImportSetting } from './amocrmExport'
import type { DealNumber } from './dealNumbers'

/** A slot of the calendar lasts an hour (G1), even where the consultation was shorter. */
const slotMinutes = 60
/** Attempts that «не дозвонились» stands for (I7). */
const attemptsOfUnreached = 3

/**
 * The deal of a row; null, with an issue, when stage or date of creation cannot be read.
 *
 *     ID    | Компания             | Этап сделки         | Дата создания       | Консультант | Дата и время консультации | Формат
 *     41006 | АРМОО «Светлый путь» | Успешно завершённые | 03.08.2026 11:56:00 | НВ          | 05.08.2026 14:00:00       | очно
 */
export function dealOfRow(row: TableRow, number: DealNumber, setting: ImportSetting): Deal | null {
  const stage = readStage(row)
  const received = readReceived(row, setting.now)
  if (stage === null || received === null) return null
  const asked = {
    ...emptyDeal,
    ...number,
    version: 1,
    stage,
    received,
    importedAt: setting.importedAt ?? setting.now,
    ...readRequest(row),
  }
  const read = { ...asked, ...readBooking(row, setting), ...readResult(row, setting, stage) }
  const dated = { ...read, stageSince: readStageSince(row, read, setting.now) }
  return { ...dated, ...impliedByStage(dated, row), ...decidedBefore(dated, setting), comments: keptText(row, dated) }
}

function readRequest(row: TableRow): Partial<Deal> {
  const phone = row.text('Рабочий телефон (контакт)')
  if (phone !== '' && phoneKey(phone) === '')
    row.complain('Рабочий телефон (контакт)', `«${phone}» не похоже на телефон, загружено как есть`)
  return {
    channel: readChannel(row),
    organisation: row.text('Компания'),
    contact: row.text('Основной контакт'),
    phone,
    topic: readTopic(row),
    request: row.text('Запрос'),
  }
}

function readBooking(row: TableRow, setting: ImportSetting): Partial<Deal> {
  const start = readTime(row, 'Дата и время консультации')
  const minutes = readMinutes(row)
  const end = start === null ? null : addMinutes(start, Math.max(minutes ?? 0, slotMinutes))
  return { consultant: readConsultant(row, setting.people), start, end, firstStart: start, format: readFormat(row), minutes }
}

function readResult(row: TableRow, setting: ImportSetting, stage: Stage): Partial<Deal> {
  return {
    ...readContent(row),
    project: readProject(row, setting.projects),
    discussedName: row.text('Обсуждаемый проект'),
    discussedTheme: row.text('Тематика проекта'),
    discussedAdvice: row.text('Рекомендации по проекту'),
    feedbackScore: readScore(row),
    feedbackText: row.text('Отзыв'),
    failure: readFailure(row, stage),
  }
}

/** C5: content and recommendations apart where the file has them apart, of one column otherwise. */
function readContent(row: TableRow): Pick<Deal, 'content' | 'recommendations'> {
  const content = row.text('Содержание и рекомендации')
  return row.cell('Рекомендации') === null ? splitAdvice(content) : { content, recommendations: row.text('Рекомендации') }
}

/** The date of closing; without one, a held consultation came to its stage when it ended, any other deal when it was created. */
function readStageSince(row: TableRow, deal: Deal, now: LocalDateTime): LocalDateTime {
  const closed = readTime(row, 'Дата закрытия')
  if (closed !== null) return closed
  const ended = deal.stage === 'held' || deal.stage === 'feedback' ? deal.end : null
  return ended !== null && ended <= now ? ended : deal.received
}

/** What the stage says was done, though the export has no column for it (I5–I7, A1, K2). */
function impliedByStage(deal: Deal, row: TableRow): Partial<Deal> {
  if (deal.stage === 'unreached') return { attempts: 1, lastAttemptAt: deal.stageSince }
  if (deal.failure === 'не дозвонились') return { attempts: attemptsOfUnreached, lastAttemptAt: deal.stageSince }
  if (deal.stage === 'unsorted' || deal.stage === 'new' || deal.stage === 'lost') return {}
  if (deal.stage === 'accepted') return { reachedAt: deal.received }
  if (deal.start === null) row.complain('Дата и время консультации', 'не указано, хотя консультация назначена или проведена')
  const isAsked = deal.stage === 'feedback' || deal.feedbackScore !== null
  return { reachedAt: deal.received, toldAt: deal.received, feedbackAskedAt: isAsked ? deal.stageSince : null }
}

/** Of an expert whom the office had engaged before: who decided (T2) no export tells, and nobody is asked about the past; of what is to come, somebody is. */
function decidedBefore({ consultant, received, start, stage }: Deal, { people, now }: ImportSetting): Partial<Deal> {
  const isExternal = people.some(({ initials, external }) => external && initials === consultant)
  const isPast = stage !== 'assigned' || (start !== null && start <= now)
  return isExternal && isPast ? { externalBy: 'решено до загрузки', externalAt: received } : {}
}

/** Cells whose text has no place in the card, one line each. */
function keptText(row: TableRow, deal: Deal): string {
  const unread: readonly (readonly [heading: string, isUnread: boolean])[] = [
    ['Консультант', deal.consultant === ''],
    ['Тема консультации', deal.topic === null],
    ['Источник', keyOfTitle(channelTitles, row.text('Источник')) === null],
    ['Формат', deal.format === null],
    ['Дата и время консультации', deal.start === null],
    ['Продолжительность, мин', deal.minutes === null],
    ['Оценка', deal.feedbackScore === null],
    ['Причина отказа', folded(row.text('Причина отказа')) !== folded(deal.failure)],
  ]
  const lines = unread
    .filter(([heading, isUnread]) => isUnread && row.text(heading) !== '')
    .map(([heading]) => `${heading} в amoCRM: ${row.text(heading)}`)
  return [...lines, row.text('Комментарии')].filter((line) => line !== '').join('\n')
}
