/** First question of a call: who is it? One field, and the list of whom it may be. */

import { stageTitles } from '../../../domain/deal/words'
import { dayTime, shortName } from '../../../domain/text/russian'
import type { ClientMatch } from '../../../rpc/contract'
import { nameOfForm } from '../../models/intake/intakeForm'
import { type MatchRow, rowKey } from '../../models/intake/intakeMatches'
import type { Desk } from '../../models/page/desk'
import { nameOf } from '../../models/page/page'
import { text } from '../../text.ru'
import { Button } from '../parts/Button'
import { Empty, TroubleNotice } from '../parts/Notices'
import { Parts } from '../parts/Parts'
import { MergeClients } from './MergeClients'
import { Waiting } from './Waiting'

export function ClientSearch({ desk }: { readonly desk: Desk }) {
  const { intake } = desk
  const { form, rows, active, finder } = intake
  const steps: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 }
  return (
    <form
      class="screen"
      onSubmit={(event) => {
        event.preventDefault()
        intake.pick()
      }}
    >
      <div class="field big">
        <label for="intake-search">{text.intake.search}</label>
        <div class="with-spinner">
          <input
            id="intake-search"
            type="text"
            role="combobox"
            aria-expanded={rows.value !== null}
            aria-controls="intake-matches"
            aria-autocomplete="list"
            aria-activedescendant={rows.value ? `match-${active.value}` : undefined}
            aria-busy={finder.busy.value !== ''}
            autocomplete="off"
            value={form.value.query}
            onInput={(event) => intake.type(event.currentTarget.value)}
            onKeyDown={(event) => {
              const step = steps[event.key]
              if (!step) return
              event.preventDefault()
              intake.move(step)
            }}
          />
          {finder.busy.value !== '' && <span class="spinner" title={text.intake.searching} />}
        </div>
      </div>
      <TroubleNotice caller={finder} />
      <Matches desk={desk} />
      <MergeClients desk={desk} />
      {!rows.value && (
        <div>
          <Button icon="letter" onClick={intake.letter.start}>
            {text.intake.paste}
          </Button>
        </div>
      )}
      {form.value.query === '' && <Waiting desk={desk} />}
      {intake.asides.value.map((aside) => (
        <div key={nameOfForm(aside)}>
          <Button look="link" icon="back" onClick={() => intake.resume(aside)}>
            {text.intake.aside(nameOfForm(aside))}
          </Button>
        </div>
      ))}
    </form>
  )
}

function Matches({ desk }: { readonly desk: Desk }) {
  const { rows, form } = desk.intake
  if (!rows.value) {
    return (
      <Empty>
        {form.value.query === '' && <p>{text.intake.teach}</p>}
        {form.value.query === '' && <p class="faint">{text.intake.searchHint}</p>}
      </Empty>
    )
  }
  return (
    <>
      {rows.value.length === 1 && <p class="faint">{text.intake.noMatch}</p>}
      <div id="intake-matches" class="matches" role="listbox" aria-label={text.intake.searchLabel}>
        {rows.value.map((row, at) => (
          <MatchOption key={rowKey(row)} desk={desk} row={row} at={at} />
        ))}
      </div>
    </>
  )
}

function MatchOption({ desk, row, at }: { readonly desk: Desk; readonly row: MatchRow; readonly at: number }) {
  const chosen = desk.intake.active.value === at
  return (
    <button
      type="button"
      role="option"
      id={`match-${at}`}
      tabIndex={-1}
      aria-selected={chosen}
      class={`match ${row.kind}`}
      onClick={() => desk.intake.pick(row)}
    >
      <OptionText desk={desk} row={row} />
      {chosen && <kbd>Enter</kbd>}
    </button>
  )
}

function OptionText({ desk, row }: { readonly desk: Desk; readonly row: MatchRow }) {
  if (row.kind === 'new') return <span class="name">{text.intake.newClient(desk.intake.form.value.query.trim())}</span>
  if (row.kind === 'deal') return <span>{text.intake.open(row.open.id, stageTitles[row.open.stage])}</span>
  const { organisation, contact, phone } = row.match.client
  return (
    <span>
      <span class="name">{organisation || contact}</span>
      <Parts of={[organisation !== '' && contact, phone]} />
      <span class="detail">{lastWords(desk, row.match)}</span>
    </span>
  )
}

function lastWords(desk: Desk, { last }: ClientMatch): string {
  if (!last) return text.intake.noLast
  const topic = desk.page.lists.topics.find((one) => one.id === last.topic)?.title ?? ''
  const when = last.start ? dayTime(last.start, desk.page.clock.now.value) : `№ ${last.dealId}`
  return text.intake.last([when, shortName(nameOf(desk.page, last.consultant)), topic].filter(Boolean).join(', '))
}
