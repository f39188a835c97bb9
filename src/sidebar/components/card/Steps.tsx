/** What can be done with the deal now, the likeliest first; a reason is asked for in place. */

import { Fragment } from 'preact'
import type { Card, Step } from '../../../rpc/contract'
import { stepId, stepKey } from '../../models/card/cardSteps'
import { plain } from '../../models/card/fieldOptions'
import type { Desk } from '../../models/page/desk'
import { messengerText } from '../../models/page/messengerText'
import { text } from '../../text.ru'
import { Button } from '../parts/Button'
import { CopyButton } from '../parts/CopyButton'
import { AreaField, SelectField, TextField } from '../parts/Field'
import { MessengerText } from '../parts/MessengerText'
import { TroubleNotice } from '../parts/Notices'
import { MovePanel } from './MovePanel'

export function Steps({ desk, card }: { readonly desk: Desk; readonly card: Card }) {
  const { model, ready, blocked } = stepsOf(desk, card)
  const notes = ready.some((step) => step.kind === 'note')
  const writes = ready.some((step) => step.kind === 'note' && step.value === 'messenger')
  return (
    <section class="steps" aria-label={text.card.steps}>
      <Ladder desk={desk} card={card} calls={notes} />
      {notes && (
        <TextField
          id="step-note"
          label={text.card.note}
          hint={text.common.optional}
          value={model.steps.note.value}
          // The note does not say which of the calls it was: Enter leads to the buttons.
          onEnter={() => ready[0] && desk.page.point(stepId(ready[0]))}
          onType={(value) => {
            model.steps.note.value = value
          }}
        />
      )}
      <div class="buttons">
        {ready.map((step) => (
          <Fragment key={stepKey(step)}>
            <StepButton desk={desk} step={step} />
            {step.value === 'messenger' && (
              <CopyButton of={messengerText(card, desk.page.lists)} label={text.card.copyMessage}>
                {text.card.messageShort}
              </CopyButton>
            )}
          </Fragment>
        ))}
      </div>
      {writes && <MessengerText desk={desk} card={card} />}
      {card.steps.length === 0 && <p class="faint">{text.card.noSteps}</p>}
      {blocked.map((step) => (
        <p key={stepKey(step)} class="detail">
          {text.card.blocked(step.title, step.blockedBy)}
        </p>
      ))}
      {model.move.kind.value && <MovePanel desk={desk} card={card} kind={model.move.kind.value} />}
      {model.steps.asking.value && <Reason desk={desk} step={model.steps.asking.value} />}
      {!model.edits.dirty.value && !model.leaving.value && <TroubleNotice caller={model.caller} />}
    </section>
  )
}

/** I7: how many attempts were made, and from when the next one counts. */
function Ladder({ desk, card, calls }: { readonly desk: Desk; readonly card: Card; readonly calls: boolean }) {
  if (!calls || card.nextAttemptAt === null) return null
  return <p class="ladder">{text.card.ladder(card.deal.attempts, card.attemptsNeeded, card.nextAttemptAt, desk.page.clock.now.value)}</p>
}

/** What is typed but not saved may be the very thing a step waits for: then it may be tried. */
function stepsOf(desk: Desk, card: Card) {
  const model = desk.card
  const free = (step: Step) => step.blockedBy === '' || (step.kind === 'move' && model.edits.dirty.value)
  const ready = card.steps.filter(free).sort((a, b) => Number(b.primary) - Number(a.primary))
  return { model, ready, blocked: card.steps.filter((step) => !free(step)) }
}

function StepButton({ desk, step }: { readonly desk: Desk; readonly step: Step }) {
  return (
    <Button
      id={stepId(step)}
      look={step.primary ? 'primary' : step.value === 'lost' || step.kind === 'askExternal' ? 'link' : 'plain'}
      name={stepKey(step)}
      caller={desk.card.caller}
      onClick={() => desk.card.steps.take(step)}
    >
      {step.title}
    </Button>
  )
}

/** The title of a step that asks ends in «…»; what carries it out does not. */
function bare({ title }: Step): string {
  return title.replace('…', '')
}

export function Reason({ desk, step }: { readonly desk: Desk; readonly step: Step }) {
  const model = desk.card
  const options = step.options ?? (step.value === 'lost' ? desk.page.lists.failureReasons : undefined)
  const field = {
    id: 'step-reason',
    label: `${bare(step)}: ${(step.options ? text.card.ofProject : text.common.reason).toLowerCase()}`,
    value: model.steps.reason.value,
    onType: (value: string) => {
      model.steps.reason.value = value
    },
  }
  return (
    <div class="panel">
      {options ? (
        <SelectField {...field} options={plain(options)} empty={text.common.choose} />
      ) : (
        <AreaField {...field} hint={text.common.reasonHint} />
      )}
      <div class="row">
        <Button
          look="primary"
          name={stepKey(step)}
          caller={model.caller}
          disabled={model.steps.reason.value.trim() === ''}
          onClick={model.steps.confirm}
        >
          {bare(step)}
        </Button>
        <Button onClick={model.steps.cancel}>{text.common.cancel}</Button>
      </div>
    </div>
  )
}
