/** «Planfix»: account, key, template, and one sentence about how it went. */

import { Button } from '../components/parts/Button'
import { TextField } from '../components/parts/Field'
import { BadNotice, GoodNotice, TroubleNotice, Waiting } from '../components/parts/Notices'
import type { PlanfixModel } from '../models/dialogs/planfix'
import { common } from '../text/common.ru'
import { planfix as text } from '../text/planfix.ru'

interface Props {
  readonly model: PlanfixModel
}

export function PlanfixScreen({ model }: Props) {
  const { caller, state } = model
  const { connected = false, message = '', good = false } = state.value ?? {}
  const busy = caller.busy.value
  return (
    <form
      class="dialog"
      onSubmit={(event) => {
        event.preventDefault()
        void model.connect()
      }}
    >
      <div class="dialog-body narrow">
        <p class="faint">{text.teach}</p>
        {state.value ? <PlanfixFields model={model} /> : busy === 'state' && <Waiting>{text.loading}</Waiting>}
        {busy === 'connect' && <Waiting>{text.checking}</Waiting>}
        <TroubleNotice caller={caller} />
        {busy === '' &&
          !caller.trouble.value &&
          message !== '' &&
          (good ? <GoodNotice>{message}</GoodNotice> : <BadNotice>{message}</BadNotice>)}
      </div>
      <div class="dialog-bar">
        {connected && (
          <Button look="link" name="disconnect" caller={caller} onClick={() => void model.disconnect()}>
            {text.disconnect}
          </Button>
        )}
        <Button onClick={model.close}>{common.close}</Button>
        <Button look="primary" submit name="connect" caller={caller} disabled={state.value === null}>
          {connected ? text.check : text.connect}
        </Button>
      </div>
    </form>
  )
}

function PlanfixFields({ model }: Props) {
  const { account, token, template, done } = model.fields.value
  const isKept = model.state.value?.connected === true
  return (
    <>
      <TextField
        id="planfix-account"
        label={text.account}
        hint={text.accountHint}
        value={account}
        onType={(value) => model.edit({ account: value })}
      />
      <TextField
        id="planfix-token"
        type="password"
        label={text.token}
        hint={isKept ? text.tokenKept : text.tokenHint}
        value={token}
        onType={(value) => model.edit({ token: value })}
      />
      <TextField
        id="planfix-template"
        label={text.template}
        hint={text.templateHint}
        value={template}
        onType={(value) => model.edit({ template: value })}
      />
      <TextField id="planfix-done" label={text.done} hint={text.doneHint} value={done} onType={(value) => model.edit({ done: value })} />
    </>
  )
}
