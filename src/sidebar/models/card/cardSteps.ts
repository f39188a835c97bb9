/** The next steps of a card: a noted call, a move with its reason, a reopening, the way to free slots. */

import { type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Stage } from '../../../domain/deal/deal'
import { stageTitles } from '../../../domain/deal/words'
import type { Card, Input, Output, Step } from '../../../rpc/contract'
import { text } from '../../text.ru'
import type { Caller, Trouble } from '../page/caller'
import type { Page } from '../page/page'
import { type CardEdits, only } from './cardEdits'
import type { MoveKind } from './cardMove'

export interface CardSteps {
  /** The step whose reason is being asked for. */
  readonly asking: ReadonlySignal<Step | null>
  readonly reason: Signal<string>
  /** Goes with the next noted call. */
  readonly note: Signal<string>
  take(step: Step): void
  confirm(): void
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

  function take(step: Step): void {
    around.done('')
    reason.value = ''
    asking.value = null
    if (step.kind === 'slots') around.pickSlots()
    else if (step.kind === 'reschedule' || step.kind === 'reassign') around.move(step.kind)
    else if (step.needsReason) askReason(step)
    else void perform(step)
  }
  function askReason(step: Step): void {
    asking.value = step
    around.page.focus.value = { id: 'step-reason' }
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
    const outcome = step.value as Input<'deal/note'>['outcome']
    const finish = (value: Card) => {
      note.value = ''
      stepDone(value, text.card.noted)
    }
    return caller.ask({ by: stepKey(step), method: 'deal/note', input: { deal: shown.ref, outcome, text: note.value }, done: finish })
  }
  /** Commands that need a deal and a reason, nothing else. */
  function tellReason(shown: Card, step: Step, method: ReasonMethod): Promise<void> {
    const finish = (value: Card) =>
      stepDone(value, method === 'deal/reopen' ? text.card.moved(stageTitles[value.deal.stage]) : text.card.noted)
    return caller.ask({ by: stepKey(step), method, input: { deal: shown.ref, reason: reason.value }, done: finish })
  }
  /** T2: the director's decision, of the project that was chosen or of the deal's own. */
  function decideExternal(shown: Card, step: Step): Promise<void> {
    const input = { deal: shown.ref, decision: 'allow' as const, project: reason.value || null }
    return caller.ask({ by: stepKey(step), method: 'deal/decideExternal', input, done: (value) => stepDone(value, text.card.noted) })
  }
  /** G5.limit: the move too far is put back or accepted; the answer tells of the line, so the card is read again. */
  async function settleLimit({ deal, ref }: Card, step: Step): Promise<void> {
    const outcome = step.value as Input<'discrepancy/resolve'>['outcome']
    const input = { key: `limit:${deal.eventId}`, outcome, reason: reason.value, deal: null }
    let waiting: number | null = null
    const done = (result: { readonly lettersWaiting: number }) => {
      waiting = result.lettersWaiting
    }
    await caller.ask({ by: stepKey(step), method: 'discrepancy/resolve', input, done })
    if (waiting === null) return
    const { id, row, clientId } = ref
    const reopened = (value: Card) => {
      stepDone(value, text.moves.settled)
      around.lettersWait(waiting ?? 0)
    }
    await caller.ask({ by: stepKey(step), method: 'deal/open', input: { id, row, clientId }, done: reopened })
  }
  /** Commands whose letter goes at once. */
  function write<M extends 'deal/askExternal' | 'deal/sendReport'>(step: Step, method: M, input: Input<M>): Promise<void> {
    const finish = (value: Output<'deal/askExternal'>) => {
      stepDone(value.card, text.card.lettersGo)
      around.lettersWait(value.lettersWaiting)
    }
    return caller.ask({ by: stepKey(step), method, input, done: finish })
  }
  function moveDeal(input: Input<'deal/move'>, step: Step): Promise<void> {
    const sent = only(edits.edits.value, 'deal')
    const finish = (value: Card) => {
      edits.settle(value.deal.id, sent)
      stepDone(value, text.card.moved(stageTitles[value.deal.stage]))
      // K2: the client's letter waits.
      if (input.to === 'feedback') around.lettersWait(1)
    }
    return caller.ask({ by: stepKey(step), method: 'deal/move', input, done: finish, refused: around.refused })
  }
  /** The answer about a card that is no longer shown changes nothing on the screen. */
  function stepDone(value: Card, sentence: string): void {
    if (value.deal.id !== around.card.value?.deal.id) return
    asking.value = null
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
    cancel: () => {
      asking.value = null
      caller.forgive()
    },
    forget: () => {
      asking.value = null
      note.value = ''
    },
  }
}

/** Name of the step's button while it waits. */
export function stepKey(step: Step): string {
  return `${step.kind}-${step.value}`
}

/** A released booking goes back to «Принято в работу». */
function target(step: Step): Stage {
  return step.value in stageTitles ? (step.value as Stage) : 'accepted'
}
