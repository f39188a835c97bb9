/** What a person typed into the register by hand: legal work is taken as it is, a forbidden change is named with its reason. */

import type { Client } from '../client/client'
import { phoneKey } from '../client/phone'
import type { Office, Role } from '../office/office'
import { problemText } from '../text/text.ru'
import type { LocalDateTime } from '../time/localTime'
import { checkLengths } from './card'
import { type Deal, noProject } from './deal'
import { checkMove } from './pipeline'

/** Field → why it is put back. */
export type PutBack = Readonly<Record<string, string>>

export interface Judged<T> {
  /** Fields that stand, with what follows from them (stageSince, phoneKey); empty = nothing legal changed. */
  readonly accepted: Partial<T>
  readonly putBack: PutBack
}

export interface EditSetting {
  readonly office: Office
  readonly now: LocalDateTime
  /** Roles of the editor; empty where Google does not tell who it was. */
  readonly who: readonly Role[]
  readonly client: Client | null
}

/** Fields of a deal that only the product writes. */
const ownFields: readonly (keyof Deal)[] = [
  'id',
  'version',
  'stageSince',
  'received',
  'clientId',
  'firstStart',
  'moves',
  'eventId',
  'externalBy',
  'externalAt',
  'externalAskedAt',
  'report',
  'attempts',
  'lastAttemptAt',
  'reachedAt',
  'toldAt',
  'feedbackAskedAt',
  'outsideIds',
  'movedAt',
]
/** A booking lives in the calendar too: it is moved there or in the sidebar, where both change together (G5, R1). */
const bookingFields: readonly (keyof Deal)[] = ['consultant', 'start', 'end']

const ownText = 'это поле ведёт программа'
const bookingText = 'назначенное время и консультанта меняют в панели или в календаре, чтобы карточка и календарь не разошлись (R1)'
const closedText = 'сделка закрыта; правку делают после возврата на прежний этап, его делает директор (K5)'

/**
 * Judges a deal's edited cells. A closed deal takes no edits; a stage moves only by «Stages and moves», so no edit of a cell can
 * put an incomplete card into «Успешно завершённые» (K5).
 *
 * @param typed fields that differ from the register's last known state
 * @example judgeDealEdit(held, { stage: 'won' }, setting) // minutes missing → { accepted: {}, putBack: { stage: 'Не заполнено: …' } }
 */
export function judgeDealEdit(before: Deal, typed: Partial<Deal>, setting: EditSetting): Judged<Deal> {
  const putBack: Record<string, string> = {}
  const accepted: Record<string, unknown> = {}
  for (const field of Object.keys(typed) as (keyof Deal)[]) {
    const why = whyNot(field, before, typed, setting)
    if (why !== '') putBack[field] = why
    else if (field !== 'stage') accepted[field] = typed[field]
  }
  const moved = moveByHand(before, { ...before, ...accepted }, typed, setting)
  return { accepted: { ...accepted, ...moved.accepted }, putBack: { ...putBack, ...moved.putBack } }
}

/** '' = the cell may stand. */
function whyNot(field: keyof Deal, before: Deal, typed: Partial<Deal>, { office }: EditSetting): string {
  if (ownFields.includes(field)) return ownText
  if (before.stage === 'won' || before.stage === 'lost') return closedText
  if (bookingFields.includes(field)) return bookingText
  const project = typed.project
  const isKnown = project === undefined || project === '' || project === noProject || office.projects.some(({ name }) => name === project)
  if (field === 'project' && !isKnown) return `проекта «${project}» нет на листе «Проекты» (C7)`
  if (field === 'feedbackScore' && typed.feedbackScore !== null && !/^[1-5]$/.test(String(typed.feedbackScore))) return 'оценка — от 1 до 5'
  const length = checkLengths({ [field]: typed[field] })
  return length === null ? '' : problemText(length, before.stageSince)
}

function moveByHand(before: Deal, filled: Deal, { stage }: Partial<Deal>, setting: EditSetting): Judged<Deal> {
  if (stage === undefined) return { accepted: {}, putBack: {} }
  if (before.stage === 'won' || before.stage === 'lost') return { accepted: {}, putBack: { stage: closedText } }
  const letsTimeGo = before.stage === 'assigned' && (stage === 'accepted' || stage === 'lost')
  if (stage === 'assigned' || letsTimeGo) return { accepted: {}, putBack: { stage: bookingText } }
  const { client, now, office, who } = setting
  const checked = checkMove({ deal: filled, client, to: stage, reason: filled.failure, now, office, who })
  if (!checked.ok) return { accepted: {}, putBack: { stage: problemText(checked.problem, now) } }
  return { accepted: { stage, stageSince: now, ...(stage === 'feedback' ? { feedbackAskedAt: now } : {}) }, putBack: {} }
}

const ownClientFields: readonly (keyof Client)[] = ['id', 'version', 'phoneKey', 'created', 'outsideIds', 'archivedHeld', 'archivedLast']

/** Judges a client's edited cells; a phone brings its search form along. */
export function judgeClientEdit(typed: Partial<Client>): Judged<Client> {
  const putBack: Record<string, string> = {}
  const accepted: Partial<Record<keyof Client, unknown>> = {}
  for (const field of Object.keys(typed) as (keyof Client)[]) {
    const length = checkLengths({ [field]: typed[field] })
    if (ownClientFields.includes(field)) putBack[field] = ownText
    else if (length !== null) putBack[field] = problemText(length, '0001-01-01T00:00')
    else accepted[field] = typed[field]
  }
  if (typed.phone !== undefined && putBack['phone'] === undefined) accepted.phoneKey = phoneKey(typed.phone)
  return { accepted: accepted as Partial<Client>, putBack }
}

/** Note for a cell that was put back. Example: noteText('stage', 'Не заполнено: …') */
export function noteText(title: string, why: string): string {
  return `Возвращено прежнее значение «${title}»: ${why}`
}
