/** What comes next with one's own consultation, big enough for a thumb: the card's own steps, in a consultant's words. */

import { useSignal } from '@preact/signals'
import type { Card, Step } from '../../../rpc/contract'
import { stepId, stepKey } from '../../models/card/cardSteps'
import type { Desk } from '../../models/page/desk'
import { pocket as text } from '../../text/pocket.ru'
import { text as all } from '../../text.ru'
import { MovePanel } from '../card/MovePanel'
import { Reason } from '../card/Steps'
import { Button } from '../parts/Button'
import { TroubleNotice } from '../parts/Notices'

interface Props {
  readonly desk: Desk
  readonly card: Card
  readonly isBegun: boolean
}

/** Kind and value of a step → what a consultant calls it. */
const titles: Readonly<Record<string, string>> = {
  'note-reached': text.reached,
  'reschedule-': text.move,
  'cannotHold-': text.cannot,
  'move-held': text.held,
}

export function PocketSteps({ desk, card, isBegun }: Props) {
  const { move, steps, caller, edits, leaving } = desk.card
  const mayBegin = isBegun || card.deal.stage !== 'assigned'
  const free = card.steps.filter(
    ({ kind, value, blockedBy }) => (blockedBy === '' || edits.dirty.value) && (kind !== 'move' || value === 'held'),
  )
  const known = free.filter((step) => stepKey(step) in titles && (mayBegin || stepKey(step) !== 'move-held'))
  const others = free.filter((step) => step.kind === 'reason')
  const noShow = card.steps.find((step) => stepKey(step) === 'move-lost')
  const isFilled = card.deal.stage === 'held' && card.missing.length === 0
  return (
    <section class="pocket-steps" aria-label={all.card.steps}>
      {isFilled && <p class="good-text">{text.filled}</p>}
      {[...known, ...others].sort(byWeight).map((step) => (
        <Button
          key={stepKey(step)}
          id={stepId(step)}
          look={stepKey(step) === 'move-held' ? 'primary' : 'plain'}
          name={stepKey(step)}
          caller={caller}
          onClick={() => steps.take(step)}
        >
          {titles[stepKey(step)] ?? step.title}
        </Button>
      ))}
      {isBegun && noShow !== undefined && <NoShow desk={desk} step={noShow} />}
      {move.kind.value === 'reschedule' && <p class="faint">{text.agree}</p>}
      {move.kind.value && <MovePanel desk={desk} card={card} kind={move.kind.value} />}
      {steps.asking.value && <Reason desk={desk} step={steps.asking.value} />}
      {!edits.dirty.value && !leaving.value && <TroubleNotice caller={caller} />}
    </section>
  )
}

/** «Проведена» first; what ends or moves it, last. */
function byWeight(a: Step, b: Step): number {
  const order = ['move-held', 'note-reached', 'reason-', 'reschedule-', 'cannotHold-']
  return order.indexOf(stepKey(a)) - order.indexOf(stepKey(b))
}

/** It ends the deal: asked once more, in place. */
function NoShow({ desk, step }: { readonly desk: Desk; readonly step: Step }) {
  const isSure = useSignal(false)
  const ask = (sure: boolean) => () => {
    isSure.value = sure
  }
  if (!isSure.value) return <Button onClick={ask(true)}>{text.noShow}</Button>
  return (
    <div class="panel">
      <p>{text.sureNoShow}</p>
      <div class="row">
        <Button look="primary" name={stepKey(step)} caller={desk.card.caller} onClick={() => desk.card.steps.say(step, text.noShowReason)}>
          {text.sure}
        </Button>
        <Button onClick={ask(false)}>{all.common.cancel}</Button>
      </div>
    </div>
  )
}
