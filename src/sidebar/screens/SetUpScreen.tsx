/** «Установка: что готово»: each step's state, green or with its remedy; may be left and come back to. */

import type { SetUpStep } from '../../domain/office/setUpSteps.ru'
import { Button } from '../components/parts/Button'
import { TextField } from '../components/parts/Field'
import { Icon } from '../components/parts/Icon'
import { TroubleNotice, Waiting } from '../components/parts/Notices'
import { ScreenTitle } from '../components/parts/ScreenTitle'
import type { SetUpModel } from '../models/dialogs/setUp'
import { common } from '../text/common.ru'
import { setUp as text } from '../text/settings.ru'

interface Props {
  readonly model: SetUpModel
}

export function SetUpScreen({ model }: Props) {
  const { caller, data, sum } = model
  return (
    <main class="dialog settings">
      <div class="dialog-body">
        <ScreenTitle>{text.title}</ScreenTitle>
        <TroubleNotice caller={caller} />
        {data.value === null && caller.busy.value !== '' && <Waiting>{text.loading}</Waiting>}
        {data.value && (
          <>
            <p>
              <strong>{sum.value}</strong> <span class="faint">{text.leave}</span>
            </p>
            <ol class="checks">
              {data.value.steps.map((step) => (
                <Step key={step.key} model={model} step={step} />
              ))}
            </ol>
          </>
        )}
      </div>
      <div class="dialog-bar">
        <Button onClick={model.close}>{common.close}</Button>
        <Button look="primary" name="load" caller={caller} onClick={() => void model.load()}>
          {text.again}
        </Button>
      </div>
    </main>
  )
}

function Step({ model, step }: Props & { readonly step: SetUpStep }) {
  const { state, title, remedy } = step
  const asksAddress = step.key === 'calendar' && state !== 'good' && model.data.value?.mayChange === true
  return (
    <li class={state}>
      <Icon shape={state === 'good' ? 'check' : state === 'later' ? 'clock' : 'alert'} />
      <div>
        <strong>{title}:</strong> <span class="hidden-words">{text.states[state]}: </span>
        {step.text}
        {remedy !== '' && <div class="remedy">{remedy}</div>}
        {asksAddress && <CalendarAddress model={model} />}
      </div>
    </li>
  )
}

function CalendarAddress({ model }: Props) {
  const { address, caller } = model
  return (
    <div class="row">
      <TextField id="calendar-address" label={text.address} value={address.value} hint={text.addressHint} onType={model.typeAddress} />
      <Button name="address" caller={caller} disabled={address.value.trim() === ''} onClick={() => void model.saveAddress()}>
        {text.save}
      </Button>
    </div>
  )
}
