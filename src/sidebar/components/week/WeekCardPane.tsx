/** Right side of the week's closing: what the selected card lacks, or what is to be done with it. */

import { noProject } from '../../../domain/deal/words'
import { dayTime, shortName } from '../../../domain/text/russian'
import type { WeekCard } from '../../../rpc/contract'
import { type FieldKey, fieldsIn, savedText } from '../../models/card/cardFields'
import { plain } from '../../models/card/fieldOptions'
import { asCard, type Choice, type WeekModel, type WeekRow } from '../../models/dialogs/week'
import { nameOf } from '../../models/page/page'
import { common } from '../../text/common.ru'
import { week as text } from '../../text/dialogs.ru'
import { Conflicts } from '../card/CardChanges'
import { CardField, CardText } from '../card/CardField'
import { Button } from '../parts/Button'
import { SelectField, TextField } from '../parts/Field'
import { GoodNotice, TroubleNotice } from '../parts/Notices'
import { Parts } from '../parts/Parts'
import { Segments } from '../parts/Segments'

const choices: readonly Choice[] = ['won', 'feedback', 'stay']

export function WeekCardPane({ model, row }: { readonly model: WeekModel; readonly row: WeekRow }) {
  const { deal } = row.card
  const now = model.page.clock.now.value || (model.week.value?.closesAt ?? '')
  return (
    <form
      class="week-card"
      aria-label={common.deal(deal.id)}
      onKeyDown={(event) => walk(event, model)}
      onSubmit={(event) => {
        event.preventDefault()
        void model.save()
      }}
    >
      <div class="row between">
        <h2>{deal.organisation || deal.contact}</h2>
        <span class="number">№ {deal.id}</span>
      </div>
      <Parts
        of={[
          deal.start && dayTime(deal.start, now),
          shortName(nameOf(model.page, deal.consultant)),
          topicOf(model, row.card),
          deal.contact,
        ]}
      />
      <Conflicts page={model.page} edits={model.edits} />
      {row.card.missing.length > 0 ? <ToFill model={model} row={row} /> : <ToChoose model={model} row={row} />}
      <Filled model={model} row={row} />
    </form>
  )
}

/** Up and down walk the list from a plain field too; Esc goes back to it. */
function walk(event: KeyboardEvent, model: WeekModel): void {
  const plainField = event.target instanceof HTMLInputElement && ['text', 'tel', 'email'].includes(event.target.type)
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (event.key === 'Escape') {
    event.preventDefault()
    model.leaveCard()
  }
  if (!plainField || step === 0) return
  event.preventDefault()
  model.move(step)
  model.enter()
}

interface RowProps {
  readonly model: WeekModel
  readonly row: WeekRow
}

function ToFill({ model, row }: RowProps) {
  const card = asCard(row.card)
  return (
    <>
      <h3>{text.fill}</h3>
      <div class="to-fill">
        {missingKeys(row.card).map((key) => (
          <CardField
            key={key}
            name={key}
            value={model.edits.text(card, key)}
            lists={model.page.lists}
            missing
            rows={4}
            edited={key in model.edits.edits.value}
            onType={(typed) => model.type(key, typed)}
          />
        ))}
      </div>
      <TroubleNotice caller={model.saver} />
      <div class="row">
        <Button submit look="strong" name="save" caller={model.saver} disabled={!model.edits.dirty.value}>
          {text.save}
        </Button>
        <span class="faint">{text.keys}</span>
      </div>
    </>
  )
}

function ToChoose({ model, row }: RowProps) {
  const { deal, feedbackWhy } = row.card
  const offered = row.group === 'awaiting' ? choices.filter((choice) => choice !== 'feedback') : choices
  return (
    <>
      <Answers model={model} row={row} />
      <Segments
        label={text.choice(deal.id)}
        name={`choice-${deal.id}`}
        value={model.choiceOf(row)}
        options={offered.map((value) => ({ value, title: text.choiceWords[value] }))}
        onChoose={(value) => model.choose(row, value as Choice)}
      />
      {row.group === 'ready' && feedbackWhy !== '' && <p class="why">{text.why(feedbackWhy)}</p>}
      {row.group === 'awaiting' && <p class="why">{askedWords(row.card)}</p>}
      {row.group === 'ready' && feedbackWhy === '' && <GoodNotice>{text.complete}</GoodNotice>}
    </>
  )
}

/** K1: a card that nobody has distributed; K3: a new client who is not asked. */
function Answers({ model, row }: RowProps) {
  const { deal, undistributed, reasonNeeded } = row.card
  const { project, reason } = model.answerOf(row)
  const projects = [...model.page.lists.projects.filter((name) => name !== noProject), noProject]
  return (
    <>
      {undistributed && (
        <SelectField
          id={`distribute-${deal.id}`}
          label={text.distribute}
          value={project}
          options={plain(projects)}
          empty={common.choose}
          onType={(value) => model.answer(row, { project: value })}
        />
      )}
      {reasonNeeded && model.choiceOf(row) === 'won' && (
        <TextField id={`unasked-${deal.id}`} label={text.unasked} value={reason} onType={(value) => model.answer(row, { reason: value })} />
      )}
    </>
  )
}

/** What the card already says, to judge it by. */
function Filled({ model, row }: RowProps) {
  const card = asCard(row.card)
  const missing = missingKeys(row.card)
  const keys = [...fieldsIn('result'), ...fieldsIn('feedback'), 'deal.request' as const].filter(
    (key) => !missing.includes(key) && savedText(card, key) !== '',
  )
  return (
    <div class="filled">
      {keys.map((key) => (
        <CardText key={key} name={key} value={savedText(card, key)} lists={model.page.lists} />
      ))}
    </div>
  )
}

function missingKeys(card: WeekCard): readonly FieldKey[] {
  return card.missing.map((field) => `${field.card}.${field.field}` as FieldKey)
}

function askedWords({ deal }: WeekCard): string {
  const answer = deal.feedbackScore === null ? text.noAnswer : text.answered(deal.feedbackScore)
  return [deal.feedbackAskedAt ? text.asked(deal.feedbackAskedAt) : '', answer].filter(Boolean).join(', ')
}

function topicOf(model: WeekModel, { deal }: WeekCard): string {
  return model.page.lists.topics.find((one) => one.id === deal.topic)?.title ?? ''
}
