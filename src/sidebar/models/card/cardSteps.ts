/** The next steps of a card: a noted call, a move with its reason, a reopening, the way to free slots. */

import { type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Stage } from '../../../domain/deal/deal'
import { stageTitles } from '../../../domain/deal/words'
import type { Card, Input, Method, Output, Step } from '../../../rpc/contract'
import { text } from '../../text.ru'
import type { Caller, Question, Trouble } from '../page/caller'
import type { Page } from '../page/page'
import type { MoveKind } from './cardMove'
import { type CardEdits, only } from './edits/cardEdits'

export interface CardSteps {
  /** The step whose reason is being asked for. */
  readonly asking: ReadonlySignal<Step | null>
  readonly reason: Signal<string>
  /** Goes with the next noted call. */
  readonly note: Signal<string>
  take(step: Step): void
  confirm(): void
  /** The step with a reason that its button names. */
  say(step: Step, reason: string): void
  cancel(): void
  /** Another card is shown. */
  forget(): void
}

export interface StepsAround {
  readonly page: Page
  readonly caller: Caller
  readonly card: ReadonlySignal<Card | null>
  readonly edits: CardEdits
  receive(card: Card, sentence: string): void
  /** Of a card that is shown no more. */
  late(card: Card, sentence: string): void
  /** Says what was done; '' takes the last sentence away. */
  done(sentence: string): void
  refused(trouble: Trouble): void
  pickSlots(): void
  move(kind: MoveKind): void
  /** A command has queued letters. */
  lettersWait(waiting: number): void
}

type ReasonMethod = 'deal/reopen' | 'deal/reason' | 'deal/cannotHold'
const reasonMethods: Partial<Record<Step['kind'], ReasonMethod>> = {
  reopen: 'deal/reopen',
  reason: 'deal/reason',
  cannotHold: 'deal/cannotHold',
}

export function createCardSteps(around: StepsAround): CardSteps {
  const { caller, edits } = around
  const asking = signal<Step | null>(null)
  const reason = signal('')
  const note = signal('')
  /** A reason that was begun stays with its step. */
  let asked = ''

  function take(step: Step): void {
    around.done('')
    if (asked !== stepKey(step)) reason.value = ''
    asked = stepKey(step)
    asking.value = null
    if (step.kind === 'slots') around.pickSlots()
    else if (step.kind === 'reschedule' || step.kind === 'reassign') around.move(step.kind)
    else if (step.needsReason) askReason(step)
    else void perform(step)
  }
  function askReason(step: Step): void {
    asking.value = step
    around.page.point('step-reason')
  }
  async function perform(step: Step): Promise<void> {
    const shown = around.card.value
    if (!shown) return
    if (step.kind === 'note') return noteDown(shown, step)
    if (step.kind === 'external') return decideExternal(shown, step)
    if (step.kind === 'limit') return settleLimit(shown, step)
    if (step.kind === 'askExternal') return write(step, 'deal/askExternal', { deal: shown.ref, project: reason.value })
    if (step.kind === 'sendReport') return write(step, 'deal/sendReport', { deal: shown.ref })
    const method = reasonMethods[step.kind]
    if (method !== undefined) return tellReason(shown, step, method)
    // What is chosen of options at a move is the project (K1), not a reason.
    const [told, chosen] = step.options === undefined ? [reason.value, {}] : ['', { project: reason.value }]
    const move = { to: target(step), reason: told }
    await edits.saveClientThen(shown, stepKey(step), (deal, fields) => moveDeal({ ...move, deal, fields: { ...fields, ...chosen } }, step))
  }
  function noteDown(shown: Card, step: Step): Promise<void> {
    const input = { deal: shown.ref, outcome: step.value as Input<'deal/note'>['outcome'], text: note.value }
    const done = (value: Card) => {
      if (note.value === input.text) note.value = ''
      stepDone(value, text.card.noted)
    }
    return deed(step, { method: 'deal/note', input, done, late: (value) => around.late(value, text.card.noted) })
  }
  /** Commands that need a deal and a reason, nothing else. */
  function tellReason(shown: Card, step: Step, method: ReasonMethod): Promise<void> {
    const said = (value: Card) => (method === 'deal/reopen' ? text.card.moved(stageTitles[value.deal.stage]) : text.card.noted)
    return deed(step, { method, input: { deal: shown.ref, reason: reason.value }, ...heard(said) })
  }
  /** T2: the director's decision, of the project that was chosen or of the deal's own. */
  function decideExternal(shown: Card, step: Step): Promise<void> {
    const input = { deal: shown.ref, decision: 'allow' as const, project: reason.value || null }
    return deed(step, { method: 'deal/decideExternal', input, ...heard(() => text.card.noted) })
  }
  /** G5.limit: the move too far is put back or accepted; the answer tells of the line, so the card is read again. */
  async function settleLimit({ deal, ref }: Card, step: Step): Promise<void> {
    const outcome = step.value as Input<'discrepancy/resolve'>['outcome']
    const input = { key: `limit:${deal.eventId}`, outcome, reason: reason.value, deal: null }
    let waiting: number | null = null
    const told = (result: { readonly lettersWaiting: number }) => {
      waiting = result.lettersWaiting
      around.lettersWait(waiting)
    }
    await deed(step, { method: 'discrepancy/resolve', input, done: told, late: told })
    if (waiting === null || around.card.value?.deal.id !== ref.id) return
    const { id, row, clientId } = ref
    await deed(step, { method: 'deal/open', input: { id, row, clientId }, done: (value) => stepDone(value, text.moves.settled) })
  }
  /** Commands whose letter goes at once. */
  function write<M extends 'deal/askExternal' | 'deal/sendReport'>(step: Step, method: M, input: Input<M>): Promise<void> {
    const take = (told: (card: Card, sentence: string) => void) => (value: Output<'deal/askExternal'>) => {
      told(value.card, text.card.lettersGo)
      around.lettersWait(value.lettersWaiting)
    }
    return deed(step, { method, input, done: take(stepDone), late: take(around.late) })
  }
  function moveDeal(input: Input<'deal/move'>, step: Step): Promise<void> {
    const sent = only(edits.edits.value, 'deal')
    const take = (told: (card: Card, sentence: string) => void) => (value: Card) => {
      edits.settle(value.deal.id, sent)
      told(value, text.card.moved(stageTitles[value.deal.stage]))
      // K2: the client's letter waits.
      if (input.to === 'feedback') around.lettersWait(1)
    }
    return deed(step, { method: 'deal/move', input, done: take(stepDone), late: take(around.late), refused: around.refused })
  }
  type Deed<M extends Method> = Omit<Question<M>, 'by' | 'about'>
  function deed<M extends Method>(step: Step, question: Deed<M>): Promise<void> {
    return caller.ask({ by: stepKey(step), about: text.common.deal(around.card.value?.deal.id ?? 0), ...question })
  }
  function heard(said: (card: Card) => string): Pick<Question<'deal/note'>, 'done' | 'late'> {
    return { done: (value) => stepDone(value, said(value)), late: (value) => around.late(value, said(value)) }
  }
  function stepDone(value: Card, sentence: string): void {
    asking.value = null
    reason.value = ''
    around.receive(value, sentence)
  }

  return {
    asking,
    reason,
    note,
    take,
    confirm: () => {
      if (asking.value && reason.value.trim() !== '') void perform(asking.value)
    },
    say: (step, told) => {
      reason.value = told
      void perform(step)
    },
    cancel: () => {
      const step = asking.value
      asking.value = null
      caller.forgive()
      if (step) around.page.point(stepId(step))
    },
    forget: () => {
      asking.value = null
      asked = ''
      note.value = ''
    },
  }
}

/** Name of the step's button while it waits. */
export function stepKey(step: Step): string {
  return `${step.kind}-${step.value}`
}

/** Id of its button. */
export function stepId(step: Step): string {
  return `step-${stepKey(step)}`
}

/** A released booking goes back to «Принято в работу». */
function target(step: Step): Stage {
  return step.value in stageTitles ? (step.value as Stage) : 'accepted'
}
