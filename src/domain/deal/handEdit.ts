/** What a person typed into the register by hand: legal work is taken as it is, a forbidden change is named with its reason. */

import type { Client } from '../client/client'
import { clientFields } from '../client/fields'
import { phoneKey } from '../client/phone'
import type { Office } from '../office/office'
import type { Role } from '../office/roles'
import type { Field } from '../register/field'
import { checkLengths, checkValues } from '../register/fieldValue'
import { problemText } from '../text/text.ru'
import type { LocalDateTime } from '../time/localTime'
import type { Deal, Stage } from './deal'
import { dealFields } from './fields'
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
  /** The editor; no name and no roles where Google does not tell who it was. */
  readonly who: { readonly name: string; readonly roles: readonly Role[] }
  readonly client: Client | null
}

const ownText = 'это поле ведёт программа'
const bookingText = 'назначенное время и консультанта меняют в панели или в календаре, чтобы карточка и календарь не разошлись (R1)'
/** Far from every date: no sentence about a value tells of a day. */
const noDay: LocalDateTime = '0001-01-01T00:00'
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
  const stage = putBack['stage'] === undefined ? typed.stage : undefined
  const moved = moveByHand(before, { ...before, ...accepted }, stage, setting)
  return { accepted: { ...accepted, ...payer(before, accepted, setting), ...moved.accepted }, putBack: { ...putBack, ...moved.putBack } }
}

/** T3: who marked it paid, where the sheet does not tell. */
function payer(before: Deal, { paidAt, paidBy }: Partial<Deal>, { who }: EditSetting): Partial<Deal> {
  if (paidAt === undefined || paidBy !== undefined) return {}
  return { paidBy: paidAt === null ? '' : before.paidBy || who.name }
}

/** '' = the cell may stand. */
function whyNot(field: keyof Deal, before: Deal, typed: Partial<Deal>, { office }: EditSetting): string {
  const { set }: Field = dealFields[field]
  const isBooked = set?.page === 'assign'
  if (set?.hand === undefined && !isBooked) return ownText
  if ((before.stage === 'won' || before.stage === 'lost') && set?.closed !== true) return closedText
  return set?.hand === undefined ? bookingText : valueText({ [field]: typed[field] }, office)
}

/** Why a value may not stand in its field, '' = it may. */
function valueText(fields: object, office: Office): string {
  const problem = checkValues(fields, office) ?? checkLengths(fields)
  if (problem === null) return ''
  return problem.code === 'badValue' ? problem.why : problemText(problem, noDay)
}

function moveByHand(before: Deal, filled: Deal, stage: Stage | undefined, setting: EditSetting): Judged<Deal> {
  if (stage === undefined) return { accepted: {}, putBack: {} }
  const letsTimeGo = before.stage === 'assigned' && (stage === 'accepted' || stage === 'lost')
  if (stage === 'assigned' || letsTimeGo) return { accepted: {}, putBack: { stage: bookingText } }
  const { client, now, office, who } = setting
  const checked = checkMove({ deal: filled, client, to: stage, reason: filled.failure, now, office, who: who.roles })
  if (!checked.ok) return { accepted: {}, putBack: { stage: problemText(checked.problem, now) } }
  return { accepted: { stage, stageSince: now }, putBack: {} }
}

/** Judges a client's edited cells; a phone brings its search form along. */
export function judgeClientEdit(typed: Partial<Client>, { office }: Pick<EditSetting, 'office'>): Judged<Client> {
  const putBack: Record<string, string> = {}
  const accepted: Record<string, unknown> = {}
  for (const field of Object.keys(typed) as (keyof Client)[]) {
    const { set }: Field = clientFields[field]
    const why = set?.hand === undefined ? ownText : valueText({ [field]: typed[field] }, office)
    if (why === '') accepted[field] = typed[field]
    else putBack[field] = why
  }
  if (accepted['phone'] !== undefined) accepted['phoneKey'] = phoneKey(String(accepted['phone']))
  return { accepted: accepted as Partial<Client>, putBack }
}

/** Note for a cell that was put back. Example: noteText('stage', 'Не заполнено: …') */
export function noteText(title: string, why: string): string {
  return `Возвращено прежнее значение «${title}»: ${why}`
}

/** Note for a cell that was typed as a formula. Example: formulaText('=B2') */
export function formulaText(formula: string): string {
  return `Взято значение формулы «${formula}»: в карточке стоит текст или число, формулы там нет`
}
