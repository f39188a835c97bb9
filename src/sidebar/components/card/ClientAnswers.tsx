/** The client's fields of a new request, in the order one asks on the phone. */

import { clientFields } from '../../../domain/client/fields'
import { consentTexts } from '../../../domain/text/consentText.ru'
import { optionsFor } from '../../models/card/fieldOptions'
import { clientFieldId } from '../../models/intake/intake'
import type { ClientFieldName, IntakeForm } from '../../models/intake/intakeForm'
import type { Desk } from '../../models/page/desk'
import { text } from '../../text.ru'
import { Button } from '../parts/Button'
import { SelectField, TextField } from '../parts/Field'
import { inputType, suggestionsFor } from './CardField'

export function ClientAnswers({ desk }: { readonly desk: Desk }) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the fields' own key, heard in one place.
    <div class="answers" onKeyDown={(event) => goOn(event, desk)}>
      {desk.intake.shown.value.map((name) => (
        <Answer key={name} desk={desk} name={name} />
      ))}
    </div>
  )
}

/** Enter in a field goes on to the next one; where nothing is left to say, it is the blue button's. */
export function goOn(event: KeyboardEvent, { intake }: Desk): void {
  const { target, key, ctrlKey, metaKey } = event
  if (key !== 'Enter' || ctrlKey || metaKey || !(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return
  const from = target.id.replace(/^(client|intake)-/, '') as ClientFieldName | 'topic'
  if (intake.enter(from)) event.preventDefault()
}

function Answer({ desk, name }: { readonly desk: Desk; readonly name: ClientFieldName }) {
  const { intake, page } = desk
  if (name === 'consentDate') return <Consent desk={desk} />
  const common = {
    id: clientFieldId(name),
    label: clientFields[name].heading,
    value: intake.form.value.client[name],
    fault: intake.faults.value[name],
    origin: originOf(intake.form.value, name),
    required: page.lists.requiredClientFields.includes(name),
    onType: (value: string) => intake.setClient(name, value),
  }
  const options = optionsFor(`client.${name}`, page.lists)
  if (options) return <SelectField {...common} options={options} empty={text.common.choose} />
  const { kind } = clientFields[name]
  return <TextField {...common} type={inputType(kind)} suggestions={suggestionsFor(kind, page.lists)} />
}

/** One click on the phone; the date is today's. */
function Consent({ desk }: { readonly desk: Desk }) {
  const { intake } = desk
  const date = intake.form.value.client.consentDate
  const fault = intake.faults.value.consentDate
  return (
    <div class={`field${fault ? ' faulty' : ''}`}>
      <span class="label">
        {clientFields.consentDate.heading} <span class="asked">*</span>
      </span>
      {date ? (
        <div class="row">
          <span class="good-text">{text.intake.consentGot(date)}</span>
          <Button look="link" onClick={() => intake.setClient('consentDate', '')}>
            {text.intake.consentUndo}
          </Button>
        </div>
      ) : (
        <>
          <span class="detail">{consentTexts.question}</span>
          <button type="button" id={clientFieldId('consentDate')} class="button plain wide" onClick={intake.consentToday}>
            {text.intake.consent}
          </button>
        </>
      )}
      {fault && <div class="fault">{fault}</div>}
    </div>
  )
}

function originOf({ fromLetter, kindFromName }: IntakeForm, name: ClientFieldName): string | undefined {
  if (name === 'kind' && kindFromName) return text.intake.fromName
  return fromLetter.includes(name) ? text.intake.fromLetter : undefined
}
