/** The one judge of a change, for every door: who may set each field, when, within what bounds. Doors differ in what becomes of a refusal. */

import type { Client } from '../../client/client'
import { clientFields } from '../../client/fields'
import { phoneKey } from '../../client/phone'
import { paidForText, paymentProblem } from '../../external/payment'
import { mayDo } from '../../office/actions'
import type { Office } from '../../office/office'
import { type Author, deniedTo } from '../../office/permission'
import type { Problem } from '../../problem'
import type { Field, Fields } from '../../register/field'
import { valueProblem } from '../../register/fieldValue'
import type { Value } from '../../register/kinds'
import { fieldTexts } from '../../text/fieldText.ru'
import type { LocalDateTime } from '../../time/localTime'
import { stamp, withComment } from '../comment'
import type { Deal } from '../deal'
import { dealFields } from '../fields'
import { noProject } from '../words'

/** How a field is set: by a command of a page, or typed into the sheet. */
export type Door = 'page' | 'hand'

export interface Asked {
  readonly door: Door
  readonly who: Author
  readonly now: LocalDateTime
  readonly office: Office
}

export interface Verdict<T> {
  /** What stands, with what follows from it (paidBy, phoneKey, a note). */
  readonly accepted: Partial<T>
  /** Field → why it may not be changed so. */
  readonly refused: Readonly<Record<string, Problem>>
}

/**
 * Judges changed fields of a deal; the stage is judged by the table of moves (pipeline.ts).
 *
 * @param typed fields that are to be changed
 * @example judgeDeal(held, { feedbackScore: 5 }, { door: 'page', who: its consultant, … }) // → refused: notAllowed
 */
export function judgeDeal(before: Deal, typed: Partial<Deal>, asked: Asked): Verdict<Deal> {
  const { accepted, refused } = judged(typed, (key, value) => dealProblem(before, key as keyof Deal, value, asked))
  return { accepted: { ...accepted, ...following(before, accepted, asked) }, refused }
}

/**
 * Judges changed fields of a client.
 * @param isOwn a consultant's: one of the client's deals is his own, or has no consultant yet
 */
export function judgeClient(typed: Partial<Client>, asked: Asked & { readonly isOwn: boolean }): Verdict<Client> {
  const deal = { consultant: asked.isOwn ? '' : fieldTexts.anotherOne }
  const { accepted, refused } = judged<Client>(typed, (key, value) => fieldProblem((clientFields as Fields)[key], { value, deal }, asked))
  return { accepted: accepted.phone === undefined ? accepted : { ...accepted, phoneKey: phoneKey(accepted.phone) }, refused }
}

/** For a door that takes all or nothing. */
export function firstRefusal({ refused }: Pick<Verdict<Deal>, 'refused'>): Problem | null {
  return Object.values(refused)[0] ?? null
}

function judged<T extends object>(typed: Partial<T>, problemOf: (key: string, value: Value) => Problem | null): Verdict<T> {
  const accepted: Record<string, unknown> = {}
  const refused: Record<string, Problem> = {}
  for (const [key, value] of Object.entries(typed)) {
    const problem = problemOf(key, value as Value)
    if (problem === null) accepted[key] = value
    else refused[key] = problem
  }
  return { accepted: accepted as Partial<T>, refused }
}

function dealProblem(before: Deal, key: keyof Deal, value: Value, asked: Asked): Problem | null {
  const field: Field = dealFields[key]
  const own = ownProblem(field, key, asked)
  if (own !== null) return own
  const isClosed = (before.stage === 'won' || before.stage === 'lost') && field.set?.closed !== true
  if (isClosed) return { code: 'dealClosed', stage: before.stage }
  return fieldProblem(field, { value, deal: before }, asked) ?? ruleOf[key]?.(before, asked) ?? null
}

/** Of the client's, on the deal. */
const copies = ['organisation', 'contact', 'phone']

/** A field that is not set this way at all. */
function ownProblem({ set, heading }: Field, key: string, { door }: Asked): Problem | null {
  if (set?.[door] !== undefined) return null
  const isCopy = copies.includes(key) && set === undefined
  const why = set?.page === 'assign' ? fieldTexts.booking : isCopy ? fieldTexts.ofClient : fieldTexts.own
  return { code: 'badValue', title: heading, why }
}

interface Setting {
  readonly value: Value
  readonly deal: Pick<Deal, 'consultant'>
}

function fieldProblem(field: Field | undefined, { value, deal }: Setting, asked: Asked): Problem | null {
  const right = field?.set?.[asked.door]
  if (field === undefined || right === undefined) return { code: 'badValue', title: field?.heading ?? '', why: fieldTexts.own }
  return deniedTo(asked.who, right, deal) ?? valueProblem(field, value, asked)
}

type Rule = (before: Deal, asked: Asked) => Problem | null

/** What is asked of some fields beside right and bounds. */
const ruleOf: Partial<Readonly<Record<keyof Deal, Rule>>> = {
  feedbackScore: wordsOfClient,
  feedbackText: wordsOfClient,
  quotable: wordsOfClient,
  paidAt: (before, { who, office }) => paymentProblem(before, who, office),
}

/** K3: what the client said himself stands; nobody speaks for him about his own consultation. */
function wordsOfClient({ feedbackAt, consultant }: Deal, { who }: Asked): Problem | null {
  if (feedbackAt !== null) return { code: 'badValue', title: fieldTexts.feedback, why: fieldTexts.answeredHimself }
  const isAboutHimself = consultant !== '' && consultant === who.initials
  return isAboutHimself ? { code: 'badValue', title: fieldTexts.feedback, why: fieldTexts.aboutHimself } : null
}

/** K1: «не распределено» is an answer where one says so who closes. */
export function answeredAt(project: string, { roles }: Author, now: LocalDateTime): LocalDateTime | null {
  return project === noProject && mayDo(roles, 'close') ? now : null
}

/** What goes with an accepted field: a payment keeps who and for what, words of the client keep who took them down. */
function following(before: Deal, accepted: Partial<Deal>, { door, who, now, office }: Asked): Partial<Deal> {
  const { paidAt } = accepted
  const paid =
    paidAt === undefined
      ? {}
      : paidAt === null
        ? { paidBy: '', paidFor: '' }
        : { paidBy: who.name || who.email, paidFor: paidForText(before, office) }
  const answered = accepted.project === undefined ? {} : { undistributedAt: answeredAt(accepted.project, who, now) }
  const isHeard = 'feedbackScore' in accepted || 'feedbackText' in accepted || 'quotable' in accepted
  if (!isHeard) return { ...paid, ...answered }
  const note = `${stamp(now)}: ${fieldTexts.heard(who.name || who.email, door)}`
  return { ...paid, ...answered, comments: withComment({ comments: accepted.comments ?? before.comments }, note) }
}
