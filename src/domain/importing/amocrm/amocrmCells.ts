/** The cells of amoCRM's export, one reader each: the register's value, or none and an issue that names row and column. */

import type { Channel, Format, Stage } from '../../deal/deal'
import { channelTitles, failureReasons, formatTitles, noProject, stageTitles, topicTitles } from '../../deal/words'
import type { Person, Project } from '../../office/office'
import { folded, initialsKey } from '../../text/fold'
import type { LocalDateTime } from '../../time/localTime'
import { looksLikePerson } from '../proposal/personNamed'
import type { TableRow } from '../sheetTable'
import { keyOfTitle, readMoment } from '../wording'

/** amoCRM's own names of the two stages that close every pipeline. */
const amocrmStages: Readonly<Record<string, Stage>> = { 'успешно реализовано': 'won', 'закрыто и не реализовано': 'lost' }
const onlineWords = ['zoom', 'зум', 'skype', 'скайп', 'онлайн', 'online', 'zoom/skype', 'zoom/скайп', 'zoom или скайп']

export function readStage(row: TableRow): Stage | null {
  const text = row.text('Этап сделки')
  const stage = keyOfTitle(stageTitles, text) ?? amocrmStages[folded(text)] ?? null
  if (stage === null) row.complain('Этап сделки', `неизвестный этап «${text}», строка не загружается`)
  return stage
}

export function readReceived(row: TableRow, now: LocalDateTime): LocalDateTime | null {
  const text = row.text('Дата создания')
  const received = readMoment(row.cell('Дата создания'))
  if (received === null) row.complain('Дата создания', `«${text}» не дата со временем, строка не загружается`)
  else if (received > now) row.complain('Дата создания', `${text}: это время ещё не наступило`)
  return received
}

/** A time of the named column; empty = null without an issue. */
export function readTime(row: TableRow, heading: 'Дата закрытия' | 'Дата и время консультации'): LocalDateTime | null {
  const text = row.text(heading)
  const time = text === '' ? null : readMoment(row.cell(heading))
  if (time === null && text !== '') row.complain(heading, `«${text}» не дата со временем`)
  return time
}

export function readChannel(row: TableRow): Channel {
  const text = row.text('Источник')
  const channel = keyOfTitle(channelTitles, text)
  if (channel === null) row.complain('Источник', `неизвестный канал «${text}», загружено как «${channelTitles.phoneOffice}»`)
  return channel ?? 'phoneOffice'
}

/** By title or by number (T1). */
export function readTopic(row: TableRow): number | null {
  const text = row.text('Тема консультации')
  const topic = Object.keys(topicTitles).find((number) => number === text || folded(topicTitles[Number(number)] ?? '') === folded(text))
  if (topic === undefined && text !== '') row.complain('Тема консультации', `неизвестная тема «${text}»`)
  return topic === undefined ? null : Number(topic)
}

export function readMinutes(row: TableRow): number | null {
  const text = row.text('Продолжительность, мин')
  const minutes = /^\d+$/.test(text) ? Number(text) : 0
  if (text !== '' && minutes === 0) row.complain('Продолжительность, мин', `«${text}» не число минут`)
  return minutes > 0 ? minutes : null
}

/** Initials as «Сотрудники» has them; case and Latin look-alikes of what was typed do not count. Who is not there stays as a name. */
export function readConsultant(row: TableRow, people: readonly Person[]): string {
  const typed = row.text('Консультант')
  const person = people.find(({ initials }) => initials !== '' && initialsKey(initials) === initialsKey(typed))
  if (person !== undefined || typed === '') return person?.initials ?? ''
  const isName = looksLikePerson(typed)
  const kept = isName ? 'загружено именем, как есть' : 'добавьте до загрузки (ушедшего — с датой «По»)'
  row.complain('Консультант', `«${typed}» нет в «Сотрудники»: ${kept}`)
  return isName ? typed : ''
}

export function readFormat(row: TableRow): Format | null {
  const text = folded(row.text('Формат')).replace(/ ?\/ ?/, '/')
  const format = onlineWords.includes(text) ? 'online' : keyOfTitle(formatTitles, text)
  if (format === null && text !== '') row.complain('Формат', `неизвестный формат «${row.text('Формат')}»`)
  return format
}

/** A project that is no longer in «Проекты» is still the one the consultation counted for. */
export function readProject(row: TableRow, projects: readonly Project[]): string {
  const text = row.text('Проект')
  if (folded(text) === noProject) return noProject
  const known = projects.find(({ name }) => folded(name) === folded(text))
  if (known === undefined && text !== '') row.complain('Проект', `«${text}» нет в «Проекты», загружено как есть`)
  return known?.name ?? text
}

/**
 * amoCRM's one column holds both (C5): content up to «, рекомендовано …» and the recommendation from there on; where it cannot be
 * parted, the whole text stands for both.
 *
 * @example «Разобрали устав, рекомендовано обновить протокол» → «Разобрали устав» + «рекомендовано обновить протокол»
 */
export function splitAdvice(text: string): { readonly content: string; readonly recommendations: string } {
  const parted = /^(.*?\S)[,.;]\s+(рекоменд\S+\s.+)$/isu.exec(text)
  return { content: parted?.[1] ?? text, recommendations: parted?.[2] ?? text }
}

/** 1–5. */
export function readScore(row: TableRow): number | null {
  const text = row.text('Оценка')
  if (/^[1-5]$/.test(text)) return Number(text)
  if (text !== '') row.complain('Оценка', `«${text}»: нужно число от 1 до 5`)
  return null
}

/** Reason of a deal in «Неуспешные», «другое» where the list has no such one; '' at other stages. */
export function readFailure(row: TableRow, stage: Stage): string {
  const text = row.text('Причина отказа')
  if (stage !== 'lost') {
    if (text !== '') row.complain('Причина отказа', `«${text}», а сделка не в «${stageTitles.lost}»: оставлено в комментариях`)
    return ''
  }
  const reason = failureReasons.find((known) => folded(known) === folded(text))
  if (reason === undefined)
    row.complain('Причина отказа', `${text === '' ? 'не указана' : `«${text}» нет в списке`}, загружено как «другое»`)
  return reason ?? 'другое'
}
