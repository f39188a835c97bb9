/** What a person typed into the register by hand: legal work is taken as it is, a forbidden change is named with its reason. */

import type { Client } from '../../client/client'
import { withDecision } from '../../external/decision'
import type { Office } from '../../office/office'
import { type Author, deniedTo } from '../../office/permission'
import type { Problem } from '../../problem'
import { fieldTexts } from '../../text/fieldText.ru'
import { problemText } from '../../text/text.ru'
import type { LocalDateTime } from '../../time/localTime'
import { distributionProblem } from '../closing'
import type { Deal, Stage } from '../deal'
import { checkMove, stageRight } from '../pipeline'
import { judgeClient, judgeDeal, type Verdict } from './judge'

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
  /** The editor; leastEditor where Google does not tell who it was. */
  readonly who: Author
  readonly client: Client | null
}

const closedText = 'сделка закрыта; правку делают после возврата на прежний этап, его делает директор (K5)'

/**
 * Judges a deal's edited cells. A closed deal takes no edits but a payment; a stage moves only by «Stages and moves» and by whoever may move it so,
 * so no edit of a cell can put an incomplete card into «Успешно завершённые» (K5).
 *
 * @param typed fields that differ from the register's last known state
 * @example judgeDealEdit(held, { stage: 'won' }, setting) // minutes missing → { accepted: {}, putBack: { stage: 'Не заполнено: …' } }
 */
export function judgeDealEdit(before: Deal, typed: Partial<Deal>, setting: EditSetting): Judged<Deal> {
  const { stage, ...fields } = typed
  const { accepted, putBack } = byHand(judgeDeal(before, fields, { ...setting, door: 'hand' }), setting)
  const filled = { ...before, ...accepted }
  const moved = moveByHand(before, filled, stage, setting)
  const standing = { ...filled, ...moved.accepted }
  const decided = withDecision(before, standing, setting.office, setting.now)
  return { accepted: { ...accepted, ...moved.accepted, ...differing(standing, decided) }, putBack: { ...putBack, ...moved.putBack } }
}

function differing(before: Deal, after: Deal): Partial<Deal> {
  const keys = Object.keys(after) as (keyof Deal)[]
  return Object.fromEntries(keys.filter((key) => after[key] !== before[key]).map((key) => [key, after[key]]))
}

function byHand<T>({ accepted, refused }: Verdict<T>, { now }: Pick<EditSetting, 'now'>): Judged<T> {
  return { accepted, putBack: Object.fromEntries(Object.entries(refused).map(([field, problem]) => [field, whyText(problem, now)])) }
}

function whyText(problem: Problem, now: LocalDateTime): string {
  if (problem.code === 'dealClosed') return closedText
  return problem.code === 'badValue' ? problem.why : problemText(problem, now)
}

function moveByHand(before: Deal, filled: Deal, stage: Stage | undefined, setting: EditSetting): Judged<Deal> {
  if (stage === undefined) return { accepted: {}, putBack: {} }
  const why = moveWhyNot(before, filled, stage, setting)
  if (why !== '') return { accepted: {}, putBack: { stage: why } }
  return { accepted: { stage, stageSince: setting.now, ...(stage === 'feedback' ? { feedbackAskedAt: setting.now } : {}) }, putBack: {} }
}

/** '' = it may move. */
function moveWhyNot(before: Deal, filled: Deal, stage: Stage, { client, now, office, who }: EditSetting): string {
  const letsTimeGo = before.stage === 'assigned' && (stage === 'accepted' || stage === 'lost')
  if (before.stage === 'won' || before.stage === 'lost') return closedText
  if (stage === null) return 'не может быть пусто'
  if (stage === 'assigned' || letsTimeGo) return fieldTexts.booking
  const checked = checkMove({ deal: filled, client, to: stage, reason: filled.failure, now, office, who: who.roles })
  if (!checked.ok) return problemText(checked.problem, now)
  const denied = deniedTo(who, stageRight(stage), before) ?? distributionProblem(filled, stage)
  return denied === null ? '' : whyText(denied, now)
}

/** Judges a client's edited cells; a phone brings its search form along. */
export function judgeClientEdit(
  typed: Partial<Client>,
  setting: Omit<EditSetting, 'client'> & { readonly isOwn: boolean },
): Judged<Client> {
  return byHand(judgeClient(typed, { ...setting, door: 'hand' }), setting)
}

/** Note for a cell that was put back. Example: noteText('stage', 'Не заполнено: …') */
export function noteText(title: string, why: string): string {
  return `Возвращено прежнее значение «${title}»: ${why}`
}

/** Note for a cell that was typed as a formula. Example: formulaText('=B2') */
export function formulaText(formula: string): string {
  return `Взято значение формулы «${formula}»: в карточке стоит текст или число, формулы там нет`
}
