/** «Список ГГГГ-ММ»: a row for each consultation held, in words, with or without the client's name (S1). */

import { channelTitles, formatTitles, noProject, topicTitles } from '../deal/deal'
import type { Office } from '../office/office'
import { shortName } from '../text/russian'
import type { LocalDateTime } from '../time/localTime'
import { clientOf, isHeld, type MonthRow } from './count/held'
import { type Days, isWithin } from './period'
import { compareRussian } from './russianOrder'

/** One line of the list; text is '' where the card does not say. */
export interface HeldRow {
  readonly id: number
  readonly start: LocalDateTime
  readonly consultant: string
  /** «внутренний» or «внешний». */
  readonly side: string
  /** The organisation; without personal data «клиент № 7». */
  readonly client: string
  readonly kind: string
  readonly municipality: string
  readonly topic: string
  readonly project: string
  readonly format: string
  readonly channel: string
  readonly minutes: number | null
  /** «новый» = no consultation was held before this one. */
  readonly seniority: string
  readonly score: number | null
  readonly comment: string
}

/** Headings, in the order of the columns. */
export const listTitles: Readonly<Record<keyof HeldRow, string>> = {
  id: '№',
  start: 'Дата',
  consultant: 'Консультант',
  side: 'Внутренний или внешний',
  client: 'Клиент',
  kind: 'Вид организации',
  municipality: 'Муниципалитет',
  topic: 'Тема',
  project: 'Проект',
  format: 'Формат',
  channel: 'Канал',
  minutes: 'Минут',
  seniority: 'Новый или повторный',
  score: 'Оценка',
  comment: 'Комментарий',
}

export interface ListRequest {
  readonly rows: readonly MonthRow[]
  readonly days: Days
  readonly office: Office
  /** False: the client's number instead of the organisation, no comments, which may name people. */
  readonly personal: boolean
}

/** By start, then by organisation in the alphabet, then by №. */
export function heldRows({ rows, days, office, personal }: ListRequest): HeldRow[] {
  const held = rows.filter(isHeld)
  const firsts = firstIds(held)
  const people = new Map(office.people.map((person) => [person.initials, person]))
  return held
    .filter(({ start }) => isWithin(days, start))
    .sort((a, b) => compareRussian(a.start, b.start) || compareRussian(a.organisation, b.organisation) || a.id - b.id)
    .map((row) => {
      const person = people.get(row.consultant)
      return {
        ...wordsOf(row),
        consultant: shortName(person?.name ?? row.consultant),
        side: person?.external === true ? 'внешний' : 'внутренний',
        client: personal ? row.organisation : numberOf(row),
        seniority: firsts.has(row.id) ? 'новый' : 'повторный',
        comment: personal ? row.feedbackText : '',
      }
    })
}

/** A client is new in the month of the first consultation; of two at one time the lower number is the first. */
function firstIds(held: readonly (MonthRow & { readonly start: LocalDateTime })[]): ReadonlySet<number> {
  const first = new Map<string, { id: number; start: LocalDateTime }>()
  for (const row of held) {
    const known = first.get(clientOf(row))
    if (known === undefined || row.start < known.start || (row.start === known.start && row.id < known.id)) first.set(clientOf(row), row)
  }
  return new Set([...first.values()].map(({ id }) => id))
}

function numberOf({ clientId }: MonthRow): string {
  return clientId === null ? 'клиент без карточки' : `клиент № ${clientId}`
}

function wordsOf(row: MonthRow & { readonly start: LocalDateTime }) {
  const { id, start, kind, municipality, topic, project, format, channel, minutes } = row
  return {
    ...{ id, start, kind, municipality, minutes },
    topic: topic === null ? '' : (topicTitles[topic] ?? ''),
    project: project || noProject,
    format: format === null ? '' : formatTitles[format],
    channel: channelTitles[channel],
    score: row.feedbackScore,
  }
}
