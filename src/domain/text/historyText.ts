/** A line of the journal in words: what a change did to a deal. Names, phones and long texts are not repeated there. */

import type { Deal } from '../deal/deal'
import { dealFields } from '../deal/fields'
import type { DealField } from '../deal/fieldTitles'
import { channelTitles, stageTitles } from '../deal/words'
import { type Field, keysOf } from '../register/field'
import type { Kind } from '../register/kinds'
import { isHidden } from '../register/personal'
import type { LocalDateTime } from '../time/localTime'
import { fullDayTime } from './russian'

type Fields = Partial<Deal>

/** Fields that follow from others, or say nothing to a person. */
const silent = keysOf(dealFields, ({ told }) => told === false)

/**
 * The change in words: stage first, then the booking and the calls, then each other field by its Russian name.
 * @param kind the command, 'deal/note'; 'deal/fill' and unknown ones are told by their fields alone
 * @param before null = the deal was created
 * @param after the fields that changed, or the whole deal
 * @example historyText('deal/note', { attempts: 1 }, { attempts: 2, lastAttemptAt: … }, now) // → «не дозвонились, попытка 2 из 3»
 */
export function historyText(kind: string, before: Fields | null, after: Fields, now: LocalDateTime, attemptsNeeded = 3): string {
  if (before === null) return createdText(after, now)
  const told = new Set<DealField>(silent)
  const parts = [
    stageText(before, after, told),
    bookingText(before, after, told, now),
    attemptText(before, after, told, attemptsNeeded),
    ...otherFields(before, after, told, now),
  ].filter((part) => part !== '')
  return parts.length > 0 ? parts.join('; ') : unchangedText(kind)
}

/** What «Отменить последнее» took back; notes that every command adds are told only where nothing else changed. Both deals are whole. */
export function undoneText(restored: Deal, undone: Deal, now: LocalDateTime): string {
  const changed = (Object.keys(undone) as DealField[]).filter((field) => restored[field] !== undone[field] && field !== 'version')
  const telling = changed.length > 1 ? changed.filter((field) => field !== 'comments') : changed
  return historyText('', restored, Object.fromEntries(telling.map((field) => [field, undone[field]])), now)
}

/** «создана: телефон офис-менеджеру», with the booking where there is one (I9). */
function createdText(after: Fields, now: LocalDateTime): string {
  const channel = after.channel === undefined ? 'создана' : `создана: ${channelTitles[after.channel]}`
  const booking = after.start == null ? '' : `назначена на ${bookingWords(after, now)}`
  return [channel, booking].filter((part) => part !== '').join('; ')
}

function stageText(before: Fields, after: Fields, told: Set<DealField>): string {
  if (after.stage === undefined || before.stage === undefined || after.stage === before.stage) return ''
  told.add('stage')
  return `этап: ${stageTitles[before.stage]} → ${stageTitles[after.stage]}`
}

/** A booking, a move or a reassignment is one thing to people, though several fields change. */
function bookingText(before: Fields, after: Fields, told: Set<DealField>, now: LocalDateTime): string {
  if (after.start === undefined || after.start === before.start) return ''
  told.add('start').add('consultant')
  const booked = { consultant: after.consultant ?? before.consultant ?? '', start: after.start }
  if (after.start === null) return 'запись снята'
  if (before.start == null) return `назначена консультация: ${bookingWords(booked, now)}`
  return `перенесена: ${bookingWords(before, now)} → ${bookingWords(booked, now)}`
}

/** «пт 27 ноября, 10:00, ММ». */
function bookingWords({ start, consultant }: Fields, now: LocalDateTime): string {
  const when = start == null ? '' : fullDayTime(start, now)
  return [when, consultant ?? ''].filter((part) => part !== '').join(', ')
}

/** I5–I7: a call that reached the client, one that did not, a message. */
function attemptText(before: Fields, after: Fields, told: Set<DealField>, needed: number): string {
  if (after.reachedAt != null && after.reachedAt !== before.reachedAt) {
    told.add('reachedAt').add('attempts')
    return 'дозвонились'
  }
  if (after.attempts !== undefined && after.attempts !== before.attempts) {
    told.add('attempts')
    return `не дозвонились, попытка ${after.attempts} из ${needed}`
  }
  const isMessage = after.lastAttemptAt != null && after.lastAttemptAt !== before.lastAttemptAt
  return isMessage ? 'написали в мессенджер' : ''
}

function otherFields(before: Fields, after: Fields, told: ReadonlySet<DealField>, now: LocalDateTime): string[] {
  return (Object.keys(after) as DealField[])
    .filter((field) => field in dealFields && !told.has(field) && !isSame(before[field], after[field]))
    .map((field) => fieldText(dealFields[field], before[field], after[field], now))
}

/** «продолжительность: 60», «содержание: заполнено», «проект: убрано». Of personal data and long texts only that they changed is said. */
function fieldText({ heading, kind, personal }: Field, before: unknown, after: unknown, now: LocalDateTime): string {
  const title = lowerFirst(heading).replace(', мин', '')
  if (isEmpty(after)) return `${title}: убрано`
  if (isHidden(personal) || kind.type === 'longText') return `${title}: ${isEmpty(before) ? 'заполнено' : 'изменено'}`
  return `${title}: ${valueWords(kind, after as string | number, now)}`
}

function valueWords(kind: Kind, value: string | number, now: LocalDateTime): string {
  if (kind.type === 'word') return kind.words[value] ?? String(value)
  return kind.type === 'dateTime' ? fullDayTime(String(value), now) : String(value)
}

function unchangedText(kind: string): string {
  if (kind === 'deal/archive') return 'перенесена в архив'
  if (kind === 'client/forget') return 'данные человека удалены'
  return kind === 'deal/note' ? 'отметка о звонке' : 'без изменений в карточке'
}

function isSame(before: unknown, after: unknown): boolean {
  return before === after || (isEmpty(before) && isEmpty(after))
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}

function lowerFirst(title: string): string {
  return /^[А-ЯЁ][а-яё]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title
}
